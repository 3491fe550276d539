"""Datelines: the line (or the words before a dash) that say when and where an article was published."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from . import publication, zones


class Dateline(NamedTuple):
    """The words of a dateline, its line below the first of the text, and the code point after it; "" for none."""

    words: str = ""
    line: int = 0
    end: int = 0


_LINE = re.compile(r"[^\n]*\S[^\n]*")
_MARKS = " \t#*_>|—–-•·,.:;()"
_SEPARATOR = re.compile(r"\s*[,|•·—–(-]\s*|$")
_IN_TEXT = re.compile(
    r"(?P<place>[^\W\d_][^\n.!?:]{0,60}?)[,.]?\s(?P<day>[^\n—–-]{6,40}?)(?:\s\([^)\n]{2,30}\))?\s*[—–-]{1,2}\s"
)
_LINES = 3  # a dateline stands among the first lines that aren't empty
_MAX = 120  # characters
_MAX_PLACE = 3  # words


def find(text: str) -> Dateline:
    """The dateline of an article, or an empty one."""
    for found in list(_first_lines(text)):
        if _is_dateline(found[0], text):
            return Dateline(found[0].strip(), text.count("\n", 0, found.start()), found.end())
        opening = _IN_TEXT.match(found[0])
        if opening and _is_place(opening["place"]) and _is_day(opening["day"]):
            return Dateline(opening["day"], text.count("\n", 0, found.start()), found.start() + opening.end())
    return Dateline()


def _first_lines(text: str) -> list[re.Match[str]]:
    lines = []
    for found in _LINE.finditer(text):
        lines.append(found)
        if len(lines) == _LINES:
            break
    return lines


def _is_dateline(line: str, text: str) -> bool:
    """Whether a line holds a day and nothing else but its time, a word that announces it, a weekday, and a place."""
    if len(line) > _MAX or not any(character.isdigit() for character in line):
        return False
    read = publication.moment(line.strip(_MARKS), text)
    if not read.value:
        return False
    rest = _announcing().sub(" ", read.rest.strip(_MARKS)).strip(_MARKS)
    return not rest or (_is_place(rest) and _stands_apart(line, rest))


def _stands_apart(line: str, place: str) -> bool:
    """Whether punctuation parts the place from the day: "Yerevan, 14 June 2024", not "Moldova votes 14 June 2024"."""
    start = line.find(place)
    before, after = line[:start].rstrip(), line[start + len(place) :]
    return start >= 0 and bool(_SEPARATOR.match(after) if not before.strip(_MARKS) else before[-1:] in ",|•·—–(-")


def _is_place(words: str) -> bool:
    parts = [part for part in re.split(r"[\s,|•·()—–/-]+", words) if part]
    return 0 < len(parts) <= _MAX_PLACE and all(part[0].isupper() or part[0] == "@" for part in parts)


def _is_day(words: str) -> bool:
    read = publication.moment(words)
    return bool(read.value) and not read.rest.strip(_MARKS)


@cache
def _announcing() -> re.Pattern[str]:
    words = [word for language in zones.data()["published"].values() for word in language] + _weekdays()
    fillers = zones.data()["between"]
    ordered = sorted({*words, *fillers}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)", re.I)


def _weekdays() -> list[str]:
    """Names of weekdays in every language that Dateline reads. Source: CLDR."""
    from babel import Locale

    from .. import languages

    days = [Locale.parse(language).days for language in languages.available()]
    widths = [day["format"][width] for day in days for width in ("wide", "abbreviated")]
    return [name.rstrip(".") for names in widths for name in names.values()]


@cache
def byline() -> re.Pattern[str]:
    """A line that says who wrote the article ("By Jane Doe"); its first group is the name."""
    openings = {opening for language in zones.data()["byline"].values() for opening in language}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, openings)))})\s*([A-ZÀ-ÞЀ-Я][^\n.!?:;]{{2,60}})$")
