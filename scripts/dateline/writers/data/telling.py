"""An event as it is told to readers of feeds, calendars and slides: the words of its sources in those of the site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from ... import phrasing
from ...model import Event, Modality, Note, Statement, Status
from .. import disputes, errata, prose
from ..bidi import direction
from . import encoding
from .context import Context

#: An event of more statements than this is told by the first ones; the page has all.
MOST_QUOTES = 5


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one source, without marks of Markdown. `published` is in words; `source` has no line end."""

    text: str
    language: str
    direction: str
    source: str
    published: str
    url: str
    archive: str
    place: str


@dataclass(frozen=True, slots=True)
class Told:
    """One event. `when` and `badges` are in the words of the site, `more` says how many quotes were left out."""

    when: str
    title: str
    language: str
    badges: tuple[str, ...]
    disputed: str
    quotes: tuple[Quote, ...]
    more: str
    notes: tuple[str, ...]

    @property
    def headline(self) -> str:
        """The title, after what makes the event other than reported."""
        return f"[{'; '.join(self.badges)}] {self.title}" if self.badges else self.title


def tell(event: Event, context: Context) -> Told:
    """The event in plain text: nothing in it is markup, and titles and names are of one line."""
    say, shown = context.say, event.statements[:MOST_QUOTES]
    left = len(event.statements) - len(shown)
    return Told(
        when=date(event.value, context),
        title=encoding.line(prose.headline(event.title)) or say(f"kind_{event.kind.value}"),
        language=encoding.language(event.title_language),
        badges=_badges(event, context),
        disputed=disputes.in_words(event, say, partial(date, context=context), partial(_teller, context=context)),
        quotes=tuple(_quote(statement, context) for statement in shown) or _own_quote(event, context),
        more=say("more_quotes", n=left) if left else "",
        notes=tuple(text for text in (noted(note, context) for note in event.notes) if text),
    )


def date(value: str, context: Context) -> str:
    """An EDTF date in the words of the site."""
    return phrasing.say(value, context.say.language)


def _badges(event: Event, context: Context) -> tuple[str, ...]:
    found = []
    if event.modality is not Modality.REPORTED:
        found.append(context.say(f"modality_{event.modality.value}"))
    if event.status is not Status.OPEN:
        found.append(context.say(f"status_{event.status.value}"))
    return tuple(found)


def _quote(statement: Statement, context: Context) -> Quote:
    article = context.articles[statement.article]
    return Quote(
        text=encoding.block(prose.shown(statement.quote)).strip(),
        language=encoding.language(article.language),
        direction=direction(article.language),
        source=encoding.line(context.source(article)),
        published=date(article.published[:10], context) if article.published else "",
        url=encoding.address(article.url),
        archive=encoding.address(article.archive),
        place=context.statement_place(statement),
    )


def _own_quote(event: Event, context: Context) -> tuple[Quote, ...]:
    if not (event.quote or event.url):
        return ()
    text, url, archive = encoding.block(event.quote), encoding.address(event.url), encoding.address(event.archive)
    return (Quote(text, "", "auto", context.say("by_editor"), "", url, archive, ""),)


def _teller(statement: Statement, context: Context) -> str:
    """Whom a statement is from, in one line: what it credits, else who published it."""
    return encoding.line(statement.origin or context.source(context.articles[statement.article]))


def noted(note: Note, context: Context) -> str:
    """What an editor's note says, in one paragraph; "" for nothing."""
    texts = []
    if note.correction:
        texts.append(errata.told(note.correction, context.say))
    texts.append(note.comment)
    if note.date:
        texts.append(context.say("read_editor", date=date(note.date, context), because=note.because))
    text = " ".join(text for text in texts if text)
    head = context.say("correction" if note.correction else "editors_note")
    return encoding.block(f"{head}: {text}") if text else ""
