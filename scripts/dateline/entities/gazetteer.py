"""Names and whose they are: looked up word by word, in the inflected forms of the article's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ..model import Entity, EntityKind
from ..text import tokens
from ..text.tokens import Word
from . import patronymics
from .builtin import builtin
from .inflection import forms

_EVERYWHERE = (EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.AGREEMENT)  # named in English in any language
_INFIX = 2  # characters that may stand between two words of one name: a hyphen, a stop and a space


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write one entity's name: for each word after the first its forms, and how each is spelt."""

    entity: str
    tail: tuple[frozenset[str], ...]
    capitals: tuple[str, ...]  # for each word: "A" all capitals, "a" a capital first, "" as it comes
    own: bool = False  # from the editor's list, which overrides
    surname: bool = False
    person: bool = False  # whose patronymic may be added without being listed


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: words `first` to `last` (inclusive)."""

    first: int
    last: int
    entity: str
    demonym: bool = False
    surname: bool = False


class Gazetteer:
    """The entities that are known by name. Immutable; indexes are made for a language when it is first met."""

    __slots__ = ("_below", "_entities", "_in_full", "_indexes", "_own", "people")

    def __init__(self, entities: Iterable[Entity], own: Iterable[Entity] = (), below: Gazetteer | None = None) -> None:
        """`own` override names; over a gazetteer `below`, `entities` are people known by their full names only."""
        self._below, self.people = below, tuple(entities) if below else ()
        self._own = {e.id: e for e in own}
        listed: dict[str, Entity] = below._entities if below else {}
        self._entities: dict[str, Entity] = {e.id: e for e in entities} | listed | self._own
        self._in_full = frozenset(e.id for e in self.people)
        self._indexes: dict[str, _Index] = {}

    def with_people(self, people: tuple[Entity, ...]) -> Gazetteer:
        """This list with people whom one article names (`recurring.People.named`); made anew for each, and cheap.

        Somebody who is in the list already is known by these names too.
        """
        return Gazetteer(people, below=self) if people else self

    def entity(self, id_: str) -> Entity:
        """The entity of that id. KeyError where there is none."""
        return self._entities[id_]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All of them, sorted by id."""
        return tuple(self._entities[id_] for id_ in sorted(self._entities))

    def seat(self, place: str) -> str:
        """The country that news means by the name of its capital, "" where it means the city."""
        return builtin().seats.get(place, "")

    def names(self, text: Sequence[Word], language: str) -> list[Found]:
        """The names in `text`, longest first at each place, not overlapping. A name that is two entities' is none."""
        index = self._index(language)
        found: list[Found] = []
        at = 0
        while at < len(text):
            match = index.at(text, at)
            if match:
                found.append(match)
                at = match.last
            at += 1
        return [f for f in found if f.entity]

    def _index(self, language: str) -> _Index:
        if language not in self._indexes:
            below = self._below._index(language) if self._below else None
            listed = self.people if self._below else self._entities.values()
            in_full = self._in_full | builtin().first_name_needed
            self._indexes[language] = _Index(listed, frozenset(self._own), in_full, language, below)
        return self._indexes[language]


@cache
@cache
def gazetteer(extra: tuple[Entity, ...] = ()) -> Gazetteer:
    """The built-in list with the editor's entities added; one of the same id, or with the same name, overrides."""
    return Gazetteer(builtin().entities, extra)


