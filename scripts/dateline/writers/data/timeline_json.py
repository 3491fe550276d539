"""A timeline as JSON: its events with statements, quotes and dates, and the articles and entities they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...model import Event, Timeline
from . import encoding, records, sharding
from .context import Context
from .records import Record
from .sharding import LIMIT, Piece

_ROOM_FOR_HEAD = 2_000  # bytes: what a part says of itself


def render(timeline: Timeline, context: Context, limit: int = LIMIT) -> Iterator[tuple[str, bytes]]:
    """The files of a timeline, in order. All are of one shape, and each names all that its own events refer to."""
    stem, head = context.stem(timeline), _head(timeline, context)
    room = limit - _ROOM_FOR_HEAD - encoding.size(head)
    tables = Tables(context)
    for number, rows, last in sharding.numbered(sharding.shards(_pieces(timeline, tables, room), room)):
        following = "" if last else sharding.name(stem.split("/")[-1], number + 1)
        part = {"events": [row for row, _ in rows], **tables.of(event for _, event in rows)}
        yield sharding.name(stem, number), encoding.json_file({**head, **part, "part": number, "next": following})


def _head(timeline: Timeline, context: Context) -> Record:
    depth = "../" * context.stem(timeline).count("/")
    return {
        "$schema": f"{depth}schemas/timeline.schema.json",
        "slug": timeline.slug,
        "title": timeline.title,
        "introduction": timeline.introduction,
        "page": context.timeline_page(timeline),
        "site": context.settings.site_url,
        "count": len(timeline.events),
        "key": list(timeline.key),
        "eras": [{"title": era.title, "start": era.start, "end": era.end} for era in timeline.eras],
        "newest_first": timeline.newest_first,
    }


def _pieces(timeline: Timeline, tables: Tables, room: int) -> Iterator[Piece[tuple[Record, Event]]]:
    places = tables.context.places_in(timeline)
    for event in timeline.events:
        for part in _divided(event, tables, room):
            row = records.event(part, places[event.id], tables.context)
            yield Piece((row, part), encoding.size(row), tables.sizes(part))


def _divided(event: Event, tables: Tables, room: int) -> Iterator[Event]:
    """The event; one of more statements than a file holds as several of the same id, each with some of them."""
    if len(event.statements) < 2:
        yield event
        return
    context = tables.context
    told = (
        Piece(s, encoding.size(records.statement(s, context)), {s.article: tables.article(s.article)})
        for s in event.statements
    )
    groups = tuple(sharding.shards(told, room // 2))
    for group in groups:
        articles = event.articles if len(groups) == 1 else tuple(dict.fromkeys(s.article for s in group))
        yield replace(event, statements=group, articles=articles)


@dataclass(frozen=True)
class Tables:
    """The articles and entities that events refer to, and how large they are in a file."""

    context: Context
    _sizes: dict[str, int] = field(default_factory=dict)

    def of(self, events: Iterator[Event]) -> Record:
        """The tables that these events need, sorted by id."""
        articles, entities = set[str](), set[str]()
        for event in events:
            articles.update(event.articles)
            entities.update(event.entities)
        context = self.context
        told, named = sorted(articles & context.articles.keys()), sorted(entities & context.entities.keys())
        return {
            "articles": [records.article(context.articles[id_], context) for id_ in told],
            "entities": [records.entity(context.entities[id_], context) for id_ in named],
        }

    def sizes(self, event: Event) -> dict[str, int]:
        """The bytes of each row that an event needs, by a name that no other row has."""
        articles = {f"article {id_}": self.article(id_) for id_ in event.articles}
        return articles | {f"entity {id_}": self.entity(id_) for id_ in event.entities}

    def article(self, id_: str) -> int:
        """The bytes of an article's row; 0 where there is no such article."""
        known = self.context.articles.get(id_)
        return self._size(f"article {id_}", records.article(known, self.context)) if known else 0

    def entity(self, id_: str) -> int:
        """The bytes of an entity's row; 0 where there is no such entity."""
        known = self.context.entities.get(id_)
        return self._size(f"entity {id_}", records.entity(known, self.context)) if known else 0

    def _size(self, key: str, row: Record) -> int:
        if key not in self._sizes:
            self._sizes[key] = encoding.size(row)
        return self._sizes[key]
