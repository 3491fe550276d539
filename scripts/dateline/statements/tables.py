"""Sentences with so many dates that they are tables: they make no statements, and whoever checks is told of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..model import Article, Span, TimeExpression
from ..text import sentences

MOST_DATES = 40  # in one sentence: what has more is a table, and each of its rows would quote the whole


def tables(article: Article, times: Sequence[TimeExpression]) -> tuple[Span, ...]:
    """The sentences of the body of `article` with more than `MOST_DATES` dates, in order of place.

    `find` takes no statement from them. `times` are the dates found in `article.text`, in order of place.
    """
    if len(times) <= MOST_DATES:
        return ()
    spans = of_body(article)
    return tuple(spans[number] for number, dates in by_sentence(spans, times).items() if len(dates) > MOST_DATES)


def of_body(article: Article) -> list[Span]:
    """The sentences of what the article itself says."""
    body = article.body
    return [s for s in sentences.split(article.text, article.language) if body.start <= s.start < body.end]


def by_sentence(spans: Sequence[Span], times: Sequence[TimeExpression]) -> dict[int, list[TimeExpression]]:
    """The dates of each sentence by its number, for those that have any."""
    starts = [s.start for s in spans]
    found: dict[int, list[TimeExpression]] = {}
    for time in times:
        number = bisect_right(starts, time.span.start) - 1
        if number >= 0 and time.span.start < spans[number].end:
            found.setdefault(number, []).append(time)
    return found