class _Index:
    """The names of one language by the forms of their first word."""

    __slots__ = ("_below", "_demonyms", "_in_full", "_language", "_names", "_seen", "_stems")

    def __init__(
        self,
        entities: Iterable[Entity],
        own: frozenset[str],
        in_full: frozenset[str],
        language: str,
        below: _Index | None = None,
    ) -> None:
        """An index of names only, over the index `below` where there is one."""
        self._language, self._in_full, self._below = language, in_full, below
        self._names: dict[str, list[Name]] = {}
        self._demonyms: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        for entity in entities:
            self._add(entity, entity.id in own)
        for tongue, word, code in builtin().demonyms if below is None else ():
            if tongue == language:
                self._add_demonym(word, code)
        for key, listed in self._names.items():
            listed += below._names.get(key, ()) if below else ()
            listed.sort(key=lambda n: (-len(n.tail), not n.own, n.surname, n.entity))

    def at(self, text: Sequence[Word], at: int) -> Found | None:
        """The longest name that begins at word `at`; one of entity "" where several are meant."""
        word = text[at]
        if word.capital and (found := self._with_patronymic(text, at)):
            return found
        best: list[Name] = []
        for name in self._beginning_with(word.key):
            if best and len(name.tail) < len(best[0].tail):
                break
            if _reads(name, text, at):
                best.append(name)
        if best:
            if best[0].own:
                best = [n for n in best if n.own]
            elif not best[0].surname:
                best = [n for n in best if not n.surname]
            meant = {n.entity for n in best}
            entity = best[0].entity if len(meant) == 1 else ""
            return Found(at, at + len(best[0].tail), entity, surname=best[0].surname)
        code = self._demonym(word)
        return Found(at, at, code, demonym=True) if code else None

    def _with_patronymic(self, text: Sequence[Word], at: int) -> Found | None:
        """The only one named by given name, patronymic and surname from word `at` on, or by the surname first."""
        places = patronymics.full_name(text, at, self._language)
        if not places or any(b.start - a.end != 1 for a, b in pairwise(text[at : at + 3])):
            return None
        given, middle, last = (text[place] for place in places)
        in_order = [given, middle._replace(start=given.end), last._replace(start=given.end)]
        names = self._beginning_with(given.key)
        meant = {n.entity for n in names if len(n.tail) == 2 and _reads(n, in_order, 0)}
        meant = meant or {
            n.entity for n in names if n.person and len(n.tail) == 1 and _reads(n, [given, in_order[2]], 0)
        }
        return Found(at, at + 2, meant.pop()) if len(meant) == 1 else None

    def _beginning_with(self, key: str) -> Sequence[Name]:
        names = self._names.get(key)
        return names if names is not None else self._below._beginning_with(key) if self._below else ()

    def _add(self, entity: Entity, own: bool) -> None:
        everywhere = own or entity.kind in _EVERYWHERE
        known = {tongue for tongue, _ in entity.labels}
        for tongue, name in (*entity.labels, *entity.aliases):
            if tongue == self._language:
                self._add_name(name, entity, self._language, own)
            elif tongue == "en" and (everywhere or (entity.kind is EntityKind.PLACE and self._language not in known)):
                self._add_name(name, entity, self._language if _latin(self._language) else "en", own)
            elif own:
                self._add_name(name, entity, tongue, own)

    def _add_name(self, name: str, entity: Entity, tongue: str, own: bool) -> None:
        parts = tokens.split(name)
        if not parts:
            return
        spelt = tuple("A" if p.text.isupper() else "a" if p.capital else "" for p in parts)
        tail = tuple(forms(p.text, tongue) for p in parts[1:])
        person = entity.kind is EntityKind.PERSON and self._below is None
        self._put(
            forms(parts[0].text, tongue),
            Name(entity.id, tail, (spelt[0], *("A" if s == "A" else "" for s in spelt[1:])), own, person=person),
        )
        alone = len(parts) > 1 and entity.kind is EntityKind.PERSON and entity.id not in self._in_full
        if alone and len(parts[-1].text) > 2 and parts[-1].capital:
            self._put(forms(parts[-1].text, tongue), Name(entity.id, (), ("a",), own, surname=True))

    def _put(self, firsts: frozenset[str], name: Name) -> None:
        for first in firsts:
            self._names.setdefault(first, []).append(name)

    def _add_demonym(self, word: str, code: str) -> None:
        stem = tokens.key(word.rstrip("*"))
        if not stem.isalpha():
            parts = tokens.split(stem)
            self._put(
                frozenset((parts[0].key,)),
                Name(code, tuple(frozenset((p.key,)) for p in parts[1:]), ("",) * len(parts)),
            )
        elif word.endswith("*"):
            self._stems[stem] = code
        else:
            self._demonyms[stem] = code

    def _demonym(self, word: Word) -> str:
        if self._below:
            return self._below._demonym(word)
        if self._language == "en" and not word.capital:
            return ""
        if word.key not in self._seen:
            self._seen[word.key] = self._demonyms.get(word.key) or self._by_stem(word.key)
        return self._seen[word.key]

    def _by_stem(self, key: str) -> str:
        lengths = range(len(key), max(3, len(key) - 6), -1)
        return next((code for n in lengths if (code := self._stems.get(key[:n]))), "")


def _reads(name: Name, text: Sequence[Word], at: int) -> bool:
    if at + len(name.tail) >= len(text):
        return False
    for place, spelt in enumerate(name.capitals):
        word = text[at + place]
        if (spelt == "A" and not word.text.isupper()) or (spelt == "a" and not word.capital):
            return False
        if place and (word.key not in name.tail[place - 1] or word.start - text[at + place - 1].end > _INFIX):
            return False
    return True


def _latin(language: str) -> bool:
    return language not in ("ru", "uk")
