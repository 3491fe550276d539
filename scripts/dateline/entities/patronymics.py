"""Patronymics: the name after the father between a given name and a surname, «Владимир Васильевич Филат».

It may be left out, so it tells nobody apart, but two different ones do. The endings are data: `names.patronymics`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from .. import languages
from ..text import tokens
from ..text.tokens import Word


@lru_cache(maxsize=65536)
def patronymic(word: str, language: str) -> str:
    """The father's name in a patronymic, whatever its case («василь»), as a key; "" for any other word."""
    pattern = _pattern(language)
    found = pattern.fullmatch(tokens.key(word)) if pattern is not None and word.istitle() else None
    return found[1] if found else ""


def without(name: str, language: str) -> str:
    """A full name without the patronymic in its middle: «Владимир Филат»."""
    parts = name.split()
    return f"{parts[0]} {parts[2]}" if len(parts) == 3 and patronymic(parts[1], language) else name


def of(name: str, language: str) -> str:
    """The father's name in a full name with a patronymic, "" where it has none."""
    parts = name.split()
    return patronymic(parts[1], language) if len(parts) == 3 else ""


def full_name(text: Sequence[Word], at: int, language: str) -> tuple[int, ...]:
    """The places of given name, patronymic and surname that begin at word `at`, in this order; () for none."""
    if at + 2 >= len(text):
        return ()
    if patronymic(text[at + 1].text, language):
        return at, at + 1, at + 2
    ends = at + 3 >= len(text) or not text[at + 3].capital or text[at + 3].start > text[at + 2].end + 1
    return (at + 1, at + 2, at) if ends and patronymic(text[at + 2].text, language) else ()


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    names = languages.section(language, "events").get("names", {})
    if not (stems := names.get("patronymics", "").split()):
        return None
    endings = "|".join(names["patronymic_endings"].split())
    return re.compile(rf"([^\W\d_]{{2,}}?)(?:{'|'.join(stems)})(?:{endings})?")
