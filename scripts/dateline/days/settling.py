"""What the articles of a collection settle for each other: the year of a day, and that a line is no part of the text.

Both need the other articles: a reader of one of them alone can't tell.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from .telling import Named, Telling, Wording

_RECENT = 30  # days after which a day that is named without its year may be one of another year
_MORE = 2  # times as many articles that must give another year

_Days = tuple[Named, ...]


def settled(tellings: Sequence[Telling]) -> list[Telling]:
    """The articles with the days of repeated lines left out and with years as the collection gives them."""
    lines = _wandering(tellings)
    still = [_each(t, lambda text, days, _: () if text in lines else days) for t in tellings]
    years = _Years(still)
    return [_each(t, lambda _, days, published: years.of(days, published)) for t in still]


def _each(telling: Telling, change: Callable[[str, _Days, dt.date], _Days]) -> Telling:
    pairs = zip(telling.sentences, telling.named, strict=True)
    return replace(
        telling, named=tuple(change(text, days, telling.published) if days else days for text, days in pairs)
    )


def _wandering(tellings: Iterable[Telling]) -> set[str]:
    """Sentences that come out as other days in each article that prints them: links and teasers of a page, which are
    of the day on which it was saved."""
    read: dict[str, set[frozenset[dt.date]]] = defaultdict(set)
    for telling in tellings:
        for text, days in zip(telling.sentences, telling.named, strict=True):
            if days:
                read[text].add(frozenset(named.day for named in days))
    return {text for text, readings in read.items() if len(readings) > 1}


class _Years:
    """Which years the collection gives to the days of the calendar.

    "The revolution of 25 January" is written years later without its year, as everybody knows it; an article by itself
    would take the last 25 January. Where many more articles give that day another, earlier year, that is meant.
    """

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._giving: dict[tuple[int, int], dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for telling in tellings:
            for named in (n for days in telling.named for n in days):
                if named.wording is Wording.FULL or 0 <= (telling.published - named.day).days <= _RECENT:
                    self._giving[named.day.month, named.day.day][named.day.year].add(telling.article)

    def of(self, days: _Days, published: dt.date) -> _Days:
        """The days of a sentence of an article, with the year that is meant."""
        return tuple(self._of(named, published) for named in days)

    def _of(self, named: Named, published: dt.date) -> Named:
        if named.wording is not Wording.YEARLESS or (published - named.day).days <= _RECENT:
            return named
        giving = self._giving.get((named.day.month, named.day.day), {})
        year = max(giving, key=lambda y: (len(giving[y]), y), default=named.day.year)
        enough = _MORE * len(giving.get(named.day.year, ())) + 1
        if year >= named.day.year or len(giving[year]) <= enough:
            return named
        return replace(named, day=named.day.replace(year=year))
