"""The drawing itself. Lengths are pixels; colours are those of the site by day."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw

from ..strip import Strip
from . import lettering
from .card import Card
from .lettering import LEADING, SANS, SERIF

WIDTH, HEIGHT = 1200, 630

_PAPER, _INK, _SOFT, _LINE, _BAR, _ACCENT = "#fbfaf7", "#1d1b18", "#5f5a52", "#cdc6b8", "#b9ae9b", "#8a1c1c"
_EDGE, _TOP, _BOTTOM = 72, 58, 44
_INNER = WIDTH - 2 * _EDGE
_TITLE_SIZES = (84, 76, 68, 60, 52, 46, 40, 34)
_FACT, _LEAST_FACT, _SITE, _YEAR = 32, 22, 30, 26
_FACT_LINE, _APART = 48, 22  # from fact to fact, between title and facts
_AXIS = HEIGHT - _BOTTOM - _YEAR - 18
_GROWN, _TALLEST = 1.9, 170  # the strip of a page is drawn so much larger, and no taller
_FINE = 2  # and twice that, then reduced, for smooth edges
_MARK, _DOT = 9, 8  # half the height of a bar, the radius of a dot


@lru_cache(maxsize=128)
def draw(card: Card) -> bytes:
    """The card as a PNG file. The latest are kept, so that a site that is served draws only what has changed."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, WIDTH, 10), fill=_ACCENT)
    _line(pen, card.site, _TOP - 20, _SITE, _SOFT)
    bottom = _AXIS - _height(card.strip) if card.strip else HEIGHT - _BOTTOM
    reached = _title(pen, card, _TOP + 44, bottom - len(card.facts) * _FACT_LINE - _APART)
    for fact in card.facts:
        _line(pen, fact, reached, _FACT, _SOFT)
        reached += _FACT_LINE
    if card.strip:
        _strip(image, pen, card.strip)
    file = BytesIO()
    image.save(
        file, "PNG", compress_level=3
    )  # as small as higher levels make it, give or take a fifth, in half the time
    return file.getvalue()


def _title(pen: ImageDraw.ImageDraw, card: Card, top: int, bottom: int) -> int:
    """Set the title; where the fonts lack a letter of it, the site's name stands there instead."""
    words = lettering.settable(card.title, SERIF) or lettering.settable(card.site, SERIF)
    size, lines = lettering.fitted(words, SERIF, _TITLE_SIZES, _INNER, bottom - top)
    for line in lines:
        pen.text((_EDGE, top), line, _INK, lettering.font(SERIF, size))
        top += round(size * LEADING)
    return top + _APART


def _line(pen: ImageDraw.ImageDraw, words: str, top: int, size: int, colour: str) -> None:
    """Set one line, smaller where it is long."""
    line = lettering.settable(words, SANS)
    used, lines = lettering.fitted(line, SANS, range(size, _LEAST_FACT - 1, -2), _INNER, 1)
    if lines:
        pen.text((_EDGE, top), lines[0], colour, lettering.font(SANS, used))


def _height(strip: Strip) -> int:
    """How tall the marks are drawn."""
    return min(round(strip.axis * _GROWN), _TALLEST)


def _strip(image: Image.Image, pen: ImageDraw.ImageDraw, strip: Strip) -> None:
    axis, height = _AXIS, _height(strip)
    drawn = _marks(strip, height)
    image.paste(drawn, (_EDGE, axis - height), drawn)
    pen.line((_EDGE, axis, WIDTH - _EDGE, axis), _LINE, 2)
    sign = lettering.font(SANS, _YEAR)
    for tick in strip.ticks:
        x = _EDGE + tick.x / 100 * _INNER
        pen.line((x, axis - 6, x, axis + 6), _LINE, 2)
        # Anchors of SVG as Pillow's: l, m or r across, a (ascender) down.
        pen.text((x, axis + 12), lettering.settable(tick.text, SANS), _SOFT, sign, f"{_ACROSS[tick.anchor]}a")
    for fold in strip.folds:
        x = _EDGE + fold / 100 * _INNER
        pen.line((x, axis - 8, x, axis + 8), _PAPER, 10)


_ACROSS = {"start": "l", "middle": "m", "end": "r"}


def _marks(strip: Strip, height: int) -> Image.Image:
    """The marks, or the bars of many, on nothing."""
    layer = Image.new("RGBA", (_INNER * _FINE, height * _FINE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    across, down = _INNER * _FINE / 100, height / strip.axis * _FINE
    for bar in strip.bars:
        pen.rectangle((bar.x * across, bar.y * down, (bar.x + bar.width) * across, height * _FINE), fill=_BAR)
    for mark in sorted(strip.marks, key=lambda drawn: drawn.dot):
        half = (_DOT if mark.dot else _MARK) * _FINE
        y, x1 = mark.y * down, mark.x1 * across
        x2 = x1 if mark.dot else max(mark.x2 * across, x1)
        box = (x1 - half, y - half, x2 + half, y + half)
        if mark.mark.modality == "planned":
            pen.rounded_rectangle(box, half, fill=_PAPER, outline=_ACCENT if mark.dot else _BAR, width=3 * _FINE)
        else:
            pen.rounded_rectangle(box, half, fill=_ACCENT if mark.dot else _BAR)
    return layer.reduce(_FINE)
