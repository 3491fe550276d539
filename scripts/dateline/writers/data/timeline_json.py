"""A timeline as JSON: its events with statements, quotes and dates, and the articles and entities they name."""

from __future__ import annotations

from collections.abc import Iterator
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
    for number, rows, last in sharding.numbered(sharding.shards(_pieces(timeline, tables, room), room)):
        following = "" if last else sharding.name(stem.split("/")[-1], number + 1)
        part = {"events": encoding.json_list(row for row, _ in rows), **tables.of(event for _, event in rows)}
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


Part = tuple[str, Event]  # an event as JSON, and itself


def _pieces(timeline: Timeline, tables: Tables, room: int) -> Iterator[Piece[Part]]:
    context, places = tables.context, tables.context.places_in(timeline)
    for events in context.chunks(timeline.events):
        made = context.marks(timeline, events)
        rows = context.keep("json", made, lambda events=events: [_row(e, places[e.id], context) for e in events])  # type: ignore[misc]
        for event, row in zip(events, rows, strict=True):
            piece = _piece(event, row, tables)
            if len(event.statements) > 1 and piece.size + sum(piece.shared.values()) > room:
                parts = _divided(event, tables, room)
                yield from (_piece(part, _row(part, places[event.id], context), tables) for part in parts)
            else:
                yield piece


def _row(event: Event, page: str, context: Context) -> str:
    return encoding.json_text(records.event(event, page, context))


def _piece(event: Event, row: str, tables: Tables) -> Piece[Part]:
    return Piece((row, event), encoding.taken(row), tables.sizes(event))


def _divided(event: Event, tables: Tables, room: int) -> Iterator[Event]:
    """An event of more statements than a file holds, as several of the same id, each with some of them."""
    told = (
        Piece(s, encoding.size(records.statement(s, tables.context)), {s.article: tables.article(s.article)})
        for s in event.statements
    )
    for group in sharding.shards(told, room // 2):
        yield replace(event, statements=group, articles=tuple(dict.fromkeys(s.article for s in group)))
