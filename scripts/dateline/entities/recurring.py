"""People whom an archive names again and again and no list holds: found by a first name, a surname and an office.

"President Nikol Pashinyan", «депутат Никол Пашинян»: two words with capitals after an office are somebody's name. Who
is named so in two articles becomes an entity, under the form written most often; forms that sound alike are one person.
Each article is then given only those of them whom it names itself, so that its statements depend on nobody else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from .. import tokens
from ..model import Entity, EntityKind, Naming
from .builtin import short_names
from .gazetteer import Gazetteer
from .inflection import forms
from .spelling import letters, sound

ENOUGH = 2  # articles that have to name somebody
ASCII = str.maketrans({"č": "ch", "š": "sh", "ž": "zh"})
_RARE = 8  # times as often as its first case may a form be written to be named by that all the same
_READ_APART = ("", "en", "ro")  # languages that read Latin letters by other rules
_ANY = ""  # instead of a language: as written in Latin letters, in whichever

_Written = tuple[str, str]  # language and name


@dataclass(frozen=True, slots=True)
class _Person:
    """Someone who recurs: how the name is written, most often first, and the offices (language, stem) before it."""

    entity: Entity
    written: tuple[_Written, ...]
    offices: frozenset[tuple[str, str]]


class People:
    """Those who recur in one collection. Immutable."""

    __slots__ = ("_bearers", "_rivals", "entities")

    def __init__(self, people: Iterable[_Person], rivals: Mapping[_Written, frozenset[str]]) -> None:
        """`rivals` are the keys of all who bear a surname, by language and form of the surname."""
        self._rivals = rivals
        self._bearers: dict[_Written, list[tuple[str, _Person]]] = defaultdict(list)
        found = tuple(people)
        self.entities = tuple(p.entity for p in found)
        for person in found:
            for language, name in person.written:
                surname = name.split()[-1]
                for form in forms(surname, language):
                    self._bearers[language, form].append((name, person))
                if letters(surname):
                    self._bearers[_ANY, letters(surname)].append((name, person))

    def named(self, naming: Naming) -> tuple[Entity, ...]:
        """Those whom an article names in full, or by surname after an office of theirs; each as it writes the name."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for written in naming.full:
            surname, language = written.split()[-1], naming.language
            for name, person in self._bearers.get((language, tokens.key(surname)), ()):
                if is_form(written, name, language):
                    found[person.entity.id][name] = None
            for name, person in self._bearers.get((_ANY, letters(surname)), ()):
                if letters(name) == letters(written):
                    found[person.entity.id][written] = None
        for office, surname in naming.offices:
            for name, person in self._holder(office, (naming.language, tokens.key(surname))):
                found[person.entity.id][name] = None
        return tuple(_as_written(id_, naming.language, tuple(found[id_])) for id_ in sorted(found))

    def _holder(self, office: str, surname: _Written) -> list[tuple[str, _Person]]:
        """The only one of that surname, if that office is known of him or her."""
        if len(self._rivals.get(surname, ())) != 1:
            return []
        return [(n, p) for n, p in self._bearers.get(surname, ()) if (surname[0], office) in p.offices][:1]


def people(namings: Iterable[Naming], gazetteer: Gazetteer, enough: int = ENOUGH) -> People:
    """Those whom at least `enough` articles name after an office; the order of the articles counts for nothing.

    The id is made of how the name sounds, so that it holds. Who sounds like one person of the gazetteer is that one.
    """
    articles: Counter[_Written] = Counter()  # articles that write a name so
    offices: dict[_Written, set[str]] = defaultdict(set)
    collected: list[frozenset[_Written]] = []
    for naming in namings:
        collected.append(frozenset((naming.language, name) for _, name in naming.titled))
        articles.update(collected[-1])
        for office, name in naming.titled:
            offices[naming.language, name].add(office)
    keys = _keys(articles)
    times = Counter(key for names in collected for key in {keys[written] for written in names})
    written: dict[str, list[_Written]] = defaultdict(list)
    rivals: dict[_Written, set[str]] = defaultdict(set)
    for spelt, key in sorted(keys.items(), key=lambda item: (-articles[item[0]], item[0])):
        written[key].append(spelt)
        for form in forms(spelt[1].split()[-1], spelt[0]):
            rivals[spelt[0], form].add(key)
    known = _known(gazetteer)
    found = []
    for key in sorted(key for key, number in times.items() if number >= enough):
        held = frozenset((spelt[0], office) for spelt in written[key] for office in offices[spelt])
        found.append(_Person(known.get(key) or _entity(key, written[key], articles), tuple(written[key]), held))
    return People(found, {surname: frozenset(of) for surname, of in rivals.items()})


def is_form(name: str, of: str, language: str) -> bool:
    """Whether each word of `name` is a form of that of `of`: «Иону Чебану» of «Ион Чебан», «Ион Чебану» is not."""
    pairs = [(tokens.key(a), tokens.key(b), forms(b, language)) for a, b in zip(name.split(), of.split(), strict=True)]
    first, last = pairs
    half = first[0] == first[1] and last[0] != last[1] and len(first[2]) > 1
    return not half and all(a in inflected for a, _, inflected in pairs)


def _keys(articles: Counter[_Written]) -> dict[_Written, str]:
    """How each name sounds in its first case: «Никола Пашиняна» as «Никол Пашинян», where that is written too."""
    alike: dict[tuple[str, ...], list[_Written]] = defaultdict(list)
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


def _spelt_alike(keys: dict[_Written, str]) -> dict[_Written, str]:
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


def _in_full(keys: dict[_Written, str]) -> dict[_Written, str]:
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


def _beginning(written: _Written) -> tuple[str, ...]:
    return (written[0], *(tokens.key(word)[:3] for word in written[1].split()))


def _known(gazetteer: Gazetteer) -> dict[str, Entity]:
    """The people of the gazetteer by how they sound; none where two sound alike."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in gazetteer.entities:
        for language, name in (*entity.labels, *entity.aliases) if entity.kind is EntityKind.PERSON else ():
            found["-".join(sound(word, language) for word in name.split())][entity.id] = entity
    return {key: next(iter(of.values())) for key, of in found.items() if len(of) == 1}


def _entity(key: str, written: Sequence[_Written], articles: Counter[_Written]) -> Entity:
    labels = {language: _label(language, written, articles) for language, _ in written}
    others = tuple(sorted((language, name) for language, name in written if labels[language] != name))
    return Entity("person-" + key.translate(ASCII), EntityKind.PERSON, tuple(sorted(labels.items())), others)


def _label(language: str, written: Sequence[_Written], articles: Counter[_Written]) -> str:
    """The form written most often, or the first case of it where that is not rare."""
    names = [name for tongue, name in written if tongue == language]
    usual = articles[language, names[0]]
    bases = [n for n in names if _RARE * articles[language, n] >= usual and is_form(names[0], n, language)]
    return next((n for n in bases if not is_form(n, names[0], language)), names[0])


def _as_written(id_: str, language: str, names: tuple[str, ...]) -> Entity:
    """What an article has to know of somebody: no more, so that what others write changes nothing for it."""
    entity = Entity(id_, EntityKind.PERSON, ((language, names[0]),))
    return replace(entity, aliases=tuple((language, name) for name in names[1:]))
