"""Clock times that look like years: "2045 GMT", and the times at which a live blog's entries begin."""

from __future__ import annotations

import re
from functools import lru_cache

_ENTRY = re.compile(r"^[^\w\n]{0,3}(\d{4})(?=[:.]?\s)", re.MULTILINE)
_SEVERAL = 3  # entries that make a live blog
_NO_YEAR = 2060  # the evening's times from here on, like the morning's below 1000, are no years of a chronicle
_ZONE = re.compile(r" ?(?:GMT|UTC|BST|CES?T|EES?T|[ECMP][SD]T|MSK|МСК|h|hrs|hours)\b")


def is_clock(text: str, start: int, end: int) -> bool:
    """Whether the four digits `text[start:end]` are a time of day, not a year."""
    if _ZONE.match(text, end):
        return True
    begins = text.rfind("\n", 0, start) + 1
    return not re.search(r"\w", text[begins:start]) and _is_live(text)


@lru_cache(maxsize=8)
def _is_live(text: str) -> bool:
    """Whether entries of the text begin with times, and not with the years of a chronicle."""
    begin = _ENTRY.findall(text)
    times = all(int(digits[:2]) < 24 and int(digits[2:]) < 60 for digits in begin)
    return len(begin) >= _SEVERAL and times and any(not 1000 <= int(digits) < _NO_YEAR for digits in begin)
