"""Words that run together, «Израильзаявил», where a page lost the space beside a link: parted before and after a verb.

The verb is one that a language file lists, in a form of the past; the word before it has to stand alone elsewhere in
the same text, or to be a name within a sentence. Offsets stay those of the text: nothing is repaired, only read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from .. import languages
from . import tokens
from .tokens import Word

_LEAST = 8  # letters of a word that may be two
_VERB = 4  # letters of a verb that is looked for within it
_LEFT = 3  # letters of the word before it
_NAME = 4  # letters of that word, where only its capital says that it is one


@dataclass(frozen=True, slots=True)
class _Verbs:
    pattern: re.Pattern[str]  # what a verb begins with
    past: re.Pattern[str]
    small: frozenset[str]


def apart(words: Sequence[Word], language: str, folded: str) -> list[Word]:
    """`words` of the text `folded`, with those parted that are two or three run together."""
    found: list[Word] = []
    for at, word in enumerate(words):
        places = _verbs_within(word.key, language) if len(word.key) >= _LEAST else ()
        fits = (p for p in places if _is_word(word, at, p[0], folded))
        found += _parted(word, next(fits, ()))
    return found


def _parted(word: Word, places: Iterable[int]) -> Iterator[Word]:
    edges = (0, *places, len(word.text))
    for left, right in pairwise(edges):
        if left < right:
            yield Word(word.start + left, word.start + right, word.text[left:right], word.key[left:right])


def _is_word(word: Word, at: int, end: int, folded: str) -> bool:
    """Whether the first `end` letters are a word of their own."""
    if word.capital and at and end >= _NAME and word.text[1:].islower():
        return True
    alone = rf"(?<!\w){re.escape(word.text[:end])}(?!\w)"
    return re.search(alone, folded, re.IGNORECASE) is not None


@lru_cache(maxsize=65536)
def _verbs_within(key: str, language: str) -> tuple[tuple[int, int], ...]:
    """Where a verb begins and ends within a word that is none itself, the longest first."""
    verbs = _verbs(language)
    if verbs is None or verbs.pattern.match(key):
        return ()
    found = []
    for start in range(_LEFT, len(key) - _VERB + 1):
        if verbs.pattern.match(key, start):
            ends = (
                end for end in range(len(key), start + _VERB - 1, -1) if key[end:] in verbs.small or end == len(key)
            )
            found += [(start, end) for end in ends if verbs.past.fullmatch(key[start:end])]
    return tuple(found)


@cache
def _verbs(language: str) -> _Verbs | None:
    section = languages.section(language, "events")
    listed = {p.strip() for kind in section.get("kinds", {}).values() for p in str(kind.get("verbs", "")).split(",")}
    single = sorted(tokens.key(p) for p in listed if p and " " not in p and len(p.rstrip("*")) >= _VERB)
    if not single or not section.get("past"):
        return None
    stems = (re.escape(p.rstrip("*")) + ("" if p.endswith("*") else r"(?![^\W\d_])") for p in single)
    clauses = section.get("clauses", {})
    small = (word for name in ("prepositions", "small") for word in re.split(r"[,\s]+", str(clauses.get(name, ""))))
    return _Verbs(
        re.compile("|".join(stems)), re.compile(str(section["past"])), frozenset(tokens.key(w) for w in small if w)
    )
