"""Words in the drawing, set so that they neither run into each other nor out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .marks import Drawn

_EDGE = 5  # percent: words nearer to an end than this are set away from it, as a narrow screen needs
_LABELLED, _LETTER = 12, 0.72  # marks that still get a word each; a letter's width in percent of a narrow desktop


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis and its words; `minor` ones are left out on narrow screens."""

    x: float
    text: str
    anchor: str
    minor: bool


def labels(drawn: Sequence[Drawn]) -> tuple[Tick, ...]:
    """A word over each mark, where all lie in one lane and there is room on a screen that is no phone's."""
    if len(drawn) > _LABELLED or len({d.y for d in drawn}) > 1:
        return ()
    found, reached = [], 0.0
    for d in drawn:
        middle, half = (d.x1 + d.x2) / 2, len(d.mark.label) * _LETTER / 2
        x, anchor = (100.0, "end") if middle + half > 100 else (0.0, "start") if middle < half else (middle, "middle")
        start = {"end": x - 2 * half, "start": 0.0, "middle": middle - half}[anchor]
        if d.mark.label and start >= reached:
            found.append(Tick(round(x, 2), d.mark.label, anchor, False))
            reached = start + 2 * half + 1
    return tuple(found)


def legible(places: Iterable[tuple[float, str]]) -> tuple[Tick, ...]:
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
