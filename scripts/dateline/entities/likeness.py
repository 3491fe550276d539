"""Which names, as articles write them, are one person's: cases, spellings, short forms and patronymics left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from ..text import tokens
from ..text.spelling import letters, sound
from . import patronymics
from .builtin import short_names
from .inflection import forms

Written = tuple[str, str]  # language and name
_READ_APART = ("", "en", "ro")  # languages that read Latin letters by other rules


def is_form(name: str, of: str, language: str) -> bool:
    """Whether each word of `name` is a form of that of `of`: «Иону Чебану» of «Ион Чебан», «Ион Чебану» is not."""
    pairs = [(tokens.key(a), tokens.key(b), forms(b, language)) for a, b in zip(name.split(), of.split(), strict=True)]
    first, *_, last = pairs
    half = first[0] == first[1] and last[0] != last[1] and len(first[2]) > 1
    return not half and all(a in inflected for a, _, inflected in pairs)


def keys_of(
    articles: Counter[Written],
) -> tuple[dict[Written, str], dict[str, set[str]], frozenset[str]]:
    """The key of each name, how the fathers' names of each key sound, and the keys that these tell apart.

    `articles` says how many write each name. A patronymic is left out of a key, unless one language writes two with one
    name.
    """
    bare: Counter[Written] = Counter()
    for (language, name), times in articles.items():
        bare[language, patronymics.without(name, language)] += times
    plain = _keys(bare)
    keys, told, several = {}, {}, defaultdict(set)
    for language, name in articles:
        keys[language, name] = plain[language, patronymics.without(name, language)]
        if father := sound(patronymics.of(name, language), language):
            told[language, name] = father
            several[keys[language, name], language].add(father)
    split = {key for (key, _), names in several.items() if len(names) > 1}
    fathers: dict[str, set[str]] = defaultdict(set)
    for written, father in told.items():
        if keys[written] in split:
            keys[written] += f"-{father}"
        fathers[keys[written]].add(father)
    apart = {key for key in keys.values() if key in split or key.rpartition("-")[0] in split}
    return keys, fathers, frozenset(apart)


def _keys(articles: Counter[Written]) -> dict[Written, str]:
    """How each name sounds in its first case: «Никола Пашиняна» as «Никол Пашинян», where that is written too."""
    alike: dict[tuple[str, ...], list[Written]] = defaultdict(list)
    for written in sorted(articles, key=lambda w: (-articles[w], w)):
        alike[_beginning(written)].append(written)
    keys = {}
    for group in alike.values():
        for place, (language, name) in enumerate(group):
            base = _first_case(place, [name for _, name in group], language)
            keys[language, name] = "-".join(sound(word, language) for word in base.split())
    return _in_full(_spelt_alike(keys))


def _first_case(place: int, group: Sequence[str], language: str) -> str:
    """The name that the one at `place` is a form of; of two that are each other's, the one written more often."""
    for other, base in enumerate(group):
        mutual = other > place and is_form(base, group[place], language)
        if other != place and not mutual and is_form(group[place], base, language):
            return base
    return group[place]


def _spelt_alike(keys: dict[Written, str]) -> dict[Written, str]:
    """`keys`, with those of names that Latin letters spell alike made one: English reads "Recean" as Romanian doesn't.

    A name that in its own language sounds like another one in Cyrillic is left alone: it may be either.
    """
    romanian: dict[str, set[str]] = defaultdict(set)
    cyrillic = {key for (_, name), key in keys.items() if not letters(name)}
    for (language, name), key in keys.items():
        if language == "ro":
            romanian[letters(name)].add(key)
    twins = {w: romanian[letters(w[1])] for w, key in keys.items() if w[0] != "ro" and key not in cyrillic}
    return keys | {written: next(iter(twin)) for written, twin in twins.items() if len(twin) == 1}


def _in_full(keys: dict[Written, str]) -> dict[Written, str]:
    """`keys`, with that of a short form («Влад Филат») made that of the full one, where one such is written too."""
    taken = set(keys.values())
    full: dict[str, str] = {}
    for key in taken:
        first, _, surname = key.partition("-")
        bearers = {f"{name}-{surname}" for name in _short_forms().get(first, ())} & taken
        if len(bearers) == 1:
            full[key] = bearers.pop()
    return {written: full.get(key, key) for written, key in keys.items()}


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    """Short forms by how they sound in some language, with how the names sound that they may stand for."""
    found: dict[str, set[str]] = defaultdict(set)
    for short, names in short_names().items():
        for language in _READ_APART:
            found[sound(short, language)].update(sound(name, language) for name in names)
    return {short: frozenset(names) for short, names in found.items()}


def _beginning(written: Written) -> tuple[str, ...]:
    return (written[0], *(tokens.key(word)[:3] for word in written[1].split()))
