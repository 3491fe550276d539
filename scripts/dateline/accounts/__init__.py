"""What statements say together: an event's agreed date and wording, who reports it, and where sources disagree.

The step from "these statements are one event" to the `Event` itself. Which statements are one is decided elsewhere: by
`events` from the texts, by `notes` from the editor's word.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from ..model import Article, Event, Kind, Modality, Statement
from .disputes import agreed_value, disputes
from .titles import title

__all__ = ["assemble", "in_order_of_report", "published_key"]

_NEVER = "9999"


def assemble(
    statements: Iterable[Statement], articles: Mapping[str, Article], id: str = "", language: str = "en"
) -> Event:
    """The event that one or more statements tell. `id` is its own where the seeds name one, else the earliest's.

    `language` is the site's: a source in it gives the title where there is one.
    """
    told = in_order_of_report(statements, articles)
    value, disputed = agreed_value(told)
    words, titled_by = title(told, articles, value, language)
    return Event(
        id=id or told[0].id,
        value=value,
        title=words,
        title_language=articles[titled_by.article].language,
        titled_by=titled_by.id,
        kind=_kind(told),
        modality=_modality(told),
        entities=_entities(told),
        statements=told,
        articles=_distinct(s.article for s in told),
        origins=_distinct(s.origin for s in told if s.origin),
        languages=_distinct(articles[s.article].language for s in told),
        first_reported=articles[told[0].article].published,
        disputed=disputed,
        disputes=disputes(told, articles, disputed),
    )


def in_order_of_report(statements: Iterable[Statement], articles: Mapping[str, Article]) -> tuple[Statement, ...]:
    """Earliest published first; articles without a date last; within an article by place."""
    return tuple(
        sorted(statements, key=lambda s: (published_key(articles[s.article]), s.article, s.span, s.time.span, s.id))
    )


def published_key(article: Article) -> str:
    """A key that sorts articles by the instant of publication: a day alone counts as its start, UTC."""
    if not article.published:
        return _NEVER
    instant = dt.datetime.fromisoformat(article.published)
    return (instant.astimezone(dt.UTC) if instant.tzinfo else instant.replace(tzinfo=dt.UTC)).isoformat()


def _kind(told: tuple[Statement, ...]) -> Kind:
    counts = Counter(s.kind for s in told if s.kind is not Kind.OTHER)
    return min(counts, key=lambda kind: (-counts[kind], kind)) if counts else Kind.OTHER


def _modality(told: tuple[Statement, ...]) -> Modality:
    """What is reported as done outweighs what was planned; denied is only what nobody reports."""
    said = {s.modality for s in told}
    return next(m for m in (Modality.REPORTED, Modality.PLANNED, Modality.DENIED) if m in said)


def _entities(told: tuple[Statement, ...]) -> tuple[str, ...]:
    """Who takes part, those that most statements name first; where no statement says so, whoever is named."""
    named = [s.participants for s in told if s.participants] or [s.entities for s in told]
    counts = Counter(name for names in named for name in dict.fromkeys(names))
    return tuple(sorted(counts, key=lambda name: -counts[name]))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
