"""Collecting what is wrong in one file, with suggestions."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from .. import nesting
from ..model import Problem, Severity

_LIKE = 0.7  # difflib's ratio from which a name counts as a slip of the pen


class Faults:
    """The problems of the file at `path`, as they are met."""

    def __init__(self, path: str) -> None:
        """Nothing is wrong yet with the file at `path`, as the editor would type it."""
        self.path = path
        self.problems: list[Problem] = []

    def add(self, line: int, message: str, code: str, severity: Severity = Severity.ERROR) -> None:
        """Report `message` at `line` (from 1; 0 for the whole file)."""
        self.problems.append(Problem(self.path, line, message, severity, code))

    def check_markdown(self, words: str, line: int, what: str) -> None:
        """Report Markdown that goes beyond the work limits: pages show it as it was written."""
        if words and (fault := nesting.markdown_fault(words)):
            self.add(line, f"{what} {fault}; it is shown as plain text", "too-much-markdown")


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """ "; did you mean X?" for the known word nearest to what was written, "" where none is near."""
    by_fold = {word.casefold(): word for word in sorted(known, reverse=True)}
    near = difflib.get_close_matches(written.casefold(), by_fold, n=1, cutoff=_LIKE)
    return f"; did you mean {by_fold[near[0]]}?" if near else ""
