"""The articles and entities that events refer to, as rows of JSON, and how large they are in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...cache.keeping import each
from . import encoding, records
from .context import Context
from .records import Record


@dataclass(frozen=True)
class Tables:
    """The rows of one build. All are made when the first is asked for."""

    context: Context

    @cached_property
    def articles(self) -> Mapping[str, bytes]:
        """The row of each article, by id."""
        context = self.context
        marks = {id_: context.mark_article(id_) for id_ in context.articles}
        return each(
            context.keep,
            "article row",
            marks,
            lambda id_: encoding.json_row(records.article(context.articles[id_], context)),
        )

    @cached_property
    def entities(self) -> Mapping[str, bytes]:
        """The row of each entity, by id."""
        known = self.context.entities.items()
        return {id_: encoding.json_row(records.entity(entity, self.context)) for id_, entity in known}

    def of(self, articles: Iterable[str], entities: Iterable[str]) -> Record:
        """The tables of these, sorted by id; one that isn't known has no row."""
        return {
            "articles": encoding.json_list(self.articles[id_] for id_ in sorted(self.articles.keys() & set(articles))),
            "entities": encoding.json_list(self.entities[id_] for id_ in sorted(self.entities.keys() & set(entities))),
        }

    def sizes(self, articles: Iterable[str], entities: Iterable[str]) -> dict[str, int]:
        """The bytes of each of their rows, by a name that no other row has."""
        found = {f"article {id_}": len(self.articles[id_]) + 1 for id_ in articles if id_ in self.articles}
        return found | {f"entity {id_}": len(self.entities[id_]) + 1 for id_ in entities if id_ in self.entities}
