"""Writes generated files into folders that the build owns whole: what changed, each in one step; stale ones go.

A folder is owned if it holds the mark that the first build leaves in it. A folder that is there without the mark is
somebody else's work: nothing is written, and the error says what to do.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..cache.keeping import FileContent, Unread, digest

MARK = ".generated"
GENERATED = "generated: true"  # in the front matter of a generated page that lies directly below the root
_PART = r"(?:\w[\w.-]*|-\w[\w.-]*)"
_SAFE = re.compile(rf"{_PART}(?:/{_PART})*")  # relative, and without ".."


class NotOwned(Exception):
    """A folder that the build needs for itself holds files that it did not make."""


class UnsafePath(ValueError):
    """A path that would leave the owned folders."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, found unchanged, and removed; `pages` are those in Markdown."""

    changed: int
    same: int
    removed: int
    pages: int = 0


def write(files: Iterable[tuple[str, FileContent]], root: Path, owned: Iterable[str]) -> Written:
    """Make the owned folders below `root` hold exactly `files` (POSIX paths below `root`, and text or bytes).

    Text that is `Unread` is read only where the file that is there is another.

    A file outside of the owned folders may lie directly below `root` only, and says `generated: true` near its top.
    Raises NotOwned and UnsafePath.
    """
    folders = sorted(set(owned))
    for folder in folders:
        _claim(root / folder)
    changed, same, pages = 0, 0, 0
    kept: set[str] = set()
    prefixes = tuple(f"{folder}/" for folder in folders)
    for path, content in files:
        target = os.path.join(root, _checked(path, prefixes).replace("/", os.sep))  # noqa: PTH118  # of thousands
        if "/" not in path:
            _look(Path(target))
        kept.add(target)
        if _written(target, content):
            changed += 1
        else:
            same += 1
        pages += path.endswith(".md")
    return Written(changed, same, sum(_swept(root / folder, kept) for folder in folders), pages)


def _look(target: Path) -> None:
    if target.exists() and GENERATED not in target.read_text("utf-8", "replace")[:400]:
        raise NotOwned(f"{target} is not of the build's making; move it, the build writes its own")


def _claim(folder: Path) -> None:
    if folder.is_symlink():
        raise NotOwned(f"{folder} is a link; the build needs a folder of its own there")
    if folder.is_dir() and not (folder / MARK).exists() and any(folder.iterdir()):
        raise NotOwned(f"{folder} holds files that the build did not make; move them, or delete the folder")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()


def _checked(path: str, prefixes: tuple[str, ...]) -> str:
    """The path, if it leads below `root` itself or into one of the owned folders, which the `prefixes` lead to."""
    if not _SAFE.fullmatch(path) or ("/" in path and not path.startswith(prefixes)):
        raise UnsafePath(f"not a path below the owned folders: {path!r}")
    return path


def _written(target: str, content: FileContent) -> bool:
    try:
        with open(target, "rb") as file:  # noqa: PTH123  # a `Path` costs as much as reading
            there: bytes | None = file.read()
    except OSError:
        there = None
    if isinstance(content, Unread):
        if there is not None and digest(there) == content.digest:
            return False
        content = content.read()
    wanted = content.encode("utf-8") if isinstance(content, str) else content
    if there == wanted:
        return False
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_bytes(wanted)
    fresh.replace(path)
    return True


def _swept(folder: Path, kept: set[str]) -> int:
    removed = 0
    for current, folders, names in os.walk(folder, topdown=False):
        for name in names:
            if name != MARK and os.path.join(current, name) not in kept:  # noqa: PTH118
                (Path(current) / name).unlink()
                removed += 1
        for name in folders:
            below = Path(current) / name
            if not below.is_symlink() and not any(below.iterdir()):
                below.rmdir()
    return removed
