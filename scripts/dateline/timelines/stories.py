"""Stories: clusters of events that share participants within a short time.

A run is what one, two, or one in events of one kind do without a long pause, and more often than is usual for them;
runs that hold mostly the same events are one story. All is found by looking up who takes part, so the cost grows with
the number of events.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from itertools import combinations

from .. import edtf
from ..model import Condition, Dated, Entity, EntityKind, Event, Kind

_MONTH = 31  # days: what is dated less precisely belongs to no moment
_CROWD = 8  # participants: an event with more is a list
_STORY, _DAYS, _ARTICLES = 5, 3, 3  # events, different dates, articles that make a story
_SHARED = 0.5  # of the shorter run: two runs that share so much are one story
_CORE, _WEIGHT = 3, 0.25  # names in a title, and the share of the events that each must take part in
_BURST = 0.25  # of all that a country takes part in
_LONGEST = 400  # days: what goes on for longer is a history


@dataclass(frozen=True, slots=True)
class Story:
    """Who a story is about (entity ids; `core`: those of its title), of what kind it mostly is, and what shows it."""

    names: tuple[str, ...]
    core: tuple[str, ...]
    kind: Kind
    show: Condition


@dataclass(frozen=True, slots=True, order=True)
class _Bond:
    """What holds a run together: the names, and the kind where one kind alone counts."""

    names: tuple[str, ...]
    kind: Kind = Kind.OTHER

    @property
    def pause(self) -> int:
        """Days without an event that end a run."""
        return 45 if len(self.names) > 1 or self.kind is not Kind.OTHER else 21

    @property
    def least(self) -> int:
        """Events that make a run: fewer of two together, or of one kind, than of one who is in all sorts of news."""
        return 3 if len(self.names) > 1 else 4 if self.kind is not Kind.OTHER else 6

    @property
    def rise(self) -> float:
        """How many times more often than usual the events of a run must come."""
        return 1 if len(self.names) > 1 else 3


_Run = tuple[_Bond, list[Event]]


def stories(
    events: Iterable[Event], entities: Mapping[str, Entity], home: Set[str], vague: Set[Kind]
) -> Iterator[Story]:
    """The stories among `events` (in order of time).

    `home` are ids of those who take part in too much, `vague` kinds that say too little, to make a story alone.
    """
    bonds = _bonds(events, entities, home, vague)
    runs = [run for bond, of in bonds.items() for run in _runs(bond, of) if _tells(bond, run[1], of, entities)]
    runs.sort(key=lambda run: (run[0], run[1][0].id))
    for cluster in _clusters(runs):
        told = {event.id: event for _, run in cluster for event in run}
        enough = len(told) >= _STORY and len({e.value for e in told.values()}) >= _DAYS
        if enough and len({a for e in told.values() for a in e.articles}) >= _ARTICLES:
            yield _story([bond for bond, _ in cluster], list(told.values()))


def pair_condition(pair: Iterable[str]) -> Condition:
    """That all of `pair` take part."""
    return Condition(all_of=tuple(Condition(entities=(name,)) for name in pair))


def _bonds(
    events: Iterable[Event], entities: Mapping[str, Entity], home: Set[str], vague: Set[Kind]
) -> dict[_Bond, list[Event]]:
    """Events dated to a month or better, by what may hold them together. A place is where, not who."""
    found: dict[_Bond, list[Event]] = {}
    for event in events:
        start, end = edtf.bounds(event.value)
        known = [name for name in event.entities if name in entities]
        if start is None or end is None or end - start > _MONTH or len(known) > _CROWD:
            continue
        who = sorted(n for n in known if n not in home and entities[n].kind is not EntityKind.PLACE)
        bonds = [*(_Bond((name,)) for name in who), *map(_Bond, combinations(who, 2))]
        bonds += [_Bond((name,), event.kind) for name in known if event.kind not in vague]
        for bond in bonds:
            found.setdefault(bond, []).append(event)
    return found


def _runs(bond: _Bond, events: list[Event]) -> Iterator[_Run]:
    """Runs of events without a long pause between two."""
    ordered = sorted(events, key=lambda e: (edtf.sort_key(e.value), e.id))
    middle = ordered[len(ordered) // 10 : len(ordered) - len(ordered) // 10]  # a few far dates tell nothing of a rate
    usual = len(middle) / (_start(middle[-1]) - _start(middle[0]) + _MONTH)
    run: list[Event] = []
    for event in (*ordered, None):
        if run and (event is None or _start(event) - _start(run[-1]) > bond.pause):
            days = _start(run[-1]) - _start(run[0])
            often = len(run) / (days + _MONTH) >= bond.rise * usual or 2 * len(run) >= len(ordered)
            if len(run) >= bond.least and days <= _LONGEST and often:
                yield bond, run
            run = []
        if event is not None:
            run.append(event)


def _tells(bond: _Bond, run: list[Event], of: list[Event], entities: Mapping[str, Entity]) -> bool:
    """Whether a run is more than a country being mentioned: one alone counts only if the run is a good part of all."""
    alone = len(bond.names) == 1 and bond.kind is Kind.OTHER and entities[bond.names[0]].kind is EntityKind.COUNTRY
    return not alone or len(run) >= _BURST * len(of)


def _start(event: Event) -> int:
    return edtf.bounds(event.value)[0] or 0


def _clusters(runs: list[_Run]) -> list[list[_Run]]:
    """Runs that share most of their events, directly or through others, together."""
    holding: dict[str, list[int]] = {}
    for number, (_, run) in enumerate(runs):
        for event in run:
            holding.setdefault(event.id, []).append(number)
    shared = Counter(pair for numbers in holding.values() for pair in combinations(numbers, 2))
    parent = list(range(len(runs)))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    for (one, other), count in sorted(shared.items()):
        if count >= _SHARED * min(len(runs[one][1]), len(runs[other][1])):
            low, high = sorted((root(one), root(other)))
            parent[high] = low
    found: dict[int, list[_Run]] = {}
    for number, member in enumerate(runs):
        found.setdefault(root(number), []).append(member)
    return list(found.values())


def _story(bonds: list[_Bond], events: list[Event]) -> Story:
    names = {name for bond in bonds for name in bond.names}
    counts = Counter(name for event in events for name in event.entities if name in names)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    core = [name for name in ranked if counts[name] >= _WEIGHT * len(events)][:_CORE]
    kind, of_kind = Counter(event.kind for event in events).most_common(1)[0]
    start = min(events, key=_start).value.split("/")[0][:7]
    last = dt.date.fromordinal(max(edtf.bounds(e.value)[1] or 1 for e in events)).isoformat()[:7]
    most = kind if 2 * of_kind > len(events) else Kind.OTHER
    return Story(tuple(sorted(names)), tuple(core), most, _show(bonds, start, last))


def _show(bonds: list[_Bond], start: str, end: str) -> Condition:
    """What any of the bonds holds, from one month to another; a name alone holds more than with another or a kind."""
    alone = tuple(sorted({b.names[0] for b in bonds if len(b.names) == 1 and b.kind is Kind.OTHER}))
    rest = sorted({b for b in bonds if not set(b.names) & set(alone)})
    pairs = tuple(pair_condition(b.names) for b in rest if len(b.names) > 1)
    who = [Condition(entities=alone)] if alone else []
    who += [Condition(all_of=(Condition(any_of=pairs),))] if pairs else []
    who += [Condition(entities=b.names, kinds=(b.kind,)) for b in rest if len(b.names) == 1]
    if len(who) > 1:
        return Condition(start=start, end=end, dated=Dated.MONTH, any_of=tuple(who))
    only = who[0]
    return replace(only, start=start, end=end, dated=Dated.MONTH)
