"""Names that the editor's folder hints at, as entities: more names of one that is known, or one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..model import Entity
from ..text import fold
from ..text.spelling import sound
from .gazetteer import Gazetteer
from .recurring import ASCII


def hinted(hints: Iterable[Entity], gazetteer: Gazetteer) -> Iterator[Entity]:
    """An entity for each hint (an entity without an id). Whose names are known under one id adds to that; under two,
    it tells nothing and is left out."""
    homes: dict[str, set[str]] = {}
    for entity in gazetteer.entities:
        for _, name in (*entity.labels, *entity.aliases):
            homes.setdefault(_folded(name), set()).add(entity.id)
    for hint in hints:
        names = (*hint.labels, *hint.aliases)
        own = homes.get(_folded(hint.labels[0][1]), set())
        known = own or set().union(*(homes.get(_folded(name), set()) for _, name in names))
        if len(known) == 1:
            entity = gazetteer.entity(next(iter(known)))
            there = {_folded(name) for _, name in (*entity.labels, *entity.aliases)}
            more = tuple((tongue, name) for tongue, name in names if _folded(name) not in there)
            if more:
                yield replace(entity, aliases=(*entity.aliases, *more))
        elif not known and (key := "-".join(filter(None, map(sound, hint.labels[0][1].split())))):
            yield replace(hint, id="name-" + key.translate(ASCII))


def _folded(name: str) -> str:
    return " ".join(fold(name).casefold().split())
