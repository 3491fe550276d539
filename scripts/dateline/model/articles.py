"""What is read: an article, a place in its text, and what is wrong with a file."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: code points `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int


class Severity(StrEnum):
    """Whether a problem fails a strict build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something the editor should know about one of their files.

    `path` is as the editor would type it ("seeds/x.md"); `line` counts from 1, 0 where the whole file is meant.
    `code` names the rule, for filters and tests ("no-publication-date").
    """

    path: str
    line: int
    message: str
    severity: Severity = Severity.ERROR
    code: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One saved news article.

    `text` is what the source says: decoded, line ends as LF, nothing else changed; front matter is not part of it.
    `published` is ISO 8601, as precise as the source: a day ("2024-06-14") or an instant with its offset from UTC
    ("2024-06-14T18:08+04:00"); "" where the source gives none.
    `body` is the part of `text` that the article itself says: without the dateline line before it and such.
    `first_line` is the line of the file that `text` begins on, 0 where no line of the file is one of the text.
    """

    id: str
    path: str
    text: str
    language: str
    title: str
    body: Span
    published: str = ""
    declared_language: str = ""
    publication: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    archive: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    full_text: bool = False
    first_line: int = 1

    @property
    def dct(self) -> dt.date | None:
        """Document creation time: the day of publication in the article's own zone, which relative dates start from."""
        return dt.date.fromisoformat(self.published[:10]) if self.published else None
