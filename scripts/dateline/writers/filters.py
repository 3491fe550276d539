"""What a timeline can be filtered by: the choices that its events offer, with how many events each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..words import Words
from .views import EventView

_MOST = 40  # choices of one facet; the rarest of a long tail are found by text
FEWEST = 4  # a timeline of fewer events needs no filter


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet: what it is in the page's data, in words, and how many events have it."""

    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A thing to filter by. `name` is its name in the address and in `data-` attributes."""

    name: str
    text: str
    choices: tuple[Choice, ...]


def facets(events: Sequence[EventView], say: Words) -> tuple[Facet, ...]:
    """The facets in which `events` differ."""
    kinds = [(e.kind.value, e.kind.text) for e in events if e.kind.value != "other"]
    found = (
        _facet("kind", say("filter_kind"), kinds, len(events)),
        _facet("entities", say("filter_entity"), ((n.slug, n.text) for e in events for n in e.entities), len(events)),
        _facet("origins", say("filter_origin"), ((o.slug, o.text) for e in events for o in e.origins), len(events)),
        _facet(
            "languages",
            say("filter_language"),
            ((c, say.language_name(c)) for e in events for c in e.languages),
            len(events),
        ),
        _facet("status", say("filter_status"), (s for e in events for s in _statuses(e, say)), len(events)),
    )
    return tuple(facet for facet in found if facet.choices)


def _statuses(event: EventView, say: Words) -> Iterable[tuple[str, str]]:
    yield event.modality.value, say(f"status_{event.modality.value}")
    if event.status.value != "open":
        yield event.status.value, event.status.text
    elif event.disputed:
        yield "disputed", say("status_disputed")


def _facet(name: str, text: str, values: Iterable[tuple[str, str]], total: int) -> Facet:
    """The choices by how many events they have; none where every event has the same."""
    counts = Counter(values)
    if len(counts) < 2 and all(count == total for count in counts.values()):
        return Facet(name, text, ())
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0][1], item[0][0]))
    return Facet(name, text, tuple(Choice(value, words, count) for (value, words), count in ordered[:_MOST]))
