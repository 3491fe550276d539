"""How much a sentence belongs to the story: by the names in it that run through the collection.

A collection on one story also holds reviews of a year, tickers on other wars and teasers of other pages, all full of
dates. Its own sentences name those whom its articles keep naming. A name is a word that is written with a capital
letter inside a sentence, and mostly so: no list of names or of stop words is needed, and no knowledge of the language.
Scripts without capitals have no such words, and there every sentence counts alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from math import prod

from ..text import fold
from .telling import Telling

_WORD = re.compile(r"[^\W\d_]+")
_NAMELESS = 0.2  # the weight of a sentence without any name: it may go on from the one before
_OTHER = 0.05  # and of one with other names only


class Relevance:
    """The names of one collection of articles."""

    def __init__(self, tellings: Collection[Telling]) -> None:
        """`tellings` are all articles, each once."""
        self._shares = _shares(tellings)

    def of(self, names: frozenset[str]) -> float:
        """The chance, from 0.05 to 1, that one of the names of a sentence is the story's."""
        if not names:
            return _NAMELESS
        return max(_OTHER, 1 - prod(1 - self._shares.get(name, 0.0) for name in sorted(names)))

    def of_article(self, telling: Telling) -> float:
        """The mean of an article's sentences that name anything."""
        told = [self.of(names) for names in telling.names if names]
        return sum(told) / len(told) if told else _NAMELESS


def _shares(tellings: Collection[Telling]) -> dict[str, float]:
    """By name the share of articles that name it. What several articles print alike is a page's, not a story's."""
    printed = Counter(text for telling in tellings for text in set(telling.sentences))
    naming: Counter[str] = Counter()
    for telling in tellings:
        pairs = zip(telling.sentences, telling.names, strict=True)
        naming.update({name for text, names in pairs if printed[text] == 1 for name in names})
    small, capital = _written(tellings)
    return {name: count / len(tellings) for name, count in naming.items() if small[name] < capital[name]}


def _written(tellings: Collection[Telling]) -> tuple[Counter[str], Counter[str]]:
    """In how many sentences a word is written small, and with a capital."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in (text for telling in tellings for text in telling.sentences):
        for word in set(_WORD.findall(fold(text))):
            (small if word.islower() else capital)[word.casefold()] += 1
    return small, capital
