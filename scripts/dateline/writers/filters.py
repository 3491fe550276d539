"""What a timeline can be filtered by: the choices that its events offer, with how many events each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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


#: What an event is found by: the name of a facet, the value there, and that in words.
Offer = tuple[str, str, str]
#: The facets in their order, and the keys of their words.
_FACETS = {
    "kind": "filter_kind",
    "entities": "filter_entity",
    "origins": "filter_origin",
    "languages": "filter_language",
    "status": "filter_status",
}


def offers(event: EventView, say: Words) -> tuple[Offer, ...]:
    """All that an event is found by."""
    kinds = [(event.kind.value, event.kind.text)] if event.kind.value != "other" else []
    return (
        *(("kind", *kind) for kind in kinds),
        *(("entities", named.slug, named.text) for named in event.entities),
        *(("origins", origin.slug, origin.text) for origin in event.origins),
        *(("languages", code, say.language_name(code)) for code in event.languages),
        *(("status", *status) for status in _statuses(event, say)),
    )


def facets(events: Sequence[Sequence[Offer]], say: Words) -> tuple[Facet, ...]:
    """The facets in which events differ that have these offers."""
    values: dict[str, list[tuple[str, str]]] = {name: [] for name in _FACETS}
    for name, value, text in (offer for event in events for offer in event):
        values[name].append((value, text))
    found = (_facet(name, say(key), values[name], len(events)) for name, key in _FACETS.items())
    return tuple(facet for facet in found if facet.choices)


def _statuses(event: EventView, say: Words) -> Iterator[tuple[str, str]]:
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
