"""What sort of thing a file or an answer is: its first bytes decide, not how its name ends."""

from __future__ import annotations

import re
import zlib
from enum import StrEnum

HEAD = 8192  # bytes that are enough to tell

_HEADER = re.compile(
    rb"(?:from|to|date|subject|received|return-path|reply-to|delivered-to|mime-version|message-id|content-type"
    rb"|snapshot-content-location|list-[a-z]+|dkim-signature|arc-[a-z-]+|authentication-results|x-[a-z0-9-]+):\s",
    re.I,
)
_FEED = re.compile(rb"<(?:rss|(?:[a-z]+:)?feed|rdf:RDF)[\s>]", re.I)
_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|article|main|p|div|meta)[\s>]", re.I)


class Kind(StrEnum):
    """What `gather` knows how to open."""

    PAGE = "a web page"
    FEED = "a feed"
    MESSAGE = "a MIME message"
    PDF = "a PDF"
    WARC = "a web archive"
    ZIP = "a ZIP file"
    LIST = "a list"
    TEXT = "plain text"
    UNKNOWN = "something else"


def kind(head: bytes) -> Kind:
    """The kind of what begins with `head` (`HEAD` bytes of it, fewer only where there are no more)."""
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"PK\x03\x04"):
        return Kind.ZIP
    if head.startswith(b"WARC/") or (head.startswith(b"\x1f\x8b") and _gunzipped(head).startswith(b"WARC/")):
        return Kind.WARC
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if plain.startswith(b"<"):
        page, feed = _PAGE.search(plain), _FEED.search(plain)
        return Kind.FEED if feed and (not page or feed.start() < page.start()) else Kind.PAGE
    if _HEADER.match(plain) or plain.startswith(b"From "):
        return Kind.MESSAGE
    if re.match(rb"(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]*https?://\S+(?:\s+#[^\n]*)?[^\S\n]*(?:\n|$)", plain, re.I):
        return Kind.LIST
    if _PAGE.search(plain):
        return Kind.PAGE
    return Kind.UNKNOWN if b"\0" in head[:64] or not plain else Kind.TEXT


def _gunzipped(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, 64)
    except zlib.error:
        return b""
