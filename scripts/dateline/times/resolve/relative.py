"""What is reckoned from a day: last week, two years ago, on Friday, a year earlier."""

from __future__ import annotations

import datetime as dt

from ... import edtf
from ...model import Basis
from ..meaning import Same, Weekday
from .frame import Answer, Frame, Tense, anchored, said
from .periods import first_day, period

#: Languages in which "next year" and "in two years" may be reckoned from the date told of.
_FLAGS = {"document": {"next-of-then"}, "ahead": {"next-of-then", "in-of-then"}}
_YESTERDAY = 6  # days to the next such weekday, where the last one was yesterday
_UNTOLD = (Tense.UNKNOWN, Tense.SCHEDULED)
_AHEAD = (Tense.FUTURE, Tense.SCHEDULED)
_FINENESS = {
    **dict.fromkeys(("day", "week", "weekend"), 1),
    **{"month": 2, "quarter": 3, "half": 3, "year": 4, "decade": 5, "century": 6},
}


def shift(unit: str, count: int, anchor: str, frame: Frame) -> Answer | None:
    """So many units from the DCT or from the date named before."""
    if anchor in ("document", "ahead", "told", "next", "eve") and _told_of_then(unit, count, anchor, frame):
        anchor = "context"
    if anchor == "told" or (anchor == "next" and count > 0 and unit == "day" and frame.tense() is Tense.PAST):
        return None  # "the next day", and no words name the day before
    if (day := anchored(anchor, frame)) is None:
        return None
    if anchor == "context" and not frame.context and count > 0 and _has_been(frame):
        return None  # "two days later" than a day that no words name
    if anchor == "start":
        return Answer(period(unit, day[0], count), Basis.CONTEXT, frame.begun, "counted from that day")
    if day[1] is Basis.CONTEXT and not _fine_enough(unit, frame.context):
        return None
    ahead = anchor == "ahead" or frame.tense() in _AHEAD
    if unit == "weekend" and count == 0 and not ahead and day[0].weekday() < 4:
        count = -1
    return Answer(period(unit, day[0], count), day[1], said(day, frame))


def _has_been(frame: Frame) -> bool:
    """Whether the clause tells of the past: by its tense, or by a word for "later" that tells of nothing else."""
    tense = frame.tense()
    return tense is Tense.PAST or (tense in _UNTOLD and "later-of-then" in frame.flags and not frame.alone)


def _told_of_then(unit: str, count: int, anchor: str, frame: Frame) -> bool:
    """Whether "the next year" or "in two years" is reckoned from the date told of, not from the DCT."""
    if not frame.context or unit not in ("day", "week", "month", "year") or not _fine_enough(unit, frame.context):
        return False
    tense = frame.tense()
    if anchor == "eve":
        return frame.narrative or frame.carries
    if anchor == "next" and count < 0:
        return tense is not Tense.FUTURE
    if count <= 0 or (anchor == "document" and unit == "day"):
        return False
    if anchor in ("document", "ahead") and _FLAGS[anchor].isdisjoint(frame.flags):
        return False
    return tense is Tense.PAST or (frame.narrative and tense in _UNTOLD)


def _fine_enough(unit: str, context: str) -> bool:
    """Whether "that day" can mean a date of the context: a month is no day."""
    grain = edtf.precision(context)
    if grain is edtf.Precision.INTERVAL:
        grain = edtf.precision(context.split("/")[0])
    return grain <= _FINENESS.get(unit, 1)


def weekday(meaning: Weekday, frame: Frame) -> Answer | None:
    """A day of the week, as news means it."""
    if frame.dct is None:
        return None
    if meaning.then and frame.context and edtf.precision(frame.context) is edtf.Precision.DAY:
        day, why = _weekday_day(meaning, first_day(frame.context), frame)
        return Answer(edtf.of_date(day), Basis.CONTEXT, frame.context, why)
    day, why = _weekday_day(meaning, frame.dct, frame)
    return Answer(edtf.of_date(day), Basis.DOCUMENT, edtf.of_date(frame.dct), why)


def _weekday_day(meaning: Weekday, dct: dt.date, frame: Frame) -> tuple[dt.date, str]:
    monday = dct - dt.timedelta(dct.weekday())
    after = dt.timedelta(meaning.weekday - 1)
    if meaning.week is not None:
        return monday + dt.timedelta(7 * meaning.week) + after, "a day of that week"
    ahead = (meaning.weekday - dct.isoweekday()) % 7
    if meaning.ahead and ahead < _YESTERDAY:
        return dct + dt.timedelta(ahead), "what it was set for is to come"
    last, coming = dct - dt.timedelta((-ahead) % 7), dct + dt.timedelta(ahead)
    count = meaning.count
    if meaning.ahead is False:
        return last, "the last one, since it lasts"
    if count is not None and count < 0:
        return last - dt.timedelta(7 if last == dct else 0) + dt.timedelta(7 * (count + 1)), "the last one"
    if count is not None and count > 0:
        coming += dt.timedelta(7 if coming == dct else 0)
        if "next-is-next-week" in frame.flags and coming < monday + dt.timedelta(7):
            coming += dt.timedelta(7)
        return coming + dt.timedelta(7 * (count - 1)), "the next one"
    tense = frame.tense()
    if count == 0 and (tense is Tense.UNKNOWN or (tense is Tense.SCHEDULED and (dct - last).days <= 1)):
        return monday + after, "a day of this week"
    if tense in _AHEAD:
        return coming, "the clause speaks of the future"
    return last, "the last one, as news means it"


def same(meaning: Same, frame: Frame) -> Answer | None:
    """The quarter named before, so many years on; a year ago without one is the year before the DCT's."""
    if frame.period and not (meaning.latest and _is_ahead(frame.period, frame.dct)):
        years = meaning.years if meaning.year is None else meaning.year - int(frame.period[:4])
        first, last = (_years_on(end, years) for end in frame.period.split("/"))
        return Answer(f"{first}/{last}", Basis.CONTEXT, frame.period, "the period that the text speaks of")
    if meaning.year is not None:
        return Answer(edtf.of_year(meaning.year))
    if frame.dct is None:
        return None
    if meaning.latest:
        return Answer(period("quarter", frame.dct, -1), Basis.DOCUMENT, edtf.of_date(frame.dct), "the last one to end")
    return shift("year", meaning.years, "document", frame) if meaning.years else None


def _is_ahead(period_named: str, dct: dt.date | None) -> bool:
    """Whether a period has not ended on the day of publication."""
    return dct is not None and (edtf.bounds(period_named)[1] or 0) > dct.toordinal()


def _years_on(month: str, years: int) -> str:
    return f"{int(month[:4]) + years:04d}{month[4:]}"
