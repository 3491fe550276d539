"""One article as key days see it: its day, its sentences, and the days that each of them names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from .. import edtf
from ..model import Article, Basis, Span, TimeExpression
from ..text import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3  # letters of a name


class Wording(Enum):
    """How much of a day its words give."""

    FULL = auto()  # day, month and year
    YEARLESS = auto()  # day and month: "on 3 March"
    RECKONED = auto()  # neither: "on Friday", "yesterday"


@dataclass(frozen=True, slots=True)
class Named:
    """A day that a sentence names."""

    day: dt.date
    wording: Wording


@dataclass(frozen=True, slots=True)
class Telling:
    """An article with a publication day. `named` holds, by sentence, the days that its words name; `names` the words
    in it that may be names: written with a capital, folded to small, and no part of a date."""

    article: str
    language: str
    published: dt.date
    sentences: tuple[str, ...]
    named: tuple[tuple[Named, ...], ...]
    names: tuple[frozenset[str], ...]


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


def tell(
    article: Article, times: Sequence[TimeExpression], dating: Collection[Span], sentences: Iterable[Span]
) -> Telling | None:
    """The article as a telling; None without a publication day. Sentences outside its body are left out.

    `times` are its dates in order of place, `dating` the places of those that date something.
    """
    if article.dct is None:
        return None
    spans = [s for s in sentences if article.body.start <= s.start and s.end <= article.body.end]
    named: list[list[Named]] = [[] for _ in spans]
    dates: list[list[Span]] = [[] for _ in spans]
    place = 0
    for time in times:
        while place < len(spans) and spans[place].end <= time.span.start:
            place += 1
        if place < len(spans) and spans[place].start <= time.span.start:
            dates[place].append(time.span)
            if time.span in dating:
                named[place] += [Named(day, _wording(time)) for day in _days(time.value)]
    folded = fold(article.text)
    return Telling(
        article=article.id,
        language=article.language,
        published=article.dct,
        sentences=tuple(article.text[s.start : s.end] for s in spans),
        named=tuple(tuple(dict.fromkeys(d)) for d in named),
        names=tuple(_names(folded, span, of_sentence) for span, of_sentence in zip(spans, dates, strict=True)),
    )


def _names(folded: str, sentence: Span, dates: Iterable[Span]) -> frozenset[str]:
    """The capitalised words of a sentence, without its first, which has its capital from where it stands."""
    words = list(_WORD.finditer(folded, *sentence))[1:]
    capital = (m for m in words if m[0][0].isupper() and len(m[0]) >= _SHORTEST)
    return frozenset(m[0].casefold() for m in capital if not any(d.start <= m.start() < d.end for d in dates))


def _wording(time: TimeExpression) -> Wording:
    if time.basis is Basis.EXPLICIT:
        return Wording.FULL
    return Wording.YEARLESS if time.rule.startswith("day-month") else Wording.RECKONED


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
