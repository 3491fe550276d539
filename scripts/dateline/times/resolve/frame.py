"""What a date is read against, and the answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from ... import edtf
from ...model import Basis
from .periods import first_day


class Tense(StrEnum):
    """The tense of the clause that a date stands in."""

    PAST = "past"
    FUTURE = "future"
    SCHEDULED = "scheduled"  # the present of what is arranged: it looks ahead to a weekday, and to nothing else
    UNKNOWN = "unknown"
    UNTIL = "until"  # unknown, of a date up to which something lasts


@dataclass(frozen=True, slots=True)
class Frame:
    """What a date is read against: the DCT, the date last named, the tense of the clause.

    `period` is the quarter or half last named, "" where that is long ago.
    `begun` is the day last named in full, which weeks are counted from.
    `near` says that the date last named stands close before and is a day or month; `carries` that it lies years back.
    `told_with` is the day before in the same sentence whose year is written, "" where there is none.
    `alone` says that there is next to nothing but the date: somebody asks for a day, and reports nothing.
    `plainly_past` says that the verb of a past clause leaves no doubt: it stands beside the date, or the date opens it.
    `narrative` says that the text tells of other times than its own: years are carried on from sentence to sentence.
    """

    dct: dt.date | None
    context: str
    period: str
    begun: str
    narrative: bool
    near: bool
    carries: bool
    told_with: str
    flags: frozenset[str]
    alone: bool
    tense: Callable[[], Tense]
    plainly_past: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Answer:
    """A value, what it was read from, and why this one ("" where there was no choice)."""

    value: str
    basis: Basis = Basis.EXPLICIT
    reckoned_from: str = ""
    why: str = ""


def anchored(anchor: str, frame: Frame) -> tuple[dt.date, Basis] | None:
    """The day that is reckoned from, and whose it is; None where there is none."""
    if anchor == "either":
        named = frame.context and edtf.precision(frame.context) is edtf.Precision.DAY
        anchor = "context" if named else "document"
    if anchor == "near" and not (frame.near and edtf.precision(frame.context) is edtf.Precision.DAY):
        return None
    if anchor in ("context", "near") and frame.context:
        return first_day(frame.context), Basis.CONTEXT
    if anchor == "start":
        return (first_day(frame.begun), Basis.CONTEXT) if frame.begun else None
    return (frame.dct, Basis.DOCUMENT) if frame.dct else None


def said(day: tuple[dt.date, Basis], frame: Frame) -> str:
    """The EDTF date that an anchored day was taken from."""
    return frame.context if day[1] is Basis.CONTEXT else edtf.of_date(day[0])
