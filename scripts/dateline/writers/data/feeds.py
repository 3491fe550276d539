"""What is new, as Atom (RFC 4287) and JSON Feed 1.1: events by when they entered the collection or were corrected.

The event's own date stands in its title, never among the feed's times. Without the site's address there are no links.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from ...cache.keeping import mark
from ...model import Event, Timeline
from . import encoding, fragments, instants, telling
from .context import Context, urn
from .encoding import markup
from .records import Record

#: A feed holds the latest so many.
LATEST = 100

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(frozen=True, slots=True)
class Head:
    """What a feed is of: its files' name without their endings, its title, and the page it belongs to."""

    stem: str
    title: str
    page: str


@dataclass(frozen=True, slots=True)
class Item:
    """One event of a feed. `title` and `tags` are plain text, `html` is markup."""

    id: str
    title: str
    language: str
    entered: dt.datetime
    touched: dt.datetime
    link: str
    html: str
    tags: tuple[str, ...]


def both(timeline: Timeline, context: Context) -> tuple[bytes, bytes]:
    """The feed as Atom and as JSON Feed."""
    of, latest = head(timeline, context), _latest(timeline)

    def made() -> tuple[bytes, bytes]:
        found = _items(timeline, latest, context)
        return atom(of, found, context), json_feed(of, found, context)

    return context.keep("feeds", (mark(of), *context.marks(timeline, latest)), made)


def items(timeline: Timeline, context: Context) -> tuple[Item, ...]:
    """The latest events, newest first. What nobody dated the report of (an editor's own event) is left out."""
    return _items(timeline, _latest(timeline), context)


def _latest(timeline: Timeline) -> list[Event]:
    dated = [(instants.touched(e) or entered, e) for e in timeline.events if (entered := instants.entered(e))]
    return [event for _, event in sorted(dated, key=lambda row: (-row[0].timestamp(), row[1].id))[:LATEST]]


def _items(timeline: Timeline, latest: Iterable[Event], context: Context) -> tuple[Item, ...]:
    places = context.places_in(timeline)
    return tuple(_item(event, places[event.id], context) for event in latest)


def head(timeline: Timeline, context: Context) -> Head:
    """The feed of a timeline."""
    return Head(context.stem(timeline), _title(timeline, context), context.timeline_page(timeline))


def atom(of: Head, found: tuple[Item, ...], context: Context) -> bytes:
    """The feed as Atom."""
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": context.say.language})
    _add(feed, "id", _feed_id(of, context))
    _add(feed, "title", of.title)
    _add(feed, "updated", instants.rfc3339(max((i.touched for i in found), default=instants.NEVER)))
    _add(_add(feed, "author"), "name", encoding.line(context.settings.site_name) or "Dateline")
    _add(feed, "generator", "Dateline")
    _link(feed, "self", context.absolute(f"data/{of.stem}.atom"), "application/atom+xml")
    _link(feed, "alternate", context.absolute(of.page), "text/html")
    for item in found:
        entry = _add(feed, "entry")
        _add(entry, "id", item.id)
        _add(entry, "title", item.title, {"type": "text"})
        _add(entry, "published", instants.rfc3339(item.entered))
        _add(entry, "updated", instants.rfc3339(item.touched))
        _link(entry, "alternate", item.link, "text/html")
        for tag in item.tags:
            _add(entry, "category", attributes={"term": tag})
        _add(entry, "content", item.html, {"type": "html"})
    written = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def json_feed(of: Head, found: tuple[Item, ...], context: Context) -> bytes:
    """The feed as JSON Feed."""
    links = {
        "home_page_url": context.absolute(of.page),
        "feed_url": context.absolute(f"data/{of.stem}.feed.json"),
    }
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": of.title,
        "language": context.say.language,
        "items": [_json_item(item) for item in found],
    }
    return encoding.json_file(told | {key: link for key, link in links.items() if link})


def _item(event: Event, place: str, context: Context) -> Item:
    told, entered = telling.tell(event, context), instants.entered(event) or instants.NEVER
    names = (encoding.line(context.label(entity)) for entity in event.entities)
    return Item(
        id=urn("event", event.id),
        title=f"{told.when}: {told.headline}",
        language=told.language or context.say.language,
        entered=entered,
        touched=instants.touched(event) or entered,
        link=context.absolute(place),
        html=fragments.body(told, context),
        tags=tuple(dict.fromkeys(tag for tag in (context.say(f"kind_{event.kind.value}"), *names) if tag)),
    )


def _json_item(item: Item) -> Record:
    told: Record = {
        "id": item.id,
        "title": item.title,
        "content_html": item.html or markup(item.title),
        "date_published": instants.rfc3339(item.entered),
        "date_modified": instants.rfc3339(item.touched),
        "language": item.language,
        "tags": list(item.tags),
    }
    return told | ({"url": item.link} if item.link else {})


def _title(timeline: Timeline, context: Context) -> str:
    site, title = encoding.line(context.settings.site_name), encoding.line(timeline.title)
    return title if title == site or not site else f"{title} · {site}" if title else site


def _feed_id(of: Head, context: Context) -> str:
    return urn("feed", context.settings.site_url or context.settings.site_name, of.stem)


def _add(parent: ET.Element, name: str, text: str = "", attributes: dict[str, str] | None = None) -> ET.Element:
    child = ET.SubElement(parent, name, attributes or {})
    child.text = text or None
    return child


def _link(parent: ET.Element, relation: str, address: str, kind: str) -> None:
    if address:
        _add(parent, "link", attributes={"rel": relation, "href": address, "type": kind})
