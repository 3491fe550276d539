"""Parts of a year, and what is counted in them: quarters, halves, seasons, the third Tuesday of September."""

from __future__ import annotations

from dataclasses import replace

from ..meaning import Calendar, Made, Nth, Range, Same, Shift
from ..words import Words, spelled, year_named
from .days import calendar

_PARTS = {"quarter": "Q", "half": "H"}
_WINTER = 4
_MOST = {"day": 31, "month": 12, "quarter": 4}  # of the first so many of a year


def _relative_month(words: Words) -> Made:
    month = words.number("m", "month", "monthish", "monthday") or words.number("m2", "month", "monthish", "monthday")
    count, anchor = _pointer(words)
    if count is None or month is None or words.opens_next("r2"):
        return None
    return _nearby(Calendar(None, month), count, anchor)


def _pointer(words: Words) -> tuple[int | None, str]:
    """How far "last", "this" or "the following" points, and from where."""
    group = "r" if words.has("r") else "r2"
    if (count := words.number(group, "lately")) is not None:
        return count, "document"
    if (count := words.number(group, "rel")) is not None and words.reading("s", "season") is None:
        return count, "document"
    if count is not None:
        return count, "context" if count == 0 and _is_then(words) else "document"
    if group == "r" and any(words.reading(group, name) is not None for name in ("ago", "hencepost")):
        return None, ""  # Italian "dopo agosto": after August
    if group == "r2" and "attributive" in words.vocabulary.flags:
        return None, ""  # "the fall following the strikes"
    return words.number(group, "that", "follow"), "context"


def _is_then(words: Words) -> bool:
    """Whether French "là" follows, which makes "this" into "that": "cet été-là"."""
    after = words.tokens.parts[words.start + words.found.last + 1 : words.start + words.found.last + 3]
    return len(after) == 2 and after[0] == "-" and words.vocabulary.reading(after[1], "there") is not None


def _nearby(date: Calendar, count: int, anchor: str) -> Calendar:
    """A month or season of the year reckoned from (`count` 0), or the nearest before or after."""
    if count == 0:
        return replace(date, shift=Shift("year", 0, anchor))
    return replace(date, nearest=count, shift=Shift("year", 0, anchor) if anchor == "context" else None)


def _part(words: Words) -> Made:
    unit = words.reading("p", "unit")
    if words.has("p") and words.reading("p", "qh") is not None and words.run_together():
        return None  # "H1N1", "H2O"
    final = words.reading("p", "final") is not None
    number = words.number("p", "n31", "roman", "ord", "n12")
    kind = _PARTS.get(unit or "", words.reading("p", "qh") or "")
    most = {"Q": 4, "H": 2}.get(kind, 0)
    number = most if final and (words.has("y") or words.has("y2")) else number
    if number is None or number > most:
        return None
    year, shift = year_named(words, "y", "y2")
    if words.has("p") and words.reading("p", "qh") == "H" and year is None and shift is None:
        return None  # "the H1 gene"
    return Calendar(year, part=f"{kind}{number}", shift=shift)


def _half_of(words: Words) -> Made:
    number = 2 if words.reading("p", "final") is not None else words.number("p", "n31", "roman", "ord")
    year, shift = year_named(words, "y2")
    if words.has("bare"):
        if "the-period" in words.vocabulary.flags or words.reading("bare", "plural") is not None:
            return None
        shift = Shift("year", 0)
    return Calendar(year, part=f"H{number}", shift=shift) if number in (1, 2) else None


def _season(words: Words) -> Made:
    number = words.number("s", "season")
    year, shift = year_named(words, "y", "y2")
    if year is None and shift is None:
        count, anchor = _pointer(words)
        if count is not None:
            return _nearby(Calendar(part=f"S{number}"), count, anchor)
    if year is None and shift is None and (words.goes_on() or not _seasonal(words)):
        return None
    return Calendar(year, part=f"S{number}", shift=shift)


def _winter(words: Words) -> Made:
    """The winter from one year into the next: «зимой 2023/24»."""
    year, next_year = words.number("y", "n4") or 0, words.number("b", "n4", "n2")
    if words.number("s", "season") != _WINTER or next_year not in (year + 1, (year + 1) % 100):
        return None
    return Calendar(year, part=f"S{_WINTER}")


