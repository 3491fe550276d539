"""Every quote as a W3C Web Annotation: the words in the source's page, and the date that was read from them.

The target is the article's own address, so that a tool that opens it finds the words by their TextQuoteSelector. The
positions of the TextPositionSelector are code points of the article's text as it was saved.
Source: www.w3.org/TR/annotation-model, sections 3 to 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...model import Event, Statement
from . import encoding, sharding
from .context import EVERYTHING, Context, urn
from .records import Record
from .sharding import LIMIT, Piece

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FOLDER = "annotations"
_ROOM_FOR_HEAD = 4_000
# Code points around a quote: as many as Hypothesis keeps; doubled while the words stand elsewhere with the same ones.
_AROUND, _MOST_AROUND = 32, 256


def render(context: Context, limit: int = LIMIT) -> Iterator[tuple[str, bytes]]:
    """The pages of annotations, then the collection that names the first and last of them."""
    collection_id, total, number = _id(context, f"{_FOLDER}.json"), 0, 1
    room = limit - _ROOM_FOR_HEAD
    for number, parts, last in sharding.numbered(sharding.shards(_pieces(context, room), room)):
        page: Record = {
            "@context": CONTEXT,
            "id": _page_id(context, number),
            "type": "AnnotationPage",
            "partOf": collection_id,
            "startIndex": total,
            "items": encoding.json_list(written for written, _ in parts),
        }
        page |= {} if number == 1 else {"prev": _page_id(context, number - 1)}
        page |= {} if last else {"next": _page_id(context, number + 1)}
        yield f"{_FOLDER}/{number}.json", encoding.json_file(page)
        total += sum(count for _, count in parts)
    yield f"{_FOLDER}.json", encoding.json_file(_collection(context, collection_id, total, number))


#: Annotations as JSON, with commas between them, and how many they are.
Part = tuple[bytes, int]


def _pieces(context: Context, room: int) -> Iterator[Piece[Part]]:
    def piece(events: Sequence[Event]) -> Piece[Part]:
        rows = context.keep("annotations", map(context.mark, events), lambda: _joined(events, context))
        return Piece(rows, len(rows[0]) + 1)

    def divided(event: Event) -> Iterator[Piece[Part]]:
        return (Piece((row, 1), len(row) + 1) for row in _rows((event,), context))

    told = tuple(event for event in context.collection.events if event.statements)
    for events in context.chunks(told):
        yield from sharding.fitting(events, piece, divided, room)


def _joined(events: Iterable[Event], context: Context) -> Part:
    rows = list(_rows(events, context))
    return b",".join(rows), len(rows)


def _rows(events: Iterable[Event], context: Context) -> Iterator[bytes]:
    return (encoding.json_row(_annotation(s, event, context)) for event in events for s in event.statements)


def _collection(context: Context, id_: str, total: int, pages: int) -> Record:
    return {
        "@context": CONTEXT,
        "id": id_,
        "type": "AnnotationCollection",
        "label": f"{encoding.line(context.settings.site_name)}: {context.say(EVERYTHING)}",
        "total": total,
        "first": _page_id(context, 1),
        "last": _page_id(context, pages),
    }


def _annotation(statement: Statement, event: Event, context: Context) -> Record:
    return {
        "id": urn("statement", statement.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": statement.time.value},
            {"type": "SpecificResource", "purpose": "linking", "source": _event_id(event, context)},
        ],
        "target": _target(statement, context),
    }


def _target(statement: Statement, context: Context) -> Record:
    article = context.articles[statement.article]
    start, end = statement.span
    prefix, suffix = around(article.text, start, end)
    quote = {"type": "TextQuoteSelector", "exact": statement.quote, "prefix": prefix, "suffix": suffix}
    place = {"type": "TextPositionSelector", "start": start, "end": end}
    archive = encoding.address(article.archive)
    target: Record = {
        "type": "SpecificResource",
        "source": encoding.address(article.url)
        or context.absolute(context.article_page(article.id))
        or urn("article", article.id),
        "selector": [quote, place],
    }
    return target | ({"state": {"type": "TimeState", "cached": archive}} if archive else {})


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place: enough, if 256 code points are, to tell it from all others of its words."""
    exact, reach = text[start:end], _AROUND
    while True:
        before, after = text[max(0, start - reach) : start], text[end : end + reach]
        if (
            reach >= _MOST_AROUND
            or not exact
            or text.find(before + exact + after) == text.rfind(before + exact + after)
        ):
            return before, after
        reach *= 2


def _event_id(event: Event, context: Context) -> str:
    return context.absolute(context.places[event.id]) or urn("event", event.id)


def _page_id(context: Context, number: int) -> str:
    return _id(context, f"{_FOLDER}/{number}.json")


def _id(context: Context, name: str) -> str:
    """A file's own address; without the site's, an id that stays."""
    return context.absolute(f"data/{name}") or urn("file", context.settings.site_name, name)
