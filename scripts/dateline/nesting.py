"""Work limits: how deeply a text nests, told in one pass before a parser sees it that would take longer than that.

PyYAML, libyaml, Python-Markdown and HTML cleaners all look back over whatever is still open, so that a thousand opening
brackets cost a million looks, or recurse once a level. No editor nests like that; a hostile file does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

DEEPEST_YAML = 50  # levels; an editor needs four, a clipper two
LONGEST_MARKDOWN = 40_000  # characters of one introduction or comment; some 6,000 words
DEEPEST_MARKDOWN = 50  # levels of quotes, lists and elements; brackets that are open at once

_FLOW = re.compile(r"[\[{\]}]")
_BLOCK_MARKS = re.compile(r"(?m)^[ \t]*((?:[-?:][ \t]+)+)")
_BRACKET = re.compile(r"[\[(\])>]|<(?=[A-Za-z/!?])")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_ELEMENT = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)")
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_LINE_START = re.compile(r"(?m)^(?P<indent>[ \t]*)(?P<marks>(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*)")
_MARK = re.compile(r">|[-*+](?=[ \t])|\d[.)](?=[ \t])")
_RULE = re.compile(r"(?m)^[ \t]*(?:=+|-+)[ \t]*$")
_MOST_RULES = (
    200  # lines of hyphens or equals signs alone, each of which Python-Markdown copies the rest of the text for
)
_COLUMNS = 4  # a list within a list is indented by so many


def yaml_fault(source: str) -> str:
    """Why YAML of a stranger isn't parsed, in words; "" where nothing speaks against it."""
    flow = _deepest(-1 if mark in "]}" else 1 for mark in _FLOW.findall(source))
    block = max((len(marks.split()) for marks in _BLOCK_MARKS.findall(source)), default=0)
    return f"nests more than {DEEPEST_YAML} levels deep" if max(flow, block) > DEEPEST_YAML else ""


def markdown_fault(source: str) -> str:
    """Why Markdown of an editor isn't rendered, in words; "" where nothing speaks against it."""
    if len(source) > LONGEST_MARKDOWN:
        return f"is longer than {LONGEST_MARKDOWN:,} characters"
    if max(map(_brackets, _PARAGRAPH_END.split(source))) > DEEPEST_MARKDOWN:
        return f"leaves more than {DEEPEST_MARKDOWN} brackets open"
    if len(_RULE.findall(source)) > _MOST_RULES:
        return f"holds more than {_MOST_RULES} ruled lines"
    if max(_elements(source), _blocks(source)) > DEEPEST_MARKDOWN:
        return f"nests more than {DEEPEST_MARKDOWN} levels deep"
    return ""


def _deepest(steps: Iterable[int]) -> int:
    depth = most = 0
    for step in steps:
        depth = max(depth + step, 0)
        most = max(most, depth)
    return most


def _brackets(paragraph: str) -> int:
    return _deepest(-1 if mark in "])>" else 1 for mark in _BRACKET.findall(paragraph))


def _elements(source: str) -> int:
    named = (found for found in _ELEMENT.finditer(source) if found["name"].lower() not in _VOID)
    return _deepest(-1 if found["end"] else 1 for found in named)


def _blocks(source: str) -> int:
    """Levels of quotes and lists: marks that a line begins with, and the columns that it is indented by."""
    starts = _LINE_START.finditer(source)
    return max(len(s["indent"].expandtabs(_COLUMNS)) // _COLUMNS + len(_MARK.findall(s["marks"])) for s in starts)
