"""How an article is shown: its facts, and its dated sentences in order with gaps, or its whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from .. import phrasing
from ..model import Article, Event, Span, Statement
from ..phrasing import Phrase
from . import citations, prose, safety
from .bidi import direction
from .prose import Piece
from .views import Views, publisher
from .views.notes import NoteView

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")


@dataclass(frozen=True, slots=True)
class Told:
    """A date that a sentence names and the event it belongs to. `id` is the statement's, `href` without the root."""

    id: str
    when: tuple[Phrase, ...]
    edtf: str
    href: str
    title: str
    title_language: str
    kind: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article as shown. `gap` says that text was left out before it."""

    gap: bool
    heading: bool
    pieces: tuple[Piece, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article as it is shown."""

    slug: str
    title: str
    language: str
    language_name: str
    direction: str
    source: str
    published: tuple[Phrase, ...]
    authors: str
    url: str
    archive: str
    archived: str
    passages: tuple[Passage, ...]
    gap_after: bool
    whole: bool
    citation: str
    bibtex: str


def article_view(
    article: Article,
    told: Mapping[str, Event],
    at: Mapping[str, tuple[Statement, ...]],
    views: Views,
    href: Callable[[Event], str],
) -> ArticleView:
    """`told` gives a statement's event by its id, `at` an article's statements by its id, `href` an event's place."""
    statements = sorted(at.get(article.id, ()), key=lambda s: (s.span, s.time.span))
    whole = article.full_text or views.settings.full_text
    tellings = {s.id: _told(s, told[s.id], views, href) for s in statements}
    passages = _whole(article, statements, tellings) if whole else _dated(article, statements, tellings)
    archive = safety.safe_url(article.archive)
    return ArticleView(
        slug=safety.slug(article.id),
        title=prose.shown(article.title) or publisher(article, views),
        language=article.language,
        language_name=views.say.language_name(article.language),
        direction=direction(article.language),
        source=article.publication,
        published=views.dated("published", article.published),
        authors=", ".join(article.authors),
        url=safety.safe_url(article.url),
        archive=archive,
        archived=views.archived(archive),
        passages=passages,
        gap_after=not whole and bool(statements) and _left_out(article, statements[-1].span.end, article.body.end),
        whole=whole,
        citation=citations.in_words(article, views.say.language),
        bibtex=citations.bibtex(article),
    )


def _told(statement: Statement, event: Event, views: Views, href: Callable[[Event], str]) -> Told:
    seen = views.event(event)
    return Told(
        id=statement.id,
        when=phrasing.phrases(statement.time.value, views.say.language),
        edtf=statement.time.value,
        href=href(event),
        title=seen.title,
        title_language=seen.title_language,
        kind="" if seen.kind.value == "other" else seen.kind.text,
        notes=seen.notes,
    )


def _dated(article: Article, statements: list[Statement], tellings: Mapping[str, Told]) -> tuple[Passage, ...]:
    """The dated sentences, each once however many dates it names; a gap where anything else stands between two."""
    passages, reached = [], article.body.start
    for span, group in groupby(statements, key=lambda s: s.span):
        same = list(group)
        gap = _left_out(article, reached, span.start)
        passages.append(_passage(article.text, span, same, tellings, gap))
        reached = max(reached, span.end)
    return tuple(passages)


def _left_out(article: Article, start: int, end: int) -> bool:
    """Whether the article says anything between two places; its own headline does not count."""
    between = prose.shown(article.text[start:end]).strip()
    return bool(between) and between != prose.shown(article.title).strip()


def _whole(article: Article, statements: list[Statement], tellings: Mapping[str, Told]) -> tuple[Passage, ...]:
    """Every paragraph of the article's body; each dated sentence belongs to the paragraph that it begins in."""
    passages = []
    for match in _PARAGRAPH.finditer(article.text, article.body.start, article.body.end):
        span = Span(*match.span())
        inside = [s for s in statements if span.start <= s.span.start < span.end]
        passages.append(_passage(article.text, span, inside, tellings, gap=False))
    return tuple(passages)


def _passage(text: str, span: Span, statements: list[Statement], tellings: Mapping[str, Told], gap: bool) -> Passage:
    part = text[span.start : span.end]
    marks = [(Span(s.time.span.start - span.start, s.time.span.end - span.start), s.id) for s in statements]
    heading = part.startswith("#") and "\n" not in part
    return Passage(gap, heading, prose.pieces(part, marks), tuple(tellings[s.id] for s in statements))
