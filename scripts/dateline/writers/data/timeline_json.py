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


Part = tuple[Record, Event]


def _pieces(timeline: Timeline, tables: Tables, room: int) -> Iterator[Piece[Part]]:
    places = tables.context.places_in(timeline)
    for event in timeline.events:
        piece = _piece(event, places[event.id], tables)
        if len(event.statements) > 1 and piece.size + sum(piece.shared.values()) > room:
            yield from (_piece(part, places[event.id], tables) for part in _divided(event, tables, room))
        else:
            yield piece


def _piece(event: Event, page: str, tables: Tables) -> Piece[Part]:
    row = records.event(event, page, tables.context)
    return Piece((row, event), encoding.size(row), tables.sizes(event))


def _divided(event: Event, tables: Tables, room: int) -> Iterator[Event]:
    """An event of more statements than a file holds, as several of the same id, each with some of them."""
    told = (
        Piece(s, encoding.size(records.statement(s, tables.context)), {s.article: tables.article(s.article)})
        for s in event.statements
    )
    for group in sharding.shards(told, room // 2):
        yield replace(event, statements=group, articles=tuple(dict.fromkeys(s.article for s in group)))


@dataclass(frozen=True)
class Tables:
    """The articles and entities that events refer to, and how large they are in a file."""

    context: Context
    _articles: dict[str, int] = field(default_factory=dict)
    _entities: dict[str, int] = field(default_factory=dict)

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
        if id_ not in self._articles:
            known = self.context.articles.get(id_)
            self._articles[id_] = encoding.size(records.article(known, self.context)) if known else 0
        return self._articles[id_]

    def entity(self, id_: str) -> int:
        """The bytes of an entity's row; 0 where there is no such entity."""
        if id_ not in self._entities:
            known = self.context.entities.get(id_)
            self._entities[id_] = encoding.size(records.entity(known, self.context)) if known else 0
        return self._entities[id_]
