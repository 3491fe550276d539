"""The table of a timeline that is split into pages: its years, and the months of the year that is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .. import edtf, phrasing
from .buckets import Bucket
from .desk import Part


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a timeline that is split: how it is named as a whole, how on pages of other years, and how each of its
    pages is.
    """

    year: str
    closed: Part
    beside: Part
    pages: tuple[tuple[Bucket, Part], ...]


def contents(parts: Sequence[Bucket], up: str, language: str) -> tuple[Year, ...]:
    """The years of a timeline, as pages from which `up` leads to its folder name them."""
    years: dict[str, list[Bucket]] = defaultdict(list)
    for bucket in parts:
        years[bucket.year].append(bucket)
    found = []
    for year, members in years.items():
        each = [(b, Part(b.text(language), f"{up}{b.slug}/", len(b.events), False, _day(b))) for b in members]
        count = sum(len(b.events) for b in members)
        name = each[0][1].text if len(each) == 1 else phrasing.say(year, language)
        closed = Part(name, each[0][1].href, count, False, each[0][1].day)
        found.append(Year(year, closed, replace(closed, count=None), tuple(each)))
    return tuple(found)


def parts_beside(contents: Sequence[Year], current: Bucket | None) -> Iterator[Part]:
    """The years, and the months of the year that is open: a page does not name every other page.

    It says how much the pages of its own year hold, and the first page (`current` is None) that of every year: so an
    event more changes the pages of its year, and not hundreds.
    """
    open_year = current.year if current else ""
    for year in contents:
        if year.year != open_year:
            yield year.beside if current else year.closed
        elif len(year.pages) == 1:
            yield replace(year.closed, current=True)
        else:
            yield from (replace(part, current=bucket is current) for bucket, part in year.pages)


def _day(bucket: Bucket) -> int | None:
    """The day (ordinal) that a part begins on."""
    return edtf.bounds(bucket.value)[0]
