"""Timelines that nobody asked for but an archive offers: stories, what two do together, an entity, a kind of event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from .. import edtf, phrasing, words
from ..model import Condition, Entity, EntityKind, Event, Kind
from .selecting import holds
from .stories import pair_condition, stories

_LEAST = 3  # events that make a timeline
_TOGETHER = 5  # events that make one of a story, or of a kind and a name
_CROWD = 8  # participants: an event with more is a list, and says little of any two
_SAME = 0.9  # of the events of two suggestions: sharing so many, they are one timeline under two titles
_HOME, _LARGE = 0.1, 200  # the share of the events of a collection so large that makes somebody its home
#: Kinds that hold no timeline together, not even with a name; and those that need one.
_VAGUE = frozenset((Kind.OTHER, Kind.STATEMENT, Kind.DECISION, Kind.PUBLICATION))
_NEED_NAME = _VAGUE | {Kind.MEETING, Kind.TRANSFER, Kind.BIRTH, Kind.FOUNDING, Kind.OPENING, Kind.CLOSING}


class Sort(StrEnum):
    """What holds a suggested timeline together, the most telling first."""

    STORY = "story"
    PAIR = "pair"
    ENTITY = "entity"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A timeline that an editor may adopt: where it would stand, what it would be called, show and hold.

    The slug is made of what it is about, so that it stays when articles are added. `events` are ids in order of time,
    `articles` the number of articles that tell of them, `first` and `last` the EDTF dates of the first and last event.
    """

    slug: str
    title: str
    show: Condition
    events: tuple[str, ...]
    sort: Sort
    articles: int
    first: str
    last: str


def suggest(events: Iterable[Event], entities: Mapping[str, Entity], language: str = "en") -> tuple[Suggestion, ...]:
    """Candidates with three events or more (a story: five): by sort, then those that most articles tell of.

    Titles are names and kinds in `language`. What holds nearly the same events as one before it is left out. Who takes
    part in a tenth of a large collection's events is at home there: a timeline of all of these tells no story.
    """
    offer = _Offer([event for event in events if event.statements], entities, language)
    found = [*offer.stories(), *offer.pairs(), *offer.names(), *offer.kinds()]
    order = list(Sort)
    ranked = sorted(found, key=lambda s: (order.index(s.sort), -s.articles, -len(s.events), s.slug))
    return tuple(_without_doubles(ranked))


class _Offer:
    def __init__(self, events: list[Event], entities: Mapping[str, Entity], language: str) -> None:
        self._events = sorted(events, key=lambda e: (edtf.sort_key(e.value), e.id))
        self._entities, self._language, self._say = entities, language, words.of(language)
        self._of: dict[str, list[Event]] = {}
        for event in self._events:
            for name in event.entities:
                if name in entities:
                    self._of.setdefault(name, []).append(event)
        enough = _HOME * len(events) if len(events) >= _LARGE else len(events)
        self._home = frozenset(name for name, of in self._of.items() if len(of) > enough)

    def stories(self) -> Iterator[Suggestion]:
        """What a few do together within a short time."""
        taken: set[str] = set()
        for story in stories(self._events, self._entities, self._home, _NEED_NAME):
            known = {event.id: event for name in story.names for event in self._of[name]}
            held = [event for event in known.values() if holds(story.show, event)]
            if len(held) < _TOGETHER:
                continue
            slug = f"{'-'.join(story.core)}-{story.show.start[:4]}"
            slug = f"{slug}-{story.show.start[5:]}" if slug in taken else slug
            taken.add(slug)
            when = phrasing.say(edtf.of_interval(story.show.start, story.show.end), self._language).replace(
                "\u2009", " "
            )
            kind = "" if story.kind in _VAGUE else f"{self._say(f'kind_{story.kind}')}: "
            yield self._made(slug, f"{kind}{self._labels(story.core)} ({when})", story.show, held, Sort.STORY)

    def pairs(self) -> Iterator[Suggestion]:
        """What two do together. A place is where, not who; a person and a country are mostly one side."""
        found: dict[tuple[str, str], list[Event]] = {}
        for event in self._events:
            who = sorted(n for n in event.entities if n in self._entities and self._kind(n) is not EntityKind.PLACE)
            for pair in combinations(who, 2) if len(who) <= _CROWD else ():
                found.setdefault(pair, []).append(event)
        for pair, together in found.items():
            one_side = {self._kind(name) for name in pair} == {EntityKind.PERSON, EntityKind.COUNTRY}
            if len(together) >= _LEAST and not one_side:
                show = Condition(all_of=(Condition(any_of=(pair_condition(pair),)),))
                yield self._made("-".join(pair), self._labels(pair), show, together, Sort.PAIR)

    def names(self) -> Iterator[Suggestion]:
        """What somebody or something takes part in; not who is at home in the collection."""
        for name, of in self._of.items():
            if len(of) >= _LEAST and name not in self._home:
                yield self._made(name, self._labels((name,)), Condition(entities=(name,)), of, Sort.ENTITY)

    def kinds(self) -> Iterator[Suggestion]:
        """What is of one kind, and what of one kind somebody takes part in."""
        alone: dict[Kind, list[Event]] = {}
        named: dict[tuple[Kind, str], list[Event]] = {}
        for event in self._events:
            if event.kind not in _VAGUE:
                alone.setdefault(event.kind, []).append(event)
                for name in event.entities:
                    if name in self._entities:
                        named.setdefault((event.kind, name), []).append(event)
        for kind, of in alone.items():
            if len(of) >= _LEAST and kind not in _NEED_NAME:
                yield self._made(kind, self._say(f"kind_{kind}"), Condition(kinds=(kind,)), of, Sort.KIND)
        for (kind, name), of in named.items():
            if len(of) >= _TOGETHER:
                title = f"{self._say(f'kind_{kind}')}: {self._labels((name,))}"
                show = Condition(entities=(name,), kinds=(kind,))
                yield self._made(f"{kind}-{name}", title, show, of, Sort.KIND)

    def _kind(self, name: str) -> EntityKind:
        return self._entities[name].kind

    def _labels(self, names: Iterable[str]) -> str:
        return ", ".join(self._entities[name].label(self._language) for name in names)

    def _made(self, slug: str, title: str, show: Condition, events: list[Event], sort: Sort) -> Suggestion:
        held = sorted(events, key=lambda e: (edtf.sort_key(e.value), e.id))
        articles = len({article for event in held for article in event.articles})
        first, last = held[0].value, held[-1].value
        return Suggestion(slug, title, show, tuple(e.id for e in held), sort, articles, first, last)


def _without_doubles(ranked: list[Suggestion]) -> Iterator[Suggestion]:
    kept: list[Suggestion] = []
    holding: dict[str, list[int]] = {}  # by event: which of those kept hold it
    for suggestion in ranked:
        shared = Counter(number for event in suggestion.events for number in holding.get(event, ()))
        longest = {number: max(len(kept[number].events), len(suggestion.events)) for number in shared}
        if any(count >= _SAME * longest[number] for number, count in shared.items()):
            continue
        for event in suggestion.events:
            holding.setdefault(event, []).append(len(kept))
        kept.append(suggestion)
        yield suggestion
