"""From meaning to a calendar value: the arithmetic of dates, written once for all languages.

What is reckoned from is the DCT, or an earlier date of the text. Where the words leave several days open, tense and
nearness decide, as for a reader of news; where they don't, there is no answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from .. import edtf
from ..model import Basis
from .meaning import About, Absolute, Calendar, Meaning, Nth, Range, Same, Shift, Weekday

# How many times nearer a date must be that the tense speaks against: "payable 2 January, it said" in November.
_AGAINST_PAST, _AGAINST_FUTURE = 5, 8
_JUST_ENDED = 120  # days in which firms and offices still report on a quarter
_MONTHS_OF = {"Q": 3, "H": 6, "S": 3}


class Tense(StrEnum):
    """The tense of the clause that a date stands in."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_WHY = {
    Tense.PAST: "the nearest one, in the past as the clause is",
    Tense.FUTURE: "the nearest one, in the future as the clause is",
    Tense.UNKNOWN: "the nearest one",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What a date is read against: the DCT, the date last named, the tense of the clause.

    `period` is the quarter or half last named, "" where that is long ago.
    `begun` is the day last named in full, which weeks are counted from.
    `carries` says that the date last named stands close before and lies years back.
    `narrative` says that the text tells of other times than its own: years are carried on from sentence to sentence.
    """

    dct: dt.date | None
    context: str
    period: str
    begun: str
    narrative: bool
    carries: bool
    flags: frozenset[str]
    tense: Callable[[], Tense]


@dataclass(frozen=True, slots=True)
class Answer:
    """A value, what it was read from, and why this one ("" where there was no choice)."""

    value: str
    basis: Basis = Basis.EXPLICIT
    reckoned_from: str = ""
    why: str = ""


def resolve(meaning: Meaning, frame: Frame) -> Answer | None:
    """The value of `meaning`, or None where it can't be told."""
    try:
        return _resolved(meaning, frame)
    except (ValueError, OverflowError):  # no such day, or one outside of the years that the calendar has
        return None


def _resolved(meaning: Meaning, frame: Frame) -> Answer | None:
    match meaning:
        case Absolute(value):
            return Answer(value)
        case Shift(unit, count, anchor):
            return _shift(unit, count, anchor, frame)
        case Calendar():
            return _calendar(meaning, frame)
        case Weekday():
            return _weekday(meaning, frame)
        case Nth():
            return _nth(meaning, frame)
        case Range():
            return _range(meaning, frame)
        case Same():
            return _same(meaning, frame)
        case About(date):
            return _about(date, frame)


def _about(date: Meaning, frame: Frame) -> Answer | None:
    answer = _resolved(date, frame)
    if answer is None or "/" in answer.value:
        return answer
    return replace(answer, value=f"{answer.value}~")


# -- periods ----------------------------------------------------------------------------------------------------


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


def _part(part: str, year: int) -> str:
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


# -- shifts -----------------------------------------------------------------------------------------------------


def _anchor(anchor: str, frame: Frame) -> tuple[dt.date, Basis] | None:
    if anchor == "either":
        named = frame.context and edtf.precision(frame.context) is edtf.Precision.DAY
        anchor = "context" if named else "document"
    if anchor == "context" and frame.context:
        return first_day(frame.context), Basis.CONTEXT
    if anchor == "start":
        return (first_day(frame.begun), Basis.CONTEXT) if frame.begun else None
    return (frame.dct, Basis.DOCUMENT) if frame.dct else None


def _shift(unit: str, count: int, anchor: str, frame: Frame) -> Answer | None:
    if anchor in ("document", "ahead") and _told_of_then(unit, count, anchor, frame):
        anchor = "context"
    if (day := _anchor(anchor, frame)) is None:
        return None
    if anchor == "start":
        return Answer(period(unit, day[0], count), Basis.CONTEXT, frame.begun, "counted from that day")
    if day[1] is Basis.CONTEXT and not _fine_enough(unit, frame.context):
        return None
    if unit == "weekend" and count == 0 and frame.tense() is not Tense.FUTURE and day[0].weekday() < 4:
        count = -1
    return Answer(period(unit, day[0], count), day[1], _from(day, frame))


