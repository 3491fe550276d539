"""What two sentences have in common beside their date: content stems within one language, numbers across all.

A stem here is the first letters of a word, which is enough to tell inflected forms together where date, kind and
participants agree already. Nothing is weighted by how rare it is in the collection: an article more must not change
what was decided about others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from .. import languages
from ..text import fold

_WORD = re.compile(r"\d+(?:[ .,]\d{3})*(?:[.,]\d+)?|[^\W\d_]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
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
    function, number_words = _vocabulary(language)
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


def after_joint(text: str, start: int, end: int, language: str) -> int:
    """Where a clause begins once the "and" or "but" that joins it to the one before is left out."""
    word = _WORD.match(text, start, end)
    joints = str((_data().get(language) or {}).get("joints") or "").split()
    return word.end() if word and word[0].casefold() in joints else start


def after_that(text: str, start: int, end: int, language: str) -> int:
    """Where what was said begins, once the "that" of ", that in 2020 they signed" is left out.

    Where a language needs no comma before it, one says that it means "who": "Valmont, que fue nombrado".
    """
    word = _WORD.match(text, start, end)
    if not word or word[0].casefold() not in _content_words(language):
        return start
    relative = word[0].casefold() in _bare_words(language) and text[:start].rstrip().endswith(",")
    return start if relative else word.end()


def after_last_that(text: str, start: int, end: int, language: str) -> int:
    """Where what was said begins before `end`, after the last ", that"; `start` where there is none.

    Only after a comma, which Slavic languages and German put there: "the states that signed" says nothing of the kind.
    """
    words = (word for word in _WORD.finditer(text, start, end) if word[0].casefold() in _content_words(language))
    return max((word.end() for word in words if text[start : word.start()].rstrip().endswith(",")), default=start)


def before_loose_ends(text: str, start: int, end: int, language: str) -> int:
    """Where a stretch that was cut short ends once prepositions and conjunctions at its end are left out."""
    while (word := _LAST_WORD.search(text[start:end])) and word[0].casefold() in _loose_words(language):
        end = start + word.start()
        while end > start and text[end - 1].isspace():
            end -= 1
    return end


def opens_with_pronoun(text: str, start: int, language: str) -> bool:
    """Whether a stretch begins with a word that points back: "It joined", «Он подписал»."""
    word = _WORD.match(text, start)
    return word is not None and word[0].casefold() in _pronouns(language)


def opens_with_verb(text: str, start: int, language: str) -> bool:
    """Whether a stretch begins with a verb in the past, so that its subject stands before it: "held an election"."""
    word = _WORD.search(text, start)
    clauses = languages.section(language, "events").get("clauses", {})
    known = word is not None and word[0].casefold() not in _words(clauses.get("small", ""))
    return word is not None and known and _past(language).fullmatch(word[0].casefold()) is not None


def opens_a_clause(text: str, start: int, language: str) -> bool:
    """Whether a stretch begins with a word that opens a clause: "who", "that", «которые»."""
    word = _WORD.match(text, start)
    return word is not None and word[0].casefold() in _openers(language)


def before_conjunction(text: str, start: int, end: int, language: str) -> int:
    """Where a stretch ends once "and", "that" and the like at its end are left out."""
    word = _LAST_WORD.search(text[start:end])
    if not word or word[0].casefold() not in _openers(language):
        return end
    return start + len(text[start : start + word.start()].rstrip(" \t\n\u00a0,;:"))


def first_name(text: str, start: int, end: int, language: str) -> int:
    """Where the first name begins that may be a subject, -1 for none: a capital, no preposition before it, no month."""
    before = None
    for word in _LETTERS.finditer(text, start, end):
        beside = before[0] if before and text[before.end() : word.start()] in (" ", "-", "\u00a0") else ""
        before = word
        governed = beside[:1].isupper() or beside.casefold() in _loose_words(language)
        if word[0][0].isupper() and not governed and word[0].casefold() not in _calendar(language):
            return word.start()
    return -1


@cache
def _past(language: str) -> re.Pattern[str]:
    return re.compile(str(languages.section(language, "events").get("past") or r"(?!)"))


@cache
def _openers(language: str) -> frozenset[str]:
    openers = languages.section(language, "events").get("clauses", {}).get("openers", {})
    told = ("coordinate", "relative", "content")
    return frozenset().union(*(_words(openers.get(sort, "")) for sort in told))


@cache
def _calendar(language: str) -> frozenset[str]:
    words = languages.section(language, "dates").get("words", {})
    listed = (form for name in ("wd", "month", "monthish") for form in words.get(name, {}).values())
    return frozenset(word.casefold() for form in listed for word in _LETTERS.findall(str(form)))


@cache
def _pronouns(language: str) -> frozenset[str]:
    return _words((_data().get(language) or {}).get("pronouns") or "")


@cache
def _bare_words(language: str) -> frozenset[str]:
    return _words(languages.section(language, "events").get("clauses", {}).get("bare", ""))


@cache
def _content_words(language: str) -> frozenset[str]:
    openers = languages.section(language, "events").get("clauses", {}).get("openers", {})
    return _words(openers.get("content", ""))


@cache
def _loose_words(language: str) -> frozenset[str]:
    clauses = languages.section(language, "events").get("clauses", {})
    openers = (_words(listed) for listed in clauses.get("openers", {}).values())
    return _words(clauses.get("prepositions", "")).union(*openers)


def _words(listed: object) -> frozenset[str]:
    return frozenset(word.casefold() for word in str(listed).replace(",", " ").split())


@cache
def _vocabulary(language: str) -> tuple[frozenset[str], Mapping[str, str]]:
    section = _data().get(language) or {}
    numbers = {word.replace("ё", "е"): figure for word, figure in (section.get("numbers") or {}).items()}
    return frozenset(str(section.get("function") or "").replace("ё", "е").split()), numbers


@cache
def _data() -> dict[str, dict[str, dict[str, str]]]:
    source = resources.files(__package__).joinpath("wording.yml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, dict[str, str]]] = yaml.load(
        source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    )
    return loaded
