"""The overview strip: a timeline at a glance, laid out at build time. A template draws it as inline SVG.

Across, everything is in percent of the width and up and down in pixels, so that one drawing fits a phone and a wide
screen: it is laid out again there, not scaled. Long empty stretches are folded (the axis breaks), so that an ancient
date does not crush recent ones.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .. import edtf, phrasing
from ..model import Era

# Pixels: a lane of marks, the room above them, the room for the years below, a row of words above.
LANE, TOP, AXIS, ROW = 14, 8, 24, 16
_LANES, _BINS, _MANY = 5, 72, 60
_FOLD_FROM, _FOLDED = 0.6, 0.07  # a gap of this share of the span is folded to that share
_EDGE = 5  # percent: words nearer to an end than this are set away from it, as a narrow screen needs
_MARGIN = 1.6  # percent at either end, so that a mark at the very end is whole
_YEAR = 365.2425
_LABELLED, _LETTER = 12, 0.72  # marks that still get a word each; a letter's width in percent of a narrow desktop


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be drawn of one event: its days (ordinals), which ends are open, and how it looks."""

    id: str
    first: int
    last: int
    shape: str
    modality: str
    title: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark in its place: percent across, pixels down."""

    mark: Mark
    x1: float
    x2: float
    y: float

    @property
    def dot(self) -> bool:
        """Whether it is drawn as a dot: a day is."""
        return self.mark.shape == "day"


@dataclass(frozen=True, slots=True)
class Bar:
    """How many events a stretch of time has: percent across, height in pixels."""

    x: float
    width: float
    height: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis and its words; `minor` ones are left out on narrow screens."""

    x: float
    text: str
    anchor: str
    minor: bool


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


@dataclass(frozen=True, slots=True)
class _Scale:
    """A rising line through knots: days against percent."""

    days: tuple[float, ...]
    at: tuple[float, ...]

    def __call__(self, day: float) -> float:
        i = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        span = self.days[i + 1] - self.days[i] or 1
        return round(self.at[i] + (self.at[i + 1] - self.at[i]) * (min(max((day - self.days[i]) / span, 0), 1)), 2)


def draw(marks: Sequence[Mark], eras: Sequence[Era], language: str) -> Strip | None:
    """Lay `marks` out; None where there are fewer than two to compare."""
    if len(marks) < 2:
        return None
    scale, folds = _scale(marks)
    drawn, bars = ((), _bars(marks, scale)) if len(marks) > _MANY else (_lanes(marks, scale), ())
    labels, named = _labels(drawn), tuple(e for e in (_era(era, scale) for era in eras) if e)
    above = ROW * (bool(labels) + bool(named))
    drawn = tuple(replace(d, y=d.y + above) for d in drawn)
    bars = tuple(replace(b, y=b.y + above) for b in bars)
    deepest = max((d.y for d in drawn), default=TOP + above + LANE * 3.0)
    axis = int(deepest + LANE)
    return Strip(
        height=axis + AXIS,
        axis=axis,
        marks=drawn,
        bars=bars,
        ticks=_ticks(scale, folds, language),
        labels=labels,
        words_at=ROW * (1 + bool(named)) - 2,
        folds=tuple(round((scale(a) + scale(b)) / 2, 2) for a, b in folds),
        eras=named,
        knots=" ".join(f"{day:.0f}:{at:g}" for day, at in zip(scale.days, scale.at, strict=True)),
    )


def _scale(marks: Sequence[Mark]) -> tuple[_Scale, list[tuple[int, int]]]:
    first, last = min(m.first for m in marks), max(m.last for m in marks) + 1
    gaps, reached = [], first
    for mark in sorted(marks, key=lambda m: m.first):
        if mark.first - reached > _FOLD_FROM * (last - first) and mark.first - reached > 3 * _YEAR:
            gaps.append((reached, mark.first))
        reached = max(reached, mark.last + 1)
    # Some room is left on both sides of a fold, so that what stands at its edge is seen to stand there.
    beside = ((last - first) - sum(b - a for a, b in gaps)) * 0.08
    folds = [(int(a + min((b - a) * 0.05, beside)), int(b - min((b - a) * 0.05, beside))) for a, b in gaps]
    kept = (last - first) - sum(b - a for a, b in folds)
    room = 100 - 2 * _MARGIN
    per_day = room * (1 - _FOLDED * len(folds)) / kept
    days, at = [float(first)], [_MARGIN]
    for a, b in folds:
        at += [at[-1] + (a - days[-1]) * per_day]
        at += [at[-1] + room * _FOLDED]
        days += [float(a), float(b)]
    return _Scale((*days, float(last)), (*at, 100 - _MARGIN)), folds


def _lanes(marks: Sequence[Mark], scale: _Scale) -> tuple[Drawn, ...]:
    """Marks that would cover each other lie one below another, as far as there is room."""
    ends: list[float] = []
    drawn = []
    for mark in sorted(marks, key=lambda m: (m.first, -m.last, m.id)):
        x1, x2 = scale(mark.first), max(scale(mark.last + 1), scale(mark.first))
        free = next((i for i, end in enumerate(ends) if end <= x1), None)
        if free is None:
            free = len(ends) if len(ends) < _LANES else min(range(len(ends)), key=ends.__getitem__)
            ends += [0.0] if free == len(ends) else []
        ends[free] = max(x2, x1 + 1.4) + 0.2
        drawn.append(Drawn(mark, x1, x2, TOP + LANE * free + LANE / 2))
    return tuple(drawn)


