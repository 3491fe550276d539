"""What is drawn of events: a mark each, in lanes; or, of many, how many each stretch of time has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .scale import MARGIN, Scale

#: Pixels: a lane of marks, and the room above them.
LANE, TOP = 14, 8

_LANES, _BINS = 5, 72


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


def lanes(marks: Sequence[Mark], scale: Scale) -> tuple[Drawn, ...]:
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


def bars(marks: Sequence[Mark], scale: Scale) -> tuple[Bar, ...]:
    """How many marks have their middle in each stretch of the width, by the square root of the number."""
    width = (100 - 2 * MARGIN) / _BINS
    counts = [0] * _BINS
    for mark in marks:
        counts[min(_BINS - 1, int((scale((mark.first + mark.last) / 2) - MARGIN) / width))] += 1
    most, floor = max(counts) ** 0.5, TOP + LANE * 4
    found = []
    for i, count in enumerate(counts):
        if count:
            height = round(4 + (LANE * 4 - 4) * count**0.5 / most, 1)
            found.append(Bar(round(MARGIN + i * width, 2), round(width * 0.82, 2), height, floor - height, count))
    return tuple(found)
