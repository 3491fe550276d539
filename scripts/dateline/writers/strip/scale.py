"""Days against percent of the width. A long empty stretch is folded: it takes little room, the axis breaks there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ..years import MEAN_YEAR

#: Percent at either end, so that a mark at the very end is whole.
MARGIN = 1.6

_FOLD_FROM, _FOLDED = 0.6, 0.07  # a gap of this share of the span is folded to that share
_FOLD_YEARS = 3  # and only if it is longer than that


@dataclass(frozen=True, slots=True)
class Scale:
    """A rising line through knots, days (ordinals) against percent; and the folds, from day to day."""

    days: tuple[float, ...]
    at: tuple[float, ...]
    folds: tuple[tuple[int, int], ...]

    def __call__(self, day: float) -> float:
        """Where a day stands, in percent; a day beyond the ends stands at the end."""
        i = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        span = self.days[i + 1] - self.days[i] or 1
        return round(self.at[i] + (self.at[i + 1] - self.at[i]) * (min(max((day - self.days[i]) / span, 0), 1)), 2)


def scaled(spans: Iterable[tuple[int, int]]) -> Scale:
    """The scale that shows all of `spans`, one or more first and last days."""
    ordered = sorted(spans)
    first, last = ordered[0][0], max(end for _, end in ordered) + 1
    folds = _folds(_gaps(ordered, last - first), last - first)
    kept = (last - first) - sum(b - a for a, b in folds)
    room = 100 - 2 * MARGIN
    per_day = room * (1 - _FOLDED * len(folds)) / kept
    days, at = [float(first)], [MARGIN]
    for a, b in folds:
        at += [at[-1] + (a - days[-1]) * per_day]
        at += [at[-1] + room * _FOLDED]
        days += [float(a), float(b)]
    return Scale((*days, float(last)), (*at, 100 - MARGIN), folds)


def _gaps(ordered: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The stretches in which nothing is, of those that are long enough to be folded."""
    gaps, reached = [], ordered[0][0]
    for start, end in ordered:
        if start - reached > _FOLD_FROM * length and start - reached > _FOLD_YEARS * MEAN_YEAR:
            gaps.append((reached, start))
        reached = max(reached, end + 1)
    return gaps


def _folds(gaps: list[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    """The gaps, with some room left on both sides, so that what stands at a fold's edge is seen to stand there."""
    beside = (length - sum(b - a for a, b in gaps)) * 0.08
    return tuple((int(a + min((b - a) * 0.05, beside)), int(b - min((b - a) * 0.05, beside))) for a, b in gaps)
