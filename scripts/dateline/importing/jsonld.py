"""What a page says of itself in JSON-LD with the words of schema.org. Source: schema.org/NewsArticle."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLE = re.compile(r"(?:^|[/:])(?:\w*Article|\w*BlogPosting|Report|Review|LiveBlogPosting)$")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_MAX_DEPTH = 6
_PARTS = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")  # where a page's article may sit


@dataclass(frozen=True, slots=True)
class Described:
    """An article as JSON-LD describes it; "" and () for what it doesn't say. `free` is False behind a paywall."""

    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    description: str = ""
    url: str = ""
    keywords: tuple[str, ...] = ()
    free: bool = True


def described(tree: _Element) -> Described:
    """The page's article: the first that its JSON-LD describes as a thing of its own, not in a list of others."""
    for script in tree.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() != "application/ld+json":
            continue
        for node, listed in _nodes(_parsed(script.text or ""), 0, False):
            if not listed and any(_ARTICLE.search(kind) for kind in _strings(node.get("@type"))):
                return _described(node)
    return Described()


def _parsed(source: str) -> Any:
    """The JSON, as leniently as search engines read it; None where it can't be told."""
    plain = _WRAPPING.sub("", _WRAPPING.sub("", source.strip()))
    for attempt in (plain, _TRAILING_COMMA.sub("", plain)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, depth: int, listed: bool) -> Iterator[tuple[dict[str, Any], bool]]:
    """Every object that may be the page's article, and whether it stands in a list of articles."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1, listed)
    elif isinstance(value, dict):
        yield value, listed
        in_list = listed or "ItemList" in _strings(value.get("@type"))
        for name in _PARTS:
            yield from _nodes(value.get(name), depth + 1, in_list)


def _described(node: dict[str, Any]) -> Described:
    free = next(iter(_strings(node.get("isAccessibleForFree"))), "true")
    return Described(
        headline=_first(node.get("headline")) or _first(node.get("name")),
        published=_first(node.get("datePublished")) or _first(node.get("dateCreated")),
        authors=tuple(dict.fromkeys(filter(None, map(plain, _names(node.get("author") or node.get("creator")))))),
        publisher=plain(next(_names(node.get("publisher")), "")),
        language=_first(node.get("inLanguage")),
        description=_first(node.get("description")),
        url=_first(node.get("url")) or _first(node.get("mainEntityOfPage")),
        keywords=_keywords(node.get("keywords")),
        free=free.lower() not in ("false", "no", "0"),
    )


def plain(words: str) -> str:
    """The words without entities and tags, which many sites leave in, on one line."""
    return " ".join(re.sub(r"<[^<>]*>", "", html.unescape(html.unescape(words))).split())


def _first(value: Any) -> str:
    return plain(next(_strings(value), ""))


def _strings(value: Any) -> Iterator[str]:
    """The strings of a value: itself, its items, or what an object says that it is."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, list):
        for item in value[:50]:
            yield from _strings(item)
    elif isinstance(value, dict):
        yield from _strings(value.get("@value") or value.get("@id") or value.get("alternateName"))


def _names(value: Any) -> Iterator[str]:
    """Names of people or organisations, given as strings or as objects."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield from _strings(item.get("name"))
        elif isinstance(item, str) and not item.startswith("http"):
            yield item


def _keywords(value: Any) -> tuple[str, ...]:
    words = [part for item in _strings(value) for part in (item.split(",") if isinstance(value, str) else [item])]
    return tuple(dict.fromkeys(filter(None, map(plain, words))))
