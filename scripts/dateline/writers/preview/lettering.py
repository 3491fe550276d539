"""Words in a picture: which of them the fonts can set, and how they are broken into lines that fit."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from importlib import resources
from io import BytesIO

from PIL import ImageFont

SERIF, SANS = "NotoSerif-Bold", "NotoSans-Regular"
LEADING = 1.16  # from line to line, in font sizes
_MOST = 300  # letters of a title that are looked at; no more would fit
_NO_LETTER = "\uffff"  # a noncharacter: every font draws its sign for "missing" here


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """One of the fonts beside this module at `size` pixels. Laid out letter by letter, whatever else is installed."""
    return ImageFont.truetype(BytesIO(_file(name)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _file(name: str) -> bytes:
    return resources.files(__package__).joinpath("fonts").joinpath(f"{name}.ttf").read_bytes()


def settable(words: str, name: str) -> str:
    """`words` on one line, without controls and without signs that the font lacks; "" where it lacks a letter.

    Scripts that run from right to left or join their letters are not in the fonts, so that none is set wrongly.
    """
    line = " ".join("".join(c if c.isspace() or unicodedata.category(c)[0] != "C" else " " for c in words).split())
    line = unicodedata.normalize("NFC", line)
    missing = {letter for letter in line if not _has(letter, name)}
    if any(unicodedata.category(letter)[0] in "LMN" for letter in missing):
        return ""
    return " ".join("".join(c for c in line if c not in missing).split())


@cache
def _has(letter: str, name: str) -> bool:
    sign = font(name, 24)
    return letter.isspace() or bytes(sign.getmask(letter)) != bytes(sign.getmask(_NO_LETTER))


def fitted(words: str, name: str, sizes: Sequence[int], width: int, height: int) -> tuple[int, tuple[str, ...]]:
    """The largest of `sizes` at which `words` fit into `width` by `height` pixels, and their lines.

    What doesn't fit at the smallest size is cut, with an ellipsis. A word is only broken there, too.
    """
    words = words if len(words) <= _MOST else f"{words[:_MOST]}…"
    for size in sizes:
        sign, most = font(name, size), max(1, int(height / (size * LEADING)))
        found = _broken(words, sign, width)
        if len(found) <= most and max(map(sign.getlength, words.split()), default=0) <= width:
            return size, found
    if len(found) <= most:
        return size, found
    return size, (*found[: most - 1], _cut(found[most - 1], sign, width))


def _broken(words: str, sign: ImageFont.FreeTypeFont, width: int) -> tuple[str, ...]:
    lines: list[str] = []
    space, reached = sign.getlength(" "), 0.0
    for word in words.split():
        length = sign.getlength(word)
        if lines and reached + space + length <= width:
            lines[-1] += f" {word}"
            reached += space + length
            continue
        while length > width:
            most = _most(word, "", sign, width) or 1
            lines.append(word[:most])
            word = word[most:]
            length = sign.getlength(word)
        lines.append(word)
        reached = length
    return tuple(lines)


def _cut(line: str, sign: ImageFont.FreeTypeFont, width: int) -> str:
    return f"{line[: _most(line, '…', sign, width)].rstrip()}…"


def _most(words: str, end: str, sign: ImageFont.FreeTypeFont, width: int) -> int:
    """How many letters of `words`, with `end` after them, fit into `width`."""
    return bisect_left(range(len(words)), True, key=lambda n: sign.getlength(words[: n + 1] + end) > width)
