"""Files as text, Markdown with front matter taken apart, and YAML as nodes that know their line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from .. import nesting
from .faults import Faults

_FENCE = "---"
_DEEPEST = 20  # levels of nesting; an editor needs four
_MOST_REPEATED = 10_000  # values that aliases may add to those of a file
_MOST_BYTES = 5_000_000  # of one file, as of an article
_UNCLOSED = "a quotation mark that opens here has no end"
# What PyYAML says -> what an editor can do about it.
_ADVICE = {
    "mapping values are not allowed here": "a value with a colon and a space in it needs quotation marks around it",
    "found character '\\t' that cannot start any token": "indent with spaces, a tab can't be told from them",
    "found unexpected end of stream": _UNCLOSED,
}


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, always as written: `1992`, `no` and `2024-05-01` stay words. `empty` where nothing was written."""

    value: str
    line: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing, or YAML's own nothing (`~`, `null`)."""
        return self.value in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class Listing:
    """A sequence."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping; keys that stand twice were reported and keep their first value."""

    pairs: tuple[tuple[Text, Node], ...]
    line: int


Node = Text | Listing | Fields


def read_text(path: Path, faults: Faults) -> str | None:
    """The file as text with LF line ends; None where it can't be read, which is then reported."""
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            faults.add(0, f"is larger than such a file can be ({size:,} bytes of {_MOST_BYTES:,})", "unreadable")
            return None
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        faults.add(0, f"not UTF-8 (byte {error.start + 1}): save it as UTF-8", "not-utf-8")
    except OSError as error:
        faults.add(0, f"can't be read: {error.strerror}", "unreadable")
    return None


def front_matter(text: str, faults: Faults) -> tuple[Fields | None, str]:
    """The front matter and what follows it. None where there is none or it is no mapping, which is then reported."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        faults.add(1, "no front matter: the first line must be ---", "no-front-matter")
        return None, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        faults.add(1, "the front matter has no end: a second --- is missing", "no-front-matter")
        return None, ""
    given = "\n".join(lines[1:end])
    node = read_yaml(given, 2, faults)
    if not given.strip():
        faults.add(1, "the front matter is empty: write `key: value` lines between the two lines of ---", "malformed")
    body = "\n".join(lines[end + 1 :]).strip("\n")
    if node is not None and not isinstance(node, Fields):
        faults.add(2, "the front matter must be `key: value` lines", "malformed")
        return None, body
    return node, body


def read_yaml(source: str, first_line: int, faults: Faults) -> Node | None:
    """`source` as nodes; `first_line` is where it begins in its file. None where empty, or malformed (reported)."""
    if too_deep := nesting.yaml_fault(source):
        faults.add(first_line, f"not read: {too_deep}", "malformed")
        return None
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
        return None if root is None else _Nodes(first_line, faults, len(source) + _MOST_REPEATED).of(root, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        advice, context = _ADVICE.get(error.problem or "", ""), error.context_mark
        if advice == _UNCLOSED and context:
            mark = context
        line = mark.line + first_line if mark else 0
        faults.add(line, f"not YAML: {advice or error.problem or error.context}", "malformed")
    except (yaml.YAMLError, _TooDeepError) as error:
        faults.add(first_line, f"not YAML: {str(error).splitlines()[0]}", "malformed")
    return None


class _TooDeepError(Exception):
    """Nested deeper than any file of an editor, or an alias that holds itself, or more values than a file can name."""


class _Nodes:
    """Makes nodes of YAML's, within limits: aliases repeat what they stand for, and ten of ten of ten are a bomb."""

    def __init__(self, first_line: int, faults: Faults, most: int) -> None:
        self._first_line, self._faults = first_line, faults
        self._made, self._most = 0, most  # without aliases there are fewer values than characters

    def of(self, node: yaml.Node, above: tuple[int, ...]) -> Node:
        """`node` with all that is in it; `above` are the identities of those that hold it. Raises _TooDeepError."""
        self._made += 1
        if len(above) > _DEEPEST or id(node) in above:
            raise _TooDeepError("nested too deeply")
        if self._made > self._most:
            raise _TooDeepError(f"its aliases repeat more than {_MOST_REPEATED:,} values")
        line, inside = self._line(node), (*above, id(node))
        if isinstance(node, yaml.ScalarNode):
            return Text(str(node.value), line)
        if isinstance(node, yaml.SequenceNode):
            return Listing(tuple(self.of(item, inside) for item in node.value), line)
        return Fields(tuple(self._pairs(node, inside)), line)

    def _pairs(self, node: yaml.Node, inside: tuple[int, ...]) -> Iterable[tuple[Text, Node]]:
        pairs: dict[str, tuple[Text, Node]] = {}
        for key, value in node.value:
            name, there = str(getattr(key, "value", "")), self._line(key)
            if not isinstance(key, yaml.ScalarNode):
                self._faults.add(there, "a key must be a word", "malformed")
            elif name in pairs:
                first = pairs[name][0].line
                self._faults.add(there, f"'{name}' stands twice: the first, in line {first}, counts", "twice")
            else:
                pairs[name] = (Text(name, there), self.of(value, inside))
        return pairs.values()

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + self._first_line
