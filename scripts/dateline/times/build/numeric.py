"""Dates in digits alone: 2024-06-12, 12.06.2024, 6/12."""

from __future__ import annotations

from ... import edtf
from ..meaning import Calendar, Made, Range
from ..vocabulary import Vocabulary
from ..words import Words, short_year


def _numeric(words: Words) -> Made:
    sep = words.tokens.parts[words.span("sep")[0]] if words.has("sep") else "."
    if words.has("D"):
        return _ymd(words.number("Y", "n4"), words.number("M", "n12"), words.number("D", "n31"))
    a, b = words.number("A", "n31") or 0, words.number("B", "n31") or 0
    year = words.number("Y", "n4")
    if year is None:
        year = short_year(words.number("Y", "n2") or 0)
        if words.has("sep") and "." in sep and len(words.words("B")[0]) < 2:
            return None  # 1.2.10 is a version or a chapter
        if "-" in sep and len(words.words("A")[0]) < len(words.words("B")[0]):
            return None  # 3-06-28 is a telephone number
    day, month = _ordered(a, b, sep.strip(), words.vocabulary)
    made = _ymd(year, month, day)
    return made


def _ordered(a: int, b: int, sep: str, vocabulary: Vocabulary) -> tuple[int | None, int | None]:
    """Which is the day and which the month; (None, None) where the language leaves it open."""
    if b > 12 >= a:
        return b, a
    if a > 12 or a == b or sep == "." or vocabulary.order == "dmy":
        return a, b
    return (b, a) if vocabulary.order == "mdy" else (None, None)


def _ymd(year: int | None, month: int | None, day: int | None) -> Made:
    if year is None or month is None or day is None:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= edtf.days_in_month(year, month):
        return None
    return Calendar(year, month, day)


_DASHES = "-–"  # they join the two ends of a count: "10-12 metres"


def numeric_day(words: Words) -> Made:
    """A day and a month in digits: 6/12."""
    a, b = words.number("A", "n31") or 0, words.number("B", "n31") or 0
    sep = words.tokens.parts[words.span("sep")[0]].strip()
    day, month = _ordered(a, b, sep, words.vocabulary)
    if day is None or month is None or month > 12 or day > edtf.days_in_month(2000, month):
        return None
    dotted = "dot" in words.vocabulary.flags and sep == "." and words.gap_after().startswith(".")
    if not (words.has("w") or words.alone() or dotted or _introduced(words, sep)):
        return None
    return Calendar(None, month, day, words.number("w", "wd", "wdish"))


def _introduced(words: Words, sep: str) -> bool:
    """Whether a preposition of time stands before a day and month in this order: no count, fraction or hour."""
    if words.vocabulary.order != "dmy" or sep in _DASHES:
        return False
    day, month = words.words("A")[0], words.words("B")[0]
    if int(month) > 12 or (len(month) < 2 and (sep != "/" or (len(day) < 2 and int(day) < int(month)))):
        return False
    before = words.tokens.parts[max(words.start + words.found.first - 2, 0)]
    return words.vocabulary.reading(before, "on") is not None


def _numeric_alone(words: Words) -> Made:
    if not words.alone():
        return None
    if words.has("Y"):
        return _numeric(words)
    return _calendar_day(words.number("A", "n31"), words.number("B", "n12"))


def _calendar_day(day: int | None, month: int | None) -> Made:
    if day is None or month is None or day > edtf.days_in_month(2000, month):
        return None
    return Calendar(None, month, day)


def _numeric_month(words: Words) -> Made:
    month, year = words.number("M", "n12"), words.number("Y", "n4")
    if month is None or year is None or not 1900 <= year <= 2100:
        return None
    bare = words.tokens.parts[words.span("M")[0]]
    return Calendar(year, month) if words.alone() or len(bare) == 2 else None


def _marked(words: Words) -> Made:
    """With a mark after each number, as in 2024年6月12日."""
    year, month = words.number("Y", "n4"), words.number("M", "n12")
    if words.has("D"):
        return _ymd(year, month, words.number("D", "n31"))
    return Calendar(year, month)


def _numeric_range(words: Words) -> Made:
    year = words.number("Y", "n4")
    year = short_year(words.number("Y", "n2") or 0) if year is None else year
    last = _ymd(year, words.number("B", "n12"), words.number("A", "n31"))
    first = _ymd(year, words.number("B1", "n12") or words.number("B", "n12"), words.number("A1", "n31"))
    return Range(first, last) if isinstance(first, Calendar) and isinstance(last, Calendar) else None


BUILDERS = {
    "marked": _marked,
    "numeric": _numeric,
    "numeric_day": numeric_day,
    "numeric_month": _numeric_month,
    "numeric_range": _numeric_range,
    "numeric_alone": _numeric_alone,
}
