"""Names that no list holds, by how they sound: what two reports in different languages have in common all the same.

"Praia", «Прая» and „Praia“ are one name wherever they stand. German writes every noun with a capital, so a name counts
only where another language has it too. Offices, institutions, months and days of the week are no names.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .. import languages
from ..text import CAPITAL, fold
from ..text.spelling import letters, sound

Name = tuple[str, ...]  # how the words of one name begin: as they sound, and as they are spelt

_WORD = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(rf"(?<![^\W\d_]){CAPITAL}[^\W\d_]*")
_SHORTEST = 4  # letters of a word of a name
_SPELT = "="  # before a spelling among the sounds of a name
_STEM = 5  # … of its sound that its cases share
_NOT_NAMES = ("titles", "not_people")
_CALENDAR = ("month", "monthish", "wd", "wdish")


def names(text: str, language: str) -> tuple[Name, ...]:
    """The names in `text`: words with capitals, those side by side as one; the first word only where a name goes on."""
    folded, last = fold(text), -1
    found: list[list[str]] = []
    opens = _WORD.search(folded)
    for word in _CAPITALISED.finditer(folded):
        if not found or folded[last : word.start()] not in (" ", "-"):
            found.append([])
        last = word.end()
        alone = opens is not None and word.start() == opens.start() and not _goes_on(folded, word.end())
        if len(word[0]) >= _SHORTEST and not alone and (stem := key(word[0], language)) not in _common(language):
            found[-1] += (stem, *_spelt(word[0]))
    return tuple(dict.fromkeys(tuple(name) for name in found if name))


@cache
def capital_nouns(language: str) -> bool:
    """Whether the language writes every noun with a capital, so that not each name that is left over is one."""
    return str(languages.section(language, "events").get("capital_nouns")) == "yes"


@lru_cache(maxsize=65536)
def key(word: str, language: str) -> str:
    """What the cases of a word of a name have in common in any script: the beginning of its sound."""
    return sound(word, language)[:_STEM]


def _spelt(word: str) -> tuple[str, ...]:
    """How a Latin word begins without accents: who reads "Świdnica" by other rules writes it so all the same."""
    return (f"{_SPELT}{plain[:_STEM]}",) if (plain := letters(word)) else ()


def is_spelling(word: str) -> bool:
    """Whether a word of a name is how it is spelt, not how it sounds."""
    return word.startswith(_SPELT)


def _goes_on(folded: str, end: int) -> bool:
    """Whether a comma or another capital follows: "Valmont, 67, resigned", "Henri Valmont resigned"."""
    return folded[end : end + 1] == "," or (folded[end : end + 1] in (" ", "-") and folded[end + 1 : end + 2].isupper())


@cache
def _common(language: str) -> frozenset[str]:
    """How the words begin that a language may write with a capital and that name nobody."""
    events, dates = languages.section(language, "events"), languages.section(language, "dates")
    described, words = events.get("descriptions", {}), dates.get("words", {})
    listed = [events.get("names", {}).get(name, "") for name in _NOT_NAMES]
    listed += [described.get("institutions", ""), *described.get("nouns", {})]
    listed += [form for name in _CALENDAR for form in words.get(name, {}).values()]
    return frozenset(key(word, language) for text in listed for word in _WORD.findall(str(text)))
