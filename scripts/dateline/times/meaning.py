"""What the words of a date say, before it is known which date that is. Frozen values; `resolve` reckons with them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Absolute:
    """The words alone name the date: an EDTF value."""

    value: str


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units after (before: negative) the day that is reckoned from. `anchor` is "document" or "context"."""

    unit: str
    count: int
    anchor: str = "document"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year, a month, a day: what the words give of them. `shift` stands for the year or month that they don't name
    but point at ("of last year", "of this month"); `weekday` (1 is Monday) bears a date out.

    `part` is a part of the year instead of a month: "Q3", "H1", "S4" (a season: 1 spring to 4 winter), "E-7" (days
    from Easter Sunday). With `nearest` only the anchor of `shift` counts: "the following spring" is reckoned from it.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: Shift | None = None
    part: str = ""
    nearest: int = 0  # -1: the last such before the day reckoned from, 1: the next after it ("last April")


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: bare (`count` None), of this, last or next week (`week`), or "last Friday" (`count` -1).

    `then` says that it is counted from the day named before: "the following Friday"; `ahead`, that the word before it
    looks ahead ("a strike called for Friday") or back ("since Friday"), whatever the tense.
    """

    weekday: int
    count: int | None = None
    week: int | None = None
    then: bool = False
    ahead: bool | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The third Tuesday, the last day, the first week of a month or year. `ordinal` -1 is the last."""

    ordinal: int
    unit: str  # "day", "week", "month", "quarter", or a weekday's number
    within: Calendar


@dataclass(frozen=True, slots=True)
class Range:
    """From one date to another; None is an open end."""

    first: Meaning | None
    last: Meaning | None


@dataclass(frozen=True, slots=True)
class Same:
    """The period that the text speaks of, so many years on or in a given year.

    "The quarter", "a year earlier", "the latest period".
    """

    years: int
    latest: bool
    year: int | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Not quite that date: "about 1905"."""

    date: Calendar | Absolute | Shift


Meaning = Absolute | Shift | Calendar | Weekday | Nth | Range | Same | About


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of parts that may be a date, and what it would mean. `first` and `last` are parts, inclusive."""

    first: int
    last: int
    rule: str
    meaning: Meaning


Made = Meaning | tuple[Candidate, ...] | None  # what a builder gives: a meaning, a list of dates, or nothing
