"""The axis: the days, months or years that are named below the marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ... import edtf, phrasing
from ..years import MEAN_YEAR
from .dense import Piece
from .lettering import Tick, legible
from .scale import Scale

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10**4, 10**6, 10**9)  # years
_MOST_YEARS = 9


def ticks(scale: Scale, language: str) -> tuple[Tick, ...]:
    """Days, months or years in words, as each piece of the axis has room for; none inside a fold."""
    places = (place for piece in scale.pieces for place in _places(piece, scale))
    # Centuries may be folded away between two days: what isn't shown isn't put into words.
    seen = ((day, value) for day, value in places if not any(a < day < b for a, b in scale.folds))
    return legible((scale(day), phrasing.say(value, language)) for day, value in seen)


def _places(piece: Piece, scale: Scale) -> Iterator[tuple[int, str]]:
    first, last = piece.first, piece.last
    shown = (last - first) - sum(b - a for a, b in scale.folds if first <= a < last)
    if shown < 75 and first > 0:
        places = _days(first, last, shown)
    elif shown < 3 * MEAN_YEAR and first > 0:
        places = _months(first, last, shown)
    else:
        places = _years(first, last, shown, max(_MOST_YEARS * piece.width, 1))
    return ((day, value) for day, value in places if first <= day < last or day == last == scale.days[-1])


def _years(first: int, last: int, shown: float, most: float) -> Iterator[tuple[int, str]]:
    step = next(s for s in _STEPS if shown / MEAN_YEAR / s <= most)
    low, high = int(first / MEAN_YEAR) - 1, int(last / MEAN_YEAR) + 2
    years_at = range(low // step * step, high + 1, step)
    return ((edtf.ordinal(y, 1, 1), edtf.of_year(y)) for y in years_at if y != 0)


def _months(first: int, last: int, shown: float) -> Iterator[tuple[int, str]]:
    step = 1 if shown < 270 else 3
    start, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    months = ((y, m) for y in range(start.year, end.year + 1) for m in range(1, 13, step))
    return ((edtf.ordinal(y, m, 1), edtf.of_month(y, m)) for y, m in months)


def _days(first: int, last: int, shown: float) -> Iterator[tuple[int, str]]:
    step = 1 if shown < 6 else 7 if shown < 45 else 14
    return ((day, edtf.of_date(dt.date.fromordinal(day))) for day in range(first, last, step))
