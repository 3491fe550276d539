"""HTML as a stream of tags and words. Each character is read once: broken markup takes no longer than its length.

No tree is built. Markup that is never closed ends the page, as the HTML standard has it for a tag or comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple


class Tag(NamedTuple):
    """A start tag with its attributes, or an end tag. `name` is in lower case, `offset` the code point of its "<"."""

    name: str
    end: bool
    attributes: dict[str, str]
    offset: int


class Words(NamedTuple):
    """What stands between tags, character references resolved; of a script or title, what stands inside of it."""

    text: str
    within: str = ""


_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]*+)(?P<rest>(?>[^>\"']++|\"[^\"]*+\"|'[^']*+'|[\"'](?=\s*>))*+)>"
)
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?+")
_RAW = {name: re.compile(rf"</{name}\b", re.I) for name in ("script", "style", "title", "textarea", "noscript")}


def tokens(text: str) -> Iterator[Tag | Words]:
    """The tags and words of a page in order. Raises ValueError where a character reference has thousands of digits."""
    here = 0
    while here < len(text):
        start = text.find("<", here)
        if start != here:
            yield Words(unescape(text[here : start if start >= 0 else len(text)]))
        if start < 0:
            return
        if text.startswith(("<!", "<?"), start):
            here = _after(text, start)
            continue
        tag = _TAG.match(text, start)
        if not tag:
            if text[start + 1 : start + 2].isalpha() or text.startswith("</", start):
                return  # a tag that is never closed
            yield Words("<")
            here = start + 1
            continue
        here = tag.end()
        name = tag["name"].lower()
        yield Tag(name, bool(tag["end"]), {} if tag["end"] else _attributes(tag["rest"]), start)
        if name in _RAW and not tag["end"]:
            close = _RAW[name].search(text, here)
            inside = text[here : close.start() if close else len(text)]
            yield Words(unescape(inside) if name == "title" else inside, within=name)
            here = close.start() if close else len(text)


def _after(text: str, start: int) -> int:
    """Where a comment, a doctype or a processing instruction has ended."""
    closing = "-->" if text.startswith("<!--", start) else ">"
    end = text.find(closing, start + 2)
    return end + len(closing) if end >= 0 else len(text)


def _attributes(source: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for attribute in _ATTRIBUTE.finditer(source):
        value = attribute[2] or attribute[3] or attribute[4] or ""
        found.setdefault(attribute[1].lower(), unescape(value))
    return found
