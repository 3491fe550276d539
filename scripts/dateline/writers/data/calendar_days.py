"""Days by their number (the scale of `edtf.bounds`) as a calendar writes them, years before ours included."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

from ... import edtf

_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097  # after so many the Gregorian calendar repeats itself


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; `year` is astronomical (0 is 1 BCE)."""

    year: int
    month: int
    day: int


def of_ordinal(ordinal: int) -> Day:
    """The day with this number; any number."""
    cycles, rest = divmod(ordinal - 1, _CYCLE_DAYS)
    day = dt.date.fromordinal(rest + 1)
    return Day(day.year + cycles * _CYCLE_YEARS, day.month, day.day)


@lru_cache(maxsize=65536)
def written(ordinal: int | None) -> str:
    """The day as EDTF ("2024-06-12", "-0043-03-15"); "" for an open end."""
    return "" if ordinal is None else edtf.of_day(*of_ordinal(ordinal))
