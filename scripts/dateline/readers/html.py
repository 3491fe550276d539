"""Saved web pages: the facts that a page states about itself, and the text of its article.

Lean on purpose: what stands in `<article>` (else `<main>`, else `<body>`) outside of navigation, forms and captions.
`dateline add` takes pages apart with more care and keeps what it finds as Markdown.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from . import datelines, markup
from .draft import UNSAID, Draft, Said, Unreadable
from .places import address, saved_from

CERTAINTY = 2

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,2000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|meta|title|div|section)\b",
    re.I,
)
# What the Wayback Machine puts above a page: the days of its copies are none of the article's.
_TOOLBAR = ("<!-- BEGIN WAYBACK TOOLBAR INSERT -->", "<!-- END WAYBACK TOOLBAR INSERT -->")
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "iframe", "nav", "menu", "footer", "aside", "dialog"}
    | {"form", "button", "select", "figcaption"}
)
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "figure", "blockquote", "pre", "hr"}
    | {"ul", "ol", "li", "dt", "dd", "table", "tr", "td", "th"}
)
_TITLES = ("og:title", "headline", "twitter:title", "title")
_DAYS = ("article:published_time", "datepublished", "date", "pubdate", "dc.date.issued", "dc.date", "publish-date")
_OUTLETS = ("og:site_name", "publisher", "application-name")
_AUTHORS = ("author", "dc.creator", "article:author")
_DESCRIPTIONS = ("og:description", "description")
_KEYWORDS = ("news_keywords", "keywords", "article:tag")


class _Block(NamedTuple):
    """A paragraph, and where it stood: the number of its `<article>` (0 for none) and whether in `<main>`."""

    text: str
    article: int
    main: bool


def recognises(text: str) -> bool:
    """Whether the file begins as a web page does."""
    return bool(_OPENING.match(text))


def read(text: str) -> Draft:
    """The article. Raises `Unreadable` where the markup can't be followed."""
    text = _without_toolbar(text)
    page = _Page(text)
    try:
        for token in markup.tokens(text):
            page.take(token)
    except ValueError as fault:
        raise Unreadable(0, "its HTML can't be followed") from fault
    page.end_block()
    content = "\n\n".join(_main(page.blocks))
    dateline = datelines.find(content)
    facts = page.facts
    published = facts.first(*_DAYS) or UNSAID
    return Draft(
        text=content,
        first_line=0,
        body=dateline.end,
        title=facts.words(*_TITLES),
        published=published if published.words else Said(dateline.words),
        language=facts.first("lang", "inlanguage") or UNSAID,
        publication=facts.words(*_OUTLETS),
        authors=tuple(name for name in facts.every(*_AUTHORS) if "://" not in name),
        url=_address(facts, text),
        description=facts.words(*_DESCRIPTIONS),
        keywords=tuple(dict.fromkeys(w.strip() for k in facts.every(*_KEYWORDS) for w in k.split(",") if w.strip())),
    )


def _without_toolbar(text: str) -> str:
    """The page as its publisher sent it; lines stay where they are."""
    start = text.find(_TOOLBAR[0])
    end = text.find(_TOOLBAR[1], start) if start >= 0 else -1
    return text if end < 0 else text[:start] + "\n" * text.count("\n", start, end) + text[end:]


def _address(facts: _Facts, text: str) -> str:
    """The page's own word on where it stands, else that of the browser which saved it."""
    own = next((found for url in facts.every("canonical", "og:url", "url") if (found := address(url))), "")
    return own or saved_from(text)


def _main(blocks: list[_Block]) -> Iterator[str]:
    """The blocks of the `<article>` with the most text, else those in `<main>`, else all."""
    lengths = Counter[int]()
    for block in blocks:
        lengths[block.article] += len(block.text) if block.article else 0
    longest = max(lengths, key=lambda number: (lengths[number], -number), default=0)
    in_main = any(block.main for block in blocks)
    for block in blocks:
        if block.article == longest if lengths[longest] else block.main or not in_main:
            yield block.text


class _Facts:
    """What a page says about itself: lower-case name -> values in order, with their lines."""

    def __init__(self) -> None:
        self._said: dict[str, list[Said]] = {}

    def add(self, name: str, words: object, line: int) -> None:
        """Note what the page says, if it is words."""
        if isinstance(words, str) and words.strip():
            self._said.setdefault(name.lower(), []).append(Said(" ".join(words.split()), line))

    def first(self, *names: str) -> Said | None:
        """What the first of `names` that the page has says."""
        return next((self._said[name][0] for name in names if name in self._said), None)

    def words(self, *names: str) -> str:
        """The words of `first`."""
        return (self.first(*names) or UNSAID).words

    def every(self, *names: str) -> tuple[str, ...]:
        """All that the first of `names` that the page has says."""
        said = next((self._said[name] for name in names if name in self._said), [])
        return tuple(dict.fromkeys(value.words for value in said))


