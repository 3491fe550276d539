"""Events that nobody of the lists ties together across languages, joined by the names that both tell.

Blocks part statements in which nobody of the lists takes part by their language, since within one only words join them.
Here such an event joins those of other languages that have its kind and date, where what they share, the names that no
list holds among it (accounts/unlisted.py), is enough, nothing in them contradicts, and no other fits about as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from .. import edtf
from ..cache.keeping import Keep
from ..model import Article, Entity, Kind, Statement
from .account import FAR, Account, accounts, copies
from .evidence import Verdict, compare, dates_agree, participants_agree

_CLEARLY = 0.5  # points by which a partner must fit better than another one in its language
_SMALL = 2  # digits of a number that many reports have

_Told = tuple[Statement, ...]  # the statements of one event


def joined(
    groups: Iterable[_Told], articles: Mapping[str, Article], entities: Mapping[str, Entity], keep: Keep
) -> Iterator[_Told]:
    """The statements of each event, in no particular order; the same whatever order they come in."""
    events = list(groups)
    meetings = _meetings(events, articles)
    told = copies(statement for near in meetings for place in near for statement in events[place])
    read = {s.id: account for account in accounts(told, articles, entities, keep) for s in account.statements}
    homes = list(range(len(events)))
    for near in meetings:
        held = {place: tuple({id(read[s.id]): read[s.id] for s in events[place]}.values()) for place in near}
        for a, b in _pairs(held):
            together = [place for place in near if homes[place] in (homes[a], homes[b])]
            if all(_bear(held[one], held[other]) for one, other in combinations(together, 2)):
                for place in together:
                    homes[place] = min(homes[a], homes[b])
    found: defaultdict[int, list[Statement]] = defaultdict(list)
    for place, home in enumerate(homes):
        found[home] += events[place]
    yield from map(tuple, found.values())


def _meetings(events: Sequence[_Told], articles: Mapping[str, Article]) -> list[list[int]]:
    """Places of events of one kind and date, in several languages, of which one at least names nobody of the lists."""
    near: defaultdict[tuple[Kind, str], list[int]] = defaultdict(list)
    order = sorted(range(len(events)), key=lambda place: min(s.id for s in events[place]))
    for place in order:
        first = min(events[place], key=lambda s: (_days(s.time.value), s.id))
        near[first.kind, first.time.value].append(place)
    return [
        places
        for places in near.values()
        if len(places) > 1
        and any(not s.participants for place in places for s in events[place])
        and len({articles[s.article].language for place in places for s in events[place]}) > 1
    ]


def _days(value: str) -> int:
    first, last = edtf.bounds(value)
    return FAR if first is None or last is None else last - first


def _pairs(held: Mapping[int, tuple[Account, ...]]) -> list[tuple[int, int]]:
    """Pairs that fit, the best first; none that fits another of that language about as well."""
    fits: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for a, b in combinations(held, 2):
        if (points := _fit(held[a], held[b])) is not None:
            fits[a][b] = fits[b][a] = points
    order = {place: number for number, place in enumerate(held)}
    pairs = [
        (-points, order[a], order[b])
        for a, others in fits.items()
        for b, points in others.items()
        if order[a] < order[b] and _clear(a, b, fits, held) and _clear(b, a, fits, held)
    ]
    places = list(held)
    return [(places[a], places[b]) for _, a, b in sorted(pairs)]


def _clear(a: int, b: int, fits: Mapping[int, Mapping[int, float]], held: Mapping[int, tuple[Account, ...]]) -> bool:
    """Whether no other event in the languages of `b` fits `a` about as well."""
    tongues = {account.language for account in held[b]}
    rivals = (n for n in fits[a] if n != b and tongues & {account.language for account in held[n]})
    return all(fits[a][b] - fits[a][n] >= _CLEARLY for n in rivals)


def _fit(ours: Sequence[Account], theirs: Sequence[Account]) -> float | None:
    """How well two events fit by a name or a number that both tell in different languages, None where they don't."""
    if not _bear(ours, theirs):
        return None
    named = [(a, b) for a in ours for b in theirs if a.language != b.language and _share_something(a, b)]
    found = [compare(a, b) for a, b in named]
    return max((c.points for c in found if c.verdict is Verdict.SAME), default=None)


def _share_something(a: Account, b: Account) -> bool:
    """A name, or a number of three digits and more."""
    return bool(a.sounds & b.sounds) or any(len(figure) > _SMALL for figure in a.words.figures & b.words.figures)


def _bear(ours: Sequence[Account], theirs: Sequence[Account]) -> bool:
    return all(dates_agree(a, b) and participants_agree(a, b) for a in ours for b in theirs)
