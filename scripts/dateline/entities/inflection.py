"""The forms that a name takes in a sentence: «Беларусь», «Беларуси», «Беларусью». The endings are data."""

from __future__ import annotations

from functools import cache

from .. import languages
from ..text import tokens


@cache
def forms(word: str, language: str) -> frozenset[str]:
    """Every form of `word` that `language` (BCP 47) knows by its endings, as keys; an abbreviation has one form."""
    base = tokens.key(word)
    if len(word) > 1 and word.isupper():
        return frozenset((base,))
    endings = _endings(language)
    for length in range(min(_longest(language), len(base) - 1), 0, -1):
        if (found := endings.get(base[-length:])) is not None:
            return frozenset((base, *(base[:-length] + other for other in found)))
    return frozenset((base,))


@cache
def _endings(language: str) -> dict[str, tuple[str, ...]]:
    table = languages.section(language, "events").get("inflection", {})
    return {tokens.key(end): tuple("" if e == "-" else tokens.key(e) for e in to.split()) for end, to in table.items()}


@cache
def _longest(language: str) -> int:
    return max(map(len, _endings(language)), default=0)
