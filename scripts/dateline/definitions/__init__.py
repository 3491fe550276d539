"""What the editor writes: `timelines/*.md`, `notes/*.md` and `entities.yml` directly below the seeds folder.

Every file is read as data with line numbers; whatever is wrong in it is a `Problem` at its line, with a suggestion
where one is near, and the rest of the file is used. Nothing in these folders is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..model import Definition, Entity, Note, Problem, Severity
from ..problems import place
from . import vault
from .entities import read_entities
from .faults import Faults, did_you_mean
from .files import front_matter, read_text
from .named import named
from .notes import ANCHORS, read_notes
from .timelines import read_timeline

__all__ = ["Definitions", "read"]

T = TypeVar("T")
ENTITIES = "entities.yml"
_DESK = ("timelines", "notes", ENTITIES)


@dataclass(frozen=True, slots=True)
class Definitions:
    """The editor's files as values, each kind sorted by path; `notes` are those of `notes/`, not of the timelines.

    `named` are the statement ids that stand anywhere in them. `hints` are names without an id that an Obsidian vault
    gives, `pages` the paths of its pages that stand for a name.
    """

    timelines: tuple[Definition, ...] = ()
    notes: tuple[Note, ...] = ()
    entities: tuple[Entity, ...] = ()
    problems: tuple[Problem, ...] = ()
    named: frozenset[str] = frozenset()
    hints: tuple[Entity, ...] = ()
    pages: frozenset[str] = frozenset()


def read(folder: Path) -> Definitions:
    """Everything that the editor defined below `folder`. Paths of problems begin with the folder's own name."""
    problems: list[Problem] = []
    timelines = [d for p in _sources(folder, "timelines", problems) for d in _read(folder, p, read_timeline, problems)]
    about = [p for p in _sources(folder, "notes", problems) if not _is_somebodys(folder, p, problems)]
    notes = [n for p in about for n in _read(folder, p, read_notes, problems)]
    listed = folder / ENTITIES
    entities = _read(folder, listed, read_entities, problems) if listed.is_file() else ()
    problems += _misspelt(folder)
    unique = _without_rivals(timelines, problems)
    hints, pages = vault.hints(folder)
    return Definitions(
        tuple(unique),
        tuple(notes),
        tuple(entities),
        tuple(sorted(problems)),
        named(_files(folder)),
        hints,
        pages,
    )


def _read(
    folder: Path, path: Path, reader: Callable[[str, Faults], Iterable[T]], problems: list[Problem]
) -> Iterable[T]:
    faults = Faults(_place(folder, path))
    text = read_text(path, faults)
    found = tuple(reader(text, faults)) if text is not None else ()
    problems += faults.problems
    return found


def _sources(folder: Path, name: str, problems: list[Problem]) -> list[Path]:
    """The Markdown files directly in the folder `name`; anything else there is reported as not read."""
    files = sorted(p for p in (folder / name).rglob("*") if p.is_file() and not p.name.startswith("."))
    used = [p for p in files if p.parent == folder / name and p.suffix.lower() == ".md"]
    for path in sorted(set(files) - set(used)):
        message = f"not read: only .md files directly in {name}/ are"
        problems.append(Problem(_place(folder, path), 0, message, Severity.WARNING, "not-read"))
    return used


def _is_somebodys(folder: Path, path: Path, problems: list[Problem]) -> bool:
    """Whether a page of a vault's own folder `notes` is about no event, which is reported: many vaults have one."""
    if not (folder / vault.MARK).is_dir():
        return False
    text = read_text(path, Faults(""))
    fields = front_matter(text, Faults(""))[0] if text is not None else None
    if text is None or (fields and any(key.value in ANCHORS for key, _ in fields.pairs)):
        return False
    message = "is a note of your own, not one on an event: it has neither `quote:` nor `id:`"
    problems.append(Problem(_place(folder, path), 0, message, Severity.WARNING, "not-an-article"))
    return True


def _misspelt(folder: Path) -> Iterator[Problem]:
    """Names directly below the folder that are nearly those of the editor's files, but are read as articles."""
    if (folder / vault.MARK).is_dir():  # somebody else's order
        return
    for path in sorted(folder.iterdir()):
        if path.name not in _DESK and (hint := did_you_mean(path.name, _DESK)):
            yield Problem(_place(folder, path), 0, f"is taken for articles{hint}", Severity.WARNING, "not-read")


def _files(folder: Path) -> list[Path]:
    """Every file of the editor's desk, read or not."""
    desk = (folder / name for name in ("timelines", "notes"))
    return [
        p for part in (*desk, folder / ENTITIES) for p in (part.rglob("*") if part.is_dir() else [part]) if p.is_file()
    ]


def _place(folder: Path, path: Path) -> str:
    return place(folder, path.relative_to(folder).as_posix())


def _without_rivals(timelines: list[Definition], problems: list[Problem]) -> list[Definition]:
    """One definition an address: a second file with the same slug is reported and left out."""
    kept: dict[str, Definition] = {}
    for definition in timelines:
        first = kept.setdefault(definition.slug, definition)
        if first is not definition:
            message = f"its address would be that of {first.path} ({definition.slug}): rename one of them"
            problems.append(Problem(definition.path, 0, message, code="same-address"))
    return list(kept.values())
