"""A chart of growth as SVG: seconds a stage against number of articles, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

_WIDTH, _HEIGHT = 760, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 270, 24, 48
_COLOURS = ("#3b6ea8", "#b8642f", "#4b8a4a", "#8a5aa0", "#a8883b", "#54808a", "#a04a5a", "#555555")


@dataclass(frozen=True, slots=True)
class Line:
    """A named line: points of (articles, seconds), and the exponent of its growth."""

    name: str
    points: tuple[tuple[float, float], ...]
    exponent: float


def svg(title: str, lines: Sequence[Line]) -> str:
    """The chart. A dashed line shows what linear growth looks like."""
    xs = [x for line in lines for x, _ in line.points]
    ys = [max(y, 0.1) for line in lines for _, y in line.points]
    place = _Place(min(xs), max(xs), 10 ** math.floor(math.log10(min(ys))), 10 ** math.ceil(math.log10(max(ys))))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="13">',
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        *_axes(place, sorted(set(xs))),
        *_linear(place),
    ]
    for number, line in enumerate(lines):
        parts += _line(place, line, _COLOURS[number % len(_COLOURS)], _TOP + 12 + 24 * number)
    return "\n".join((*parts, "</svg>\n"))


@dataclass(frozen=True, slots=True)
class _Place:
    first: float
    last: float
    low: float
    high: float

    def x(self, value: float) -> float:
        part = math.log(value / self.first) / math.log(self.last / self.first) if self.last > self.first else 0.5
        return round(_LEFT + part * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        part = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        return round(_HEIGHT - _BOTTOM - part * (_HEIGHT - _TOP - _BOTTOM), 1)


def _axes(place: _Place, xs: Iterable[float]) -> Iterable[str]:
    right = _WIDTH - _RIGHT
    decades = range(round(math.log10(place.low)), round(math.log10(place.high)) + 1)
    for value in (10.0**decade for decade in decades):
        y = place.y(value)
        yield f'<path d="M{_LEFT} {y}H{right}" stroke="#dddddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end" fill="#444444">{value:g} s</text>'
    for x in xs:
        yield f'<path d="M{place.x(x)} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#eeeeee"/>'
        yield f'<text x="{place.x(x)}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle" fill="#444444">{x:,.0f}</text>'
    middle = (_LEFT + right) / 2
    yield f'<text x="{middle}" y="{_HEIGHT - 8}" text-anchor="middle" fill="#444444">articles</text>'


def _linear(place: _Place) -> Iterable[str]:
    start = place.low * math.sqrt(place.high / place.low) / (place.last / place.first)
    ends = f"M{place.x(place.first)} {place.y(start)}L{place.x(place.last)} {place.y(start * place.last / place.first)}"
    yield f'<path d="{ends}" stroke="#999999" stroke-dasharray="4 4" fill="none"/>'


def _line(place: _Place, line: Line, colour: str, label: float) -> Iterable[str]:
    points = " ".join(f"{place.x(x)},{place.y(y)}" for x, y in line.points)
    yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>'
    yield from (f'<circle cx="{place.x(x)}" cy="{place.y(y)}" r="3" fill="{colour}"/>' for x, y in line.points)
    left = _WIDTH - _RIGHT + 16
    yield f'<path d="M{left} {label - 4}h18" stroke="{colour}" stroke-width="2"/>'
    said = f"{line.name}, n = {line.exponent:.2f}"
    yield f'<text x="{left + 26}" y="{label}" fill="#222222">{escape(said)}</text>'
