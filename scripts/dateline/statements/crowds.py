"""Sentences with so many dates that they are tables: they give no statement, and their editor is told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .. import sentences
from ..model import Article, Span, TimeExpression
from .find import MOST_DATES


def crowded(article: Article, times: Sequence[TimeExpression]) -> tuple[Span, ...]:
    """The sentences of the body that hold more than `MOST_DATES` of `times` (in order of place)."""
    starts = [time.span.start for time in times]
    if len(starts) <= MOST_DATES:
        return ()
    first, end = article.body
    of_body = (s for s in sentences.split(article.text, article.language) if first <= s.start < end)
    return tuple(s for s in of_body if bisect_left(starts, s.end) - bisect_left(starts, s.start) > MOST_DATES)
