"""From meaning to a calendar value: the arithmetic of dates, written once for all languages.

What is reckoned from is the DCT, or an earlier date of the text. Where the words leave several days open, tense and
nearness decide, as for a reader of news; where they don't, there is no answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ... import edtf
from ...model import Basis
from ..meaning import About, Absolute, Calendar, Meaning, Nth, Range, Same, Shift, Weekday
from . import partial, relative
from .frame import Answer, Frame, Tense
from .periods import first_day, week

__all__ = ["Answer", "Frame", "Tense", "resolve"]


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
            return relative.shift(unit, count, anchor, frame)
        case Calendar():
            return partial.calendar(meaning, frame)
        case Weekday():
            return relative.weekday(meaning, frame)
        case Nth():
            return _nth(meaning, frame)
        case Range():
            return _range(meaning, frame)
        case Same():
            return relative.same(meaning, frame)
        case About(date):
            return _about(date, frame)


def _about(date: Meaning, frame: Frame) -> Answer | None:
    answer = _resolved(date, frame)
    if answer is None or "/" in answer.value:
        return answer
    return replace(answer, value=f"{answer.value}~")


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
    """The first week of a month is its first from a Monday on, the last one its last up to a Sunday."""
    if ordinal == 0:
        return week(first)
    days = [day for day in _days(first, last) if day.isoweekday() == (1 if ordinal > 0 else 7)]
    if not -len(days) <= ordinal <= len(days):
        raise ValueError("no such week")
    return week(days[ordinal - 1 if ordinal > 0 else ordinal])


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for n in range((last - first).days + 1):
        yield first + dt.timedelta(n)


def _range(meaning: Range, frame: Frame) -> Answer | None:
    if meaning.first is None and meaning.last is not None:
        frame = _up_to(frame, isinstance(meaning.last, Weekday))
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


_AS_UNTIL = {Tense.PAST: Tense.UNKNOWN, Tense.UNKNOWN: Tense.UNTIL, Tense.SCHEDULED: Tense.UNTIL}


def _up_to(frame: Frame, on_weekday: bool) -> Frame:
    """Until a date: it lies rather ahead, but where the clause tells of the past ("closed until May") nothing tells."""
    told = frame.tense()
    tense = Tense.FUTURE if on_weekday else _AS_UNTIL.get(told, told)
    return replace(frame, tense=lambda: tense)


def _in_order(meaning: Range, first: Answer, last: Answer) -> tuple[Answer, Answer]:
    """Where the end came out before the start, one of them lies in the year beside: from December to March."""
    if isinstance(meaning.first, Calendar) and meaning.first.year is None and meaning.first.month:
        year = first_day(last.value).year
        for y in (year, year - 1):
            earlier = partial.written(meaning.first, y)
            if edtf.sort_key(earlier)[0] <= edtf.sort_key(last.value)[0]:
                return replace(first, value=earlier), last
    if isinstance(meaning.last, Calendar) and meaning.last.year is None and meaning.last.month:
        year = first_day(first.value).year
        for y in (year, year + 1):
            later = partial.written(meaning.last, y)
            if edtf.sort_key(later)[0] >= edtf.sort_key(first.value)[0]:
                return first, replace(last, value=later)
    raise ValueError("the end comes before the start")
