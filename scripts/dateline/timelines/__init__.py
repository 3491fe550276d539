"""Timelines: the events that a definition asks for; where nobody defined any, all, and those of each entity."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .. import edtf
from ..cache.keeping import Keep, anew
from ..model import Article, Definition, Entity, Event, Problem, Severity, Timeline
from .key import key_events
from .own import own_event
from .resolving import Resolver
from .selecting import emptied_by, showed
from .suggesting import Sort, Suggestion, suggest
from .unasked import unasked

__all__ = ["Sort", "Suggestion", "make", "suggest"]


def make(
    events: Iterable[Event],
    definitions: Iterable[Definition],
    entities: Mapping[str, Entity],
    articles: Mapping[str, Article],
    language: str = "en",
    keep: Keep = anew,
) -> tuple[tuple[Timeline, ...], tuple[Problem, ...]]:
    """A timeline for each definition, sorted by slug, and what is wrong with the definitions.

    Without definitions: one of all events, and one for each entity that takes part in three or more. `language` is the
    site's; an entity's timeline is named in it.
    """
    known, defined = tuple(events), sorted(definitions, key=lambda d: d.slug)
    if not defined:
        return unasked(known, entities, articles, language, keep), ()
    resolver = Resolver(entities, articles, known)
    made = [_timeline(definition, known, resolver, articles) for definition in defined]
    return tuple(timeline for timeline, _ in made), tuple(sorted(p for _, problems in made for p in problems))


def _timeline(
    definition: Definition, events: tuple[Event, ...], resolver: Resolver, articles: Mapping[str, Article]
) -> tuple[Timeline, list[Problem]]:
    problems: list[Problem] = []
    show = resolver.condition(definition.show, definition, problems)
    chosen = [event for event in events if showed(show, event)]
    if not chosen and not definition.events:
        line = dict(definition.lines).get("show", 0)
        message = f"no event is shown{emptied_by(show, events)}"
        problems.append(Problem(definition.path, line, message, Severity.WARNING, "empty-timeline"))
    own = [own_event(event, definition.slug) for event in definition.events]
    ordered = tuple(sorted((*chosen, *own), key=lambda e: (edtf.sort_key(e.value), e.id)))
    timeline = Timeline(
        slug=definition.slug,
        title=definition.title,
        events=ordered,
        introduction=definition.introduction,
        key=(),
        eras=definition.eras,
        newest_first=definition.newest_first,
        definition=definition,
    )
    wanted = resolver.keys(definition, ordered, problems)
    return replace(timeline, key=key_events(ordered, articles, wanted)), problems
