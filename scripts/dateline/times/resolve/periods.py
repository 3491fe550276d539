"""Stretches of the calendar: days, weeks, months, quarters, seasons; Easter."""

from __future__ import annotations

import datetime as dt

from ... import edtf

_MONTHS_OF = {"Q": 3, "H": 6, "S": 3}


def period(unit: str, day: dt.date, count: int) -> str:
    """The day, week, month … that lies `count` such units after (before: negative) the one that `day` is in."""
    month = day.year * 12 + day.month - 1
    match unit:
        case "day":
            return edtf.of_date(day + dt.timedelta(count))
        case "week" | "fortnight":
            return week(day + dt.timedelta(7 * count * (2 if unit == "fortnight" else 1)))
        case "weekend":
            saturday = day - dt.timedelta(day.weekday()) + dt.timedelta(5 + 7 * count)
            return f"{edtf.of_date(saturday)}/{edtf.of_date(saturday + dt.timedelta(1))}"
        case "month":
            return edtf.of_month(day.year, day.month + count)
        case "quarter":
            return months(0, (month // 3 + count) * 3 + 1, 3)
        case "half":
            return months(0, (month // 6 + count) * 6 + 1, 6)
        case "year":
            return edtf.of_year(day.year + count)
        case "decade":
            return f"{day.year // 10 + count}X"
        case "century":
            return f"{day.year // 100 + count}XX"
    raise ValueError(f"no such unit: {unit}")


def week(day: dt.date) -> str:
    """Monday to Sunday of the week that `day` is in."""
    monday = day - dt.timedelta(day.weekday())
    return f"{edtf.of_date(monday)}/{edtf.of_date(monday + dt.timedelta(6))}"


def months(year: int, first: int, count: int) -> str:
    """`count` months from the month `first` of `year`; months are carried over into the years."""
    return f"{edtf.of_month(year, first)}/{edtf.of_month(year, first + count - 1)}"


def first_day(value: str) -> dt.date:
    """The first day of a value. Raises ValueError where it lies outside of the years 1 to 9999."""
    first, last = edtf.bounds(value)
    return dt.date.fromordinal(first if first is not None else last or 0)


def part_of_year(part: str, year: int) -> str:
    """A quarter, half or season of a year; the winter of a year begins in its December."""
    size, number = _MONTHS_OF[part[0]], int(part[1])
    return months(year, (number - 1) * size + (3 if part[0] == "S" else 1), size)


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches. Source: the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
