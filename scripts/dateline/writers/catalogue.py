"""The collection to look things up in, by id and in the words of the site: what pages and data share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

from .. import edtf, phrasing, words
from ..cache.keeping import Keep, Unread, anew, unread
from ..model import Article, Collection, Entity
from ..phrasing import Phrase
from .settings import Settings

T = TypeVar("T")

#: In a large collection an entity of fewer events is listed without a page of its own.
LEAST_EVENTS = 3
#: There, timelines that nobody defined have pages as long as these hold so many events in all, the fullest first; but
#: one of more events than `MOST_OF_ONE` has none: nobody reads it, and its events stand among all events anyway.
MOST_READ, MOST_OF_ONE = 6_000, 1_000


@dataclass(frozen=True)
class Catalogue:
    """One build's collection and settings. Everything in it is worked out when first asked for, and kept."""

    collection: Collection
    settings: Settings
    kept: Keep = anew

    def keep(self, name: str, parts: Iterable[str], make: Callable[[], T]) -> T:
        """What `make` gives, from an earlier build where it was made of the same parts with the same settings."""
        return self.kept(f"{name} {self.settings!r}", parts, make)

    def page(self, name: str, parts: Sequence[str], make: Callable[[], str]) -> str | Unread[str]:
        """The same of a whole page, which is not read yet where it was kept."""
        return unread(self.keep, name, parts, lambda: self.keep(name, parts, make))

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

    @cached_property
    def is_large(self) -> bool:
        """Whether only what says something gets a page of its own."""
        return bool(self.settings.large) and len(self.collection.articles) > self.settings.large

    @cached_property
    def articles_with_page(self) -> frozenset[str]:
        """Ids of the articles that have a page; in a large collection, those with a dated statement."""
        shown = self.collection.articles
        if not self.is_large:
            return frozenset(a.id for a in shown)
        told = {s.article for s in self.collection.statements}
        return frozenset(a.id for a in shown if a.id in told or a.full_text)

    @cached_property
    def entities_with_page(self) -> frozenset[str]:
        """Ids of the entities that have a page: that an event names, in a large collection some events."""
        counts = Counter(name for event in self.collection.events for name in event.entities)
        least = LEAST_EVENTS if self.is_large else 1
        return frozenset(id_ for id_ in self.entities if counts[id_] >= least)

    @cached_property
    def timelines_with_page(self) -> frozenset[str]:
        """Slugs of the timelines that have pages of their own; that of all events has its place at `events/`."""
        unasked = [t for t in self.collection.timelines if not t.definition and t.entity]
        if self.is_large:
            read = [t for t in unasked if len(t.events) <= MOST_OF_ONE]
            held = accumulate(len(t.events) for t in read)
            unasked = [t for t, events in zip(read, held, strict=True) if events <= MOST_READ]
        return frozenset((*(t.slug for t in unasked), *(t.slug for t in self.collection.timelines if t.definition)))

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
