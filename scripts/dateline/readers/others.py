"""What people keep beside articles, by how it begins: what it is, and how its text can be had all the same."""

from __future__ import annotations

import json
import re

from .. import file_kinds
from ..file_kinds import Kind

_ADD = "`dateline add` saves the article in it"
_TEXT = "save it as plain text"
_HEAD = 8192  # bytes that are looked at

# Whatever XML may have before its first element; each part is taken once, or comments by the hundred would cost ages.
_BEFORE_ROOT = rb"(?is:\s*+(?>(?:<\?xml[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!doctype svg[^>]*+>)\s*+)*+)"

_MARKS: tuple[tuple[bytes, str], ...] = (
    (rb"\x89PNG\r\n", "an image (PNG), not an article"),
    (rb"\xff\xd8\xff", "an image (JPEG), not an article"),
    (rb"GIF8", "an image (GIF), not an article"),
    (rb"(?:II\*\x00|MM\x00\*)", "an image (TIFF), not an article"),
    (rb"\x00\x00\x01\x00", "an image (icon), not an article"),
    (_BEFORE_ROOT + rb"<svg\b", "an image (SVG), not an article"),
    (rb"RIFF.{4}(?:WEBP|WAVE|AVI )", "a sound, film or image (RIFF), not an article"),
    (rb".{4}ftyp", "a film or image, not an article"),
    (rb"(?:ID3[\x02-\x04]|OggS|fLaC|\xff[\xfb\xf3\xf2])", "a sound, not an article"),
    (rb"PK\x03\x04", f"a ZIP or an office document, not an article; {_TEXT}"),
    (rb"\xd0\xcf\x11\xe0", f"an office document or a folder's thumbnails, not an article; {_TEXT}"),
    (rb"\s*\{\\rtf", f"a document with its layout (RTF), not an article; {_TEXT}"),
    (rb"(?:\x1f\x8b|BZh[1-9]1AY|7z\xbc\xaf|Rar!|\xfd7zXZ)", "a compressed file, not an article"),
    (rb"SQLite format 3\x00", "a database, not an article"),
    (rb"bplist0", "a file of Safari's or another program's; save the page as HTML"),
    (rb"\x00\x00\x00\x01Bud1", "a folder's settings (macOS), not an article"),
    (rb"\[\.ShellClassInfo\]", "a folder's settings (Windows), not an article"),
    (rb"\[InternetShortcut\]", "a bookmark, not an article; `dateline add` saves the article at its address"),
    (
        rb"(?i:\s*<\?xml[^>]*>\s*(?:<!DOCTYPE plist[^>]*>\s*)?<plist)",
        "a bookmark or a program's own, not an article",
    ),
)
_KNOWN = tuple((re.compile(pattern, re.S), what) for pattern, what in _MARKS)
_XML = re.compile(rb"\s*<\?xml\b")
_PAGE = re.compile(rb"<(?:!doctype\s+html|html)\b", re.I)
# A letter as it was sent, or a page saved as one (.mhtml): its parts are encoded, so that it is no text to quote from.
_HEADER = rb"[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*"
_MIME = re.compile(rb"(?:From [^\n]*\n)?(?:%b)*?(?:MIME-Version|Content-Transfer-Encoding):" % _HEADER, re.I)


def kind_of_other(data: bytes) -> str:
    """What a file that is no article is, in words, with what to do about it; "" where it may be one."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    known = next((what for pattern, what in _KNOWN if pattern.match(head)), "")
    return known or _holding_articles(head) or _data(head, data)


def _holding_articles(head: bytes) -> str:
    """Files that `dateline add` takes apart."""
    kind = file_kinds.kind(head)
    if kind in (Kind.PDF, Kind.WARC, Kind.FEED):
        return f"{kind}, not an article; {_ADD}"
    return f"a letter or a saved page (MIME), not a text; {_ADD}" if _MIME.match(head.replace(b"\r\n", b"\n")) else ""


def _data(head: bytes, data: bytes) -> str:
    """What programs write for programs."""
    if _XML.match(head) and not _PAGE.search(head):
        return f"XML, not an article; {_TEXT}"
    if head.lstrip()[:1] in (b"{", b"["):
        try:
            json.loads(data)
        except (ValueError, RecursionError):
            return ""
        return "data (JSON), not an article"
    return ""
