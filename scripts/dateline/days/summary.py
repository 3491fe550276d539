"""Sentences for a day: together as near as can be to what all candidates say, none repeating another.

The greedy centroid method of text summarisation, as Gholipour Ghalandari and Ifrim (2020) use it for each date.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

from ..text import fold
from .telling import KeySentence, Telling

_WORD = re.compile(r"\w+")
_LEDE = 3  # sentences of an article that may stand for the day of its report
_REPORTED_WITHIN = 1  # days after which an article's opening no longer tells of the day
_SHORTEST, _LONGEST = 6, 45  # words: what is no headline, caption or list, unless a day has nothing else
_ALIKE = 0.5  # cosine from which two sentences say the same

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Candidate:
    article: str
    text: str
    by_report: bool
    weight: float
    vector: Vector
    length: int  # in words


class Summariser:
    """Chooses sentences for the days of one collection of articles."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        """`tellings` are all articles: they also say which words are rare."""
        self._tellings = tuple(tellings)
        documents = Counter(word for t in self._tellings for word in {w for s in t.sentences for w in _words(s)})
        total = len(self._tellings)
        self._rarity = {word: log((1 + total) / (1 + n)) + 0.1 for word, n in documents.items()}
        self._naming: dict[dt.date, list[tuple[Telling, int]]] = {}
        self._printed: dict[dt.date, list[Telling]] = {}
        for telling in self._tellings:
            self._printed.setdefault(telling.published, []).append(telling)
            for place, days in enumerate(telling.named):
                for named in days:
                    self._naming.setdefault(named.day, []).append((telling, place))

    def summary(self, day: dt.date, count: int) -> tuple[KeySentence, ...]:
        """One to `count` sentences for the day, the most telling first; () where there is none."""
        candidates = self._candidates(day, _SHORTEST, _LONGEST) or self._candidates(day, 1, sys.maxsize)
        centroid = _sum((c.vector, c.weight) for c in candidates)
        chosen: list[_Candidate] = []
        while candidates and len(chosen) < count:
            total = _sum((c.vector, 1.0) for c in chosen)
            best = max(candidates, key=lambda c: _cosine(_plus(total, c.vector), centroid) * (0.8 + 0.2 * c.weight))
            chosen.append(best)
            candidates = [c for c in candidates if _cosine(c.vector, best.vector) < _ALIKE]
        return tuple(KeySentence(c.article, c.text, c.by_report) for c in chosen)

    def _candidates(self, day: dt.date, shortest: int, longest: int) -> list[_Candidate]:
        found: dict[str, _Candidate] = {}
        for telling, place in self._naming.get(day, ()):
            self._add(found, telling, place, False, 1.0)
        for late in range(_REPORTED_WITHIN + 1):
            for telling in self._printed.get(day + dt.timedelta(late), ()):
                for place in range(min(_LEDE, len(telling.sentences))):
                    self._add(found, telling, place, True, 1 / (1 + place) / (1 + late))
        return [c for c in found.values() if shortest <= c.length <= longest]

    def _add(self, found: dict[str, _Candidate], telling: Telling, place: int, by_report: bool, weight: float) -> None:
        text = telling.sentences[place]
        words = _words(text)
        if text not in found:
            found[text] = _Candidate(telling.article, text, by_report, weight, self._vector(words), len(words))

    def _vector(self, words: list[str]) -> Vector:
        return {word: (1 + log(n)) * self._rarity.get(word, 0.1) for word, n in Counter(words).items()}


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(fold(text).casefold()) if not word.isdigit()]


def _sum(vectors: Iterable[tuple[Vector, float]]) -> Vector:
    total: Vector = {}
    for vector, weight in vectors:
        length = sqrt(sum(v * v for v in vector.values())) or 1.0
        for word, value in vector.items():
            total[word] = total.get(word, 0.0) + weight * value / length
    return total


def _plus(total: Vector, vector: Vector) -> Vector:
    return _sum([(vector, 1.0)]) if not total else {w: total.get(w, 0.0) + v for w, v in _both(total, vector)}


def _both(total: Vector, vector: Vector) -> Iterable[tuple[str, float]]:
    unit = _sum([(vector, 1.0)])
    return [(word, unit.get(word, 0.0)) for word in sorted(total.keys() | unit.keys())]


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    product = sum(value * b[word] for word, value in a.items() if word in b)
    lengths = sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
    return product / lengths if lengths else 0.0