def _told_of_then(unit: str, count: int, anchor: str, frame: Frame) -> bool:
    """Whether "the next year" or "in two years" is reckoned from the date told of, not from the DCT."""
    if not frame.context or unit not in ("day", "week", "month", "year") or not _fine_enough(unit, frame.context):
        return False
    if count == 0 or (anchor == "document" and unit == "day"):
        return False
    if frame.narrative:
        return True
    return count > 0 and frame.tense() is Tense.PAST


_FINENESS = {"day": 1, "week": 1, "weekend": 1, "month": 2, "quarter": 3, "half": 3, "year": 4, "decade": 5, "century": 6}


def _fine_enough(unit: str, context: str) -> bool:
    """Whether "that day" can mean a date of the context: a month is no day."""
    grain = edtf.precision(context)
    if grain is edtf.Precision.INTERVAL:
        grain = edtf.precision(context.split("/")[0])
    return grain <= _FINENESS.get(unit, 1)


def _from(day: tuple[dt.date, Basis], frame: Frame) -> str:
    return frame.context if day[1] is Basis.CONTEXT else edtf.of_date(day[0])


# -- dates with parts missing -----------------------------------------------------------------------------------


def _calendar(meaning: Calendar, frame: Frame) -> Answer | None:
    if meaning.year is not None:
        return Answer(_written(meaning, meaning.year))
    if meaning.shift is not None:
        return _pointed(meaning, meaning.shift, frame)
    if frame.context and (frame.narrative or frame.carries):
        year = first_day(frame.context).year
        if meaning.month is not None or meaning.part:
            return Answer(_written(meaning, year), Basis.CONTEXT, frame.context, "the year goes on from the date before")
    if frame.dct is None:
        return None
    dct = frame.dct
    if meaning.month is None and not meaning.part:
        return _day_alone(meaning, dct)
    if meaning.part[:1] in ("Q", "H"):
        return _quarter(meaning, dct, frame)
    years = [y for y in range(max(dct.year - 4, 1), min(dct.year + 5, 9999)) if _fits(meaning, y)]
    values = [_written(meaning, y) for y in years]
    chosen, why = _chosen(values, dct, meaning, frame)
    return Answer(chosen, Basis.DOCUMENT, edtf.of_date(dct), why) if chosen else None


def _quarter(meaning: Calendar, dct: dt.date, frame: Frame) -> Answer:
    """A quarter or half without a year: that of the DCT's year, or the one that has just ended."""
    year, why = dct.year, "that of this year"
    ended = dt.date.fromordinal(edtf.bounds(_part(meaning.part, year - 1))[1] or 1)
    if (dct - ended).days < _JUST_ENDED and frame.tense() is not Tense.FUTURE:
        year, why = year - 1, "the one that has just ended"
    return Answer(_part(meaning.part, year), Basis.DOCUMENT, edtf.of_date(dct), why)


def _written(meaning: Calendar, year: int) -> str:
    if meaning.part.startswith("E"):
        return edtf.of_date(easter(year) + dt.timedelta(int(meaning.part[1:] or 0)))
    if meaning.part:
        return _part(meaning.part, year)
    if meaning.month is None:
        return edtf.of_year(year)
    if meaning.day is None:
        return edtf.of_month(year, meaning.month)
    return edtf.of_day(year, meaning.month, meaning.day)


def _fits(meaning: Calendar, year: int) -> bool:
    """Whether the year has such a day, and the weekday (if any) bears it out."""
    if meaning.month is None or meaning.day is None:
        return True
    if meaning.day > edtf.days_in_month(year, meaning.month):
        return False
    return meaning.weekday in (None, dt.date(year, meaning.month, meaning.day).isoweekday())


