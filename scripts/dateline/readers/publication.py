"""When an article was published: any of the shapes that publishers and clippers write -> ISO 8601, or nothing.

Nothing is padded: a time without a known offset from UTC leaves the day only, and a month alone is no day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .. import languages
from ..text import detection
from . import local_days, zones


class Moment(NamedTuple):
    """A moment read from words: ISO 8601 as `Article.published` has it ("" for none), and the words left over."""

    value: str
    rest: str


_EPOCH = re.compile(r"\d{10}(?:\d{3})?")  # seconds or milliseconds, from 2001 to 2286
_YEAR = re.compile(r"\d{4}")  # no shape of a day is without
_YEAR_FIRST = re.compile(r"(?<!\d)(?P<year>\d{4})([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=T\d{4}|$)")
_DOTTED = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(?P<first>\d{1,2})([/-])(?P<second>\d{1,2})\2(?P<year>\d{4})(?!\d)")
_TIME = re.compile(
    r"[T\s,|-]*(?<!\d)(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?!\d)"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
_COMPACT_TIME = re.compile(r"T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<half>)")
_OFFSET = re.compile(r"\s*\(?(?:UTC|GMT)?\s*(?P<sign>[+\-\u2212])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?!\d)\)?")
_ZONE = re.compile(r"\s*\(?\b(?P<zone>Z|[A-ZА-Я]{3,5})\b\)?")
_MAX_WORDS = 120  # characters


def moment(words: str, text: str = "") -> Moment:
    """The moment that `words` name; `text`, the article's, decides what an ambiguous zone means there, and which
    language a day may be in that has no file of its own.
    """
    words = " ".join(words.split())
    if len(words) > _MAX_WORDS:
        return Moment("", words)
    if _EPOCH.fullmatch(words):
        seconds = int(words[:10])
        return Moment((dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)).isoformat(), "")
    day, before, after = _day(words)
    if not day and text and _YEAR.search(words):
        day, before, after = _local_day(words, text)
    if not day:
        return Moment("", words)
    time, rest = _time(after, text)
    if not time and not rest.strip(" ,|-") and (earlier := _TIME.search(before)):
        return Moment(day, before[: earlier.start()])  # "18:08, 14 June 2024": a clock before the day has no zone
    return Moment(day + time, f"{before} {rest}".strip())


def _day(words: str) -> tuple[str, str, str]:
    """The day (ISO 8601), and the words before and after it; no day unless there is exactly one way to read it."""
    if not _YEAR.search(words):
        return "", words, ""
    for pattern in _patterns():
        found = pattern.search(words)
        if not found:
            continue
        day = _calendar_day(found.groupdict())
        return (day, words[: found.start()], words[found.end() :]) if day else ("", words, "")
    return "", words, ""


def _local_day(words: str, text: str) -> tuple[str, str, str]:
    """As `_day`, for a day that is written as usual in the language of the text."""
    language = detection.detect(text)
    found = local_days.find(words, language) if language not in languages.available() else None
    day = _calendar_day({name: str(getattr(found, name)) for name in ("year", "month", "day")}) if found else ""
    return (day, words[: found.start], words[found.end :]) if found and day else ("", words, "")


def _patterns() -> Iterator[re.Pattern[str]]:
    """All shapes of a day. Those with names come last, and only when asked for: they need CLDR in every language."""
    yield from (_YEAR_FIRST, _COMPACT, _DOTTED, _SLASHED)
    yield _day_and_month()
    yield _month_and_day()


def _calendar_day(parts: dict[str, str]) -> str:
    if "first" in parts:  # 14/06/2024 or 06/14/2024; 06/05/2024 may be either
        first, second = int(parts["first"]), int(parts["second"])
        if min(first, second) > 12 or (max(first, second) <= 12 and first != second):
            return ""
        month, day = sorted((first, second))
    else:
        named, day = parts["month"], int(parts["day"])
        month = int(named) if named.isdecimal() else months().get(named.lower(), 0)
    try:
        return dt.date(int(parts["year"]), month, day).isoformat()
    except ValueError:
        return ""


def _time(words: str, text: str) -> tuple[str, str]:
    """The time with its offset as ISO 8601 has it ("T18:08+04:00"), and the words left; "" without a known offset."""
    clock = _COMPACT_TIME.match(words) or _TIME.match(_without_fillers(words))
    if not clock:
        return "", words
    rest = clock.string[clock.end() :]
    hour = int(clock["hour"]) % 12 + 12 * (clock["half"] in "pP") if clock["half"] else int(clock["hour"])
    shift = _OFFSET.match(rest)
    zone = _ZONE.match(rest)
    offset = ""
    if shift:
        offset, rest = f"{_sign(shift)}{int(shift['hours']):02}:{shift['minutes'] or '00'}", rest[shift.end() :]
    elif zone and (zone["zone"] == "Z" or zone["zone"] in zones.data()["zones"]):
        offset = "+00:00" if zone["zone"] == "Z" else zones.offset(zone["zone"], text)
        rest = rest[zone.end() :]
    seconds = f":{clock['second']}" if clock["second"] else ""
    time = f"{hour:02}:{clock['minute']}{seconds}"
    return (f"T{time}{offset}" if offset and _is_valid(f"{time}{offset}") else ""), rest


def _sign(shift: re.Match[str]) -> str:
    return "+" if shift["sign"] == "+" else "-"


def _is_valid(time: str) -> bool:
    try:
        dt.time.fromisoformat(time)
    except ValueError:
        return False
    return True


def _without_fillers(words: str) -> str:
    """`words` without what stands between a day and its time ("at", "um", «в»)."""
    return _fillers().sub("", words)


@cache
def _fillers() -> re.Pattern[str]:
    fillers = sorted(map(re.escape, zones.data()["between"]), key=len, reverse=True)
    return re.compile(rf"^(?:\s*(?:{'|'.join(fillers)})(?!\w))+(?=\s*\d)", re.I)


@cache
def months() -> dict[str, int]:
    """Names of months in all languages that Dateline reads, lower case, without a final dot -> number. Source: CLDR."""
    from babel import Locale  # takes a tenth of a second; ISO 8601 needs none of it

    readings: dict[str, set[int]] = {}
    for language in languages.available():
        widths = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in widths[context][width].items():
                    readings.setdefault(name.lower().rstrip("."), set()).add(number)
    readings.setdefault("sept", set()).add(9)
    return {name: next(iter(numbers)) for name, numbers in readings.items() if len(numbers) == 1 and name.isalpha()}


@cache
def _day_and_month() -> re.Pattern[str]:
    """ "14 June 2024", «14 июня 2024 г.», "14. Juni 2024", "14 de junio de 2024", "14th of June, 2024" """
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|-е|\.)?[\s-]+(?:de |of |d')?(?P<month>{_any_month()})"
        rf"\.?,?[\s-]+(?:de |del )?(?P<year>\d{{4}})(?!\d)(?:\s*(?:г\.|года?\b|р\.|року\b|r\.))?",
        re.I,
    )


@cache
def _month_and_day() -> re.Pattern[str]:
    """ "June 14, 2024" """
    return re.compile(
        rf"\b(?P<month>{_any_month()})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)", re.I
    )


def _any_month() -> str:
    return "|".join(sorted(map(re.escape, months()), key=lambda name: (-len(name), name)))
