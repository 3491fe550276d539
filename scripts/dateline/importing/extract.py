"""A web page -> a clipping: the article's own text by trafilatura, its facts from the page's own word on them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..readers import datelines
from ..readers import publication as moments
from . import bylines, charset, metadata, places
from .clipping import Clipping, Page, Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

MIN_WORDS = 40  # of an article; a brief has more, an error page fewer
MIN_LOCKED_WORDS = 150  # of one that says that it isn't free to read: fewer are the taste before the wall
_SPACE = re.compile(r"[ \t\r\n\f]+")  # not NBSP: the text stays as its source wrote it


def clipping(page: Page) -> Clipping:
    """The article of a page. Raises `Refused` where there is none, or only the beginning of one.

    The day that trafilatura finds is not taken: it comes from changes, copyright lines and 04/05/2021 as well.
    """
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what matters of its log is said below
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    source = charset.decode(page.data, page.charset)
    tree = trafilatura.load_html(source)
    if tree is None:
        raise Refused("holds no web page")
    facts = metadata.facts(tree, page.url, source)
    locked = places.has_wall(tree)
    document = trafilatura.bare_extraction(
        places.without_others(tree),
        url=facts.url or None,
        include_comments=False,
        include_formatting=False,
        with_metadata=True,
    )
    if document is None or isinstance(document, dict) or document.body is None:
        raise Refused("holds no article that can be told from the page around it")
    title = facts.title or (document.title or "").strip() or page.title
    body, above = _body(document.body, title, facts.publication)
    require_enough(body, free=facts.free and not locked)
    return Clipping(
        title=title,
        body=body,
        url=facts.url,
        publication=facts.publication,
        authors=facts.authors or bylines.names(document.author or "", facts.publication),
        published=facts.published or moments.moment(page.published).value or above,
        language=facts.language,
        archive=page.archive or facts.archive,
        description=facts.description,
        keywords=facts.keywords,
        retrieved=page.retrieved,
    )


def require_enough(body: str, *, free: bool = True) -> None:
    """Raises `Refused` for a text that is no article, or only the beginning of one that isn't `free` to read."""
    count = len(re.findall(r"\w+", body))
    if not free and count < MIN_LOCKED_WORDS:
        raise Refused(f"has too little text ({count} words): the rest is behind a paywall")
    if count < MIN_WORDS:
        raise Refused(f"has too little text ({count} words): a paywall, a cookie wall or no article")


def _body(root: _Element, title: str, publication: str) -> tuple[str, str]:
    """The text, paragraphs apart by an empty line, without the headline, publication and date that stand before it; and
    the day in that date, "" for none.
    """
    blocks = [block for block in _blocks(root) if block.strip()]
    above = ""
    while blocks and ((day := _day(blocks[0])) or _names(blocks[0], title, publication)):
        above = above or day
        del blocks[0]
    return "\n\n".join(blocks), above


def _names(block: str, *names: str) -> bool:
    return block.removeprefix("## ").casefold() in {name.casefold() for name in names}


def _day(block: str) -> str:
    """The day (ISO 8601) of a block that is nothing but a dateline; "" for any other block."""
    plain = block.removeprefix("## ")
    line = datelines.find(plain)
    return moments.moment(line.words, plain).value if line.words and line.end == len(plain) else ""


def _blocks(element: _Element) -> Iterator[str]:
    """The paragraphs, headings, lists, quotations and tables of trafilatura's tree, marked as in Markdown."""
    if text := _plain(element.text or ""):
        yield text
    for child in element:
        yield from _block(child)
        if text := _plain(child.tail or ""):
            yield text


def _block(child: Any) -> Iterator[str]:
    match child.tag:
        case "head":
            yield f"## {_inline(child)}" if _inline(child) else ""
        case "list":
            yield "\n".join(f"- {text}" for item in child.iter("item") if (text := _inline(item)))
        case "quote":
            yield from (f"> {block}" for block in _blocks(child))
        case "table":
            rows = [[_inline(cell) for cell in row.iter("cell")] for row in child.iter("row")]
            yield "\n".join(" | ".join(filter(None, row)) for row in rows if any(row))
        case "div" | "body" | "main":
            yield from _blocks(child)
        case str():
            yield _inline(child)


def _inline(element: Any) -> str:
    """The words of an element; only a line break of the page stays one."""
    return "\n".join(filter(None, (_plain(line) for line in "".join(_pieces(element)).split("\n"))))


def _pieces(element: Any) -> Iterator[str]:
    yield _SPACE.sub(" ", element.text or "")
    for child in element:
        yield from ("\n",) if child.tag == "lb" else _pieces(child)
        yield _SPACE.sub(" ", child.tail or "")


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")
