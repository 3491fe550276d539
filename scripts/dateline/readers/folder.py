"""Walks the seeds folder: every file in it is handed on or reported, in the same order on every machine."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path, PurePath
from typing import NamedTuple

import yaml

from ..model import Problem, Severity

MAX_BYTES = 5_000_000  # of one article; the longest live blogs have some hundred thousand
_NOT_ARTICLES = frozenset({"timelines", "notes", "entities.yml"})  # directly below the folder: read by others
_PAGES = (".html", ".htm", ".xhtml")
_PARTS = re.compile(r"(?P<page>.+)[_-](?P<parts>[^\W\d_]+)")  # "Storm in York_files", beside "Storm in York.html"
_BACKUP = re.compile(r".*~|~\$.*|#.*#")  # of editors, and of office programs while a document is open
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
        self._files = tuple(_files(str(folder), "", is_vault(folder)))

    def __len__(self) -> int:
        """How many names there are."""
        return len(self._files)

    def __iter__(self) -> Iterator[Found | Problem]:
        """Each file, in the same order on every machine."""
        for found in self._files:
            yield found if isinstance(found, Problem) else _read(*found)


def is_vault(folder: Path) -> bool:
    """Whether Obsidian keeps its notes in the folder."""
    return (folder / ".obsidian").is_dir()


# Names are strings here, and a folder says of what kind its entries are: a `Path` and a look at every file cost more
# than reading it.
def _files(folder: str, below: str, vault: bool) -> Iterator[tuple[str, str] | Problem]:
    """Every file of the folder, with its path below the first one, which that of this one begins with."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as fault:
        yield _problem(below.rstrip("/") or ".", f"the folder can't be read ({fault.strerror})")
        return
    names = frozenset(entry.name for entry in entries)
    for entry in entries:
        path = f"{below}{entry.name}"
        if vault and _is_furniture(entry):
            continue
        refusal = _refusal(entry)
        if path in _NOT_ARTICLES:
            continue
        if aside := _aside(entry, names):
            yield Problem(path, 0, aside, Severity.WARNING, "not-an-article")
        elif refusal:
            yield _problem(path, refusal)
        elif entry.is_dir():
            yield from _files(entry.path, f"{path}/", vault)
        else:
            yield entry.path, path


def _aside(entry: os.DirEntry[str], beside: frozenset[str]) -> str:
    """Why nobody means a name as an article, in words; "" where somebody may. `beside` are the folder's names."""
    if entry.name.startswith("."):
        return "is hidden (its name begins with a dot), so it isn't read"
    if _BACKUP.fullmatch(entry.name):
        return "is another program's backup or lock by its name, so it isn't read"
    if (page := _page_of(entry.name, beside)) and entry.is_dir(follow_symlinks=False):
        return f"belongs to the saved page {page}, so it isn't read"
    return ""


def _page_of(name: str, beside: frozenset[str]) -> str:
    """The page whose images and scripts a browser has put into a folder of this name; "" for any other folder."""
    parts = _PARTS.fullmatch(name)
    if not parts or parts["parts"].casefold() not in _words_for_parts():
        return ""
    return next((page for end in _PAGES if (page := parts["page"] + end) in beside), "")


@cache
def _words_for_parts() -> frozenset[str]:
    source = resources.files(__package__).joinpath("saved_pages.yml").read_text(encoding="utf-8")
    return frozenset(yaml.load(source, Loader=yaml.BaseLoader)["parts"])


def _is_furniture(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of an Obsidian vault is the program's own, or an attachment: no article, and no fault either."""
    name = PurePath(entry.name)
    return entry.name.startswith(".") or (entry.is_file() and name.suffix.lower() not in _TEXTS)


def _refusal(entry: os.DirEntry[str]) -> str:
    """Why a name can't be used, in words; "" where it can."""
    if not entry.name.isprintable():
        return "its name holds a character that can't be printed; rename it"
    try:
        if entry.is_symlink():
            return "is a link, and links aren't followed; put the file itself here"
        known = entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False)
    except OSError as fault:
        return f"can't be read ({fault.strerror})"
    return "" if known else "is no file"


def _read(file: str, path: str) -> Found | Problem:
    try:
        with open(file, "rb") as opened:  # noqa: PTH123
            size = os.fstat(opened.fileno()).st_size
            if size <= MAX_BYTES:
                return Found(path, opened.read())
    except OSError as fault:
        return _problem(path, f"can't be read ({fault.strerror})")
    return _problem(path, f"is larger than an article can be ({size:,} bytes of {MAX_BYTES:,})")


def _problem(path: str, reason: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(path, 0, reason, severity, "unreadable")
