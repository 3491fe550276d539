"""How an EDTF date is said in a reader's language: "June 2024", "2018–2022", "10–16 June 2024", "44 BC".

Months, their order and the dash between two dates are CLDR's (through Babel); the few words around them ("since", "the
year only") are in `words/`. A date is never said more precisely than its value is.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from babel.dates import get_day_names, parse_pattern

from . import edtf, words
from .edtf import Precision

_UNQUOTED_YEAR = re.compile(r"'[^']*'|y+")
_DAY, _MONTH, _YEAR = "d", "M", "y"
# A year that has every day: month and day are formatted in it; the year is put in as text, so that any year will do.
_STAND_IN = 2000


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a date's wording. `datetime` is its value where HTML's `<time datetime>` knows such, else ""."""

    text: str
    datetime: str = ""


def say(value: str, language: str) -> str:
    """The date in words. Raises ValueError where `value` is no EDTF."""
    return "".join(phrase.text for phrase in phrases(value, language))


@lru_cache(maxsize=65536)
def phrases(value: str, language: str) -> tuple[Phrase, ...]:
    """The date in words, in pieces: a range is two that HTML knows, and the words between them."""
    kind, say_ = edtf.precision(value), words.of(language)
    if kind is Precision.OPEN:
        left, right = value.split("/")
        known = phrases(left if left not in ("", "..") else right, language)
        return around(say_("date_since" if left not in ("", "..") else "date_until"), known)
    if kind is Precision.INTERVAL:
        left, right = value.split("/")
        return _range(left, right, language)
    named: tuple[Phrase, ...] = (Phrase(_single(value, say_), _html(value)),)
    if edtf.is_approximate(value):
        named = around(say_("date_about"), named)
    if edtf.is_uncertain(value):
        named = around(say_("date_uncertain"), named)
    return named


@lru_cache(maxsize=4096)
def precision(value: str, language: str) -> str:
    """How precise the date is, in words: "the year only"; for a day, the day of the week."""
    kind, say_ = edtf.precision(value), words.of(language)
    first, last = edtf.bounds(value)
    if kind is Precision.DAY and first is not None:
        return say_("precision_day", weekday=weekday(first, language)) if first > 0 else ""
    if kind is Precision.INTERVAL and first is not None and last is not None:
        week = last - first == 6 and first % 7 == 1  # ordinal 1, the first of January of the year 1, is a Monday
        return say_("precision_week" if week else "precision_interval")
    if kind is Precision.OPEN:
        return say_("precision_since" if last is None else "precision_until")
    return say_(f"precision_{kind.name.lower()}")


def weekday(ordinal: int, language: str) -> str:
    """The name of the day of the week of a day (an ordinal as of `edtf.bounds`)."""
    names = get_day_names("wide", locale=words.of(language).locale)
    return str(names[(ordinal - 1) % 7])


def around(sentence: str, named: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """A sentence with a date where it says `[date]`."""
    before, after = sentence.split("[date]")
    return tuple(p for p in (Phrase(before), *named, Phrase(after)) if p.text)


def _html(value: str) -> str:
    """The value for `<time datetime>`: a day, month or year of the first 9999; else "" (HTML 4.6.14 knows no more)."""
    plain = value.rstrip("~?%").split("T")[0].replace("-XX", "")
    known = re.fullmatch(r"(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", plain)
    return plain if known else ""


def _parts(value: str) -> tuple[int, int, int]:
    """Year, month and day of a single date; 0 for what it leaves open."""
    plain = value.rstrip("~?%").split("T")[0].replace("-XX", "")
    sign = -1 if plain.lstrip("Y").startswith("-") else 1
    numbers = [int(n) for n in plain.lstrip("Y").lstrip("-").split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    return sign * year, month, day


def _year_words(year: int, say_: words.Words) -> str:
    return str(year) if year > 0 else f"{1 - year} {say_.locale.eras['abbreviated'][0]}"


def _apply(pattern: str, value: str, say_: words.Words) -> str:
    year, month, day = _parts(value)
    said = _year_words(year, say_).replace("'", "''")
    filled = _UNQUOTED_YEAR.sub(lambda m: m[0] if m[0].startswith("'") else f"'{said}'", pattern)
    return str(parse_pattern(filled).apply(dt.date(_STAND_IN, month or 1, day or 1), say_.locale))


def _single(value: str, say_: words.Words) -> str:
    kind = edtf.precision(value)
    if kind is Precision.DAY:
        return _apply(say_.locale.date_formats["long"].pattern, value, say_)
    if kind is Precision.MONTH:
        return _apply(str(say_.locale.datetime_skeletons["yMMMM"]), value, say_)
    if kind is Precision.SEASON:
        year, month, _ = _parts(value)
        return say_("season_" + str(month), year=_year_words(year, say_))
    if kind is Precision.YEAR:
        return _year_words(_parts(value)[0], say_)
    return _unspecified(value, kind, say_)


def _unspecified(value: str, kind: Precision, say_: words.Words) -> str:
    near, far = (int(value.rstrip("~?%").split("-X")[0].replace("X", digit)) for digit in "09")
    if kind is Precision.DECADE and near > 0:
        return say_("decade", year=str(near))
    first, last = sorted((near, far))
    return f"{_year_words(first, say_)}–{_year_words(last, say_)}"


def _range(left: str, right: str, language: str) -> tuple[Phrase, ...]:
    say_ = words.of(language)
    marked = any(c in left + right for c in "~?%X")
    same = (
        edtf.precision(left) is edtf.precision(right) and min(_parts(left)[0], _parts(right)[0]) > 0
        if not marked
        else 0
    )
    pattern = _range_pattern(left, right, say_) if same else None
    if pattern is None:
        return (*phrases(left, language), Phrase(" – "), *phrases(right, language))
    first, second = pattern
    head = re.sub(r"[\s–-]+$", "", first)
    return (
        Phrase(_apply(head, left, say_), _html(left)),
        Phrase(first[len(head) :]),
        Phrase(_apply(second, right, say_), _html(right)),
    )


def _range_pattern(left: str, right: str, say_: words.Words) -> tuple[str, str] | None:
    """CLDR's two halves for a range of which both ends are as precise, by the largest field that differs."""
    skeleton = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMMM", Precision.YEAR: "y"}.get(edtf.precision(left))
    if skeleton is None:
        return None
    a, b = _parts(left), _parts(right)
    field = _YEAR if a[0] != b[0] else _MONTH if a[1] != b[1] else _DAY
    intervals = say_.locale.interval_formats
    halves = (intervals.get("yMMMMd") if skeleton == "yMMMd" else None) or intervals[skeleton]
    if field not in halves:
        return None
    first, second = halves[field]
    return re.sub(r"(?<!M)MMM(?!M)", "MMMM", first), re.sub(r"(?<!M)MMM(?!M)", "MMMM", second)
