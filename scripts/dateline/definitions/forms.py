"""Reading the fields of a mapping one by one, each checked for what it must be."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from .. import edtf, language_codes
from .faults import Faults, did_you_mean
from .files import Fields, Listing, Node, Text

E = TypeVar("E", bound=StrEnum)

_YES, _NO = ("true", "yes", "on"), ("false", "no", "off", "")
_SCHEMES = ("http://", "https://", "mailto:")


class Form:
    """A mapping whose keys are known. Keys that aren't are reported at once; wrong values as they are asked for."""

    def __init__(self, fields: Fields, known: tuple[str, ...], faults: Faults) -> None:
        """`known` are the keys that the mapping may have."""
        self.line, self.faults = fields.line, faults
        self._values = {key.value: (key.line, value) for key, value in fields.pairs if key.value in known}
        for key, _ in fields.pairs:
            if key.value not in known:
                faults.add(key.line, f"no such key: '{key.value}'{did_you_mean(key.value, known)}", "unknown-key")

    def __contains__(self, key: str) -> bool:
        """Whether the editor wrote the key, with or without a value."""
        return key in self._values

    def says(self, key: str) -> bool:
        """Whether the editor wrote anything for the key that counts: not nothing, and not "no"."""
        node = self._values.get(key, (0, None))[1]
        return node is not None and not (isinstance(node, Text) and (node.empty or node.value.casefold() in _NO))

    def line_of(self, key: str) -> int:
        """The line of `key`, or of the mapping where it isn't there."""
        return self._values[key][0] if key in self._values else self.line

    def text(self, key: str) -> str:
        """A scalar, "" where there is none."""
        return _stripped(found) if (found := self._scalar(key)) else ""

    def texts(self, key: str) -> tuple[Text, ...]:
        """A list of scalars; a single scalar is a list of one."""
        node = self._values.get(key, (0, None))[1]
        if isinstance(node, Text):
            return () if node.empty else (Text(_stripped(node), node.line),)
        if node is None:
            return ()
        if not isinstance(node, Listing):
            self.wrong(key, "a list")
            return ()
        return tuple(Text(_stripped(n), n.line) for n in self._only_texts(key, node) if not n.empty)

    def flag(self, key: str) -> bool:
        """True or false; false where there is nothing."""
        value = self.text(key).casefold()
        if value not in (*_YES, *_NO):
            self.wrong(key, "true or false")
        return value in _YES

    def choice(self, key: str, options: type[E], default: E) -> E:
        """One word of an enum."""
        value = self.text(key)
        found = choice(value, self.line_of(key), options, self.faults) if value else None
        return found if found is not None else default

    def date(self, key: str) -> str:
        """An EDTF value, "" where there is none or it is wrong."""
        value = self.text(key)
        if value and not edtf.is_valid(value):
            message = f"{key}: '{value}' is no date; write it like 2024, 2024-05, 2024-05-17 or 2018/2022"
            self.faults.add(self.line_of(key), message, "bad-date")
            return ""
        return value

    def day(self, key: str) -> str:
        """An ISO 8601 day, "" where there is none or it is wrong."""
        value = self.text(key)
        if value and (not edtf.is_valid(value) or edtf.precision(value) is not edtf.Precision.DAY):
            self.faults.add(self.line_of(key), f"{key}: '{value}' is no day; write it like 2024-05-17", "bad-date")
            return ""
        return value

    def address(self, key: str) -> str:
        """A link, "" where there is none or its scheme isn't http, https or mailto."""
        value = self.text(key)
        if value and not value.casefold().startswith(_SCHEMES):
            self.faults.add(self.line_of(key), f"{key}: '{value}' must begin with https:// or http://", "bad-address")
            return ""
        return value

    def form(self, key: str, known: tuple[str, ...]) -> Form | None:
        """A mapping within; None where there is none."""
        node = self._values.get(key, (0, None))[1]
        if isinstance(node, Fields):
            return Form(node, known, self.faults)
        if node is not None and not (isinstance(node, Text) and node.empty):
            self.wrong(key, f"`key: value` lines ({', '.join(known)})")
        return None

    def forms(self, key: str, known: tuple[str, ...]) -> Iterator[Form]:
        """A list of mappings; a single mapping is a list of one."""
        for node in self.nodes(key):
            if isinstance(node, Fields):
                yield Form(node, known, self.faults)
            else:
                self.faults.add(node.line, f"{key}: each must be `key: value` lines ({', '.join(known)})", "wrong-type")

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The items of a list as they stand; a single value is a list of one."""
        node = self._values.get(key, (0, None))[1]
        if node is None or (isinstance(node, Text) and node.empty):
            return ()
        return node.items if isinstance(node, Listing) else (node,)

    def by_language(self, key: str) -> tuple[tuple[str, Text], ...]:
        """(language, name) pairs of a mapping from languages to a name or a list of names."""
        node = self._values.get(key, (0, None))[1]
        if node is None or (isinstance(node, Text) and node.empty):
            return ()
        if not isinstance(node, Fields):
            self.wrong(key, "names by language, such as {en: …, ru: …}")
            return ()
        pairs = []
        for language, names in node.pairs:
            check_language(language, self.faults)
            items = names.items if isinstance(names, Listing) else (names,)
            written = [n for n in items if isinstance(n, Text) and not n.empty]
            pairs += [(language.value, Text(_stripped(n), n.line)) for n in written]
        return tuple(pairs)

    def wrong(self, key: str, wanted: str) -> None:
        """Report that `key` holds something else than what it must."""
        self.faults.add(self.line_of(key), f"{key}: must be {wanted}", "wrong-type")

    def is_mapping(self, key: str) -> bool:
        """Whether `key` holds a mapping."""
        return isinstance(self._values.get(key, (0, None))[1], Fields)

    def _scalar(self, key: str) -> Text | None:
        node = self._values.get(key, (0, None))[1]
        if node is None or isinstance(node, Text):
            return None if node is None or node.empty else node
        self.wrong(key, "one word or line")
        return None

    def _only_texts(self, key: str, node: Listing) -> Iterator[Text]:
        for item in node.items:
            if isinstance(item, Text):
                yield item
            else:
                self.faults.add(item.line, f"{key}: must be a list of words", "wrong-type")


def check_language(written: Text, faults: Faults) -> None:
    """Report what is no code of a language (BCP 47)."""
    if fault := language_codes.fault(written.value):
        faults.add(written.line, fault, "unknown-language")


def check_period(form: Form, start: str, end: str) -> None:
    """Report a period (two EDTF values, "" where open) that ends before it begins."""
    first, last = (edtf.bounds(value)[side] if value else None for side, value in enumerate((start, end)))
    if first is not None and last is not None and first > last:
        form.faults.add(form.line_of("from"), f"from: {start} is after to: {end}", "empty-period")


def choice(value: str, line: int, options: type[E], faults: Faults) -> E | None:
    """The member of `options` that `value` names; None, and reported, where there is none."""
    try:
        return options(value.casefold())
    except ValueError:
        what, names = options.__name__.removeprefix("Entity").casefold(), [str(option) for option in options]
        hint = did_you_mean(value, names) or f"; there are {', '.join(names)}"
        faults.add(line, f"no such {what}: '{value}'{hint}", f"unknown-{what}")
        return None


def _stripped(node: Text) -> str:
    return node.value.strip()
