"""Timelines that nobody asked for but an archive offers: of an entity, of two together, of a kind, of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from .. import edtf
from ..model import Condition, Entity, EntityKind, Event, Kind

_LEAST = 3  # events that make a timeline
_STORY = 5  # events that make a story
_PAUSE = 120  # days without an event after which a story is another one
_CROWD = 8  # participants: an event with more is a list, and says little of any two


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A timeline that an editor may adopt: where it would stand, what it would be called, show and hold."""

    slug: str
    title: str
    show: Condition
    events: tuple[str, ...]


def suggest(events: Iterable[Event], entities: Mapping[str, Entity], language: str = "en") -> tuple[Suggestion, ...]:
    """Candidates with three events or more (a story: five), the fullest first; titles are names in `language`.

    A story is what two or more do together without a long pause: its condition is the pair and the period.
    """
    known = [event for event in events if event.statements]
    found = [*_of_entities(known, entities, language), *_of_kinds(known)]
    for pair, together in _pairs(known, entities).items():
        found += _of_pair(pair, together, entities, language)
    return tuple(sorted(found, key=lambda s: (-len(s.events), s.slug)))


def _of_entities(events: list[Event], entities: Mapping[str, Entity], language: str) -> list[Suggestion]:
    counts = Counter(name for event in events for name in event.entities if name in entities)
    return [
        Suggestion(name, entities[name].label(language), Condition(entities=(name,)), _ids(events, name))
        for name, count in counts.items()
        if count >= _LEAST
    ]


def _of_kinds(events: list[Event]) -> list[Suggestion]:
    counts = Counter(event.kind for event in events if event.kind is not Kind.OTHER)
    return [
        Suggestion(kind, kind.capitalize(), Condition(kinds=(kind,)), tuple(e.id for e in events if e.kind == kind))
        for kind, count in counts.items()
        if count >= _LEAST
    ]


def _pairs(events: list[Event], entities: Mapping[str, Entity]) -> dict[tuple[str, str], list[Event]]:
    """Events by two who take part in them; a place is where, not who."""
    found: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        who = [n for n in event.entities if n in entities and entities[n].kind is not EntityKind.PLACE]
        for a, b in combinations(sorted(who), 2) if len(who) <= _CROWD else ():
            found.setdefault((a, b), []).append(event)
    return {pair: together for pair, together in found.items() if len(together) >= _LEAST}


def _of_pair(
    pair: tuple[str, str], together: list[Event], entities: Mapping[str, Entity], language: str
) -> list[Suggestion]:
    """The pair as a whole, and each story of it that is shorter than the whole."""
    title = ", ".join(entities[name].label(language) for name in pair)
    both = tuple(Condition(entities=(name,)) for name in pair)
    whole = Suggestion("-".join(pair), title, Condition(all_of=both), tuple(event.id for event in together))
    stories = [story for story in _stories(together) if _STORY <= len(story) < len(together)]
    return [whole, *(_story(whole, story) for story in stories)]


def _story(whole: Suggestion, story: list[Event]) -> Suggestion:
    first, last = story[0].value.split("/")[0], story[-1].value.split("/")[-1]
    show = Condition(all_of=whole.show.all_of, start=first, end=last)
    title = f"{whole.title}, {first[:4]}" if first[:4] == last[:4] else f"{whole.title}, {first[:4]}–{last[:4]}"
    return Suggestion(f"{whole.slug}-{first}", title, show, tuple(event.id for event in story))


def _stories(events: list[Event]) -> list[list[Event]]:
    """Runs of events dated to a month or better, without a long pause between two."""
    precise = [e for e in events if edtf.precision(e.value) <= edtf.Precision.MONTH]
    runs: list[list[Event]] = []
    for event in sorted(precise, key=lambda e: (edtf.sort_key(e.value), e.id)):
        start = edtf.sort_key(event.value)[0]
        if not runs or start - edtf.sort_key(runs[-1][-1].value)[0] > _PAUSE:
            runs.append([])
        runs[-1].append(event)
    return runs


def _ids(events: list[Event], name: str) -> tuple[str, ...]:
    return tuple(event.id for event in events if name in event.entities)
