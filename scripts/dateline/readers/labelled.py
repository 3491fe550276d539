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
_LONGEST = 4000  # characters of a head
_ENOUGH = 2  # labels that are known; a sentence may begin like one
_SENDER = re.compile(r"\s*<[^<>]*@[^<>]*>")


def recognises(text: str) -> bool:
    """Whether the first paragraph, after a heading at most, is all labels, some of them known, and words follow."""
    start = _start(text)
    labels = _labels(text, start)
    return len({name for name, _ in labels} & _known()) >= _ENOUGH and bool(_below(text, start, len(labels)).strip())


def read(text: str) -> Draft:
    """The article. The text begins below the labels."""
    start = _start(text)
    labels, first = _labels(text, start), text.count("\n", 0, start) + 1
    fields: front_matter.Fields = {}
    for line, (name, value) in enumerate(labels, first):
        if value:
            fields.setdefault(_OF_LETTERS.get(name, name), (Said(value, line),))
    content = _below(text, start, len(labels))
    heading = text[:start].strip().lstrip("# ")
    if heading:
        fields.setdefault("title", (Said(heading, first),))
    return front_matter.draft(fields, content, first + len(labels))


def _start(text: str) -> int:
    """Where the labels begin if there are any: below the heading."""
    heading = _HEADING.match(text)
    return heading.end() if heading else 0


def _below(text: str, start: int, count: int) -> str:
    """What follows `count` lines from `start`."""
    return "\n".join(text[start:].split("\n")[count:])


def _labels(text: str, start: int) -> list[tuple[str, str]]:
    """(name, value) of each line of the paragraph that begins at `start`; [] where a line is no label."""
    lines = list(takewhile(str.strip, text[start : start + _LONGEST].split("\n")))
    found = [_LABEL.fullmatch(line) for line in lines]
    return [_label(match) for match in found if match] if all(found) else []


def _label(match: re.Match[str]) -> tuple[str, str]:
    name, value = front_matter.normal(match["name"]), (match["value"] or "").strip()
    return name, _SENDER.sub("", value).strip('" ') if name == "from" else value


def _known() -> frozenset[str]:
    return frozenset(
        (*_OF_LETTERS, *_SAYING_NOTHING, *(alias for names in front_matter.NAMES.values() for alias in names))
    )
