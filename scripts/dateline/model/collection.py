"""All that goes in, and all that comes out."""

from __future__ import annotations

from dataclasses import dataclass

from .articles import Article, Problem
from .events import Event
from .notes import Note
from .statements import Entity, Statement
from .timelines import Definition, Timeline


@dataclass(frozen=True, slots=True)
class Seeds:
    """Everything that was read from the editor's folder, sorted by path.

    `named` are the statement ids that the editor's own files name, wherever in them.
    """

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...] = ()
    definitions: tuple[Definition, ...] = ()
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Collection:
    """The whole result: what the writers turn into pages and data.

    `articles` are sorted newest first, `events` by time, `entities` hold those that an event names.
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    timelines: tuple[Timeline, ...]
    entities: tuple[Entity, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of all events."""
        return tuple(s for event in self.events for s in event.statements)
