"""Clippings -> files of the editor's folder. Nothing is overwritten, and nothing is saved twice."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..model import Problem
from ..readers import folder as folders
from ..readers import identity
from .addresses import host_of
from .clipping import Clipping, Refused

FOLDER = "articles"  # below the seeds folder

_HEAD = re.compile(r"\s*---[ \t]*\r?\n.*?^---[ \t]*\r?$\n?", re.S | re.M)  # the front matter: the text isn't needed
_ADDRESS = re.compile(r"^(?:url|source|link|canonical|original)[ \t]*:[ \t]*[\"']?(https?://[^\s\"']+)", re.M | re.I)
_HASH = re.compile(r"^sha256: ['\"]?([0-9a-f]{64})", re.M)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")  # names that Windows gives to devices
_MAX_SAME = 1000  # articles with one title


@dataclass(slots=True)
class Shelf:
    """What the editor's folder holds already: by address and by content, the file's path below the folder."""

    folder: Path
    by_address: dict[str, str]
    by_content: dict[str, str]


def look(folder: Path) -> Shelf:
    """The articles below the seeds folder, as far as their front matter tells. What can't be read is left out."""
    shelf = Shelf(folder, {}, {})
    for found in folders.Walk(folder):
        if isinstance(found, Problem):
            continue  # `dateline check` reports it
        _place(shelf, found.data.decode("utf-8-sig", "replace"), found.path)
    return shelf


def _place(shelf: Shelf, text: str, name: str) -> None:
    """Notes an article's address and content hash, each from its own line: reading whole files takes minutes."""
    head = _HEAD.match(text)
    if not head:
        return
    address, digest = _ADDRESS.search(head[0]), _HASH.search(head[0])
    if address and (key := identity.address_key(address[1])):
        shelf.by_address.setdefault(key, name)
    if digest:
        shelf.by_content.setdefault(digest[1], name)


def content_hash(body: str) -> str:
    """SHA-256 of an article's text (UTF-8), as hexadecimal digits."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def there_already(clipping: Clipping, shelf: Shelf) -> str:
    """Why the clipping need not be saved ("is already in articles/x.md (same address)"); "" where it's new."""
    if name := shelf.by_address.get(identity.address_key(clipping.url)):
        return f"is already in {name} (same address)"
    if name := shelf.by_content.get(content_hash(cleaned(clipping.body))):
        return f"is already in {name} (same text)"
    return ""


def save(clipping: Clipping, shelf: Shelf, retrieved: str) -> Path:
    """Writes the clipping to a new file, which the shelf then holds. Raises `Refused` where no file can be written.

    `retrieved` is the instant of the fetch (ISO 8601), for a clipping that knows none itself.
    """
    folder = shelf.folder / FOLDER
    content = article_file(clipping, retrieved)
    words = slug(clipping)
    try:
        folder.mkdir(exist_ok=True)
        path = _write(folder, words, content)
    except OSError as fault:
        raise Refused(f"can't be written to {folder} ({(fault.strerror or 'no reason given').lower()})") from fault
    _place(shelf, content, path.relative_to(shelf.folder).as_posix())
    return path


def _write(folder: Path, words: str, content: str) -> Path:
    for number in range(1, _MAX_SAME):
        path = folder / f"{words}{f'-{number}' if number > 1 else ''}.md"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise Refused(f"has a title that {_MAX_SAME} saved articles have already")


def slug(clipping: Clipping) -> str:
    """The file's name without its ending: `[a-z0-9-]` only, from the title, else the address."""
    words = identity.slug(clipping.title) or identity.slug(clipping.url.rstrip("/").rpartition("/")[2])
    words = words or identity.slug(host_of(clipping.url)) or "article"
    return f"article-{words}" if _RESERVED.fullmatch(words) else words


def article_file(clipping: Clipping, retrieved: str) -> str:
    """The file: front matter with every fact that is known, then the text."""
    body = cleaned(clipping.body)
    fields: dict[str, Any] = {
        "title": _line(clipping.title),
        "url": _line(clipping.url),
        "archive": _line(clipping.archive),
        "publication": _line(clipping.publication),
        "author": [_line(name) for name in clipping.authors],
        "published": _line(clipping.published),
        "language": _line(clipping.language),
        "description": _line(clipping.description),
        "keywords": [_line(word) for word in clipping.keywords],
        "sha256": content_hash(body),
        "retrieved": clipping.retrieved or retrieved,
    }
    known = {name: value for name, value in fields.items() if value}
    head = yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=100_000)
    return f"---\n{head}---\n\n{body}\n"


def cleaned(body: str) -> str:
    """The text without characters that no reader sees, and with line ends as LF."""
    return _UNSEEN.sub("", body.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _line(words: str) -> str:
    """A value on one line."""
    return " ".join(_UNSEEN.sub(" ", words).split())
