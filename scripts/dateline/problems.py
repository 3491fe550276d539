"""Problems: how the faults of the editor's files are placed, ordered, counted and said."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .model import Problem, Severity

#: Kinds of problems in order of importance to the editor; what is not here stands before them.
RANKED = (
    "note-adrift", "ambiguous-note", "no-publication-date", "unclear-publication-date", "duplicate", "near-duplicate",
    "language", "crowded-sentence", "translation-quoted", "translation-equal", "headline-only", "empty-timeline",
    "date-from-context", "single-origin", "false-precision", "not-an-article", "no-archive",
)  # fmt: skip
#: Doubts that an archive may have by the thousand: a list for people shows the first of them, and their number.
RECURRING = frozenset(
    {"near-duplicate", "language", "headline-only", "date-from-context", "single-origin", "not-an-article"}
    | {"no-archive"}
)


def place(folder: Path, relative: str) -> str:
    """The path of a problem: below the seeds folder's own name, so that it is the same wherever the folder lies."""
    return f"{folder_name(folder)}/{relative}"


def folder_name(folder: Path) -> str:
    """The name of a folder that may be given as "." or ".."."""
    return folder.name if folder.name not in ("", "..") else folder.resolve().name


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem once, errors first, then by importance of its kind; within a kind as given."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.severity is not Severity.ERROR, _rank(p.code))))


def shortened(problems: Iterable[Problem], most: int = 20) -> tuple[Problem, ...]:
    """The problems, of a doubt in `RECURRING` the first `most`; the last of these counts the rest."""
    found = tuple(problems)
    left = Counter(p.code for p in found)
    shown: Counter[str] = Counter()
    kept = []
    for problem in found:
        if problem.code in RECURRING and left[problem.code] > most + 1:
            shown[problem.code] += 1
            if shown[problem.code] > most:
                continue
            if shown[problem.code] == most:
                more = f"(and {left[problem.code] - most:,} more like it: dateline check --all)"
                problem = replace(problem, message=f"{problem.message} {more}")
        kept.append(problem)
    return tuple(kept)


def _rank(code: str) -> int:
    """How early a kind of problem is said; those that are not listed are faults of files, and come first."""
    return RANKED.index(code) + 1 if code in RANKED else 0


def errors(problems: Iterable[Problem]) -> int:
    """How many fail a strict build."""
    return sum(problem.severity is Severity.ERROR for problem in problems)


def counted(number: int, noun: str) -> str:
    """ "1 error", "1,200 errors"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


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
