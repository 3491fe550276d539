"""The overview strip: a timeline at a glance, laid out at build time. A template draws it as inline SVG.

Across, everything is in percent of the width and up and down in pixels, so that one drawing fits a phone and a wide
screen: it is laid out again there, not scaled. The axis breaks where a long stretch is empty, which is folded, and
where a few events lie far from most, which get the greater part of it: an ancient date does not crush recent ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ... import edtf
from ...model import Era
from .axis import ticks
from .lettering import Tick, labels
from .marks import LANE, TOP, Bar, Drawn, Mark, bars, lanes
from .scale import Scale, scaled

__all__ = ["Mark", "Strip", "draw"]

_AXIS, _ROW = 24, 16  # pixels: the room for the years below the marks, a row of words above them
_MANY = 60  # more marks than this are counted instead of drawn


@dataclass(frozen=True, slots=True)
class EraDrawn:
    """A named period behind the marks."""

    x: float
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing. `folds` are where the axis is broken; `knots` map days to percent for scripts ("day:percent …"),
    `words_at` is the line that the labels stand on."""

    height: int
    axis: int
    marks: tuple[Drawn, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    labels: tuple[Tick, ...]
    words_at: int
    folds: tuple[float, ...]
    eras: tuple[EraDrawn, ...]
    knots: str


def draw(marks: Sequence[Mark], eras: Sequence[Era], language: str) -> Strip | None:
    """Lay `marks` out; None where there are fewer than two to compare."""
    if len(marks) < 2:
        return None
    scale = scaled((mark.first, mark.last) for mark in marks)
    drawn, counts = ((), bars(marks, scale)) if len(marks) > _MANY else (lanes(marks, scale), ())
    words, named = labels(drawn), tuple(_eras(eras, scale))
    above = _ROW * (bool(words) + bool(named))
    drawn = tuple(replace(d, y=d.y + above) for d in drawn)
    deepest = max((d.y for d in drawn), default=TOP + above + LANE * 3.0)
    axis = int(deepest + LANE)
    return Strip(
        height=axis + _AXIS,
        axis=axis,
        marks=drawn,
        bars=tuple(replace(bar, y=bar.y + above) for bar in counts),
        ticks=ticks(scale, language),
        labels=words,
        words_at=_ROW * (1 + bool(named)) - 2,
        folds=scale.breaks,
        eras=named,
        knots=" ".join(f"{day:.0f}:{at:g}" for day, at in zip(scale.days, scale.at, strict=True)),
    )


def _eras(eras: Iterable[Era], scale: Scale) -> Iterable[EraDrawn]:
    """Those of `eras` that reach into the scale."""
    for era in eras:
        start = edtf.bounds(era.start)[0] if era.start else None
        end = edtf.bounds(era.end)[1] if era.end else None
        x1 = scale(start if start is not None else scale.days[0])
        x2 = scale(end + 1 if end is not None else scale.days[-1])
        if x2 > x1:
            yield EraDrawn(x1, round(x2 - x1, 2), era.title)
