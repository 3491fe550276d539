"""The words that join or introduce dates in a language, as the letters that stand for them in `Tokens.letters`."""

from __future__ import annotations

from dataclasses import dataclass
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


@cache
def letters_of(language: str) -> Letters:
    """The letters of a language (BCP 47)."""
    words = vocabulary.of(language)
    dots = ".·" if "dot" in words.flags else ""
    return Letters(
        to=words.having("to"),
        between=words.having("between"),
        start=words.having("from"),
        since=words.having("since"),
        until=words.having("until"),
        conj=words.having("and"),
        the=words.having("the"),
        of=words.having("of"),
        part=words.having("part"),
        about=words.having("about"),
        daypart=words.having("dpart"),
        nightto=words.having("nightto"),
        every=words.having("every"),
        dots=dots,
        year=words.having("yw"),
        joined=words.having("of", "to", "from"),
    )
