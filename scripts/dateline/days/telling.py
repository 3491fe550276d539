"""One article as key days see it: its day, its sentences, and the days that each of them names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from .. import edtf
from ..model import Article, Span, TimeExpression


@dataclass(frozen=True, slots=True)
class Telling:
    """An article with a publication day. `days` holds, by sentence, the days that its words name."""

    article: str
    language: str
    published: dt.date
    sentences: tuple[str, ...]
    days: tuple[tuple[dt.date, ...], ...]

    @property
    def named(self) -> frozenset[dt.date]:
        """Every day that the article names."""
        return frozenset(day for days in self.days for day in days)


@dataclass(frozen=True, slots=True)
class KeySentence:
    """A verbatim sentence for a day. `by_report`: the article's date puts it on the day, not its own words."""

    article: str
    text: str
    by_report: bool


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day and what was new on it."""

    day: dt.date
    sentences: tuple[KeySentence, ...]


def tell(article: Article, times: Iterable[TimeExpression], sentences: Iterable[Span]) -> Telling | None:
    """The article as a telling; None without a publication day. Sentences outside its body are left out."""
    if article.dct is None:
        return None
    spans = [s for s in sentences if article.body.start <= s.start and s.end <= article.body.end]
    named: list[list[dt.date]] = [[] for _ in spans]
    place = 0
    for time in times:
        while place < len(spans) and spans[place].end <= time.span.start:
            place += 1
        if place < len(spans) and spans[place].start <= time.span.start:
            named[place] += _days(time.value)
    texts = tuple(article.text[s.start : s.end] for s in spans)
    return Telling(article.id, article.language, article.dct, texts, tuple(tuple(dict.fromkeys(d)) for d in named))


def _days(value: str) -> list[dt.date]:
    """The day that a value names: it alone, or where it leaves off or begins ("since 15 February").

    The ends of a closed interval are not named by it: "last week" names no Monday.
    """
    ends = [end for end in value.split("/") if end not in ("", "..")]
    return [day for day in map(_day, ends) if day is not None] if len(ends) == 1 else []


def _day(value: str) -> dt.date | None:
    """The day, where the value is exactly one and `datetime` has it."""
    if edtf.precision(value) is not edtf.Precision.DAY:
        return None
    first = edtf.bounds(value)[0]
    return dt.date.fromordinal(first) if first is not None and 0 < first <= dt.date.max.toordinal() else None
