"""Where an article stands on the web: its address as a file gives it, and the archived copy that it was saved from."""

from __future__ import annotations

import re
from typing import NamedTuple

_SAVED_FROM = re.compile(r"(?:saved from url=\(\d+\)|^[ \t]*url:[ \t]*)(https?://\S+)", re.I | re.M)
_TOP = 4096  # characters
_ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")
_LINK = re.compile(r"\[[^\[\]]*\]\((https?://\S+)\)")
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(https?:/.+)", re.I)


class Snapshot(NamedTuple):
    """A copy in the Wayback Machine: `raw` is the page as it was sent, without the archive's own banner."""

    archive: str
    original: str
    raw: str


def address(words: str) -> str:
    """The web address that `words` are, bare, in angle brackets or as a link of Markdown; "" where they are none."""
    words = words.strip()
    found = _ADDRESS.fullmatch(words) or _LINK.fullmatch(words)
    return found[1] if found else ""


def saved_from(page: str) -> str:
    """The address that a browser or SingleFile wrote at the top of a page (HTML) which it saved; "" for none."""
    found = _SAVED_FROM.search(page, 0, _TOP)
    return found[1] if found else ""


def snapshot(url: str) -> Snapshot | None:
    """The parts of the address of a copy in the Wayback Machine; None for any other address."""
    found = _WAYBACK.fullmatch(url)
    if not found:
        return None
    original = re.sub(r"^(https?):/+", r"\1://", found[2])
    base = f"https://web.archive.org/web/{found[1]}"
    return Snapshot(f"{base}/{original}", original, f"{base}id_/{original}")
