"""Dates of which the words give a part: which year, which month is meant."""

from __future__ import annotations

import datetime as dt

from ... import edtf
from ...model import Basis
from ..meaning import Calendar, Shift
from .frame import Answer, Frame, Tense, anchored, said
from .periods import easter, first_day, part_of_year

# How many times nearer a date must be that the tense speaks against: "payable 2 January, it said" in November.
_AGAINST_PAST, _AGAINST_PLAIN_PAST, _AGAINST_FUTURE = 5, 30, 8
# A report that says nothing of tense looks back, but for what is soon to come: months ahead it would name the year.
_SOON, _UNTOLD = 60, 2
_AGAINST_UNTIL = 2  # what lasts until a date mostly still lasts
_JUST_ENDED = 120  # days in which firms and offices still report on a quarter
_RECENT = 60  # days in which a day is named without its year whatever year was told before
_SEASON_BEGINS = 20  # days by which the season that people mean begins after its first month
_WEEKDAY_REACH = 4  # years in which a day is sought that falls on the weekday named with it
_WHY = {
    Tense.PAST: "the nearest one, in the past as the clause is",
    Tense.FUTURE: "the nearest one, in the future as the clause is",
    Tense.UNKNOWN: "the nearest one",
    Tense.SCHEDULED: "the nearest one",
    Tense.UNTIL: "the nearest one, rather ahead: something lasts until then",
}


def calendar(meaning: Calendar, frame: Frame) -> Answer | None:
    """A date whose year the words give, point at, or leave to the text."""
    if meaning.year is not None:
        return Answer(written(meaning, meaning.year))
    if meaning.shift is not None and meaning.shift.anchor == "month":
        return _of_month_told(meaning, frame)
    if meaning.shift is not None:
        return _pointed(meaning, meaning.shift, frame)
    carried = not meaning.nearest and (frame.narrative or (frame.carries and _goes_on(meaning, frame.context)))
    if frame.context and carried and not (frame.dct and frame.tense() is Tense.FUTURE):
        year = first_day(frame.context).year
        if meaning.month is not None or meaning.part:
            return Answer(written(meaning, year), Basis.CONTEXT, frame.context, "the year goes on from the date before")
    if frame.dct is None:
        return None
    dct = frame.dct
    if meaning.month is None and not meaning.part:
        return _day_alone(meaning, dct)
    if meaning.part[:1] in ("Q", "H"):
        return _quarter(meaning, dct, frame)
    reach = 1 if meaning.weekday is None else _WEEKDAY_REACH
    years = [y for y in range(max(dct.year - reach, 1), min(dct.year + reach + 1, 9999)) if _fits(meaning, y)]
    values = [written(meaning, y) for y in years]
    chosen, why = _chosen(values, dct, meaning, frame)
    if chosen and (beside := _beside(chosen, meaning, dct, frame)):
        return Answer(beside, Basis.CONTEXT, frame.told_with, "the year goes on from the day before it")
    return Answer(chosen, Basis.DOCUMENT, edtf.of_date(dct), why) if chosen else None


def _goes_on(meaning: Calendar, context: str) -> bool:
    """Whether a date without a year goes on telling from the one before: a day, or a month or season not before it."""
    if meaning.day is not None or meaning.part[:1] in ("Q", "H"):
        return meaning.day is not None
    year = first_day(context).year
    return (edtf.bounds(written(meaning, year))[1] or 0) >= first_day(context).toordinal()


def _beside(chosen: str, meaning: Calendar, dct: dt.date, frame: Frame) -> str:
    """The same day in the year that its sentence has just told, where the DCT's would be long ago; "" elsewhere.

    Who means a day of long ago names its year, and names it once a sentence: "on 3 April 2011 and again on 23 April".
    """
    if not frame.told_with or meaning.day is None or meaning.nearest or frame.tense() is Tense.FUTURE:
        return ""
    year = first_day(frame.told_with).year
    if abs((dct - first_day(chosen)).days) <= _RECENT or year >= dct.year or not _fits(meaning, year):
        return ""
    return written(meaning, year)


def _quarter(meaning: Calendar, dct: dt.date, frame: Frame) -> Answer:
    """A quarter or half without a year: that of the DCT's year, or the one that has just ended."""
    year, why = dct.year, "that of this year"
    ended = dt.date.fromordinal(edtf.bounds(part_of_year(meaning.part, year - 1))[1] or 1)
    if (dct - ended).days < _JUST_ENDED and frame.tense() is not Tense.FUTURE:
        year, why = year - 1, "the one that has just ended"
    return Answer(part_of_year(meaning.part, year), Basis.DOCUMENT, edtf.of_date(dct), why)


def written(meaning: Calendar, year: int) -> str:
    """The date in that year, as precise as the words. Raises ValueError where the year has no such day."""
    if meaning.part.startswith("E"):
        return edtf.of_date(easter(year) + dt.timedelta(int(meaning.part[1:] or 0)))
    if meaning.part:
        return part_of_year(meaning.part, year)
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
    if (day := anchored(shift.anchor, frame)) is None:
        return None
    if meaning.nearest:
        values = [written(meaning, day[0].year + n) for n in (-1, 0, 1)]
        value, why = _chosen(values, day[0], meaning, frame)
        return Answer(value, day[1], said(day, frame), why) if value else None
    if shift.unit == "month":
        month = day[0].year * 12 + day[0].month - 1 + shift.count
        value = (
            edtf.of_day(month // 12, month % 12 + 1, meaning.day or 1) if meaning.day else edtf.of_month(0, month + 1)
        )
    else:
        value = written(meaning, day[0].year + shift.count)
    return Answer(value, day[1], said(day, frame))


def _of_month_told(meaning: Calendar, frame: Frame) -> Answer | None:
    """A day by its number alone, of the month that the text has just named, and not before the day told last."""
    if not frame.near or meaning.day is None:
        return None
    told = first_day(frame.context)
    if meaning.day < told.day:
        return None
    return Answer(edtf.of_day(told.year, told.month, meaning.day), Basis.CONTEXT, frame.context, "a day of that month")


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
        begun = _SEASON_BEGINS if meaning.part.startswith("S") else 0
        rest = [v for a, b, v in spans if (a + begun > today if ahead else b < today)]
        return (rest[0] if ahead else rest[-1], "the next one" if ahead else "the last one") if rest else ("", "")
    tense = frame.tense()
    plain = tense is Tense.PAST and frame.plainly_past()
    ranked = sorted((_distance(a - today, today - b, tense, frame.alone, plain), v) for a, b, v in spans)
    return (ranked[0][1], _WHY[tense]) if ranked else ("", "")


def _distance(ahead: int, behind: int, tense: Tense, alone: bool, plain: bool) -> int:
    """How far from the DCT a date is taken to be, in days that tense weighs: it lies `ahead`, or that far `behind`."""
    if tense is Tense.PAST:
        return max(behind, ahead * (_AGAINST_PLAIN_PAST if plain else _AGAINST_PAST), 0)
    if tense is Tense.FUTURE:
        return max(behind * _AGAINST_FUTURE, ahead, 0)
    if tense is Tense.UNTIL:
        return max(behind * _AGAINST_UNTIL, ahead, 0)
    return max(behind, ahead if alone or ahead <= _SOON else ahead * _UNTOLD, 0)
