"""Cutting many events into pages: by year, and a full year by month. Small collections stay on one page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .. import edtf, phrasing
from ..model import Event
from .years import year_of


@dataclass(frozen=True, slots=True)
class Bucket:
    """The events of one page. `value` is the EDTF year or month that they begin in; "" for all of them."""

    value: str
    events: tuple[Event, ...]

    @property
    def slug(self) -> str:
        """The name of the page."""
        return f"bce{self.value}" if self.value.startswith(("-", "Y-")) else self.value

    @property
    def year(self) -> str:
        """The year, for a month its year."""
        return year_of(self.value) if self.value else ""

    def text(self, language: str) -> str:
        """The year or month in words."""
        return phrasing.say(self.value, language) if self.value else ""


def buckets(events: Sequence[Event], most: int) -> tuple[Bucket, ...]:
    """The pages of `events`, in order of time. One, of value "", where there are no more than `most` (0: always)."""
    if not most or len(events) <= most:
        return (Bucket("", tuple(events)),)
    years: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        years[year_of(event.value)].append(event)
    found = []
    for year, members in years.items():
        if len(members) <= most:
            found.append(Bucket(year, tuple(members)))
        else:
            found += _months(year, members)
    return tuple(sorted(found, key=lambda b: edtf.sort_key(b.value)))


def _months(year: str, events: Sequence[Event]) -> list[Bucket]:
    """A year of many events: what no month is told of stays with the year, the rest goes to its months."""
    months: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        start = event.value.split("/")[0].rstrip("~?%")
        month = start[: len(year) + 3]
        known = start.startswith(year + "-") and month[-2:].isdigit() and "01" <= month[-2:] <= "12"
        months[month if known else year].append(event)
    return [Bucket(value, tuple(found)) for value, found in months.items()]
