"""Which statements are one event, block by block, as an earlier build found it where nothing in a block has changed.

A block holds all that could be one event at all: statements of one kind, and of those in which nobody takes part, the
ones in one language, since only words can join them. So nothing is decided across blocks, and each is kept by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..cache.keeping import Keep
from ..model import Article, Entity, Statement
from .account import accounts, copies
from .clusters import cluster

_Copies = tuple[Statement, ...]  # statements that are the same sentence with the same date


def grouped(
    statements: Iterable[Statement], articles: Mapping[str, Article], entities: Mapping[str, Entity], keep: Keep
) -> Iterator[tuple[Statement, ...]]:
    """The statements of each event, in no particular order; the same whatever order they come in."""
    for block in _blocks(statements, articles):
        told = [statement for same in block for statement in same]
        marks = _marks(told, articles, entities, keep)
        found = keep("groups", marks, lambda block=block: _groups(block, articles, entities, keep))  # type: ignore[misc]
        yield from (tuple(told[place] for place in group) for group in found)


def _blocks(statements: Iterable[Statement], articles: Mapping[str, Article]) -> list[list[_Copies]]:
    found: dict[tuple[str, str], list[_Copies]] = {}
    for same in copies(statements):
        first = same[0]  # the account's own kind, participants and language
        language = "" if first.participants else articles[first.article].language
        found.setdefault((first.kind, language), []).append(same)
    return list(found.values())


def _groups(
    block: Sequence[_Copies], articles: Mapping[str, Article], entities: Mapping[str, Entity], keep: Keep
) -> list[tuple[int, ...]]:
    """Each event's statements, as places in the block."""
    places = {s.id: place for place, s in enumerate(s for same in block for s in same)}
    found = cluster(accounts(block, articles, entities, keep))
    return [tuple(places[s.id] for s in group.statements) for group in found]


def _marks(
    told: Iterable[Statement], articles: Mapping[str, Article], entities: Mapping[str, Entity], keep: Keep
) -> Iterator[str]:
    """Names for all that counts when the statements of a block are compared."""
    named: dict[str, None] = {}
    for s in told:
        yield keep.mark(s)
        yield keep.mark(articles[s.article])
        named |= dict.fromkeys((*s.entities, *s.participants))
    yield from (keep.mark(entities[name]) for name in named if name in entities)
