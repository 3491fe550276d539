"""The events of a long timeline that matter most: those whose days independent sources and later articles come back to.

An article that names a day long past says that the day still matters; one that names its own day says only that it is
news. So a mention counts by the logarithm of its age, as in `days/ranking.py`. A second article of the same origin says
less than one of another: the mentions of an origin are damped by a logarithm of their own before origins are added up.
Events of one day support each other, and one of them stands for it. A year or a month holds too much that has nothing
to do with each other: there, each event counts by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from math import isqrt, log1p

from .. import edtf
from ..model import Article, Event, Kind, Status

_LONG = 12  # events: a timeline of so many or fewer is read whole
_MOST = 12
_LONGEST = 30  # days after which a later mention says no more than an earlier one
_NEWS = 0.5  # days: the age of a mention on the day itself, or where nobody knows when it was published
_ONCE = log1p(log1p(_LONGEST))  # the weight of what one article names, once, however late


def key_events(
    events: tuple[Event, ...], articles: Mapping[str, Article], wanted: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Ids of the key events in order of time: those the editor wants, then, of a long timeline, the weightiest."""
    chosen = set(wanted)
    if len(events) > _LONG:
        room = min(_MOST, isqrt(len(events)) + 2)
        chosen |= set(_weighty(events, articles)[: max(0, room - len(chosen))])
    return tuple(event.id for event in events if event.id in chosen)


def weight(events: tuple[Event, ...], articles: Mapping[str, Article]) -> float:
    """How much is come back to what `events` tell together: 0 for an editor's own event, which no article tells."""
    mentions: dict[str, dict[str, float]] = {}
    for event in events:
        end = edtf.bounds(event.value)[1]
        for statement in event.statements:
            article = articles[statement.article]
            # An article counts once, under whichever of its statements is the first.
            of_origin = mentions.setdefault(statement.origin or article.id, {})
            of_origin.setdefault(article.id, log1p(_age(article.dct, end)))
    return sum(log1p(sum(ages.values())) for ages in mentions.values())


def _weighty(events: tuple[Event, ...], articles: Mapping[str, Article]) -> list[str]:
    """One event for each day or vaguer date that more than a single article speaks for, the weightiest first."""
    happenings: dict[str, list[Event]] = {}
    for event in events:
        if event.status is not Status.WITHDRAWN:
            happenings.setdefault(event.value if _is_day(event.value) else event.id, []).append(event)
    ranked = sorted(
        ((weight(tuple(group), articles), number, group) for number, group in enumerate(happenings.values())),
        key=lambda item: (-item[0], item[1]),
    )
    return [_standing(group, articles).id for found, _, group in ranked if found > _ONCE]


def _standing(group: list[Event], articles: Mapping[str, Article]) -> Event:
    """The event that stands for its day: what happened rather than what was said of it, then the weightiest."""
    return max(group, key=lambda e: (e.kind not in (Kind.OTHER, Kind.STATEMENT), weight((e,), articles)))


def _is_day(value: str) -> bool:
    first, last = edtf.bounds(value)
    return first is not None and first == last


def _age(published: dt.date | None, end: int | None) -> float:
    """Days from the end of what happened to its report."""
    late = published.toordinal() - end if published and end is not None else 0
    return min(max(late, _NEWS), _LONGEST)