def _seasonal(words: Words) -> bool:
    """Whether a bare season is an adverb of time («осенью») or stands behind a preposition: "fall" is also a verb."""
    season = words.words("s")[0]
    if season[:1].isupper() and words.after()[:1].isupper() and "capital-nouns" not in words.vocabulary.flags:
        return False  # the Arab Spring, where it is written "la Primavera Árabe"
    if words.vocabulary.reading(season, "adverb") is not None:
        return True
    parts, at = words.tokens.parts, words.start + words.found.groups["s"][0] - 2
    while at > 2 and words.vocabulary.reading(parts[at], "the") and not words.vocabulary.reading(parts[at], "during"):
        at -= 2
    before = parts[max(at, 0)]
    return (
        words.vocabulary.reading(before, "during") is not None or words.vocabulary.reading(before, "part") is not None
    )


def _week_of(words: Words) -> Made:
    inner = calendar(words)
    return Nth(0, "week", inner) if isinstance(inner, Calendar) else None


def _nth_of(words: Words) -> Made:
    number = -1 if words.reading("n", "final") is not None else words.number("n", "n31", "roman", "ord")
    unit = words.reading("u", "unit") or words.reading("u", "wd", "wdish")
    if number is None or unit is None or unit not in ("day", "week", *"1234567"):
        return None
    if words.has("mr"):
        return Nth(number, unit, Calendar(shift=Shift("month", words.number("mr", "rel") or 0)))
    inner = calendar(words)
    return Nth(number, unit, inner) if isinstance(inner, Calendar) and inner.day is None else None


def _first_units(words: Words) -> Made:
    """The first so many days, months or quarters of a year."""
    count = spelled(words.words("n" if words.has("n") else "n2"), words.vocabulary)
    unit = words.reading("u", "unit")
    year, shift = year_named(words, "y")
    if words.has("bare") and ("the-period" in words.vocabulary.flags or words.reading("bare", "plural") is not None):
        return None  # "the first three months of the year that", "of the years"
    shift = Shift("year", 0) if words.has("bare") else shift
    if count is None or not 1 < count <= _MOST[unit or ""]:
        return None
    if unit == "day":
        return Range(Calendar(year, 1, 1, shift=shift), Calendar(year, 1, count, shift=shift))
    months = count * 3 if unit == "quarter" else count
    return Range(Calendar(year, 1, shift=shift), Calendar(year, months, shift=shift))


def _months_of_year(words: Words) -> Made:
    """«За пять месяцев 2024 года»: who adds up months of a year begins with its first."""
    return _first_units(words) if words.vocabulary.reading(words.before(), "over") is not None else None


def _nth_month(words: Words) -> Made:
    if words.reading("u", "plural") is not None or words.words("n")[-1].isdigit():
        return None  # "6 months of this year" are not June
    month = 12 if words.reading("n", "final") is not None else words.number("n", "n31", "roman", "ord")
    year, shift = year_named(words, "y")
    return Calendar(year, month, shift=shift) if month is not None and 1 <= month <= 12 else None


def _period_of_year(words: Words) -> Made:
    year = words.number("n", "n4")
    return None if year is None else Same(0, False, year)


def _period(words: Words) -> Made:
    if words.gap_after() == "-":
        return None  # "quarter-to-quarter"
    return Same(0, words.has("l"))


def _year_earlier(words: Words) -> Made:
    return Same(-1, False)


def _part_of_period(words: Words) -> Made:
    unit = words.reading("u", "unit")
    several = words.reading("u", "plural") is not None and unit != "week"  # Russian «недели»: of the week, or weeks
    return None if unit is None or several else Shift(unit, 0)


BUILDERS = {
    "relative_month": _relative_month,
    "part": _part,
    "half_of": _half_of,
    "season": _season,
    "winter": _winter,
    "week_of": _week_of,
    "nth_of": _nth_of,
    "part_of_period": _part_of_period,
    "first_units": _first_units,
    "months_of_year": _months_of_year,
    "nth_month": _nth_month,
    "period_of_year": _period_of_year,
    "period": _period,
    "year_earlier": _year_earlier,
}
