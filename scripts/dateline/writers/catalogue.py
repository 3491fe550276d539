"""The collection to look things up in, by id and in the words of the site: what pages and data share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .. import edtf, phrasing, words
from ..model import Article, Collection, Entity
from ..phrasing import Phrase
from .settings import Settings


@dataclass(frozen=True)
class Catalogue:
    """One build's collection and settings. Everything in it is worked out when first asked for, and kept."""

    collection: Collection
    settings: Settings

    @cached_property
    def say(self) -> words.Words:
        """The words of the site."""
        return words.of(self.settings.language)

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.collection.articles}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.collection.entities}

    def label(self, entity: str) -> str:
        """The name of an entity in the site's language; its id, or name as written, where the collection lacks it."""
        known = self.entities.get(entity)
        return known.label(self.say.language) if known else entity

    def date(self, value: str) -> str:
        """An EDTF date, or the day of an ISO 8601 instant, in words."""
        return phrasing.say(value[:10] if "T" in value else value, self.say.language)

    def dated(self, key: str, instant: str) -> tuple[Phrase, ...]:
        """The words of `key` around the day of an ISO 8601 instant; nothing where there is none."""
        if not instant:
            return ()
        return phrasing.around(self.say(key), phrasing.phrases(instant[:10], self.say.language))

    def archived(self, archive: str) -> str:
        """The day of a copy in the Internet Archive, from its address, in words; "" for another archive."""
        stamp = archive.partition("/web/")[2][:8]
        value = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}"
        return phrasing.say(value, self.say.language) if stamp.isdigit() and edtf.is_valid(value) else ""
