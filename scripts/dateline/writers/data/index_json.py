"""The index: what the collection holds, and which file holds what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from ... import edtf
from ...model import Timeline
from . import calendar_days, corrections_feed, encoding, sharding
from .context import Context
from .records import Record
from .sharding import LIMIT, Piece
from .tables import Tables

_ROOM_FOR_HEAD = 10_000


def render(
    context: Context, files: Mapping[str, Sequence[str]], limit: int = LIMIT, tables: Tables | None = None
) -> Iterator[tuple[str, bytes]]:
    """`index.json` and, where it would grow too large, its further parts.

    `files` are the names of the files that were made of each timeline, by its stem.
    """
    head: Record = {"$schema": "schemas/index.schema.json", "site": _site(context), "counts": _counts(context)}
    head["corrections"] = list(files.get(corrections_feed.STEM, ()))
    timelines = (("timelines", encoding.json_row(_timeline(t, files, context))) for t in context.exported)
    rows_of = (tables or Tables(context)).articles
    articles = (("articles", rows_of[a.id]) for a in context.collection.articles)
    pieces = (Piece(row, len(row[1]) + 1) for row in chain(timelines, articles))
    room = limit - _ROOM_FOR_HEAD - encoding.size(head)
    for number, rows, last in sharding.numbered(sharding.shards(pieces, room)):
        names = ("timelines", "articles")
        part = {name: encoding.json_list(row for table, row in rows if table == name) for name in names}
        following = "" if last else sharding.name("index", number + 1)
        yield sharding.name("index", number), encoding.json_file({**head, **part, "part": number, "next": following})


def _site(context: Context) -> Record:
    return {
        "name": context.settings.site_name,
        "description": context.settings.site_description,
        "language": context.settings.language,
        "url": context.settings.site_url,
    }


def _counts(context: Context) -> Record:
    collection = context.collection
    return {
        "articles": len(collection.articles),
        "articles_by_language": dict(Counter(a.language for a in collection.articles)),
        "statements": len(collection.statements),
        "events": len(context.everything.events),
        "timelines": len(collection.timelines),
        "entities": len(collection.entities),
    }


def _timeline(timeline: Timeline, files: Mapping[str, Sequence[str]], context: Context) -> Record:
    days = [day for event in timeline.events for day in edtf.bounds(event.value) if day is not None]
    return {
        "slug": timeline.slug,
        "title": timeline.title,
        "count": len(timeline.events),
        "first": calendar_days.written(min(days, default=None)) or None,
        "last": calendar_days.written(max(days, default=None)) or None,
        "page": context.timeline_page(timeline),
        "files": list(files[context.stem(timeline)]),
    }
