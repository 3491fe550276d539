"""Doubts about articles: saved twice, or with no copy in an archive."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..model import Article, Collection, Problem, Severity
from ..text import fold
from .doubt import doubt

_PASSAGE = re.compile(r"[^\n.!?…]+")
_LEAST = 30  # characters of a passage; shorter ones ("Read also") stand anywhere
_ENOUGH = 150  # characters of such passages, below which two texts may well say the same
_COMMON = 8  # articles: a passage that stands in more is the site's, not the article's
_ALIKE = 0.9  # of the shorter text that stands in the other
_LENGTHS = 0.8  # of the longer text: below it one quotes the other


def near_duplicates(collection: Collection, folder: str) -> Iterator[Problem]:
    """Articles that have nearly all of their text in common with an earlier one, as the same report saved twice."""
    ordered = sorted(collection.articles, key=lambda article: article.path)
    texts = [_passages(article) for article in ordered]
    holders: dict[str, list[int]] = {}
    for number, passages in enumerate(texts):
        for passage in passages:
            holders.setdefault(passage, []).append(number)
    for number, passages in enumerate(texts):
        shared: Counter[int] = Counter()
        for passage in passages:
            for other in holders[passage] if len(holders[passage]) <= _COMMON else ():
                if other < number:
                    shared[other] += len(passage)
        first = next((other for other in sorted(shared) if _same(shared[other], passages, texts[other])), None)
        if first is not None:
            yield _twice(folder, ordered[number], ordered[first])


def _passages(article: Article) -> frozenset[str]:
    words = fold(article.text[article.body.start : article.body.end]).casefold()
    found = (" ".join(match[0].split()) for match in _PASSAGE.finditer(words))
    return frozenset(passage for passage in found if len(passage) >= _LEAST)


def _same(shared: int, one: frozenset[str], other: frozenset[str]) -> bool:
    lengths = sorted((sum(map(len, one)), sum(map(len, other))))
    return lengths[0] >= _ENOUGH and shared >= _ALIKE * lengths[0] and lengths[0] >= _LENGTHS * lengths[1]


def _twice(folder: str, article: Article, first: Article) -> Problem:
    where = "at another address" if article.url and first.url else "without an address of its own"
    words = f"has nearly the same text as {folder}/{first.path}, {where}: is it one article, saved twice?"
    return doubt(folder, article, None, words, "near-duplicate")


def without_archive(collection: Collection, folder: str) -> Iterator[Problem]:
    """Links that have no archived copy: of articles, and of the editor's own events."""
    for timeline in collection.timelines:
        for own in timeline.definition.events if timeline.definition else ():
            if own.url and not own.archive and timeline.definition:
                words = f"the event “{own.title}” links to {own.url}, which has no archived copy (archive:)"
                yield Problem(timeline.definition.path, own.line, words, Severity.WARNING, "no-archive")
    for article in collection.articles:
        if article.url and not article.archive:
            words = "has no archived copy; its source may vanish (dateline add --archive looks for one)"
            yield doubt(folder, article, None, words, "no-archive")
