"""Bytes -> text: finds out how a file is encoded, and never guesses among several candidates.

Read: UTF-8, UTF-16 and UTF-32 (with a byte order mark or without one), Windows-1251. Line ends come out as LF.
"""

from __future__ import annotations

import codecs
import re


class Undecodable(ValueError):
    """These bytes are no text that can be told; `line` counts from 1, 0 where the whole file is meant."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A page's own word on its encoding, where it isn't UTF-8.
_DECLARED = re.compile(rb"""charset=["']?((?:windows-125|cp125|iso-8859-1?)\d|koi8-[ru])\b""", re.I)
_WORD = re.compile(r"[^\W\d_]{2,}")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]+")
_CYRILLIC_SHARE = 0.9  # of the words with a letter beyond ASCII


def decode(data: bytes) -> str:
    """The text of a file. Raises `Undecodable` with the line where reading stopped making sense."""
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        raise Undecodable(line, f"holds a control character (U+{ord(control[0]):04X}): not a text")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    wide = _unmarked_utf16(data)
    if wide:
        return _strict(data, wide)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        declared = _DECLARED.search(data[:2048])
        return _strict(data, declared[1].decode("ascii")) if declared else _windows_1251(data, fault)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data[: fault.start].decode(encoding, "ignore").count("\n") + 1
        raise Undecodable(line, f"says that it is {encoding.upper()}, but byte {fault.start} is not") from fault


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a mark has its spaces and line ends as pairs of a byte and a NUL, on one side only."""
    if len(data) % 2 or b"\0" not in data[:4096]:
        return ""
    little, big = data.count(b" \0") + data.count(b"\n\0"), data.count(b"\0 ") + data.count(b"\0\n")
    encoding = "utf-16-le" if little > big else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return "" if "\0" in text or not _WORD.search(text) else encoding


def _windows_1251(data: bytes, fault: UnicodeDecodeError) -> str:
    """Windows-1251 where the words beyond ASCII are wholly Cyrillic; else it is broken UTF-8 or something else."""
    text = data.decode("cp1251", "replace")
    foreign = [word for word in _WORD.findall(text) if not word.isascii()]
    cyrillic = sum(bool(_CYRILLIC.fullmatch(word)) and not word[1:].isupper() for word in foreign)
    if "\ufffd" not in text and foreign and cyrillic >= _CYRILLIC_SHARE * len(foreign) and not _mostly_utf8(data):
        return text
    line = data.count(b"\n", 0, fault.start) + 1
    raise Undecodable(line, f"byte {fault.start} is not UTF-8 (nor UTF-16 or Windows-1251); save the file as UTF-8")


def _mostly_utf8(data: bytes) -> bool:
    """Whether it is UTF-8 with some faults: Cyrillic in UTF-8 looks like Cyrillic in Windows-1251 too ("РџСЂРё")."""
    lost = data.decode("utf-8", "replace").count("\ufffd")
    beyond_ascii = sum(byte > 0x7F for byte in data)
    return lost * 4 < beyond_ascii
