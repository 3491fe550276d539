"""Which places of a web page are the article's, and which hold other things: menus, comments, other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = frozenset({"nav", "form", "dialog", "amp-sidebar", "amp-user-notification"})
_ROLES = frozenset({"navigation", "contentinfo", "dialog", "alertdialog", "search", "complementary"})
# Words of class names and ids, whole ones only: "liveticker" and "elementor-widget" name articles too.
_NAMES = re.compile(
    r"(?:^|-)(?:related|relatedposts|recommend(?:ed|ations?|s)?|similar|comments?|disqus|sidebar|widget-area|teasers|promos?"
    r"|cookies?|consent|gdpr|popular|most-?read|most-?viewed|trending|newsletters?|share|sharing|sharedaddy|ya-share\d"
    r"|social|breadcrumbs?|adverts?|advertisement|author-(?:bio|box|card|about)|latest|ticker|(?:see|read)-(?:also|more|next))"
    r"(?:-|$)"
)
_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\s_-]+")
_NAMED_BY = ("class", "id", "data-area", "data-component", "data-testid")
_WALL = re.compile(r"pay-?wall|reg-?wall|subscri(?:be|ption)-?wall|premium-?(?:wall|content)|locked-?content", re.I)
_MAX_POINTER = 400  # characters
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
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    others = [e for e in elements if e not in kept and (_is_others(e) or _points_elsewhere(e))]
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
    if element.tag == "footer":  # an article's own may hold its byline (HTML, 4.3.8)
        return not any(above.tag == "article" for above in element.iterancestors())
    return element.tag not in ("html", "body", "main", "article", "head") and _says_other(_name(element))


def _points_elsewhere(element: HtmlElement) -> bool:
    """Whether it is a short pointer to other articles in the midst of the text: "Read also: …"."""
    if element.tag not in ("p", "div", "section", "ul") or len(element.text_content()) > _MAX_POINTER:
        return False
    is_box = element.tag in ("div", "section") or element.find(".//a") is not None
    return is_box and bool(_pointers().match(" ".join(" ".join(element.itertext()).split())))


@cache
def _pointers() -> re.Pattern[str]:
    source = resources.files(__package__).joinpath("pointers.yml").read_text(encoding="utf-8")
    words = sorted({word for line in yaml.load(source, Loader=yaml.BaseLoader).values() for word in line})
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I)


def _name(element: HtmlElement) -> str:
    return " ".join(element.get(attribute) or "" for attribute in _NAMED_BY)


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


def words(element: HtmlElement) -> str:
    """An element's text on one line."""
    return " ".join("".join(map(str, element.itertext())).split())
