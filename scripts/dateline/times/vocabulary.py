"""The words that dates are made of, one vocabulary a language: data of `languages/xx.yml`, filled up from CLDR (Babel).

A word may have several readings ("second" is an ordinal and a unit; "mar" a month and a weekday). Each set of readings
that occurs has a letter of its own, so that a text becomes a string of letters, and grammar patterns over it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import product
from typing import Any

from .. import languages
from . import cldr
from .gaps import UNKNOWN

_FIRST_LETTER = 0xE000  # private use: never a class of gaps, never special in a pattern
_BY_VALUE = ("unit", "one")  # readings that grammar tells apart by their values: "unit.year", "one.day"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_CYRILLIC = tuple(str.maketrans(roman, like) for roman, like in (("XI", "ХІ"), ("X", "Х"), ("I", "І")))  # look-alikes
# Without a file: explicit dates alone, ordinal numbers with a full stop, years that may stand first.
_FLAGS_BESIDE_FILES = ("explicit", "dot", "year-first", "any-digits")
Readings = dict[str, str]


@dataclass(frozen=True)
class Vocabulary:
    """What one language's words mean. `letters` maps a word to the letter of its set of readings."""

    language: str
    order: str
    flags: frozenset[str]
    readings: dict[str, Readings]
    letters: dict[str, str]
    kinds: dict[str, frozenset[str]]
    phrases: tuple[str, ...]
    tense: dict[str, tuple[str, ...]]
    glued: tuple[str, ...] = ()
    counted_endings: tuple[str, ...] = ()
    genitives: dict[str, tuple[str, ...]] = field(default_factory=dict)
    macros: dict[str, str] = field(default_factory=dict)

    def having(self, *names: str) -> str:
        """The letters of the words that have one of these readings, as the inside of a character class."""
        found = frozenset().union(*(self._by_reading.get(name, ()) for name in names))
        return "".join(letter for letter in self.kinds if letter in found)

    @cached_property
    def _by_reading(self) -> dict[str, set[str]]:
        """The letters by reading; one of "month.3" is one of "month" too."""
        found: dict[str, set[str]] = {}
        for letter, kinds in self.kinds.items():
            for kind in kinds:
                parts = kind.split(".")
                for length in range(1, len(parts) + 1):
                    found.setdefault(".".join(parts[:length]), set()).add(letter)
        return found

    def reading(self, word: str, name: str) -> str | None:
        """The value of `word` read as `name`; None where it has no such reading."""
        readings = self.readings.get(word, {})
        if name in readings or name not in _BY_VALUE:
            return readings.get(name)
        return next((value for kind, value in readings.items() if kind.startswith(name + ".")), None)


@cache
def of(language: str) -> Vocabulary:
    """The vocabulary of `language` (BCP 47); of explicit dates alone where it has no file. Unknown ones read digits."""
    base = language.replace("_", "-").split("-")[0].lower()
    data = languages.section(base, "dates")
    entries = _entries(base, data)
    letters, kinds = _lettered(entries)
    phrases = tuple(sorted((w for w in entries if re.search(r"[^\w]", w)), key=lambda w: (-len(w), w)))
    tense = {name: tuple(_forms(forms)) for name, forms in data.get("tense", {}).items()}
    order = language if language in ("en-US", "en-GB") else data.get("order", "dmy" if data else "")
    return Vocabulary(
        base,
        {"en-US": "mdy", "en-GB": "dmy"}.get(order, order),
        frozenset(_forms(data.get("flags", "")) if data else _FLAGS_BESIDE_FILES),
        entries,
        letters,
        kinds,
        phrases,
        tense,
        tuple(_forms(data.get("glued", ""))),
        tuple(_forms(data.get("counted_endings", ""))),
        {ending: tuple(_forms(verbs)) for ending, verbs in data.get("genitives", {}).items()},
    )


