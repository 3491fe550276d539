"""What a format's reader hands over: an article in the source's own words, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Unreadable(ValueError):
    """A file that can't be used as an article. `line` counts from 1, 0 where the whole file is meant."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


class NotAnArticle(Unreadable):
    """A file that nobody meant to be one: an image, a program's data, what a browser saves beside a page."""


class Said(NamedTuple):
    """Words of a file and the line (from 1) that they stand on; 0 and "" where the file doesn't say."""

    words: str = ""
    line: int = 0


UNSAID = Said()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its file puts it.

    `text` begins on line `first_line` of the file (0 where the text is made, as from HTML); the article itself
    begins at code point `body` of it. `faults` are things that the reader could work around. `undated` says what a file
    without a day of publication has instead, and on which line.
    """

    text: str
    first_line: int = 1
    body: int = 0
    title: str = ""
    published: Said = UNSAID
    undated: Said = UNSAID
    language: Said = UNSAID
    publication: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    archive: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    full_text: bool = False
    faults: tuple[Said, ...] = ()
