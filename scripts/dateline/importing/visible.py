"""What a reader sees on a page of its article's authors and day of publication, for pages that say no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from . import places

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHANGED = re.compile(r"modif|updat|actualiz|aktualis|mise-a-jour|changed", re.I)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:(?:pub(?:lish(?:ed)?)?|post(?:ed)?|entry|article|story)?[\s_-]?(?:date|datum|data|time|dateline|created)"
    r"|(?:post|entry|article|story|news)[_-]+(?:meta|info))(?:$|[\s_-])",
    re.I,
)
_BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?line|authors?|author-?name|signature|autor|auteur|submitted|username)(?:$|[\s_-])", re.I
)
_MAX_BYLINE = 200  # characters


def publisher_of(tree: HtmlElement) -> str:
    """The name that is marked as the publisher's (microdata); "" for none."""
    for element in tree.iterfind(".//*[@itemprop='publisher']"):
        names = [e.get("content") or places.words(e) for e in element.iter() if e.get("itemprop") == "name"]
        return " ".join((names or [places.words(element)])[0].split())
    return ""


def bylines_of(tree: HtmlElement) -> Iterator[str]:
    """The bylines on the page: what is marked as an author's name, else the first by the name of its class."""
    own = list(places.own(tree))
    marked = [e for e in own if "author" in (e.get("itemprop") or e.get("rel") or "").split()]
    if marked:
        yield from (line for element in marked for line in _names_in(element))
        return
    classed = (e for e in own if _BYLINE_CLASS.search(e.get("class") or ""))
    for element in classed:
        lines = _names_in(element)
        if 0 < len("; ".join(lines)) <= _MAX_BYLINE:
            yield from lines
            return


def _names_in(element: HtmlElement) -> list[str]:
    named = [e for e in element.iter() if e.get("itemprop") == "name" or e.get("rel") == "author"]
    return [text for e in named if (text := places.words(e))] or [_without_times(element)]


def _without_times(element: HtmlElement) -> str:
    """An element's words up to its date, which often follows the name in one line."""
    return " ".join("".join(_until_time(element)).split()) or places.words(element)


def _until_time(element: HtmlElement) -> Iterator[str]:
    """The text of an element in order; it ends where a date begins."""
    yield element.text or ""
    for child in element:
        if child.tag in ("time", "svg", "button") or _DATE_CLASS.search(child.get("class") or ""):
            return
        yield from _until_time(child)
        yield child.tail or ""


def dates_of(tree: HtmlElement) -> Iterator[str]:
    """Dates of publication that a reader sees: marked as such first, then any `time`, then by the name of a class."""
    times = [e for e in places.own(tree) if e.tag == "time" and not _is_changed(e)]
    marked = [e for e in places.own(tree) if "datePublished" in (e.get("itemprop") or "")]
    marked += [e for e in times if e.get("pubdate") is not None]
    for element in [*marked, *times]:
        yield element.get("datetime") or element.get("content") or element.get("title") or ""
        yield places.words(element)
    for element in places.own(tree):
        if _DATE_CLASS.search(element.get("class") or "") and not _is_changed(element):
            yield places.words(element)[:_MAX_BYLINE]


def _is_changed(element: HtmlElement) -> bool:
    """Whether it gives the date of a change, not of publication."""
    names = " ".join(element.get(name) or "" for name in ("itemprop", "class", "id"))
    parent = element.getparent()
    return bool(_CHANGED.search(names) or (parent is not None and _CHANGED.search(parent.get("class") or "")))
