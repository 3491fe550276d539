"""People whom an archive names again and again and no list holds: found by a first name, a surname and an office.

"President Nikol Pashinyan", «депутат Никол Пашинян»: two words with capitals after an office are somebody's name. Who
is named so in two articles becomes an entity, under the form written most often; forms that sound alike are one person.
Each article is then given only those of them whom it names itself, so that its statements depend on nobody else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Entity, EntityKind, Naming
from ..text import tokens
from ..text.spelling import legible, letters, sound
from . import patronymics
from .gazetteer import Gazetteer
from .inflection import forms
from .likeness import Written, is_form, keys_of

ENOUGH = 2  # articles that have to name somebody
ASCII = str.maketrans({"č": "ch", "š": "sh", "ž": "zh"})
_RARE = 8  # times as often as its first case may a form be written to be named by that all the same
_ANY = ""  # instead of a language: as written in Latin letters, in whichever


@dataclass(frozen=True, slots=True)
class _Person:
    """Someone who recurs: how the name is written, most often first, and the offices (language, stem) before it."""

    entity: Entity
    written: tuple[Written, ...]
    offices: frozenset[tuple[str, str]]
    fathers: frozenset[str]  # how the names in patronymics sound
    apart: bool  # whether another one of the same name has another patronymic

    def may_be(self, name: str, language: str) -> bool:
        """Whether nothing in a full name's patronymic speaks against this person."""
        father = sound(patronymics.of(name, language), language)
        if not father:
            return not (self.apart and self.fathers)
        return father in self.fathers or not (self.fathers or self.apart)

    def known_by(self, name: str, language: str) -> str:
        """The name that suffices: without the patronymic, unless that tells two people apart."""
        return name if self.apart else patronymics.without(name, language)


class People:
    """Those who recur in one collection. Immutable."""

    __slots__ = ("_bearers", "_rivals", "entities")

    def __init__(self, people: Iterable[_Person], rivals: Mapping[Written, frozenset[str]]) -> None:
        """`rivals` are the keys of all who bear a surname, by language and form of the surname."""
        self._rivals = rivals
        self._bearers: dict[Written, list[tuple[str, _Person]]] = defaultdict(list)
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
            bare = patronymics.without(written, language)
            for name, person in self._bearers.get((language, tokens.key(surname)), ()):
                if person.may_be(written, language) and is_form(bare, patronymics.without(name, language), language):
                    short = person.known_by(name, language)
                    found[person.entity.id][written if written != bare else short] = None
            for name, person in self._bearers.get((_ANY, letters(surname)), ()):
                if letters(name) == letters(written):
                    found[person.entity.id][written] = None
        for office, surname in naming.offices:
            for name, person in self._holder(office, (naming.language, tokens.key(surname))):
                found[person.entity.id][person.known_by(name, naming.language)] = None
        return tuple(_as_written(id_, naming.language, tuple(found[id_])) for id_ in sorted(found))

    def _holder(self, office: str, surname: Written) -> list[tuple[str, _Person]]:
        """The only one of that surname, if that office is known of him or her."""
        if len(self._rivals.get(surname, ())) != 1:
            return []
        return [(n, p) for n, p in self._bearers.get(surname, ()) if (surname[0], office) in p.offices][:1]


def people(namings: Iterable[Naming], gazetteer: Gazetteer, enough: int = ENOUGH) -> People:
    """Those whom at least `enough` articles name after an office; the order of the articles counts for nothing.

    The id is made of how the name sounds, not of how it is written most often, so that it holds. Who sounds like one
    person of the gazetteer is that one.
    """
    articles: Counter[Written] = Counter()  # articles that write a name so
    offices: dict[Written, set[str]] = defaultdict(set)
    collected: list[frozenset[Written]] = []
    for naming in namings:
        collected.append(frozenset((naming.language, name) for _, name in naming.titled))
        articles.update(collected[-1])
        for office, name in naming.titled:
            offices[naming.language, name].add(office)
    keys, fathers, apart = keys_of(articles)
    times = Counter(key for names in collected for key in {keys[written] for written in names})
    written: dict[str, list[Written]] = defaultdict(list)
    rivals: dict[Written, set[str]] = defaultdict(set)
    for spelt, key in sorted(keys.items(), key=lambda item: (-articles[item[0]], item[0])):
        written[key].append(spelt)
        for form in forms(spelt[1].split()[-1], spelt[0]):
            rivals[spelt[0], form].add(key)
    known = _known(gazetteer)
    found = []
    for key in sorted(key for key, number in times.items() if number >= enough):
        held = frozenset((spelt[0], office) for spelt in written[key] for office in offices[spelt])
        entity = known.get(key) or _entity(key, written[key], articles)
        found.append(_Person(entity, tuple(written[key]), held, frozenset(fathers[key]), key in apart))
    return People(found, {surname: frozenset(of) for surname, of in rivals.items()})


def _known(gazetteer: Gazetteer) -> dict[str, Entity]:
    """The people of the gazetteer by how they sound; none where two sound alike."""
    found: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in gazetteer.entities:
        for language, name in (*entity.labels, *entity.aliases) if entity.kind is EntityKind.PERSON else ():
            found["-".join(sound(word, language) for word in name.split())][entity.id] = entity
    return {key: next(iter(of.values())) for key, of in found.items() if len(of) == 1}


def _entity(key: str, written: Sequence[Written], articles: Counter[Written]) -> Entity:
    labels = {language: _label(language, written, articles) for language, _ in written}
    others = tuple(sorted((language, name) for language, name in written if labels[language] != name))
    return Entity(_id(key, written), EntityKind.PERSON, tuple(sorted(labels.items())), others)


def _id(key: str, written: Sequence[Written]) -> str:
    """The key with its vowels, as the first name has them that is its own and no short form's."""
    own = (patronymics.without(name, tongue).split() for tongue, name in written)
    names = (
        "-".join(legible(word, tongue) for word in words)
        for (tongue, _), words in zip(written, own, strict=True)
        if "-".join(sound(word, tongue) for word in words) == key
    )
    return "person-" + next(names, key).translate(ASCII)


def _label(language: str, written: Sequence[Written], articles: Counter[Written]) -> str:
    """The form written most often, or the first case of it where that is not rare; without a patronymic if any is."""
    listed = [name for tongue, name in written if tongue == language]
    names = [name for name in listed if not patronymics.of(name, language)] or listed
    usual = articles[language, names[0]]
    bases = [n for n in names if _RARE * articles[language, n] >= usual and is_form(names[0], n, language)]
    return next((n for n in bases if not is_form(n, names[0], language)), names[0])


def _as_written(id_: str, language: str, names: tuple[str, ...]) -> Entity:
    """What an article has to know of somebody: no more, so that what others write changes nothing for it."""
    entity = Entity(id_, EntityKind.PERSON, ((language, names[0]),))
    return replace(entity, aliases=tuple((language, name) for name in names[1:]))
