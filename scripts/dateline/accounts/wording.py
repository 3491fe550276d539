"""What two sentences have in common beside their date: content stems within one language, numbers across all.

A stem here is the first letters of a word, which is enough to tell inflected forms together where date, kind and
participants agree already. Nothing is weighted by how rare it is in the collection: an article more must not change
what was decided about others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..text import fold
from . import vocabulary

_WORD = re.compile(r"\d+(?:[ .,]\d{3})*(?:[.,]\d+)?|[^\W\d_]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SHORTEST = 4
_GROUPED = re.compile(r"[ .,](?=\d{3}(?:\D|$))")


@dataclass(frozen=True, slots=True)
class Wording:
    """The content stems of a stretch of text, and its numbers but years, each with the stems of what is counted."""

    stems: frozenset[str]
    numbers: tuple[tuple[str, str], ...]

    @property
    def figures(self) -> frozenset[str]:
        """The numbers alone, as decimal numerals."""
        return frozenset(number for number, _ in self.numbers)


def read(text: str, language: str, without: frozenset[str] = frozenset()) -> Wording:
    """The wording of `text`; stems in `without` (names that are compared as entities) are left out."""
    function, number_words = vocabulary.function(language), vocabulary.numbers(language)
    words = [word.casefold().replace("ё", "е") for word in _WORD.findall(fold(text))]
    stems = [stem(word) if len(word) >= _SHORTEST and word not in function else "" for word in words]
    kept = frozenset(s for s in stems if s and not s[0].isdigit() and s not in without)
    numbers = []
    for place, word in enumerate(words):
        figure = _figure(word) if word[0].isdigit() else number_words.get(word, "")
        if figure and not _YEAR.fullmatch(word):
            after = [s for s in stems[place + 1 : place + 4] if s and not s[0].isdigit()]
            numbers.append((figure, " ".join(after[:2])))
    return Wording(kept, tuple(numbers))


def stem(word: str) -> str:
    """The letters of a casefolded word that its inflected forms mostly share: four or five."""
    return word[: max(_SHORTEST, min(5, len(word) - 2))]


def likeness(a: Wording, b: Wording) -> tuple[int, float]:
    """How many stems two wordings share, and what part of the shorter that is."""
    shared, least = len(a.stems & b.stems), min(len(a.stems), len(b.stems))
    return shared, shared / least if least else 0.0


def _figure(written: str) -> str:
    return _GROUPED.sub("", written).replace(",", ".")
