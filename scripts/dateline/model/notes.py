"""What an editor says of a statement or an event."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What an editor says of an event."""

    OPEN = "open"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class TextQuote:
    """A W3C TextQuoteSelector: the exact words, and enough before and after them to tell one place from another."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a page said before, what it says now, why, and the day (ISO 8601) it was put right."""

    was: str
    now: str
    because: str
    on: str


@dataclass(frozen=True, slots=True)
class Note:
    """What an editor adds to a statement or an event, anchored by quote or by statement id.

    `path` and `line` say where the editor wrote it. `translations` are (language, words) pairs, never quotations.
    `date` is an EDTF value that replaces the one read, `because` the reason. `on` is the day (ISO 8601) of the note.
    """

    path: str
    line: int
    quote: TextQuote | None = None
    id: str = ""
    article: str = ""
    by: str = ""
    on: str = ""
    comment: str = ""
    title: str = ""
    translations: tuple[tuple[str, str], ...] = ()
    date: str = ""
    because: str = ""
    hide: bool = False
    merge: tuple[str, ...] = ()
    split: bool = False
    status: Status = Status.OPEN
    correction: Correction | None = None
