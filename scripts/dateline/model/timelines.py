"""What belongs together under one title, and who decided so."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from .events import Event
from .notes import Note
from .statements import Kind


@dataclass(frozen=True, slots=True)
class Era:
    """A named period of a timeline; `start` and `end` are EDTF, "" where open."""

    title: str
    start: str = ""
    end: str = ""


class Dated(StrEnum):
    """How precisely an event must be dated."""

    ANYHOW = ""
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Condition:
    """What an event must be to belong: every filled field holds. `any_of`, `all_of` and `none_of` combine conditions.

    Within one field any of its values will do. `start` and `end` are EDTF, inclusive. `lines` tell on which line of
    the editor's file a value stands: (value, line) pairs, for messages. `dated` says how precisely.
    """

    entities: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    languages: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    dated: Dated = Dated.ANYHOW
    all_of: tuple[Condition, ...] = ()
    any_of: tuple[Condition, ...] = ()
    none_of: tuple[Condition, ...] = ()
    lines: tuple[tuple[str, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """An event that the editor adds to a timeline by hand, on `line` of its file."""

    date: str
    title: str
    url: str = ""
    archive: str = ""
    quote: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Definition:
    """A file of `seeds/timelines/`: what a timeline shows and what the editor adds to it.

    `lines` are (value, line) pairs as in `Condition`: the line of each id of `key`, and of "show".
    """

    slug: str
    path: str
    title: str
    show: Condition = Condition()
    introduction: str = ""
    newest_first: bool = False
    key: tuple[str, ...] = ()
    eras: tuple[Era, ...] = ()
    events: tuple[OwnEvent, ...] = ()
    notes: tuple[Note, ...] = ()
    lines: tuple[tuple[str, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time under one title. `key` are the ids of the events that matter most, in order of time.

    `definition` is None for a timeline that nobody defined; `entity` then names what it is about, if one thing.
    """

    slug: str
    title: str
    events: tuple[Event, ...]
    introduction: str = ""
    key: tuple[str, ...] = ()
    eras: tuple[Era, ...] = ()
    newest_first: bool = False
    definition: Definition | None = None
    entity: str = ""
