"""Timelines for a folder in which nobody defined any."""

from __future__ import annotations

from collections.abc import Mapping

from ..cache.keeping import Keep, joined
from ..model import Article, Entity, Event, Timeline
from .key import key_events

_LEAST = 3  # events that make a timeline
_ALL = "all-events"


def unasked(
    events: tuple[Event, ...],
    entities: Mapping[str, Entity],
    articles: Mapping[str, Article],
    language: str,
    keep: Keep,
) -> tuple[Timeline, ...]:
    """All events, then one timeline for each entity that takes part in three or more, the fullest first."""
    of_entity: dict[str, list[Event]] = {}
    for event in events:
        for name in event.entities:
            of_entity.setdefault(name, []).append(event)
    marks = {event.id: _mark(event, articles, keep) for event in events}
    full = [name for name, found in of_entity.items() if len(found) >= _LEAST and name in entities]
    every = Timeline(_ALL, "All events", events, key=_key(events, articles, marks, keep))
    return (
        every,
        *(
            Timeline(
                slug=name,
                title=entities[name].label(language),
                events=tuple(of_entity[name]),
                key=_key(tuple(of_entity[name]), articles, marks, keep),
                entity=name,
            )
            for name in sorted(full, key=lambda name: (-len(of_entity[name]), name))
        ),
    )


def _key(
    events: tuple[Event, ...], articles: Mapping[str, Article], marks: Mapping[str, str], keep: Keep
) -> tuple[str, ...]:
    return keep("key events", [marks[event.id] for event in events], lambda: key_events(events, articles))


def _mark(event: Event, articles: Mapping[str, Article], keep: Keep) -> str:
    """A name for all that the weight of an event depends on."""
    return joined((keep.mark(event), *(keep.mark(articles[id_]) for id_ in event.articles)))