def _pointed(meaning: Calendar, shift: Shift, frame: Frame) -> Answer | None:
    if (day := _anchor(shift.anchor, frame)) is None:
        return None
    if shift.unit == "month":
        month = day[0].year * 12 + day[0].month - 1 + shift.count
        value = edtf.of_day(month // 12, month % 12 + 1, meaning.day or 1) if meaning.day else edtf.of_month(0, month + 1)
    else:
        value = _written(meaning, day[0].year + shift.count)
    return Answer(value, day[1], _from(day, frame))


def _day_alone(meaning: Calendar, dct: dt.date) -> Answer | None:
    """A day of the month without its month: the one that its weekday bears out and that is nearest."""
    days = [dct + dt.timedelta(n) for n in sorted(range(-45, 46), key=lambda n: (abs(n), n))]
    fitting = (d for d in days if d.day == meaning.day and meaning.weekday in (None, d.isoweekday()))
    found = next(fitting, None)
    return Answer(edtf.of_date(found), Basis.DOCUMENT, edtf.of_date(dct), "the nearest such day") if found else None


def _chosen(values: list[str], dct: dt.date, meaning: Calendar, frame: Frame) -> tuple[str, str]:
    """The one of the values, in order of time, that a reader takes: by "last" or "next", tense, or nearness."""
    today = dct.toordinal()
    spans = [(edtf.bounds(v)[0] or 0, edtf.bounds(v)[1] or 0, v) for v in values]
    if meaning.nearest:
        ahead = meaning.nearest > 0
        rest = [v for a, b, v in spans if (a > today if ahead else b < today)]
        return (rest[0] if ahead else rest[-1], "the next one" if ahead else "the last one") if rest else ("", "")
    tense = frame.tense()
    weigh = {Tense.PAST: (1, _AGAINST_PAST), Tense.FUTURE: (_AGAINST_FUTURE, 1), Tense.UNKNOWN: (1, 1)}[tense]
    ranked = sorted((max((today - b) * weigh[0], (a - today) * weigh[1], 0), v) for a, b, v in spans)
    return (ranked[0][1], _WHY[tense]) if ranked else ("", "")


def _weekday(meaning: Weekday, frame: Frame) -> Answer | None:
    if frame.dct is None:
        return None
    dct = frame.dct
    day, why = _weekday_day(meaning, dct, frame)
    return Answer(edtf.of_date(day), Basis.DOCUMENT, edtf.of_date(dct), why)


def _weekday_day(meaning: Weekday, dct: dt.date, frame: Frame) -> tuple[dt.date, str]:
    monday = dct - dt.timedelta(dct.weekday())
    after = dt.timedelta(meaning.weekday - 1)
    if meaning.week is not None:
        return monday + dt.timedelta(7 * meaning.week) + after, "a day of that week"
    ahead = (meaning.weekday - dct.isoweekday()) % 7
    last, coming = dct - dt.timedelta((-ahead) % 7), dct + dt.timedelta(ahead)
    count = meaning.count
    if count is not None and count < 0:
        return last - dt.timedelta(7 if last == dct else 0) + dt.timedelta(7 * (count + 1)), "the last one"
    if count is not None and count > 0:
        coming += dt.timedelta(7 if coming == dct else 0)
        if "next-is-next-week" in frame.flags and coming < monday + dt.timedelta(7):
            coming += dt.timedelta(7)
        return coming + dt.timedelta(7 * (count - 1)), "the next one"
    if count == 0 and frame.tense() is Tense.UNKNOWN:
        return monday + after, "a day of this week"
    if frame.tense() is Tense.FUTURE:
        return coming, "the clause speaks of the future"
    return last, "the last one, as news means it"


def _nth(meaning: Nth, frame: Frame) -> Answer | None:
    inner = _resolved(meaning.within, frame)
    if inner is None:
        return None
    bounds = edtf.bounds(inner.value)
    first, last = dt.date.fromordinal(bounds[0] or 1), dt.date.fromordinal(bounds[1] or 1)
    if meaning.unit == "week":
        return replace(inner, value=_nth_week(meaning.ordinal, first, last))
    days: Iterable[dt.date] = (first + dt.timedelta(n) for n in range((last - first).days + 1))
    fitting = [d for d in days if meaning.unit == "day" or d.isoweekday() == int(meaning.unit)]
    index = meaning.ordinal - 1 if meaning.ordinal > 0 else meaning.ordinal
    return replace(inner, value=edtf.of_date(fitting[index])) if -len(fitting) <= index < len(fitting) else None


def _nth_week(ordinal: int, first: dt.date, last: dt.date) -> str:
    """The weeks of a month are those with most of their days in it (so ISO 8601 numbers those of a year)."""
    if ordinal == 0:
        return week(first)
    if ordinal < 0:
        full = [d for d in _days(first, last) if d.isoweekday() == 7]
        return week(full[ordinal])
    mondays = [d for d in _days(first, last) if d.isoweekday() == 1]
    return week(mondays[ordinal - 1])


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for n in range((last - first).days + 1):
        yield first + dt.timedelta(n)


def _same(meaning: Same, frame: Frame) -> Answer | None:
    """The quarter named before, so many years on; a year ago without one is the year before the DCT's."""
    if frame.period:
        years = meaning.years if meaning.year is None else meaning.year - int(frame.period[:4])
        first, last = (_years_on(end, years) for end in frame.period.split("/"))
        return Answer(f"{first}/{last}", Basis.CONTEXT, frame.period, "the period that the text speaks of")
    if meaning.year is not None:
        return Answer(edtf.of_year(meaning.year))
    if frame.dct is None:
        return None
    if meaning.latest:
        return Answer(period("quarter", frame.dct, -1), Basis.DOCUMENT, edtf.of_date(frame.dct), "the last one to end")
    return _shift("year", meaning.years, "document", frame) if meaning.years else None


def _years_on(month: str, years: int) -> str:
    return f"{int(month[:4]) + years:04d}{month[4:]}"


# -- ranges -----------------------------------------------------------------------------------------------------


def _range(meaning: Range, frame: Frame) -> Answer | None:
    last = _resolved(meaning.last, frame) if meaning.last is not None else None
    if meaning.first is None:
        return replace(last, value=edtf.of_interval("..", last.value)) if last else None
    first = _resolved(meaning.first, frame)
    if first is None:
        return None
    if meaning.last is None:
        return replace(first, value=edtf.of_interval(first.value, ".."))
    if last is None:
        return None
    if edtf.sort_key(first.value)[0] > edtf.sort_key(last.value)[0]:
        first, last = _in_order(meaning, first, last)
    weaker = first if first.basis is not Basis.EXPLICIT else last
    return replace(weaker, value=edtf.of_interval(first.value, last.value))


def _in_order(meaning: Range, first: Answer, last: Answer) -> tuple[Answer, Answer]:
    """Where the end came out before the start, one of them lies in the year beside: from December to March."""
    if isinstance(meaning.first, Calendar) and meaning.first.year is None and meaning.first.month:
        year = first_day(last.value).year
        for y in (year, year - 1):
            earlier = _written(meaning.first, y)
            if edtf.sort_key(earlier)[0] <= edtf.sort_key(last.value)[0]:
                return replace(first, value=earlier), last
    if isinstance(meaning.last, Calendar) and meaning.last.year is None and meaning.last.month:
        year = first_day(first.value).year
        for y in (year, year + 1):
            later = _written(meaning.last, y)
            if edtf.sort_key(later)[0] >= edtf.sort_key(first.value)[0]:
                return first, replace(last, value=later)
    raise ValueError("the end comes before the start")
