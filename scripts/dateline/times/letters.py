"""The words that join or introduce dates in a language, as the letters that stand for them in `Tokens.letters`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from . import vocabulary


@dataclass(frozen=True)
class Letters:
    """The letters of the words that join or introduce dates."""

    to: str
    between: str
    start: str
    since: str
    until: str
    conj: str
    the: str
    of: str
    part: str
    about: str
    daypart: str
    nightto: str
    every: str
    dots: str
    joined: str
    year: str


#: The readings of the words that a field is about, where it isn't named like them.
_READINGS = {
    "start": ("from",),
    "conj": ("and",),
    "daypart": ("dpart",),
    "joined": ("of", "to", "from"),
    "year": ("yw",),
}


@cache
def letters_of(language: str) -> Letters:
    """The letters of a language (BCP 47)."""
    words = vocabulary.of(language)
    named = {f.name: words.having(*_READINGS.get(f.name, (f.name,))) for f in fields(Letters) if f.name != "dots"}
    return Letters(dots=".·" if "dot" in words.flags else "", **named)
