"""Plain text: a dateline, a headline, a byline (in any order, each may be missing), and the body."""

from __future__ import annotations

import re

from . import datelines
from .draft import Draft, Said

CERTAINTY = 1  # anything is plain text

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_MAX_HEADLINE = 250  # characters
_HEADER = 4  # lines


def recognises(text: str) -> bool:
    """Always: what no other reader takes is plain text."""
    return True


def read(text: str) -> Draft:
    """The article."""
    dateline = datelines.find(text)
    header = [line for _, line in zip(range(_HEADER), _LINE.finditer(text), strict=False)]
    authors = [(line, name[1]) for line in header[:_HEADER] if (name := datelines.byline().match(line[0].strip()))]
    apart = {line.start() for line, _ in authors}
    titles = [line for line in header if line.start() not in apart and not _is(dateline, line)]
    return Draft(
        text=text,
        body=dateline.end,
        title=_headline(titles[0][0]) if titles else "",
        published=Said(dateline.words, dateline.line + 1) if dateline.words else Said(),
        authors=tuple(name for _, name in authors),
    )


def _is(dateline: datelines.Dateline, line: re.Match[str]) -> bool:
    return bool(dateline.words) and line.end() == dateline.end


def _headline(line: str) -> str:
    """The first line without the mark of a heading; of a line that is a whole paragraph, its first words."""
    words = _HEADING.sub("", line.strip())
    if len(words) <= _MAX_HEADLINE:
        return words
    return f"{words[:_MAX_HEADLINE].rpartition(' ')[0] or words[:_MAX_HEADLINE]}…"
