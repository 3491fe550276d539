"""Walks the seeds folder: every file in it is handed on or reported, in the same order on every machine."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ..model import Problem, Severity

MAX_BYTES = 5_000_000  # of one article; the longest live blogs have some hundred thousand
_NOT_ARTICLES = frozenset({"timelines", "notes", "entities.yml"})  # directly below the folder: read by others
_TEXTS = frozenset({".md", ".txt", ".html", ".htm"})  # what of a vault may be an article


class Found(NamedTuple):
    """A file of the folder: its POSIX path below it, and its bytes."""

    path: str
    data: bytes


class Walk:
    """Every file below `folder`, or why it can't be read (with its path below the folder). Links aren't followed.

    The names are known at once, the bytes are read as one goes along.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = tuple(_files(folder, folder))

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._files)

    def __iter__(self) -> Iterator[Found | Problem]:
        """Each file, in the same order on every machine."""
        for path in self._files:
            yield path if isinstance(path, Problem) else _read(self._folder, path)


def _files(folder: Path, root: Path) -> Iterator[Path | Problem]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as fault:
        yield _problem(root, folder, f"the folder can't be read ({fault.strerror})")
        return
    vault = (root / ".obsidian").is_dir()
    for entry in entries:
        if vault and _is_furniture(entry):
            continue
        refusal = _refusal(entry)
        if folder == root and entry.name in _NOT_ARTICLES:
            continue
        if entry.name.startswith("."):
            yield _problem(root, entry, "is hidden (its name begins with a dot), so it isn't read", Severity.WARNING)
        elif refusal:
            yield _problem(root, entry, refusal)
        elif entry.is_dir():
            yield from _files(entry, root)
        else:
            yield entry


def _is_furniture(entry: Path) -> bool:
    """Whether an entry of an Obsidian vault is the program's own, or an attachment: no article, and no fault either."""
    return entry.name.startswith(".") or (entry.is_file() and entry.suffix.lower() not in _TEXTS)


def _refusal(entry: Path) -> str:
    """Why a name can't be used, in words; "" where it can."""
    if not entry.name.isprintable():
        return "its name holds a character that can't be printed; rename it"
    try:
        mode = entry.lstat().st_mode
    except OSError as fault:
        return f"can't be read ({fault.strerror})"
    if stat.S_ISLNK(mode):
        return "is a link, and links aren't followed; put the file itself here"
    return "" if stat.S_ISDIR(mode) or stat.S_ISREG(mode) else "is no file"


def _read(root: Path, path: Path) -> Found | Problem:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            return _problem(root, path, f"is larger than an article can be ({size:,} bytes of {MAX_BYTES:,})")
        return Found(path.relative_to(root).as_posix(), path.read_bytes())
    except OSError as fault:
        return _problem(root, path, f"can't be read ({fault.strerror})")


def _problem(root: Path, path: Path, reason: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(path.relative_to(root).as_posix(), 0, reason, severity, "unreadable")
