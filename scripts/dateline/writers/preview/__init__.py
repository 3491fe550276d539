"""The picture that a link to a timeline unfurls to: its title, period and counts over its strip. 1200 by 630 pixels.

Drawn at build time with two fonts that lie beside this module. The same card gives the same bytes with the same Pillow
on one platform; letters are placed one after another, without a shaping library that a machine may have or lack.
"""

from __future__ import annotations

from .card import Card
from .drawing import HEIGHT, WIDTH, draw

__all__ = ["HEIGHT", "WIDTH", "Card", "draw"]
