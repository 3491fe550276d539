"""What the editor writes: `timelines/*.md`, `notes/*.md` and `entities.yml` directly below the seeds folder.

Every file is read as data with line numbers; whatever is wrong in it is a `Problem` at its line, with a suggestion
where one is near, and the rest of the file is used. Nothing in these folders is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..model import Definition, Entity, Note, Problem, Severity
from .entities import read_entities
from .faults import Faults
from .files import read_text
from .notes import read_notes
from .timelines import read_timeline

__all__ = ["Definitions", "read"]

T = TypeVar("T")
ENTITIES = "entities.yml"


@dataclass(frozen=True, slots=True)
class Definitions:
    """The editor's files as values, each kind sorted by path; `notes` are those of `notes/`, not of the timelines."""

    timelines: tuple[Definition, ...] = ()
    notes: tuple[Note, ...] = ()
    entities: tuple[Entity, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(folder: Path) -> Definitions:
    """Everything that the editor defined below `folder`. Paths of problems begin with `folder` as it is given."""
    problems: list[Problem] = []
    timelines = [d for path in _sources(folder / "timelines", problems) for d in _read(path, read_timeline, problems)]
    notes = [n for path in _sources(folder / "notes", problems) for n in _read(path, read_notes, problems)]
    listed = folder / ENTITIES
    entities = _read(listed, read_entities, problems) if listed.is_file() else ()
    unique = _without_rivals(timelines, problems)
    return Definitions(tuple(unique), tuple(notes), tuple(entities), tuple(sorted(problems)))


def _read(path: Path, reader: Callable[[str, Faults], Iterable[T]], problems: list[Problem]) -> Iterable[T]:
    faults = Faults(path.as_posix())
    text = read_text(path, faults)
    found = tuple(reader(text, faults)) if text is not None else ()
    problems += faults.problems
    return found


def _sources(folder: Path, problems: list[Problem]) -> list[Path]:
    """The Markdown files directly in `folder`; anything else there is reported as not read."""
    if not folder.is_dir():
        return []
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    used = [path for path in files if path.parent == folder and path.suffix.lower() == ".md"]
    for path in sorted(set(files) - set(used)):
        message = f"not read: only .md files directly in {folder.as_posix()}/ are"
        problems.append(Problem(path.as_posix(), 0, message, Severity.WARNING, "not-read"))
    return used


def _without_rivals(timelines: list[Definition], problems: list[Problem]) -> list[Definition]:
    """One definition an address: a second file with the same slug is reported and left out."""
    kept: dict[str, Definition] = {}
    for definition in timelines:
        first = kept.setdefault(definition.slug, definition)
        if first is not definition:
            message = f"its address would be that of {first.path} ({definition.slug}): rename one of them"
            problems.append(Problem(definition.path, 0, message, code="same-address"))
    return list(kept.values())