def _entries(language: str, data: dict[str, Any]) -> dict[str, Readings]:
    """Every word of a language with its readings: numbers, the file's words, names from CLDR."""
    entries: dict[str, Readings] = {}
    for word, name, value in _numbers():
        entries.setdefault(word, {})[name] = value
        for ending in _forms(data.get("roman_endings", "")) if name == "roman" else ():
            entries.setdefault(word + ending, {})[name] = value
    for name, values in data.get("words", {}).items():
        for value, forms in values.items():
            kind = f"{name}.{value.split(':')[0]}" if name in _BY_VALUE else name
            for form in _forms(forms):
                _add(entries, form, kind, value)
    # A file lists its own abbreviations: CLDR's are often words as well ("mar", "sat", "do").
    for name, value, form in cldr.names(language, abbreviated=not data):
        _add(entries, form, name, value, only_new=True)
    for name, value, form in () if data else cldr.joints(language):
        _add(entries, form, name, value)
    for name, value, form in cldr.names("en", abbreviated=False):  # posts and bylines are often dated in English
        if name == "month" and form.title() not in entries:
            entries[form.title()] = {"monthish": value}
    for form in _forms(data.get("plain", "")):  # forms that are words of their own, never parts of dates
        entries.pop(form, None)
    _without_marks(entries)
    return entries


def expand(notation: str) -> Iterator[str]:
    """The forms of a compact notation: "прошл(ый|ого)" gives "прошлый" and "прошлого"; groups may follow each other."""
    pieces = re.split(r"\(([^()]*)\)", notation)
    choices = [piece.split("|") if i % 2 else [piece] for i, piece in enumerate(pieces)]
    for chosen in product(*choices):
        yield "".join(chosen)


def _forms(forms: str | Iterable[str]) -> list[str]:
    listed = forms.split(",") if isinstance(forms, str) else forms
    return [form for notation in listed for form in expand(notation.strip()) if form]


def _numbers() -> Iterator[tuple[str, str, str]]:
    for n in range(100):
        for word in {f"{n}", f"{n:02d}"}:
            yield word, "num", f"{n}"
            if len(word) == 2:
                yield word, "n2", f"{n}"
            if 1 <= n <= 31:
                yield word, "n31", f"{n}"
            if 1 <= n <= 12:
                yield word, "n12", f"{n}"
    for n in range(100, 1000):
        yield f"{n}", "num", f"{n}"
        yield f"{n}", "n3", f"{n}"
    for n in range(1000, 10000):
        yield f"{n}", "num", f"{n}"
        if n < 2200:
            yield f"{n}", "n4", f"{n}"
    for n in range(1, 40):
        for look in {_roman(n), *(_roman(n).translate(letters) for letters in _CYRILLIC)}:
            yield look, "roman", f"{n}"


def _roman(n: int) -> str:
    digits = ""
    for value, letters in _ROMAN:
        while n >= value:
            digits, n = digits + letters, n - value
    return digits


def _add(entries: dict[str, Readings], form: str, name: str, value: str, *, only_new: bool = False) -> None:
    """Add a form in the spellings that it may have: as given, and where it is lower case also Title and UPPER."""
    spellings = {form, form[:1].upper() + form[1:], form.upper()} if form == form.lower() else {form, form.upper()}
    for spelling in spellings:
        readings = entries.setdefault(spelling, {})
        if not (only_new and readings):
            readings.setdefault(name, value)


def _without_marks(entries: dict[str, Readings]) -> None:
    """Let words be written without their marks, as people do in haste: "proximo", "tydzien", "Marti"."""
    for word in list(entries):
        bare = unicodedata.normalize("NFD", word.replace("ł", "l").replace("Ł", "L"))
        bare = "".join(c for c in bare if not unicodedata.combining(c))
        if len(word) > 2 and bare != word and bare.isascii() and bare not in entries:
            entries[bare] = entries[word]


def _lettered(entries: dict[str, Readings]) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    entries.pop("", None)
    sets: dict[frozenset[str], str] = {}
    letters = {}
    for word, readings in entries.items():
        kinds = frozenset(readings)
        letters[word] = sets.setdefault(kinds, chr(_FIRST_LETTER + len(sets)))
    assert UNKNOWN not in sets.values()
    return letters, {letter: kinds for kinds, letter in sets.items()}


@cache
def is_known(language: str) -> bool:
    """Whether the language has a file, or CLDR knows its months."""
    base = language.replace("_", "-").split("-")[0].lower()
    return base in languages.available() or cldr.locale(base) is not None
