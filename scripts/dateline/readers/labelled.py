"""Lines of "Name: value" at the top: Notion's exports, Dataview's inline fields, letters that were saved as text."""

from __future__ import annotations

import re
from itertools import takewhile

from . import front_matter
from .draft import Draft, Said

CERTAINTY = 2

_LABEL = re.compile(r"(?:[-*] )?(?:\*\*)?(?P<name>[^\W\d_][\w -]{0,30}?)::?(?:\*\*)?(?:[ \t]+(?P<value>.*))?")
_HEADING = re.compile(r"\s*(?:#[ \t]+[^\n]+\n\s*)?")
_OF_LETTERS = {"subject": "title", "from": "author"}
_SAYING_NOTHING = frozenset(("to", "cc", "bcc", "reply_to"))
_ENOUGH = 2  # labels that are known; a sentence may begin like one
_SENDER = re.compile(r"\s*<[^<>]*@[^<>]*>")


def recognises(text: str) -> bool:
    """Whether the first paragraph, after a heading at most, is nothing but labels, and some of them are known."""
    labels = _labels(text)
    return len(labels) >= _ENOUGH and len({name for name, _ in labels} & _known()) >= _ENOUGH


def read(text: str) -> Draft:
    """The article. The text begins below the labels."""
    start, count = _HEADING.match(text).end(), len(_labels(text))  # type: ignore[union-attr]  # matches anything
    first = text.count("\n", 0, start) + 1
    fields: front_matter.Fields = {}
    for line, (name, value) in enumerate(_labels(text), first):
        if value:
            fields.setdefault(_OF_LETTERS.get(name, name), (Said(value, line),))
    content = "".join(text[start:].splitlines(keepends=True)[count:])
    heading = text[:start].strip().lstrip("# ")
    if heading:
        fields.setdefault("title", (Said(heading, first),))
    return front_matter.draft(fields, content, first + count)


def _labels(text: str) -> list[tuple[str, str]]:
    """(name, value) of each line of the first paragraph below a heading; [] where a line is no label."""
    start = _HEADING.match(text).end()  # type: ignore[union-attr]
    lines = list(takewhile(str.strip, text[start : start + 4000].split("\n")))
    found = [_LABEL.fullmatch(line) for line in lines]
    return [_label(match) for match in found if match] if all(found) else []


def _label(match: re.Match[str]) -> tuple[str, str]:
    name, value = front_matter.normal(match["name"]), (match["value"] or "").strip()
    return name, _SENDER.sub("", value).strip('" ') if name == "from" else value


def _known() -> frozenset[str]:
    return frozenset(
        (*_OF_LETTERS, *_SAYING_NOTHING, *(alias for names in front_matter.NAMES.values() for alias in names))
    )
