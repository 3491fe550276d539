"""The articles and entities that events refer to, as rows of JSON, and how large they are in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ...keeping import each
from ...model import Event
from . import encoding, records
from .context import Context
from .records import Record


@dataclass(frozen=True)
class Tables:
    """The rows of one build. All are made when the first is asked for."""

    context: Context

    @cached_property
    def articles(self) -> Mapping[str, str]:
        """The row of each article, by id."""
        context = self.context
        marks = {id_: context.mark_article(id_) for id_ in context.articles}
        return each(
            context.keep,
            "article row",
            marks,
            lambda id_: encoding.json_text(records.article(context.articles[id_], context)),
        )

    @cached_property
    def entities(self) -> Mapping[str, str]:
        """The row of each entity, by id."""
        known = self.context.entities.items()
        return {id_: encoding.json_text(records.entity(entity, self.context)) for id_, entity in known}

    def of(self, events: Iterable[Event]) -> Record:
        """The tables that these events need, sorted by id."""
        articles, entities = set[str](), set[str]()
        for event in events:
            articles.update(event.articles)
            entities.update(event.entities)
        return {
            "articles": encoding.json_list(self.articles[id_] for id_ in sorted(articles & self.articles.keys())),
            "entities": encoding.json_list(self.entities[id_] for id_ in sorted(entities & self.entities.keys())),
        }

    def sizes(self, event: Event) -> dict[str, int]:
        """The bytes of each row that an event needs, by a name that no other row has."""
        names = [f"article {id_}" for id_ in event.articles] + [f"entity {id_}" for id_ in event.entities]
        return {name: self._sizes.get(name, 0) for name in names}

    def article(self, id_: str) -> int:
        """The bytes of an article's row; 0 where there is no such article."""
        return self._sizes.get(f"article {id_}", 0)

    @cached_property
    def _sizes(self) -> Mapping[str, int]:
        articles = {f"article {id_}": encoding.taken(row) for id_, row in self.articles.items()}
        return articles | {f"entity {id_}": encoding.taken(row) for id_, row in self.entities.items()}
