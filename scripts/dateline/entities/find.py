"""The mentions of an article: names first, then what the names of the article let a description mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from .. import languages
from ..model import Article, EntityKind, Mention, Span
from ..text import fold, glued, tokens
from ..text.tokens import Word
from . import descriptions
from .gazetteer import Found, Gazetteer
from .inflection import forms
from .naming import office


def find(article: Article, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Every mention in the body of `article`, in order of place, not overlapping. A name that two bear is nobody's."""
    folded = fold(article.text)
    text = glued.apart(tokens.split(folded, *article.body), article.language, folded)
    names = gazetteer.names(text, article.language)
    taken = {at for f in names for at in range(f.first, f.last + 1)}
    found = [
        f
        for f in names
        if not (f.surname and _somebody_else(f, text, folded, article.language))
        and not (f.last + 1 not in taken and _is_given_name(f, text, folded, article.language))
    ]
    found += _by_surname(found, text, folded, gazetteer, article.language)
    named = [
        Mention(Span(text[f.first].start, text[f.last].end), _meant(f, text, folded, gazetteer, article.language))
        for f in sorted(found, key=lambda f: f.first)
    ]
    described = descriptions.find(article, text, named, gazetteer)
    told = (*named, *described)
    return tuple(sorted((*told, *descriptions.institutions(article, text, told, gazetteer)), key=lambda m: m.span))


def _by_surname(
    found: Sequence[Found], text: Sequence[Word], folded: str, gazetteer: Gazetteer, language: str
) -> list[Found]:
    """Surnames that only one has of those whom the article has named in full before, or here by an office."""
    people = [(gazetteer.entity(name.entity), name.last) for name in found if name.last > name.first]
    people += [(entity, len(text)) for entity in gazetteer.people]
    bearers: dict[str, dict[str, int]] = {}
    for entity, last in people:
        for _, label in entity.labels if entity.kind is EntityKind.PERSON else ():
            for form in forms(label.split()[-1], language):
                bearers.setdefault(form, {}).setdefault(entity.id, last)
    if not bearers:
        return []
    taken = {at for f in found for at in range(f.first, f.last + 1)}
    alone = []
    for at, word in enumerate(text):
        if not word.capital or word.key not in bearers or at in taken:
            continue
        all_, after_office = bearers[word.key], bool(at and office(text[at - 1].key, language))
        named = {id_ for id_, first in all_.items() if first < at or after_office}
        if len(named) == 1:
            surname = Found(at, at, named.pop(), surname=True)
            if not _somebody_else(surname, text, folded, language):
                alone.append(surname)
    return alone


def _meant(found: Found, text: Sequence[Word], folded: str, gazetteer: Gazetteer, language: str) -> str:
    """The city, or the government that sits there: "Moscow said", «для Баку», but «в Москве»."""
    seat = gazetteer.seat(found.entity)
    if not seat:
        return found.entity
    before = text[found.first - 1].key if found.first else ""
    after = text[found.last + 1].key if found.last + 1 < len(text) else ""
    possessive = language == "en" and after == "s" and folded[text[found.last].end] == "'"
    acts = after.startswith(_listed(language, "acts")) if _listed(language, "acts") else False
    return seat if possessive or acts or before in _listed(language, "sides") else found.entity


def _somebody_else(found: Found, text: Sequence[Word], folded: str, language: str) -> bool:
    """Whether a surname follows another first name than that of the person who is known by it."""
    if not found.first or language == "de":  # in German any noun has a capital
        return False
    before, word = text[found.first - 1], text[found.first]
    if not before.capital or word.start - before.end != 1 or before.text.isupper():
        return False
    starts = before.start == 0 or folded[: before.start].rstrip(" \"'(-")[-1:] in ".!?…:\n\r"
    return not starts and not before.key.startswith(_listed(language, "titles") or ("\0",))


def _is_given_name(found: Found, text: Sequence[Word], folded: str, language: str) -> bool:
    """Whether a place is somebody's first name: "Milan Kundera", «София Ротару»."""
    first, after = text[found.first], text[found.first + 1 : found.first + 2]
    if found.last > found.first or not after or first.key not in _listed(language, "given"):
        return False
    surname = after[0].capital and not after[0].text.isupper()
    return surname and folded[first.end : after[0].start] == " "


@cache
def _listed(language: str, name: str) -> tuple[str, ...]:
    """A list of words of the language file: `sides`, `acts` and `titles` of section `events`."""
    return tuple(str(languages.section(language, "events").get("names", {}).get(name, "")).split())
