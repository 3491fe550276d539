"""Where most events are. A few that lie far from the others do not crush them: they get a narrow piece of their own."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ... import edtf
from ..years import MEAN_YEAR, calendar_year

_SHARES = (0.95, 0.9, 0.8)  # of the events: the shortest period that holds so many is dense, …
_CRUSHED = 1 / 6  # … where it would have less than this of the width
_FEWEST, _YEARS = 10, 3  # fewer events or years than these need no second scale
_ASIDE, _LEAST, _MOST = 2.0, 0.05, 0.15  # a sparse piece has this many times its share of the events, within these
_BESIDE = 0.25  # of the dense period's length: what is sparse and no longer than that is shown with it
_DEEP = 2  # a dense period may have one in it


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one scale: from the day `first` to before the day `last`, and its part of the width (0 to 1)."""

    first: int
    last: int
    width: float


def pieces(spans: Sequence[tuple[int, int]], first: int, last: int) -> tuple[Piece, ...]:
    """The stretches of the axis from `first` to `last` (ordinals), each with a scale of its own.

    One event in the year 1000 and thousands since 1990 leave the thousands a fiftieth of a straight axis. So the
    shortest period is looked for that holds 95 % of the events (else 90 %, 80 %), by whole years. Where it would have
    less than a sixth of the width it gets most of it, and what lies before and after it gets 5 to 15 % each, by how
    many events are there. No day of a sparse piece is ever wider than one of the dense period. An event counts where
    its middle is, so that "in the 20th century" does not make a century dense.
    """
    return tuple(_pieces(sorted((a + b) // 2 for a, b in spans), first, last, 1.0, _DEEP))


def _pieces(days: Sequence[int], first: int, last: int, width: float, deep: int) -> Iterator[Piece]:
    core = _core(days, first, last) if deep else None
    if core is None:
        yield Piece(first, last, width)
        return
    start, end = core
    i, j = bisect_left(days, start), bisect_left(days, end)
    before = _aside(i / len(days)) if start > first else 0.0
    after = _aside(1 - j / len(days)) if end < last else 0.0
    if before:
        yield Piece(first, start, width * before)
    yield from _pieces(days[i:j], start, end, width * (1 - before - after), deep - 1)
    if after:
        yield Piece(end, last, width * after)


def _core(days: Sequence[int], first: int, last: int) -> tuple[int, int] | None:
    """The dense period of `days`, which are in order; None where there is none."""
    if len(days) < _FEWEST or last - first < _YEARS * MEAN_YEAR:
        return None
    for share in _SHARES:
        most = math.ceil(share * len(days)) - 1
        start, end = min(zip(days, days[most:], strict=False), key=lambda pair: pair[1] - pair[0])
        start = max(first, edtf.ordinal(calendar_year(start), 1, 1))
        end = min(last, edtf.ordinal(calendar_year(end) + 1, 1, 1))
        beside = (end - start) * _BESIDE
        start, end = first if start - first <= beside else start, last if last - end <= beside else end
        if end - start < _CRUSHED * (last - first):
            return start, end
    return None


def _aside(share: float) -> float:
    return min(max(_ASIDE * share, _LEAST), _MOST)
