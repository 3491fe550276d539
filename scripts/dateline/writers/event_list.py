"""The events of a timeline's page as its list holds them: under headings, in stretches, folded from some number on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from .. import phrasing
from ..model import Event
from . import folding
from .desk import Desk
from .years import in_order, year_of

YEARS_FROM = 20  # a page of more events has a heading for each year
_STRETCH = 10  # events that a browser lays out together, once they are near: the style sheet knows how tall they are


@dataclass(frozen=True, slots=True)
class Block:
    """Events under one heading, already rendered."""

    id: str
    text: str
    events: tuple[Markup, ...]

    @property
    def parts(self) -> tuple[tuple[Markup, ...], ...]:
        """The events in stretches of about equal length."""
        count = -(-len(self.events) // _STRETCH)
        cuts = [len(self.events) * i // count for i in range(count + 1)]
        return tuple(self.events[a:b] for a, b in pairwise(cuts))


def blocks(desk: Desk, shown: Sequence[Event], root: str, newest_first: bool) -> tuple[Block, ...]:
    """The events, under a heading a year where there are many."""
    ordered = tuple(reversed(shown)) if newest_first else tuple(shown)
    years: dict[str, list[Markup]] = defaultdict(list)
    for event, html in zip(ordered, _rendered(desk, ordered, root), strict=True):
        year = year_of(event.value) if len(shown) > YEARS_FROM else ""
        years[year].append(html)
    language = desk.views.say.language
    found = sorted(years, key=in_order, reverse=newest_first) if len(years) > 1 else years
    return tuple(Block(year, phrasing.say(year, language) if year else "", tuple(years[year])) for year in found)


def _rendered(desk: Desk, events: Sequence[Event], root: str) -> Iterator[Markup]:
    open_ = len(events) if len(events) <= folding.MANY else folding.OPEN
    for place, event in enumerate(events):
        html = desk.event(event, root)
        yield html if place < open_ else folding.folded(html)