def _labels(drawn: Sequence[Drawn]) -> tuple[Tick, ...]:
    """A word over each mark, where all lie in one lane and there is room on a screen that is no phone's."""
    if len(drawn) > _LABELLED or len({d.y for d in drawn}) > 1:
        return ()
    labels, reached = [], 0.0
    for d in drawn:
        middle, half = (d.x1 + d.x2) / 2, len(d.mark.label) * _LETTER / 2
        x, anchor = (100.0, "end") if middle + half > 100 else (0.0, "start") if middle < half else (middle, "middle")
        start = {"end": x - 2 * half, "start": 0.0, "middle": middle - half}[anchor]
        if d.mark.label and start >= reached:
            labels.append(Tick(round(x, 2), d.mark.label, anchor, False))
            reached = start + 2 * half + 1
    return tuple(labels)


def _bars(marks: Sequence[Mark], scale: _Scale) -> tuple[Bar, ...]:
    width = (100 - 2 * _MARGIN) / _BINS
    counts = [0] * _BINS
    for mark in marks:
        counts[min(_BINS - 1, int((scale((mark.first + mark.last) / 2) - _MARGIN) / width))] += 1
    most, floor = max(counts) ** 0.5, TOP + LANE * 4
    bars = []
    for i, count in enumerate(counts):
        if count:
            height = round(4 + (LANE * 4 - 4) * count**0.5 / most, 1)
            bars.append(Bar(round(_MARGIN + i * width, 2), round(width * 0.82, 2), height, floor - height, count))
    return tuple(bars)


def _era(era: Era, scale: _Scale) -> EraDrawn | None:
    start = edtf.bounds(era.start)[0] if era.start else None
    end = edtf.bounds(era.end)[1] if era.end else None
    x1 = scale(start if start is not None else scale.days[0])
    x2 = scale(end + 1 if end is not None else scale.days[-1])
    return EraDrawn(x1, round(x2 - x1, 2), era.title) if x2 > x1 else None


def _ticks(scale: _Scale, folds: list[tuple[int, int]], language: str) -> tuple[Tick, ...]:
    first, last = int(scale.days[0]), int(scale.days[-1])
    shown = (last - first) - sum(b - a for a, b in folds)
    if shown < 75 and first > 0:
        places = _day_ticks(first, last, shown, language)
    elif shown < 3 * _YEAR and first > 0:
        places = _month_ticks(first, last, shown, language)
    else:
        places = _year_ticks(first, last, shown, language)
    return _legible((scale(day), text) for day, text in places if not any(a < day < b for a, b in folds))


def _legible(places: Iterable[tuple[float, str]]) -> tuple[Tick, ...]:
    """Ticks whose words do not run into each other; every second one is dropped on a narrow screen."""
    ticks: list[Tick] = []
    reached = 0.0
    for x, text in places:
        half = len(text) * _LETTER / 2
        edge = max(half, _EDGE)
        anchor, left = "middle", x - half
        if x < edge or x > 100 - edge:
            anchor, left = ("start", x) if x < edge else ("end", x - 2 * half)
        if not ticks or left >= reached:
            ticks.append(Tick(x, text, anchor, bool(len(ticks) % 2)))
            reached = left + 2 * half + 1
    return tuple(ticks)


def _year_ticks(first: int, last: int, shown: float, language: str) -> list[tuple[int, str]]:
    years = shown / _YEAR
    step = next(
        s
        for s in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10**4, 10**6, 10**9)
        if years / s <= 9
    )
    low, high = int(first / _YEAR) - 1, int(last / _YEAR) + 2
    years_at = range(low // step * step, high + 1, step)
    placed = [(edtf.ordinal(y, 1, 1), phrasing.say(edtf.of_year(y), language)) for y in years_at if y != 0]
    return _within(placed, first, last)


def _month_ticks(first: int, last: int, shown: float, language: str) -> list[tuple[int, str]]:
    step = 1 if shown < 270 else 3
    start, end = dt.date.fromordinal(first), dt.date.fromordinal(last)
    months = [(y, m) for y in range(start.year, end.year + 1) for m in range(1, 13, step)]
    named = [(edtf.ordinal(y, m, 1), phrasing.say(edtf.of_month(y, m), language)) for y, m in months]
    return _within(named, first, last)


def _day_ticks(first: int, last: int, shown: float, language: str) -> list[tuple[int, str]]:
    step = 1 if shown < 6 else 7 if shown < 45 else 14
    days = range(first, last, step)
    return [(day, phrasing.say(edtf.of_date(dt.date.fromordinal(day)), language)) for day in days]


def _within(places: list[tuple[int, str]], first: int, last: int) -> list[tuple[int, str]]:
    return [(day, text) for day, text in places if first <= day <= last]
