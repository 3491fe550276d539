"""Whether an event belongs: a resolved `Condition` against an `Event`."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from .. import edtf
from ..accounts.disputes import agreed_value
from ..model import Condition, Dated, Event
from ..text import fold

_MOST_DAYS = {Dated.DAY: 1, Dated.MONTH: 31, Dated.YEAR: 366}


def holds(condition: Condition, event: Event) -> bool:
    """Whether every filled field of `condition` holds for `event`. Entities and articles must be ids."""
    return (
        _meets(condition.entities, event.entities)
        and (not condition.kinds or event.kind in condition.kinds)
        and _meets(condition.languages, event.languages)
        and _meets(condition.articles, event.articles)
        and _meets_folded(condition.origins, event.origins)
        and _says(condition.text, event)
        and _within(condition, event)
        and (condition.dated is Dated.ANYHOW or _days(event) <= _MOST_DAYS[condition.dated])
        and all(holds(c, event) for c in condition.all_of)
        and (not condition.any_of or any(holds(c, event) for c in condition.any_of))
        and not any(holds(c, event) for c in condition.none_of)
    )


def showed(condition: Condition, event: Event) -> bool:
    """Whether `condition` holds for `event`, or held for it before the editor corrected its date: a reader who saw the
    error in a timeline must find the correction there."""
    if holds(condition, event):
        return True
    moved = event.statements and any(note.date and note.correction for note in event.notes)
    return bool(moved) and holds(condition, replace(event, value=agreed_value(event.statements)[0]))


def emptied_by(condition: Condition, events: Iterable[Event]) -> str:
    """A hint which single field leaves nothing of `events`: "; without `from` there are 4", "" where there is none."""
    known = tuple(events)
    without = {
        "entities": replace(condition, entities=()),
        "kinds": replace(condition, kinds=()),
        "languages": replace(condition, languages=()),
        "articles": replace(condition, articles=()),
        "origins": replace(condition, origins=()),
        "text": replace(condition, text=()),
        "from": replace(condition, start=""),
        "to": replace(condition, end=""),
        "dated": replace(condition, dated=Dated.ANYHOW),
        "pairs` or `all": replace(condition, all_of=()),
        "any": replace(condition, any_of=()),
        "not": replace(condition, none_of=()),
    }
    counts = {field: sum(holds(c, e) for e in known) for field, c in without.items() if c != condition}
    field = max(counts, key=lambda name: counts[name], default="")
    return f"; without `{field}` there would be {counts[field]}" if field and counts[field] else ""


def _meets(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return not wanted or any(value in there for value in wanted)


def _meets_folded(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return not wanted or bool({fold(w).casefold() for w in wanted} & {fold(t).casefold() for t in there})


def _says(wanted: tuple[str, ...], event: Event) -> bool:
    if not wanted:
        return True
    said = fold("\n".join((event.title, *(s.quote for s in event.statements)))).casefold()
    return any(fold(words).casefold() in said for words in wanted)


def _days(event: Event) -> float:
    """How many days an event's date covers; without end where it is open."""
    first, last = edtf.bounds(event.value)
    return last - first + 1 if first is not None and last is not None else math.inf


def _within(condition: Condition, event: Event) -> bool:
    """Whether the event's date has a day in common with the period."""
    first, last = edtf.bounds(event.value)
    if condition.start:
        begin = edtf.bounds(condition.start)[0]
        if begin is not None and last is not None and last < begin:
            return False
    if condition.end:
        end = edtf.bounds(condition.end)[1]
        if end is not None and first is not None and end < first:
            return False
    return True
