"""Days against percent of the width. A long empty stretch is folded: it takes little room, the axis breaks there. Where
most events are in a short period it breaks too, and the scale changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..years import MEAN_YEAR
from .dense import Piece, pieces

#: Percent at either end, so that a mark at the very end is whole.
MARGIN = 1.6

_FOLD_FROM, _FOLDED = 0.6, 0.07  # a gap of this share of a piece is folded to that share
_FOLD_YEARS = 3  # and only if it is longer than that


@dataclass(frozen=True, slots=True)
class Scale:
    """A rising line through knots, days (ordinals) against percent; the folds, from day to day; and the pieces, between
    which the scale changes."""

    days: tuple[float, ...]
    at: tuple[float, ...]
    folds: tuple[tuple[int, int], ...]
    pieces: tuple[Piece, ...]

    @property
    def breaks(self) -> tuple[float, ...]:
        """Where the axis is broken, in percent."""
        folded = [(self(a) + self(b)) / 2 for a, b in self.folds]
        return tuple(round(at, 2) for at in sorted([*folded, *(self(piece.first) for piece in self.pieces[1:])]))

    def __call__(self, day: float) -> float:
        """Where a day stands, in percent; a day beyond the ends stands at the end."""
        i = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        span = self.days[i + 1] - self.days[i] or 1
        return round(self.at[i] + (self.at[i + 1] - self.at[i]) * (min(max((day - self.days[i]) / span, 0), 1)), 2)


def scaled(spans: Iterable[tuple[int, int]]) -> Scale:
    """The scale that shows all of `spans`, one or more first and last days."""
    ordered = sorted(spans)
    first, last = ordered[0][0], max(end for _, end in ordered) + 1
    found = pieces(ordered, first, last)
    days, at = [float(first)], [MARGIN]
    folds: list[tuple[int, int]] = []
    for piece in found:
        folded = _folds(_gaps(ordered, piece), piece.last - piece.first)
        start, room = at[-1], (100 - 2 * MARGIN) * piece.width
        per_day = room * (1 - _FOLDED * len(folded)) / (piece.last - piece.first - sum(b - a for a, b in folded))
        for a, b in folded:
            at += [at[-1] + (a - days[-1]) * per_day]
            at += [at[-1] + room * _FOLDED]
            days += [float(a), float(b)]
        days, at, folds = [*days, float(piece.last)], [*at, start + room], [*folds, *folded]
    return Scale(tuple(days), (*at[:-1], 100 - MARGIN), tuple(folds), found)


def _gaps(ordered: Sequence[tuple[int, int]], piece: Piece) -> list[tuple[int, int]]:
    """The stretches of a piece in which nothing is, of those that are long enough to be folded."""
    gaps, reached = [], piece.first
    for start, end in (*(span for span in ordered if span[0] < piece.last), (piece.last, piece.last)):
        if start - reached > max(_FOLD_FROM * (piece.last - piece.first), _FOLD_YEARS * MEAN_YEAR):
            gaps.append((reached, start))
        reached = max(reached, end + 1)
    return gaps


def _folds(gaps: list[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    """The gaps, with some room left on both sides, so that what stands at a fold's edge is seen to stand there."""
    beside = (length - sum(b - a for a, b in gaps)) * 0.08
    return tuple((int(a + min((b - a) * 0.05, beside)), int(b - min((b - a) * 0.05, beside))) for a, b in gaps)
