"""The built-in list: countries and cities named by CLDR (through Babel), and what the files of `data/` add to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale
from babel.core import get_global

from .. import languages
from ..cache.keeping import Kept
from ..model import Entity, EntityKind

Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """The list itself, and what is known of its entities beside names.

    `demonyms` are (language, word, entity id), a word that ends in `*` may go on; `seats` says which country news
    means by the name of a city; `first_name_needed` are people who are not known by their surname alone.
    """

    entities: tuple[Entity, ...]
    demonyms: tuple[tuple[str, str, str], ...]
    seats: dict[str, str]
    first_name_needed: frozenset[str]


@cache
def short_names() -> dict[str, tuple[str, ...]]:
    """Short forms of given names, with the names that each may stand for."""
    return {short: tuple(names) for short, names in _data("short_names").items()}


_known: list[BuiltIn] = []


def look_up(kept: Kept) -> None:
    """Have the list from there, if it was kept: reading its files, and CLDR in every language, takes much longer."""
    if not _known:
        _known.append(BuiltIn(*kept("built-in names", (), lambda: _parts(_read()))))


@cache
def builtin() -> BuiltIn:
    """Read once; the same for everybody."""
    return _known[0] if _known else _read()


def _parts(of: BuiltIn) -> tuple[Any, ...]:
    return tuple(getattr(of, part.name) for part in fields(of))


def _read() -> BuiltIn:
    countries, places, people = _data("countries"), _data("places"), _data("people")
    listed = [
        *(_country(code, countries.get(code, {})) for code in _codes()),
        *(_place(id_, row) for id_, row in places.items()),
        *(_entity(id_, row, EntityKind.PERSON) for id_, row in people.items()),
        *(_entity(id_, row, EntityKind.AGREEMENT) for id_, row in _data("agreements").items()),
        *(_entity(id_, row, EntityKind.ORGANISATION) for id_, row in _data("organisations").items()),
        *(_entity(id_, row | {"types": ["outlet"]}, EntityKind.ORGANISATION) for id_, row in _data("outlets").items()),
    ]
    demonyms = (
        (language, word, code)
        for code, row in countries.items()
        for language, found in row.get("demonyms", {}).items()
        for word in found
    )
    return BuiltIn(
        entities=tuple(listed),
        demonyms=tuple(demonyms),
        seats={id_: row["seat"] for id_, row in places.items() if "seat" in row},
        first_name_needed=frozenset(id_ for id_, row in people.items() if row.get("surname") == "no"),
    )


@cache
def _data(name: str) -> dict[str, Any]:
    source = resources.files(__package__).joinpath("data", f"{name}.yml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(source, Loader=loader) or {}


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)


def _codes() -> list[str]:
    """ISO 3166-1 alpha-2 codes in lower case, Kosovo's among them."""
    omitted = set(_data("cldr")["omit"])
    codes = {str(c).lower() for c in _locale("en").territories if re.fullmatch("[A-Z]{2}", str(c))}
    return sorted(codes - omitted)


def _country(code: str, row: dict[str, Any]) -> Entity:
    omitted = _data("cldr")["omit_names"]
    labels = []
    for language in _languages():
        name = _locale(language).territories.get(code.upper(), "")
        name = re.sub(r"\s*\(.*\)", "", name)
        if name and name not in omitted.get(language, ()):
            labels.append((language, name))
    return Entity(code, EntityKind.COUNTRY, tuple(labels), _pairs(row.get("aliases", {})))


def _place(id_: str, row: dict[str, Any]) -> Entity:
    labels = dict(row["labels"])
    if zone := row.get("zone"):
        aliases = get_global("zone_aliases")
        for language in _languages():
            zones = _locale(language).time_zones
            city = next((zones[z]["city"] for z in _names_of(zone, aliases) if zones.get(z, {}).get("city")), "")
            if city:
                labels.setdefault(language, city)
    return Entity(id_, EntityKind.PLACE, tuple(sorted(labels.items())), _pairs(row.get("aliases", {})))


def _names_of(zone: str, aliases: Any) -> list[str]:
    return [zone, aliases.get(zone, zone), *(old for old, new in aliases.items() if new == zone)]


def _entity(id_: str, row: dict[str, Any], kind: EntityKind) -> Entity:
    labels = tuple(row["labels"].items())
    return Entity(id_, kind, labels, _pairs(row.get("aliases", {})), tuple(row.get("types", ())))


def _pairs(names: dict[str, list[str]]) -> Names:
    return tuple((language, name) for language, listed in names.items() for name in listed)


def _languages() -> tuple[str, ...]:
    return languages.available()
