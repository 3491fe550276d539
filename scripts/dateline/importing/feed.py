"""Feeds (RSS 0.9x, 1.0 and 2.0, Atom 1.0) -> the addresses of their articles, and what the feed says of each."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from ..readers import publication
from .addresses import is_address, normal
from .clipping import Address, Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = frozenset({"rss", "feed", "RDF"})
_DATES = ("pubDate", "published", "date", "issued")


def read(data: bytes, base: str = "") -> tuple[Address, ...]:
    """The articles in the feed's order; `base` is the feed's own address. Raises `Refused` where it isn't a feed."""
    root = parse(data)
    if root is None or _name(root) not in _ROOTS:
        raise Refused("is XML, but no feed (RSS or Atom)")
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    found = [address for entry in entries if (address := _address(entry, base))]
    if not found:
        raise Refused("is a feed without articles")
    return tuple({address.url: address for address in reversed(found)}.values())[::-1]


def parse(data: bytes) -> _Element | None:
    """The XML tree; None where there is none. Nothing outside the document is read, and no entity is expanded."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _name(element: _Element) -> str:
    """The element's name without its namespace; "" for a comment and such."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _address(entry: _Element, base: str) -> Address | None:
    url = _link(entry)
    try:
        return Address(normal(url, base), _text(entry, "title"), _published(entry)) if url else None
    except Refused:
        return None


def _link(entry: _Element) -> str:
    """An Atom link of the kind "alternate" (or of no kind), an RSS link, or a GUID that is an address."""
    for child in entry:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            place = (child.get("href") or child.text or "").strip()
            if place:
                return place
    guid = _text(entry, "guid")
    return guid if is_address(guid) else ""


def _published(entry: _Element) -> str:
    for name in _DATES:
        words = _text(entry, name)
        try:
            return parsedate_to_datetime(words).isoformat() if words and not words[:1].isdigit() else _iso(words)
        except (ValueError, TypeError):
            continue
    return ""


def _iso(words: str) -> str:
    value = publication.moment(words).value
    if not value:
        raise ValueError(words)
    return value


def _text(entry: _Element, name: str) -> str:
    found = next((child for child in entry if _name(child) == name), None)
    return "" if found is None else " ".join("".join(map(str, found.itertext())).split())
