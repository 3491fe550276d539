"""Cutting many events into pages: by year, a full year by month, quiet years by decade or century. Few stay on one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .. import phrasing
from ..model import Event
from .years import in_order, year_of

_QUIET = 20  # a year is quiet that has no more than one in so many of the events that a page holds


@dataclass(frozen=True, slots=True)
class Bucket:
    """The events of one page. `value` is the EDTF century, decade, year or month that they begin in; "" for all."""

    value: str
    events: tuple[Event, ...]

    @property
    def slug(self) -> str:
        """The name of the page."""
        value = self.value.replace("X", "x")
        return f"bce{value}" if value.startswith(("-", "Y-")) else value

    @property
    def year(self) -> str:
        """The year, for a month its year; a decade or century itself."""
        return year_of(self.value) if self.value else ""

    def text(self, language: str) -> str:
        """The time of the page in words."""
        return phrasing.say(self.value, language) if self.value else ""


def buckets(events: Sequence[Event], most: int) -> tuple[Bucket, ...]:
    """The pages of `events`, in order of time. One, of value "", where there are no more than `most` (0: always)."""
    if not most or len(events) <= most:
        return (Bucket("", tuple(events)),)
    quiet = _quiet(Counter(year_of(event.value) for event in events), most)
    pages: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        year = year_of(event.value)
        pages[quiet.get(year, year)].append(event)
    found = []
    for value, members in pages.items():
        if len(members) <= most:
            found.append(Bucket(value, tuple(members)))
        else:
            found += _months(value, members)
    # A year goes before its months: on its page is what no month is told of.
    return tuple(sorted(found, key=lambda b: in_order(b.value)))


def _quiet(counts: Mapping[str, int], most: int) -> dict[str, str]:
    """The century or decade (EDTF) on whose page a year stands: where two or more years are there, and all are quiet.

    The bounds are the calendar's own, so that an event more seldom moves others to another page.
    """
    found: dict[str, str] = {}
    for digits in (2, 3):
        spans: dict[str, list[str]] = defaultdict(list)
        for year in counts:
            if len(year) == 4 and year[:digits].isdigit() and year not in found:
                spans[year[:digits].ljust(4, "X")].append(year)
        for span, years in spans.items():
            held = [counts[year] for year in years]
            if len(years) > 1 and max(held) <= most // _QUIET and sum(held) <= most:
                found |= dict.fromkeys(years, span)
    return found


def _months(year: str, events: Sequence[Event]) -> list[Bucket]:
    """A year of many events: what no month is told of stays with the year, the rest goes to its months."""
    months: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        start = event.value.split("/")[0].rstrip("~?%")
        month = start[: len(year) + 3]
        known = start.startswith(year + "-") and month[-2:].isdigit() and "01" <= month[-2:] <= "12"
        months[month if known else year].append(event)
    return [Bucket(value, tuple(found)) for value, found in months.items()]
