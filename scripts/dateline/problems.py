"""Problems: how the faults of the editor's files are placed, ordered, counted and said."""

from __future__ import annotations

import json
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


def as_json(problem: Problem) -> str:
    """One JSON object on one line: path, line, severity, code, message."""
    fields = ("path", "line", "severity", "code", "message")
    return json.dumps({field: getattr(problem, field) for field in fields}, ensure_ascii=False)


def as_github(problem: Problem) -> str:
    """A workflow command, which GitHub shows beside the line in a pull request."""
    place = f"file={_escaped(problem.path, ',:')}" + (f",line={problem.line}" if problem.line else "")
    return f"::{problem.severity} {place},title={_escaped(problem.code, ',:')}::{_escaped(problem.message)}"


def _escaped(words: str, more: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + more else c for c in printable(words))
