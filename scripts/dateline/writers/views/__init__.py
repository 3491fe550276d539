"""What the templates show: plain frozen values, made from the model once, in the words of the site's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...model import Event
from ..catalogue import Catalogue
from .events import EventView, event_view
from .sources import publisher

__all__ = ["EventView", "Views", "publisher"]


@dataclass(frozen=True)
class Views(Catalogue):
    """The whole collection seen in one language. Values are made when first asked for, and kept."""

    _events: dict[str, EventView] = field(default_factory=dict)

    def event(self, event: Event) -> EventView:
        """The view of `event`. One is made for each id."""
        if event.id not in self._events:
            self._events[event.id] = event_view(event, self)
        return self._events[event.id]

    def outline(self, event: Event) -> EventView:
        """The view of `event` without its quotes."""
        return self._events.get(event.id) or event_view(event, self, quoted=False)

    def events(self, events: Iterable[Event]) -> tuple[EventView, ...]:
        """The views of `events`, in their order."""
        return tuple(map(self.event, events))
