"""Days in a language that Dateline has no file for ("16 במאי 2024", "2024年5月16日"). Source: CLDR, by Babel."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from babel import Locale

_FIELD = re.compile(r"'([^']*)'|(([A-Za-z])\3*)|([^'A-Za-z]+)")
_WIDTHS = ("long", "medium", "full")


class Day(NamedTuple):
    """A day of the calendar as numbers, and where its words begin and end."""

    year: int
    month: int
    day: int
    start: int
    end: int


def find(words: str, language: str) -> Day | None:
    """The first day in `words` that is written as CLDR writes days in `language` (BCP 47); None where there is none."""
    for pattern, months in _patterns(language):
        if found := pattern.search(words):
            named = found["month"]
            month = int(named) if named.isdecimal() else months[named.lower()]
            return Day(int(found["year"]), month, int(found["day"]), found.start(), found.end())
    return None


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], dict[str, int]], ...]:
    from babel import Locale, UnknownLocaleError  # takes a tenth of a second, and ISO 8601 needs none of it

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return ()
    months = _months(locale)
    formats = [str(locale.date_formats[width].pattern) for width in _WIDTHS]
    if any("G" in format for format in formats):
        return ()  # an era: which one the writer counts by can't be told
    written = dict.fromkeys(_pattern(format, months) for format in formats)
    return tuple((re.compile(source, re.I), months) for source in written if source)


def _months(locale: Locale) -> dict[str, int]:
    """Names of months, lower case, without a final dot; those that two months share are left out."""
    readings: dict[str, set[int]] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                readings.setdefault(name.lower().rstrip("."), set()).add(number)
    return {name: min(numbers) for name, numbers in readings.items() if len(numbers) == 1}


def _pattern(format: str, months: dict[str, int]) -> str:
    """A regular expression for a format of CLDR ("d בMMMM y"); "" where it lacks the year, the month or the day."""
    names = "|".join(sorted(map(re.escape, months), key=lambda name: (-len(name), name)))
    parts = []
    for quoted, field, letter, between in (match.groups("") for match in _FIELD.finditer(format)):
        if letter == "y":
            parts.append(r"(?<!\d)(?P<year>\d{4})(?!\d)")
        elif letter in ("M", "L"):
            parts.append(rf"(?P<month>{names})\.?" if len(field) > 2 else r"(?P<month>\d{1,2})")
        elif letter == "d":
            parts.append(r"(?<!\d)(?P<day>\d{1,2})(?!\d)")
        elif letter == "E":
            parts.append(r"(?:[^\W\d_]+\.?)?")
        elif not letter:
            parts.append(r"\s*".join(["", *map(re.escape, (quoted or between).split()), ""]))
    source = "".join(parts)
    return source if all(f"?P<{name}>" in source for name in ("year", "month", "day")) else ""
