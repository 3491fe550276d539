"""Patterns of words, as the language files list them, and where they stand in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

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
_OR = "|"  # between words of which one stands there

_Value = TypeVar("_Value")


class _Next(NamedTuple):
    """A word of a pattern after its first: any of some words, or one that begins with any of some stems."""

    words: frozenset[str]
    stems: tuple[str, ...]
    reach: int  # words that may stand before it
    beside: bool  # whether it has to adjoin the one before


_Rest = tuple[_Next, ...]


class Patterns(Generic[_Value]):
    """Patterns of words: "quit", "join*" (may go on), "pull* out" (a few words between), "*unfall*" (a compound), and
    "win*|won a medal|cup" (one of them). Looked up by stem.
    """

    __slots__ = ("_by_word", "_endings", "_exact", "_stems")

    def __init__(self, patterns: Sequence[tuple[str, _Value]]) -> None:
        self._exact: dict[str, list[tuple[_Rest, _Value]]] = {}
        self._stems: dict[str, list[tuple[_Rest, _Value]]] = {}
        self._endings: dict[str, list[tuple[_Rest, _Value]]] = {}
        self._by_word: dict[str, list[tuple[_Rest, _Value]]] = {}
        for pattern, value in patterns:
            first, *rest = _parts(pattern)
            for word in first.split(_OR):
                compound, goes_on = word.startswith("*"), word.endswith("*")
                table = self._endings if compound else self._stems if goes_on else self._exact
                stem = word.strip("*") + ("*" if compound and goes_on else "")
                table.setdefault(stem, []).append((_nexts(rest), value))

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
        words = [part] if _OR in part else [word for word in _JOINING.split(tokens.key(part)) if word]
        found += words[:1] + [_BESIDE + word for word in words[1:]]
    return found


def _last_words(key: str) -> Iterator[str]:
    """What may be the last word of a compound, with its endings and (as a stem, "…*") without; the longest first."""
    for start in range(_HEAD, len(key) - _HEAD):
        yield key[start:]
        for end in range(len(key), max(start + _HEAD, len(key) - _INFLECTED - 1), -1):
            yield f"{key[start:end]}*"


def _nexts(parts: Sequence[str]) -> _Rest:
    found, wide = [], False
    for part in parts:
        words = [tokens.key(word) for word in part.removeprefix(_BESIDE).split(_OR)]
        if words == ["*"]:
            wide = True
            continue
        gap = _GAP if max(len(word.strip("*")) for word in words) > _SHORT else 0
        reach = 0 if part[0] == _BESIDE else max(_WIDE_GAP if wide else 0, gap)
        whole = frozenset(word for word in words if word[-1] != "*")
        found.append(_Next(whole, tuple(word.strip("*") for word in words if word[-1] == "*"), reach, not reach))
        wide = False
    return tuple(found)


def _matched(rest: _Rest, text: Sequence[Word], at: int) -> int | None:
    for words, stems, reach, beside in rest:
        places, last = range(at + 1, min(len(text), at + 2 + reach)), at
        at = next((i for i in places if text[i].key in words or text[i].key.startswith(stems)), -1)
        if at < 0 or (beside and text[at].start - text[last].end > _ADJOINING):
            return None
    return at
