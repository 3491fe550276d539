"""Whom an article may name beside those in the list: names as they are written, before anybody knows whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from .. import languages
from ..model import Article, Naming
from ..text import CAPITAL, fold, tokens
from ..text.tokens import Word
from . import patronymics
from .gazetteer import Gazetteer

_ENDING = 3  # letters that an office may have beyond its stem: «президентом»
# A word and those with capitals that follow it at once: what else is in a text names nobody
_RUN = re.compile(rf"(?<!\w)(?:[^\W\d_]+ )?{CAPITAL}[^\W\d_]*(?:[ -]{CAPITAL}[^\W\d_]*)*")


def naming(article: Article, gazetteer: Gazetteer) -> Naming:
    """The names of people that stand in the body of `article`; none after an office that the gazetteer knows."""
    folded = fold(article.text)
    titled: dict[tuple[str, str], None] = {}
    offices: dict[tuple[str, str], None] = {}
    full: dict[str, None] = {}
    for run in _RUN.finditer(folded, *article.body):
        if " " not in run[0]:
            continue
        text = tokens.split(folded, *run.span())
        names = {at for at in range(len(text) - 1) if _is_full(text, at, folded, article.language)}
        fathered = {at: places for at in names if (places := _with_patronymic(text, at, names, article.language))}
        full |= {_written(text, (at, at + 1)): None for at in sorted(names)}
        full |= {_written(text, fathered[at]): None for at in sorted(fathered)}
        for at, office in _offices(text, folded, article.language):
            if at in names:
                places = fathered[at] if fathered.get(at, ())[:1] == (at,) else (at, at + 1)
                name = _written(text, places)
                if at + len(places) >= len(text) and all(f.surname for f in gazetteer.names(text, article.language)):
                    titled[office, name] = None
            elif at + 1 >= len(text) and text[at].text.istitle() and len(text[at].text) > 2:
                offices[office, text[at].text] = None
    return Naming(article.language, tuple(titled), tuple(offices), tuple(full))


@cache
def titles(language: str) -> tuple[str, ...]:
    """Stems of the words that stand before a person's name, as keys."""
    return _listed(language, "titles")


@lru_cache(maxsize=65536)
def office(key: str, language: str) -> str:
    """The stem of the office that a word (as a key) names, "" for none."""
    stems = (s for s in titles(language) if key.startswith(s) and len(key) - len(s) <= _ENDING)
    return max(stems, key=len, default="")


@cache
def _listed(language: str, name: str) -> tuple[str, ...]:
    listed = str(languages.section(language, "events").get("names", {}).get(name, ""))
    return tuple(tokens.key(word) for word in listed.split())


def _offices(text: Sequence[Word], folded: str, language: str) -> Iterator[tuple[int, str]]:
    """The words that follow an office at once, and its stem."""
    for at in range(1, len(text)):
        if not text[at].capital or folded[text[at - 1].end : text[at].start] != " ":
            continue
        stem = office(text[at - 1].key, language)
        other_script = text[at].text.isascii() and not text[at - 1].text.isascii() and not _latin(text[at - 1].text)
        if stem and not other_script and not office(text[at].key, language):
            yield at, stem


def _with_patronymic(text: Sequence[Word], at: int, names: set[int], language: str) -> tuple[int, ...]:
    """The places of given name, patronymic and surname where three words are that, with the surname last or first."""
    return patronymics.full_name(text, at, language) if at + 1 in names else ()


def _is_full(text: Sequence[Word], at: int, folded: str, language: str) -> bool:
    """Whether two words of one script, each with a capital first and small letters after it, stand side by side.

    Not where one of them says that it is an institution: «Народное Собрание».
    """
    first, last = text[at], text[at + 1]
    return (
        first.text.istitle()
        and last.text.istitle()
        and len(first.text) > 1
        and len(last.text) > 1
        and folded[first.end : last.start] == " "
        and _latin(first.text) == _latin(last.text)
        and not (_is_institution(first.key, language) or _is_institution(last.key, language))
    )


@lru_cache(maxsize=65536)
def _is_institution(key: str, language: str) -> bool:
    listed = _listed(language, "not_people")
    return any(key == word or (word[-1] == "*" and key.startswith(word[:-1])) for word in listed)


def _written(text: Sequence[Word], places: Sequence[int]) -> str:
    return " ".join(text[place].text for place in places)


def _latin(word: str) -> bool:
    return word[0] < "\u0370"
