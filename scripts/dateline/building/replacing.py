"""One site takes another's place: made in a folder beside it, moved at the very end, one build at a time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from itertools import permutations
from pathlib import Path

_OF_A_SITE = ("sitemap.xml", "data/index.json")  # what every site that was built here has
_WITHOUT_SOURCE = ("assets", "pagefind")  # the theme's own files, and the search index


class BuildError(Exception):
    """Why there is no new site, in words for the editor."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One build of a project at a time: a second one is refused. The lock goes with its process, however that ends."""
    try:
        folder.mkdir(exist_ok=True)
        lock = (folder / "build.lock").open("a")
    except OSError as fault:
        raise BuildError(f"can't write in {folder} ({fault.strerror})") from fault
    with lock:
        try:
            _lock(lock.fileno())
        except OSError as fault:
            raise BuildError("another build of this project is running; wait for it to end") from fault
        yield


def _lock(descriptor: int) -> None:
    """Lock a file until it is closed. Raises OSError where another process holds it."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def refuse_to_replace(target: Path) -> None:
    """Building replaces the whole folder: never one that holds something else. Raises BuildError."""
    if target.is_file() or (target.is_dir() and any(target.iterdir()) and not _is_site(target)):
        raise BuildError(f"{target} holds something that is no site of Dateline's; name another --site-dir or move it")
    if (target / ".git").exists():
        raise BuildError(
            f"{target} holds a Git repository, which a build would delete; build elsewhere and copy the site"
        )


def _is_site(folder: Path) -> bool:
    """Whether a build made the folder: other programs' sites have a sitemap too."""
    return all((folder / name).is_file() for name in _OF_A_SITE)


def keep_apart(rooms: Mapping[str, Path]) -> None:
    """Rooms by what they are called: one inside of another would make a site of its own pages. Raises BuildError."""
    resolved = {name: folder.resolve() for name, folder in rooms.items()}
    for (name, folder), (other, outer) in permutations(resolved.items(), 2):
        if folder.is_relative_to(outer):
            where = "are the same folder" if folder == outer else f"lie one in the other ({folder} in {outer})"
            raise BuildError(f"{name} and {other} {where}: each build would read its own pages; move one of them")


@contextmanager
def fresh(target: Path) -> Iterator[Path]:
    """An empty folder beside `target` that the new site is made in; what a failure leaves of it is removed."""
    made = target.with_name(f".{target.name}.new")
    try:
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(parents=True)
    except OSError as fault:
        raise BuildError(f"can't write in {target.parent} ({fault.strerror})") from fault
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def carry_over(old: Path, made: Path, sources: Path, anew: Set[str]) -> None:
    """Link what of the site `old` is still right into `made`: pages and files that are newer than their source.

    What lies at the top (the lists of all pages), has lost its source or has one in `anew` is left out. A link is
    never written through: MkDocs makes only what is missing or older than its source.
    """
    for path in old.rglob("*"):
        relative = path.relative_to(old)
        if path.is_file() and len(relative.parts) > 1 and _is_right(path, relative, sources, anew):
            target = made / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(path, target)
            except OSError:  # a file system without links
                shutil.copy2(path, target)


def _is_right(path: Path, relative: Path, sources: Path, anew: Set[str]) -> bool:
    if relative.parts[0] in _WITHOUT_SOURCE and not (sources / relative).exists():
        return True
    page = relative.parent
    known = (page.with_suffix(".md"), page / "index.md") if path.name == "index.html" else (relative,)
    source = next((name for name in known if (sources / name).is_file()), None)
    if source is None or source.as_posix() in anew:
        return False
    found = sources / source
    return found.stat().st_mtime_ns <= path.stat().st_mtime_ns


def into_place(made: Path, target: Path) -> None:
    """Put what was made where the old site stands, which is removed. Raises BuildError."""
    old = target.with_name(f".{target.name}.old")
    try:
        shutil.rmtree(old, ignore_errors=True)
        if target.exists():
            target.rename(old)
        made.rename(target)
    except OSError as fault:
        restore(target)
        raise BuildError(f"can't replace {target} ({fault.strerror})") from fault
    shutil.rmtree(old, ignore_errors=True)


def restore(target: Path) -> None:
    """A build that was killed between the two renames left the old site aside: put it back."""
    old = target.with_name(f".{target.name}.old")
    if old.is_dir() and not target.exists():
        old.rename(target)
