"""Zone abbreviations -> offsets from UTC; an ambiguous one by the country that the text names, or not at all."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

from .. import languages
from ..text import fold

_ENDING = 2  # letters that inflection may change at the end of a country's name ("Армения", «Армении»)
_SHORT = 5  # a name this short is its own stem


@cache
def data() -> dict[str, Any]:
    """What publishers write around dates (`datelines.yml`): plain mappings, lists and strings."""
    source = resources.files(__package__).joinpath("datelines.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return loaded


def offset(abbreviation: str, text: str) -> str:
    """The offset ("+04:00") of `abbreviation` in an article that says `text`; "" where it is unknown or ambiguous."""
    readings: dict[str, list[str]] = data()["zones"].get(abbreviation.upper(), {})
    if len(readings) == 1:
        return next(iter(readings))
    folded = fold(text)
    named = [reading for reading, countries in readings.items() if any(_names(c).search(folded) for c in countries)]
    return named[0] if len(named) == 1 else ""


@cache
def _names(country: str) -> re.Pattern[str]:
    """The names of a country (ISO 3166) in every language that Dateline reads, whatever their ending. Source: CLDR."""
    from babel import Locale  # takes a tenth of a second, and few articles have an ambiguous zone

    names = {fold(Locale.parse(language).territories.get(country, "")) for language in languages.available()}
    stems = sorted(re.escape(name[:-_ENDING] if len(name) > _SHORT else name) for name in names if name)
    return re.compile(rf"\b(?:{'|'.join(stems)})")
