"""A timeline as JSON: its events with statements, quotes and dates, and the articles and entities they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...model import Event, Timeline
from . import encoding, records, sharding
from .context import Context
from .records import Record
from .sharding import LIMIT, Piece
from .tables import Tables

_ROOM_FOR_HEAD = 2_000  # bytes: what a part says of itself


def render(
    timeline: Timeline, context: Context, limit: int = LIMIT, tables: Tables | None = None
) -> Iterator[tuple[str, bytes]]:
    """The files of a timeline, in order. All are of one shape, and each names all that its own events refer to."""
    stem, head = context.stem(timeline), _head(timeline, context)
    room = limit - _ROOM_FOR_HEAD - encoding.size(head)
    tables = tables or Tables(context)
    for number, parts, last in sharding.numbered(sharding.shards(_pieces(timeline, tables, room), room)):
        following = "" if last else sharding.name(stem.split("/")[-1], number + 1)
        articles, entities = (id_ for _, ids, _ in parts for id_ in ids), (id_ for _, _, ids in parts for id_ in ids)
        part = {"events": encoding.json_list(rows for rows, _, _ in parts), **tables.of(articles, entities)}
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


#: Events as JSON, with commas between them, and the ids of the articles and entities that they refer to.
Part = tuple[bytes, tuple[str, ...], tuple[str, ...]]


def _pieces(timeline: Timeline, tables: Tables, room: int) -> Iterator[Piece[Part]]:
    """The events by weeks, since there are few of them: what they need is counted once for all of a week."""
    context, places = tables.context, tables.context.places_in(timeline)

    def piece(events: Sequence[Event]) -> Piece[Part]:
        made = context.marks(timeline, events)
        return _piece(context.keep("json", made, lambda: _part(events, places, context)), tables)

    def divided(event: Event) -> Iterator[Piece[Part]]:
        """An event of more statements than a file holds, as several of the same id, each with some of them."""
        parts = _divided(event, tables, room) if len(event.statements) > 1 else (event,)
        return (_piece(_part((part,), places, context), tables) for part in parts)

    for events in context.chunks(timeline.events):
        yield from sharding.fitting(events, piece, divided, room)


def _part(events: Sequence[Event], places: Mapping[str, str], context: Context) -> Part:
    rows = (encoding.json_row(records.event(event, places[event.id], context)) for event in events)
    articles = {id_ for event in events for id_ in event.articles}
    entities = {id_ for event in events for id_ in event.entities}
    return b",".join(rows), tuple(sorted(articles)), tuple(sorted(entities))


def _piece(part: Part, tables: Tables) -> Piece[Part]:
    written, articles, entities = part
    return Piece(part, len(written) + 1, tables.sizes(articles, entities))


def _divided(event: Event, tables: Tables, room: int) -> Iterator[Event]:
    told = (
        Piece(s, encoding.size(records.statement(s, tables.context)), tables.sizes((s.article,), ()))
        for s in event.statements
    )
    for group in sharding.shards(told, room // 2):
        yield replace(event, statements=group, articles=tuple(dict.fromkeys(s.article for s in group)))
