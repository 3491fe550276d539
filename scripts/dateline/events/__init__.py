"""The same event: statements of any articles and languages that tell one thing become one event, and say why.

Two statements are one event when their dates agree (one lies within the other), they are of one kind, and the
participants of one hold the other's; what the wording shares settles the rest (evidence.py). An event is a set in which
every two agree on date, kind and participants (clusters.py), so that no chain of likenesses joins what disagrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .. import edtf
from ..cache.keeping import Keep, anew
from ..model import Article, Entity, Event, Statement
from .account import accounts, copies
from .across import joined
from .assembling import assembled
from .blocks import grouped
from .clusters import cluster
from .explain import explanation

__all__ = ["explain", "merge"]


def merge(
    statements: Iterable[Statement],
    articles: Mapping[str, Article],
    entities: Mapping[str, Entity],
    pinned: frozenset[str] = frozenset(),
    language: str = "en",
    keep: Keep = anew,
) -> tuple[Event, ...]:
    """The events that `statements` tell, in order of time; the same whatever order they come in.

    `articles` and `entities` hold, by id, at least what the statements name. `pinned` are statement ids that the
    editor's files name: their event keeps one as its id. `language` is the site's, which titles prefer.
    """
    groups = joined(grouped(statements, articles, entities, keep), articles, entities, keep)
    found = assembled(groups, articles, pinned, language, keep)
    return tuple(sorted(found, key=lambda event: (edtf.sort_key(event.value), event.id)))


def explain(
    id: str, statements: Iterable[Statement], articles: Mapping[str, Article], entities: Mapping[str, Entity]
) -> tuple[str, ...]:
    """Why the statement `id` and those near it in time are one event or aren't, by line; () where there is none."""
    return explanation(id, cluster(accounts(copies(statements), articles, entities)), articles)
