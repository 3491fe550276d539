"""Doubts about dates: read from the words around, or more precise than a source is likely to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .. import edtf
from ..model import Basis, Collection, Event, Problem, Severity, Timeline
from .doubt import doubt, short

_FIRSTS = 0.06  # of day-precise dates; by chance 12 days of 365 are a first, 3.3 in 100
_ENOUGH = 20  # day-precise dates, below which a share says nothing
_NAMED = 5  # first days of a month that the message lists


def from_context(collection: Collection, folder: str) -> Iterator[Problem]:
    """Dates that hang on an earlier date of the text, with the way they were read.

    The first of each article come before the second of any; among these, those furthest from the publication.
    """
    articles = {article.id: article for article in collection.articles}
    read = sorted(
        (s for s in collection.statements if s.time.basis is Basis.CONTEXT), key=lambda s: (s.article, s.span)
    )
    seen: Counter[str] = Counter()
    ranked = []
    for statement in read:
        far = _years(statement.time.value, articles[statement.article].published)
        ranked.append((seen[statement.article], -far, articles[statement.article].path, statement))
        seen[statement.article] += 1
    for *_, statement in sorted(ranked, key=lambda r: r[:3]):
        time = statement.time
        words = (
            f"“{short(time.wording)}” was taken for {time.value}, because the text speaks of {time.reckoned_from} "
            f"before it ({time.rule}); is that meant?"
        )
        yield doubt(folder, articles[statement.article], time.span.start, words, "date-from-context")


def _years(value: str, published: str) -> int:
    """How many whole years lie between a date and the publication: an old one was carried further."""
    first = edtf.bounds(value)[0]
    day = edtf.bounds(published[:10])[0] if published else None
    return abs(day - first) // 365 if first is not None and day is not None else 0


def false_precision(collection: Collection, folder: str) -> Iterator[Problem]:
    """Timelines with so many firsts of a month that some of these dates may be padded months.

    Where the editor defined no timeline, all events are looked at as one.
    """
    defined = [timeline for timeline in collection.timelines if timeline.definition]
    for timeline in defined:
        if words := _padded(timeline.events):
            yield Problem(_path(timeline), 0, words, Severity.WARNING, "false-precision")
    if not defined and (words := _padded(collection.events)):
        yield Problem(folder, 0, words, Severity.WARNING, "false-precision")


def _path(timeline: Timeline) -> str:
    return timeline.definition.path if timeline.definition else timeline.slug


def _padded(events: tuple[Event, ...]) -> str:
    days = [e.value for e in events if edtf.precision(e.value) is edtf.Precision.DAY and "/" not in e.value]
    firsts = [day for day in days if day.endswith("-01")]
    if len(days) < _ENOUGH or len(firsts) <= _FIRSTS * len(days):
        return ""
    named = ", ".join(firsts[:_NAMED]) + (", …" if len(firsts) > _NAMED else "")
    return f"{len(firsts)} of {len(days)} days are the first of a month ({named}): are some of these dates padded?"
