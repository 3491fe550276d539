"""The words of a language that titles and comparisons go by: of `wording.yml` here, and of the language's own file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from .. import languages

_LETTERS = re.compile(r"[^\W\d_]+")
_IN_A_TITLE = ("coordinate", "relative", "content")  # openers that no title ends with


@cache
def listed(name: str, language: str) -> frozenset[str]:
    """The words that `wording.yml` has under a name for a language, casefolded."""
    return _words(section(language).get(name))


@cache
def function(language: str) -> frozenset[str]:
    """Words that say nothing of what happened."""
    return frozenset(word.replace("ё", "е") for word in listed("function", language))


@cache
def numbers(language: str) -> Mapping[str, str]:
    """Small numbers written as words, and their figures."""
    return {word.replace("ё", "е"): figure for word, figure in (section(language).get("numbers") or {}).items()}


@cache
def past(language: str) -> re.Pattern[str]:
    """What a verb in the past looks like, participles included."""
    return re.compile(str(languages.section(language, "events").get("past") or r"(?!)"))


@cache
def finite(language: str) -> re.Pattern[str] | None:
    """What a verb looks like that may be a predicate; None where the language's file doesn't say."""
    source = languages.section(language, "events").get("finite")
    return re.compile(str(source)) if source else None


@cache
def saying(language: str) -> re.Pattern[str]:
    """Verbs of saying, as far as they are one word."""
    listed_ = str(languages.section(language, "events").get("saying") or "").split(",")
    words = (word.strip() for word in listed_ if " " not in word.strip())
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in words if word) or r"(?!)")


@cache
def opening(language: str) -> frozenset[str]:
    """Words that open a clause and stand at no title's end."""
    return frozenset().union(*(_words(_openers(language).get(sort)) for sort in _IN_A_TITLE))


@cache
def content(language: str) -> frozenset[str]:
    """Words that open what was said: "that"."""
    return _words(_openers(language).get("content"))


@cache
def bare(language: str) -> frozenset[str]:
    """Words that open a clause without a comma before them."""
    return _words(_clauses(language).get("bare"))


@cache
def small(language: str) -> frozenset[str]:
    """Words that are nobody's subject."""
    return _words(_clauses(language).get("small"))


@cache
def loose(language: str) -> frozenset[str]:
    """Prepositions and words that open a clause: what ends with one was cut short."""
    openers = (_words(words) for words in _openers(language).values())
    return _words(_clauses(language).get("prepositions")).union(*openers)


@cache
def calendar(language: str) -> frozenset[str]:
    """The names of months and weekdays, in all their forms."""
    words = languages.section(language, "dates").get("words", {})
    forms = (form for name in ("wd", "month", "monthish") for form in words.get(name, {}).values())
    return frozenset(word.casefold() for form in forms for word in _LETTERS.findall(str(form)))


def section(language: str) -> Mapping[str, Any]:
    """What `wording.yml` has of a language."""
    return _data().get(language) or {}


def _clauses(language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = languages.section(language, "events").get("clauses", {})
    return found


def _openers(language: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _clauses(language).get("openers", {})
    return found


def _words(words: object) -> frozenset[str]:
    return frozenset(word.casefold() for word in str(words or "").replace(",", " ").split())


@cache
def _data() -> Mapping[str, Mapping[str, Any]]:
    source = resources.files(__package__).joinpath("wording.yml").read_text(encoding="utf-8")
    loaded: Mapping[str, Mapping[str, Any]] = yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return loaded
