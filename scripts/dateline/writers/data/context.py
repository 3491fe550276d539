"""What every output looks things up in: the collection by id, the words of the site, and where its pages are."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, groupby
from urllib.parse import quote

from ... import edtf
from ...cache.keeping import joined, mark
from ...model import Article, Event, Statement, Timeline
from .. import prose, safety
from ..buckets import Bucket, buckets
from ..catalogue import Catalogue
from . import encoding

#: The slug, and the name of the file, of all events.
EVERYTHING = "events"

#: Of the timelines of single entities, which nobody defined, so many have files, as long as they hold so many events in
#: all: the same events again and again, in six formats, would soon be most of the site.
MOST_UNASKED = 50
MOST_UNASKED_EVENTS = 2_000

_WEEK = 8  # days

_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "dateline")


@dataclass(frozen=True)
class Context(Catalogue):
    """What the data of one build looks things up in."""

    _article_pages: dict[str, str] = field(default_factory=dict)
    _marks: dict[str, str] = field(default_factory=dict)
    _places: dict[str, dict[str, str]] = field(default_factory=dict)
    _pages: dict[str, tuple[Bucket, ...]] = field(default_factory=dict)

    @cached_property
    def everything(self) -> Timeline:
        """All events of the collection as one timeline; the editor's own ones, which only timelines hold, included."""
        own = {e.id: e for t in self.collection.timelines for e in t.events if e.by_editor}
        known = {e.id for e in self.collection.events}
        more = tuple(event for id_, event in own.items() if id_ not in known)
        ordered = sorted((*self.collection.events, *more), key=lambda e: (edtf.sort_key(e.value), e.id))
        return Timeline(EVERYTHING, self.settings.site_name, tuple(ordered))

    @cached_property
    def exported(self) -> tuple[Timeline, ...]:
        """The timelines that have files: all events, the editors', and the fullest of those that nobody defined."""
        editors = [t for t in self.collection.timelines if t.definition]
        shown = self.timelines_with_page
        unasked = [t for t in self.collection.timelines if not (t.definition or self.is_large) and t.slug in shown]
        held = accumulate(len(t.events) for t in unasked[:MOST_UNASKED])
        few = [t for t, events in zip(unasked, held, strict=False) if events <= MOST_UNASKED_EVENTS]
        return (self.everything, *editors, *few)

    def is_exported(self, timeline: Timeline) -> bool:
        """Whether a timeline has files of its own."""
        return self.stem(timeline) in self._stems

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(self.stem, self.exported))

    # -- what outputs are made of -------------------------------------------------------------------------------

    def mark(self, event: Event) -> str:
        """A name for all that is ever shown of an event: itself, its articles, its names, its place."""
        if event.id not in self._marks:
            articles = map(self.mark_article, dict.fromkeys((*event.articles, *(s.article for s in event.statements))))
            names = {n for s in event.statements for n in (*s.entities, *s.participants, s.speaker)}
            named = map(self.mark_entity, sorted(names.union(event.entities)))
            self._marks[event.id] = joined((self.kept.mark(event), *articles, *named, self.places[event.id]))
        return self._marks[event.id]

    def marks(self, timeline: Timeline, events: Iterable[Event]) -> tuple[str, ...]:
        """Names for events as they stand on the pages of a timeline."""
        places = self.places_in(timeline)
        return tuple(f"{self.mark(e)}{places[e.id]}" for e in events)

    def chunks(self, events: Iterable[Event]) -> Iterator[tuple[Event, ...]]:
        """Events in order, a week or so at a time, since a new one leaves other weeks alone."""
        for _, near in groupby(events, key=lambda e: edtf.sort_key(e.value)[0] // _WEEK):
            yield tuple(near)

    def mark_article(self, id_: str) -> str:
        """A name for an article and whether it has a page."""
        key = f"article {id_}"
        if key not in self._marks:
            article = self.articles.get(id_)
            has_page = str(id_ in self.articles_with_page)
            self._marks[key] = joined((id_, self.kept.mark(article) if article else "", has_page))
        return self._marks[key]

    def mark_entity(self, id_: str) -> str:
        """A name for an entity and whether it has a page."""
        key = f"entity {id_}"
        if key not in self._marks:
            self._marks[key] = mark(id_, self.entities.get(id_), id_ in self.entities_with_page)
        return self._marks[key]

    # -- addresses ----------------------------------------------------------------------------------------------

    @cached_property
    def places(self) -> Mapping[str, str]:
        """Where each event stands: on the first editor's timeline of one page that shows it, else among all events."""
        places, split = self._on_pages("events", self.everything), self.settings.split
        for timeline in reversed(self.collection.timelines):
            if timeline.definition and (not split or len(timeline.events) <= split):
                places |= self.places_in(timeline)
        return places

    def places_in(self, timeline: Timeline) -> Mapping[str, str]:
        """Where each event of a timeline stands on that timeline's pages."""
        if is_everything(timeline):
            return self.places
        stem = self.stem(timeline)
        if stem not in self._places:
            self._places[stem] = self._on_pages(stem, timeline)
        return self._places[stem]

    def _on_pages(self, folder: str, timeline: Timeline) -> dict[str, str]:
        pages = [(_encoded(folder, b.slug), b.events) for b in self.pages_of(timeline)]
        return {e.id: f"{page}#{_fragment(e.id)}" for page, events in pages for e in events}

    def pages_of(self, timeline: Timeline) -> tuple[Bucket, ...]:
        """The pages of a timeline, with the events of each."""
        stem = self.stem(timeline)
        if stem not in self._pages:
            self._pages[stem] = buckets(timeline.events, self.settings.split)
        return self._pages[stem]

    def stem(self, timeline: Timeline) -> str:
        """The names of a timeline's files, without their endings, from the folder of the data."""
        return EVERYTHING if is_everything(timeline) else f"timelines/{safety.slug(timeline.slug)}"

    def timeline_page(self, timeline: Timeline) -> str:
        """The page of a timeline, from the site's root."""
        if is_everything(timeline):
            return "events/"
        return _encoded("timelines", safety.slug(timeline.slug))

    def article_page(self, article: str) -> str:
        """The page of an article (by id), from the site's root; "" where it has none."""
        if article not in self._article_pages:
            shown = article in self.articles_with_page
            self._article_pages[article] = _encoded("articles", safety.slug(article)) if shown else ""
        return self._article_pages[article]

    def entity_page(self, entity: str) -> str:
        """The page of an entity (by id), from the site's root; "" where it has none."""
        return _encoded("entities", safety.slug(entity)) if entity in self.entities_with_page else ""

    def statement_place(self, statement: Statement) -> str:
        """Where a statement stands in its article's page, from the site's root."""
        return f"{self.article_page(statement.article)}#{_fragment(statement.id)}"

    def absolute(self, place: str) -> str:
        """The whole address of a place below the site's root; "" where the site's own address isn't known."""
        root = encoding.address(self.settings.site_url)
        return f"{root.rstrip('/')}/{place}" if root.startswith("http") else ""

    # -- names --------------------------------------------------------------------------------------------------

    def source(self, article: Article) -> str:
        """Who published an article; else its title, in quotation marks."""
        if article.publication or not article.title:
            return article.publication or self.say("unknown_publication")
        return f"“{prose.shown(article.title)}”"


def is_everything(timeline: Timeline) -> bool:
    """Whether a timeline is that of all events: neither an editor's nor an entity's."""
    return timeline.definition is None and not timeline.entity


def urn(*parts: str) -> str:
    """An address of something that has no page: always the same for the same parts, unlike any other's (RFC 4122)."""
    named = "\n".join(encoding.json_text(part) for part in parts)
    return uuid.uuid5(_NAMES, named).urn


def _encoded(*parts: str) -> str:
    return "".join(f"{quote(encoding.showable(part), safe='/')}/" for part in parts if part)


def _fragment(id_: str) -> str:
    return id_ if id_.isascii() and id_.isalnum() else quote(encoding.showable(id_), safe="")
