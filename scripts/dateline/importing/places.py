"""Which places of a web page are the article's, and which hold other things: menus, comments, other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = frozenset({"nav", "footer", "form", "dialog", "amp-sidebar", "amp-user-notification"})
_ROLES = frozenset({"navigation", "contentinfo", "dialog", "alertdialog", "search", "complementary"})
# Words of class names and ids, whole ones only: "liveticker" and "elementor-widget" name articles too.
_NAMES = re.compile(
    r"(?:^|-)(?:related|relatedposts|recommend(?:ed|ations?|s)?|similar|comments?|disqus|sidebar|widget-area|teasers|promos?"
    r"|cookies?|consent|gdpr|popular|most-?read|most-?viewed|trending|newsletters?|share|sharing|sharedaddy|ya-share\d"
    r"|social|breadcrumbs?|adverts?|advertisement|author-(?:bio|box|card|about)|latest|ticker|(?:see|read)-(?:also|more|next))"
    r"(?:-|$)"
)
_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\s_-]+")
_WALL = re.compile(r"pay-?wall|reg-?wall|subscri(?:be|ption)-?wall|premium-?(?:wall|content)|locked-?content", re.I)
_LONG = 60  # characters of a paragraph that is more than a caption or a link
_MOST = 0.9  # of the text of the long paragraphs
_LARGE = 0.5  # of it: whatever its name, a place that holds so much is the article's


def own(tree: HtmlElement, *tags: str) -> Iterator[HtmlElement]:
    """The elements in the page's order (those of `tags`, if any are given) without those in places of other things."""
    kept = _kept(tree)
    stack = [tree]
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in ("aside", "script", "style", "head"):
            continue
        if _is_others(element) and element not in kept:
            continue
        if not tags or element.tag in tags:
            yield element
        stack.extend(reversed(list(element)))


def without_others(tree: HtmlElement) -> HtmlElement:
    """The page less the places of other things, with its text's own place marked as an article. Changes `tree`."""
    kept = _kept(tree)
    others = [e for e in tree.iter() if isinstance(e.tag, str) and _is_others(e) and e not in kept]
    for element in others:
        if element.getparent() is not None:
            element.drop_tree()
    if tree.find(".//article") is None and not tree.xpath('.//*[@itemprop="articleBody"]'):
        place = _densest(tree)
        if place is not None and place.tag not in ("body", "html"):
            place.tag = "article"  # which the extraction looks for first; the markup says it nowhere
    return tree


def has_wall(tree: HtmlElement) -> bool:
    """Whether a place of the page is named after a paywall."""
    return any(_WALL.search(_name(element)) for element in tree.iter() if isinstance(element.tag, str))


def _is_others(element: HtmlElement) -> bool:
    if element.tag in _TAGS or element.get("role") in _ROLES:
        return True
    return element.tag not in ("html", "body", "main", "article", "head") and _says_other(_name(element))


def _name(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


@lru_cache(maxsize=10_000)
def _says_other(name: str) -> bool:
    return bool(_NAMES.search("-".join(_BREAK.split(name.strip())).lower()))


def _kept(tree: HtmlElement) -> set[HtmlElement]:
    """The places that hold a headline or most of the text: "with-sidebar" may be the name of the whole page."""
    total = sum(map(_length, _long(tree)))
    kept = {above for heading in tree.iter("h1") for above in heading.iterancestors()}
    shares: dict[HtmlElement, int] = {}
    for paragraph in _long(tree):
        for above in paragraph.iterancestors():
            shares[above] = shares.get(above, 0) + _length(paragraph)
    return kept | {element for element, length in shares.items() if length > total * _LARGE}


def _densest(tree: HtmlElement) -> HtmlElement | None:
    """The smallest place with the first long paragraph and nearly all of the others; None without any."""
    paragraphs = _long(tree)
    total = sum(map(_length, paragraphs))
    for place in paragraphs[0].iterancestors() if len(paragraphs) > 1 else ():
        if sum(map(_length, _long(place))) >= total * _MOST:
            return place
    return None


def _long(place: HtmlElement) -> list[HtmlElement]:
    return [paragraph for paragraph in place.iter("p") if _length(paragraph) >= _LONG]


def _length(element: HtmlElement) -> int:
    return sum(map(len, map(str, element.itertext())))
