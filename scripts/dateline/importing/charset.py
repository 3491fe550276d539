"""The text of a web page whose server and whose author may both be wrong about its encoding."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_HEAD = 4096  # bytes; the HTML standard looks at 1024

# Names that stand for a larger set: the HTML standard reads both as Windows-1252, which browsers always did. Servers
# also send them unasked, as the default of their set-up, so that the page's own word goes first.
_DEFAULTS = frozenset({"iso8859-1", "ascii"})


def decode(data: bytes, declared: str = "") -> str:
    """The page as text, without an XML declaration; `declared` is the charset that the server names ("" for none).

    A byte order mark decides; then whether the bytes are UTF-8, which other text never is by chance; then the first
    of the page's and the server's word that fits every byte; then statistics. Bytes that nothing fits become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(encoding, "replace"))
    for encoding in _candidates(data, declared):
        try:
            return _clean(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _clean(_by_statistics(data))


def _candidates(data: bytes, declared: str) -> Iterator[str]:
    yield "utf-8"
    head = data[:_HEAD]
    found = _META.search(head) or _XML.search(head)
    said = [_known(declared), _known(found[1].decode("ascii") if found else "")]
    if said[0] in _DEFAULTS:
        said.reverse()
    for encoding in said:
        if encoding:
            yield "cp1252" if encoding in _DEFAULTS else encoding


def _known(name: str) -> str:
    """Python's name of a text encoding; "" where it has none, and for UTF-16, which a page in ASCII can't be in."""
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):  # a ValueError for a name with a NUL in it
        return ""
    is_text = getattr(found, "_is_text_encoding", True)
    return found.name if is_text and not found.name.startswith(("utf-16", "utf-32", "utf-7")) else ""


def _by_statistics(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return data.decode(best.encoding if best else "utf-8", "replace")


def _clean(text: str) -> str:
    return _DECLARATION.sub("", text).replace("\0", "")
