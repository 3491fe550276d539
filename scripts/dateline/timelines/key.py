"""The events of a long timeline that matter most: those that independent sources and later articles come back to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from math import isqrt

from .. import edtf
from ..model import Article, Event, Status

_LONG = 12  # events: a timeline of so many or fewer is read whole
_MOST = 12
_LATER = 7  # days after an event from which a report is no longer news of it


def key_events(
    events: tuple[Event, ...], articles: Mapping[str, Article], wanted: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Ids of the key events in order of time: those the editor wants, then, of a long timeline, the weightiest."""
    chosen = set(wanted)
    if len(events) > _LONG:
        ranked = sorted(events, key=lambda e: -weight(e, articles))
        room = min(_MOST, isqrt(len(events)) + 2)
        weighty = [e.id for e in ranked if e.status is not Status.WITHDRAWN and weight(e, articles) > 1]
        chosen |= set(weighty[: max(0, room - len(chosen))])
    return tuple(event.id for event in events if event.id in chosen)


def weight(event: Event, articles: Mapping[str, Article]) -> float:
    """How many origins tell of the event, and again how many come back to it a week later or more."""
    if not event.statements:
        return 0
    end = edtf.bounds(event.value)[1]
    later = {s.origin or s.article for s in event.statements if _is_later(articles[s.article].dct, end)}
    return len(event.origins) + 2 * len(later)


def _is_later(published: dt.date | None, end: int | None) -> bool:
    return published is not None and end is not None and published.toordinal() - end >= _LATER
