"""Patterns of words, as the language files list them, and where they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from ..text import tokens
from ..text.tokens import Word

_GAP = 2  # words that may stand between two of one pattern: "pulled its troops out"
_WIDE_GAP = 5  # … where the pattern has a "*" of its own: "kündigte * an"
_SHORT = 2  # a word of so few letters (a preposition) stands right after the one before
_ADJOINING = 3  # code points between two words that stand side by side, though words between them were left out
_BESIDE = "+"  # before a word of a pattern that an apostrophe or a hyphen joins to the one before
_JOINING = re.compile(r"['’-]")
_HEAD = 2  # letters that a compound has at least before its last word
_INFLECTED = 3  # letters that may follow the last word of a compound: «Angriffen»

_Value = TypeVar("_Value")
_Rest = tuple[str, ...]


class Patterns(Generic[_Value]):
    """Patterns of words: "quit", "join*" (may go on), "pull* out" (a few words between), "*unfall*" (a compound).

    Looked up by stem.
    """

    __slots__ = ("_by_word", "_endings", "_exact", "_stems")

    def __init__(self, patterns: Sequence[tuple[str, _Value]]) -> None:
        self._exact: dict[str, list[tuple[_Rest, _Value]]] = {}
        self._stems: dict[str, list[tuple[_Rest, _Value]]] = {}
        self._endings: dict[str, list[tuple[_Rest, _Value]]] = {}
        self._by_word: dict[str, list[tuple[_Rest, _Value]]] = {}
        for pattern, value in patterns:
            first, *rest = _parts(pattern)
            compound, goes_on = first.startswith("*"), first.endswith("*")
            table = self._endings if compound else self._stems if goes_on else self._exact
            stem = first.strip("*") + ("*" if compound and goes_on else "")
            table.setdefault(stem, []).append((tuple(rest), value))

    def at(self, text: Sequence[Word], at: int) -> tuple[int, _Value] | None:
        """The last word and the value of the longest pattern from word `at`.

        Of patterns of one word the longest stem counts; one of several words that aren't there hides no shorter one.
        """
        best: tuple[int, _Value] | None = None
        size = -1
        for rest, value in self._candidates(text[at].key):
            last = _matched(rest, text, at)
            if last is not None and len(rest) > size:
                best, size = (last, value), len(rest)
        return best

    def find(self, text: Sequence[Word]) -> list[tuple[int, int, _Value]]:
        """Every pattern: first word, last word, value."""
        found = ((at, self.at(text, at)) for at in range(len(text)))
        return [(at, hit[0], hit[1]) for at, hit in found if hit]

    def _candidates(self, key: str) -> list[tuple[_Rest, _Value]]:
        known = self._by_word.get(key)
        if known is None:
            known = list(self._exact.get(key, ()))
            for length in range(len(key), 1, -1):
                known += self._stems.get(key[:length], ())
            for word in _last_words(key) if self._endings else ():
                known += self._endings.get(word, ())
            self._by_word[key] = known
        return known


def _parts(pattern: str) -> list[str]:
    """The words of a pattern, as a text has them: "s'empar*" and "re-elected" are two each, right beside each other."""
    found: list[str] = []
    for part in pattern.split():
        words = [word for word in _JOINING.split(tokens.key(part)) if word]
        found += words[:1] + [_BESIDE + word for word in words[1:]]
    return found


def _last_words(key: str) -> Iterator[str]:
    """What may be the last word of a compound, with its endings and (as a stem, "…*") without; the longest first."""
    for start in range(_HEAD, len(key) - _HEAD):
        yield key[start:]
        for end in range(len(key), max(start + _HEAD, len(key) - _INFLECTED - 1), -1):
            yield f"{key[start:end]}*"


def _matched(rest: _Rest, text: Sequence[Word], at: int) -> int | None:
    gap = 0
    for part in rest:
        stem = part.strip(_BESIDE + "*")
        if not stem:
            gap = _WIDE_GAP
            continue
        reach = 0 if part[0] == _BESIDE else max(gap, _GAP if len(stem) > _SHORT else 0)
        places, gap = range(at + 1, min(len(text), at + 2 + reach)), 0
        last = at
        at = next((i for i in places if text[i].key == stem or (part[-1] == "*" and text[i].key.startswith(stem))), -1)
        if at < 0 or (not reach and text[at].start - text[last].end > _ADJOINING):
            return None
    return at
