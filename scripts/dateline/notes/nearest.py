"""The passage that a quote which no longer stands anywhere may have become. Suggested to the editor, never used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model import Article, Span, TextQuote
from ..text import fold, sentences

_WORD = re.compile(r"\w+")
_LEAST = 0.5  # of the likeness of two equal passages; nothing below it is worth a line
_LOOKED_AT = 12  # passages with most words in common are compared letter by letter


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of the article at `path`, on `line` of that file."""

    exact: str
    path: str
    line: int


def nearest(quote: TextQuote, articles: Iterable[Article]) -> Candidate | None:
    """The passage most like the quote, context included; None where none is like it."""
    wanted, exact = _words(quote.exact), fold(quote.exact).casefold()
    passages = []
    for article in articles:
        text = fold(article.text)
        if not _may_hold(text, wanted):
            continue
        for span in sentences.split(article.text, article.language):
            shared = len(wanted & _words(text[span.start : span.end]))
            if 2 * shared >= len(wanted):
                passages.append((shared, article, span))
    passages.sort(key=lambda p: (-p[0], p[2].end - p[2].start, p[1].path, p[2].start))
    best, likeness = None, _LEAST
    for _, article, span in passages[:_LOOKED_AT]:
        passage = fold(article.text[span.start : span.end]).casefold()
        found = _likeness(exact, passage) + _context(quote, article, span)
        if found > likeness:
            best, likeness = (article, span), found
    if best is None:
        return None
    article, span = best
    return Candidate(article.text[span.start : span.end], article.path, _line(article, span.start))


def _line(article: Article, start: int) -> int:
    return max(article.first_line, 1) + article.text.count("\n", 0, start)


def _may_hold(text: str, wanted: frozenset[str]) -> bool:
    """A quick look that spares most articles of an archive: do half of the words stand in it at all?"""
    lower = text.casefold()
    return 2 * sum(word in lower for word in wanted) >= len(wanted)


def _likeness(exact: str, passage: str) -> float:
    """How much of the quote stands in the passage, in order: 1 for all of it."""
    blocks = SequenceMatcher(None, exact, passage, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 2) / max(1, len(exact))


def _context(quote: TextQuote, article: Article, span: Span) -> float:
    """A little more for a passage that stands where the prefix or suffix says."""
    around = fold(article.text[max(0, span.start - 60) : span.end + 60])
    return sum(0.1 for words in (quote.prefix, quote.suffix) if words.strip() and fold(words).strip() in around)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(text).casefold()))
