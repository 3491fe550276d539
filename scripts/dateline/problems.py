"""Problems: how the faults of the editor's files are placed, ordered, counted and said."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .model import Problem, Severity


def place(folder: Path, relative: str) -> str:
    """The path of a problem: below the seeds folder's own name, so that it is the same wherever the folder lies."""
    return f"{folder.name or folder.resolve().name}/{relative}"


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem once, errors first, then by place."""
    return tuple(sorted(set(problems), key=lambda p: (p.severity is not Severity.ERROR, p)))


def errors(problems: Iterable[Problem]) -> int:
    """How many fail a strict build."""
    return sum(problem.severity is Severity.ERROR for problem in problems)


def line(problem: Problem) -> str:
    """One line for a terminal: `seeds/x.md:3: no publication date`; warnings say that they are one."""
    where = f"{printable(problem.path)}:{problem.line}" if problem.line else printable(problem.path)
    label = "" if problem.severity is Severity.ERROR else "warning: "
    return f"{where}: {label}{printable(problem.message)}"


def printable(words: str) -> str:
    """`words` on one line and safe for any terminal: control characters and lone surrogates are spelt out."""
    return "".join(c if c.isprintable() or c == "\xa0" else c.encode("unicode_escape").decode("ascii") for c in words)
