"""Files as text, Markdown with front matter taken apart, and YAML as nodes that know their line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from .faults import Faults

_FENCE = "---"
_DEEPEST = 20  # levels of nesting; an editor needs four


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
    node = read_yaml("\n".join(lines[1:end]), 2, faults)
    body = "\n".join(lines[end + 1 :]).strip("\n")
    if node is not None and not isinstance(node, Fields):
        faults.add(2, "the front matter must be `key: value` lines", "malformed")
        return None, body
    return node, body


def read_yaml(source: str, first_line: int, faults: Faults) -> Node | None:
    """`source` as nodes; `first_line` is where it begins in its file. None where empty, or malformed (reported)."""
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
        return None if root is None else _node(root, first_line, faults, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else 0
        faults.add(line, f"not YAML: {error.problem or error.context}", "malformed")
    except (yaml.YAMLError, _TooDeepError) as error:
        faults.add(first_line, f"not YAML: {str(error).splitlines()[0]}", "malformed")
    return None


class _TooDeepError(Exception):
    """Nested deeper than any file of an editor, or an alias that holds itself."""


def _node(node: yaml.Node, first_line: int, faults: Faults, above: tuple[int, ...]) -> Node:
    if len(above) > _DEEPEST or id(node) in above:
        raise _TooDeepError("nested too deeply")
    line, inside = node.start_mark.line + first_line, (*above, id(node))
    if isinstance(node, yaml.ScalarNode):
        return Text(str(node.value), line)
    if isinstance(node, yaml.SequenceNode):
        return Listing(tuple(_node(item, first_line, faults, inside) for item in node.value), line)
    pairs: dict[str, tuple[Text, Node]] = {}
    for key, value in node.value:
        name, there = str(getattr(key, "value", "")), key.start_mark.line + first_line
        if not isinstance(key, yaml.ScalarNode):
            faults.add(there, "a key must be a word", "malformed")
        elif name in pairs:
            faults.add(there, f"'{name}' stands twice: the first, in line {pairs[name][0].line}, counts", "twice")
        else:
            pairs[name] = (Text(name, there), _node(value, first_line, faults, inside))
    return Fields(tuple(pairs.values()), line)
