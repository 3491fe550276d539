"""EDTF values (ISO 8601-2:2019, level 1): what days they cover, how they compare, how they are written.

Days are ordinals of the proleptic Gregorian calendar on the scale of `datetime.date.toordinal()`: 1 is 0001-01-01, and
days before it count down through 0. Years are astronomical, as in EDTF: year 0 is 1 BCE, year -43 is 44 BCE.
An open end of an interval (`..`) and an unknown one (nothing) are both None here.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import IntEnum
from functools import lru_cache

Bounds = tuple[int | None, int | None]

_QUALIFIER = r"[~?%]?"
_CLOCK = r"T(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60))?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_DATE = re.compile(
    rf"(?P<year>-?\d{{4}}|Y-?\d{{5,9}})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<clock>{_CLOCK})?)?)?{_QUALIFIER}"
    rf"|(?P<digits>-?\d{{0,3}})(?P<unknown>X{{1,4}})(?:-XX){{0,2}}{_QUALIFIER}",
    re.ASCII,
)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


class Precision(IntEnum):
    """What a value names; the finer sorts first."""

    DAY = 1
    MONTH = 2
    SEASON = 3
    YEAR = 4
    DECADE = 5
    CENTURY = 6
    MILLENNIUM = 7
    INTERVAL = 8
    OPEN = 9


# -- writing ----------------------------------------------------------------------------------------------------


def of_year(year: int) -> str:
    """The year `year` (astronomical): "1999", "-0043", "Y17000"."""
    if -9999 <= year <= 9999:
        return f"{'-' if year < 0 else ''}{abs(year):04d}"
    return f"Y{year}"


def of_month(year: int, month: int) -> str:
    """A month; `month` may lie outside 1 to 12 and is carried over into the years: (2021, 14) is "2022-02"."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{of_year(year)}-{month:02d}"


def of_day(year: int, month: int, day: int) -> str:
    """A day. Raises ValueError where the calendar has none such."""
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise ValueError(f"no such day: {year}-{month}-{day}")
    return f"{of_year(year)}-{month:02d}-{day:02d}"


def of_date(day: dt.date) -> str:
    """A day as `datetime` has it."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def of_interval(first: str, last: str) -> str:
    """From `first` to `last`, each EDTF or ".."; an end that is an interval itself gives its outer end.

    Equal ends give the one value. Raises ValueError where the end comes before the start.
    """
    left, right = first.split("/")[0], last.split("/")[-1]
    if left == right:
        return left
    value = f"{left}/{right}"
    if not is_valid(value):
        raise ValueError(f"no interval: {value}")
    return value


# -- reading ----------------------------------------------------------------------------------------------------


def is_leap(year: int) -> bool:
    """Whether the proleptic Gregorian `year` (astronomical) has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """How many days `month` (1 to 12) has."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day; any year. `month` is 1 to 12, `day` is not checked."""
    before = year - 1
    days = before * 365 + before // 4 - before // 100 + before // 400
    return days + _DAYS_BEFORE_MONTH[month - 1] + (month > 2 and is_leap(year)) + day


@lru_cache(maxsize=16384)
def bounds(value: str) -> Bounds:
    """First and last day of an EDTF value, as ordinals; None for an open end. Raises ValueError where it is none."""
    if "/" not in value:
        return _date_bounds(value)
    left, _, right = value.partition("/")
    first = None if left in ("", "..") else _date_bounds(left)[0]
    last = None if right in ("", "..") else _date_bounds(right)[1]
    if (first is None and last is None) or (first is not None and last is not None and last < first):
        raise ValueError(f"no EDTF interval: {value!r}")
    return first, last


def _date_bounds(value: str) -> tuple[int, int]:
    match = _DATE.fullmatch(value)
    if match is None or value.startswith("-0000"):
        raise ValueError(f"no EDTF date: {value!r}")
    if match["unknown"]:
        return _unspecified_bounds(match["digits"], match["unknown"], value)
    year, month, day = int(match["year"].lstrip("Y")), match["month"], match["day"]
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise ValueError(f"no EDTF date: {value!r}")
        return ordinal(year, 1, 1), ordinal(year, 12, 31)
    if day is None or day == "XX":
        return _month_bounds(year, int(month), value, alone=day is None)
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= days_in_month(year, int(month))):
        raise ValueError(f"no such day: {value!r}")
    return (there := ordinal(year, int(month), int(day))), there


def _month_bounds(year: int, month: int, value: str, alone: bool) -> tuple[int, int]:
    if 1 <= month <= 12:
        return ordinal(year, month, 1), ordinal(year, month, days_in_month(year, month))
    if month not in _SEASONS or not alone:
        raise ValueError(f"no such month or season: {value!r}")
    first, last = _SEASONS[month]
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return ordinal(year, first, 1), ordinal(end_year, end_month, days_in_month(end_year, end_month))


def _unspecified_bounds(digits: str, unknown: str, value: str) -> tuple[int, int]:
    if len(digits.lstrip("-")) + len(unknown) != 4:
        raise ValueError(f"no EDTF date: {value!r}")
    near, far = int((digits or "") + "0" * len(unknown)), int((digits or "") + "9" * len(unknown))
    first, last = min(near, far), max(near, far)
    return ordinal(first, 1, 1), ordinal(last, 12, 31)


@lru_cache(maxsize=16384)
def is_valid(value: str) -> bool:
    """Whether `value` is EDTF of level 1, and names days that the calendar has."""
    try:
        bounds(value)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=16384)
def precision(value: str) -> Precision:
    """What `value` names. Raises ValueError where it is no EDTF."""
    first, last = bounds(value)
    if "/" in value:
        return Precision.OPEN if first is None or last is None else Precision.INTERVAL
    bare = value.rstrip("~?%").replace("-XX", "")
    if "X" in bare:
        return {1: Precision.DECADE, 2: Precision.CENTURY}.get(bare.count("X"), Precision.MILLENNIUM)
    parts = bare.lstrip("-Y").split("-")
    if len(parts) == 2:
        return Precision.SEASON if parts[1] > "12" else Precision.MONTH
    return Precision.YEAR if len(parts) == 1 else Precision.DAY


def is_approximate(value: str) -> bool:
    """Whether the value, or an end of it, is marked as approximate (`~`, `%`)."""
    return "~" in value or "%" in value


def is_uncertain(value: str) -> bool:
    """Whether the value, or an end of it, is marked as uncertain (`?`, `%`)."""
    return "?" in value or "%" in value


# -- comparing --------------------------------------------------------------------------------------------------


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` is a day of `outer`; an open end reaches for ever."""
    (first, last), (a, b) = bounds(outer), bounds(inner)
    starts = first is None or (a is not None and first <= a)
    return starts and (last is None or (b is not None and b <= last))


def sort_key(value: str) -> tuple[int, int, str]:
    """For sorting in order of time: by first day, then the shorter first. What has no start sorts by its end."""
    first, last = bounds(value)
    start = first if first is not None else last
    assert start is not None  # an interval open at both ends is not valid
    return start, last if last is not None else 10**9, value
