"""Words with their places: letters as one word, digits as one, punctuation between them. Offsets are code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Letters of one script, or digits: «порталnoktaвыпустил» is three words.
_LETTERS_OR_DIGITS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+|[\u0400-\u052f]+|[^\W\d_A-Za-zÀ-ɏ\u0400-\u052f]+|\d+")
_NARROW = (("ё", "е"), ("ґ", "г"), ("ş", "ș"), ("ţ", "ț"))


class Word(NamedTuple):
    """A word of a text. `key` is what it is looked up by: lower case, spelling variants made one, of any length."""

    start: int
    end: int
    text: str
    key: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """What a word is looked up by: «ё» as «е», Romanian cedillas as commas, lower case."""
    low = word.lower()
    if not low.isascii():
        for wide, narrow in _NARROW:
            low = low.replace(wide, narrow)
    return low


def split(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`. Words run together where a link was stripped («являютсяКазахстан») are two."""
    return list(_words(text, start, len(text) if end is None else end))


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _LETTERS_OR_DIGITS.finditer(text, start, end):
        run, at = match[0], match.start()
        if run.islower() or run.isupper() or run[1:].islower() or run.isdigit():
            yield Word(at, match.end(), run, key(run))
            continue
        for left, right in _seams(run):
            yield Word(at + left, at + right, run[left:right], key(run[left:right]))


def _seams(run: str) -> Iterator[tuple[int, int]]:
    left = 0
    for i in range(1, len(run)):
        if run[i].isupper() and run[i - 1].islower():
            yield left, i
            left = i
    yield left, len(run)