class _Page:
    """Follows a page token by token; keeps no tree, so that depth costs nothing."""

    def __init__(self, source: str) -> None:
        self.facts = _Facts()
        self.blocks: list[_Block] = []
        self._source = source
        self._line, self._counted = 1, 0
        self._open = Counter[str]()
        self._skipped = 0
        self._article = 0
        self._articles = 0
        self._words: list[str] = []
        self._mark = ""
        self._is_data = False

    def take(self, token: markup.Tag | markup.Words) -> None:
        """Follow the page by one token."""
        if isinstance(token, markup.Tag):
            self._line += self._source.count("\n", self._counted, token.offset)
            self._counted = token.offset
            (self._close if token.end else self._start)(token)
        elif token.within == "title":
            self.facts.add("title", token.text, self._line)
        elif token.within == "script" and self._is_data:
            self._note_data(token.text)
        elif not token.within and not self._skipped:
            self._words.append(re.sub(r"[ \t\n\r\f]+", " ", token.text))

    def _start(self, tag: markup.Tag) -> None:
        self._note(tag)
        if tag.name in _BLOCKS or tag.name in _HEADINGS:
            self.end_block()
            self._mark = _HEADINGS.get(tag.name, "- " if tag.name == "li" else "")
        elif tag.name == "br":
            self._words.append("\n")
        if tag.name == "article" and not self._open["article"]:
            self._articles += 1
            self._article = self._articles
        if tag.name in _SKIPPED or tag.name in ("main", "article"):
            self._open[tag.name] += 1
            self._skipped += tag.name in _SKIPPED

    def _close(self, tag: markup.Tag) -> None:
        if tag.name in _BLOCKS or tag.name in _HEADINGS:
            self.end_block()
        if self._open[tag.name]:
            self._open[tag.name] -= 1
            self._skipped -= tag.name in _SKIPPED
        if tag.name == "article" and not self._open["article"]:
            self._article = 0

    def end_block(self) -> None:
        """Keep the words since the last block, if any."""
        text = "\n".join(line.strip(" ") for line in "".join(self._words).split("\n")).strip("\n ")
        if text:
            self.blocks.append(_Block(self._mark + text, self._article, self._open["main"] > 0))
            self._mark = ""
        self._words.clear()

    def _note(self, tag: markup.Tag) -> None:
        said, line = tag.attributes, self._line
        if tag.name == "meta":
            name = said.get("property") or said.get("name") or said.get("itemprop", "")
            self.facts.add(name, said.get("content"), line)
        elif tag.name == "html":
            self.facts.add("lang", said.get("lang"), line)
        elif tag.name == "link" and "canonical" in said.get("rel", "").lower().split():
            self.facts.add("canonical", said.get("href"), line)
        elif tag.name == "time" and not self._skipped:
            published = "pub" in f"{said.get('itemprop')} {said.get('class')}"
            self.facts.add("datepublished" if published else "date", said.get("datetime"), line)
        elif tag.name == "script":
            self._is_data = said.get("type", "").lower() == "application/ld+json"

    def _note_data(self, data: str) -> None:
        """JSON-LD of schema.org: an Article's own facts. What can't be parsed says nothing."""
        line = self._line
        try:
            loaded = json.loads(data)
        except (ValueError, RecursionError):
            return
        for thing in _things(loaded):
            for name in ("headline", "datePublished", "inLanguage", "url", "description"):
                self.facts.add(name, thing.get(name), line)
            for name in ("author", "publisher"):
                for agent in _listed(thing.get(name)):
                    self.facts.add(name, agent.get("name") if isinstance(agent, dict) else agent, line)


def _things(loaded: Any) -> Iterator[dict[str, Any]]:
    for thing in _listed(loaded):
        if isinstance(thing, dict):
            kinds = [str(kind) for kind in _listed(thing.get("@type"))]
            if any(kind.endswith(("Article", "Posting", "Report")) for kind in kinds):
                yield thing
            yield from (part for part in _listed(thing.get("@graph")) if isinstance(part, dict) and "headline" in part)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
