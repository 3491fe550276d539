"""One key for one name in any script: «Никол Пашинян», "Nikol Pashinyan" and "Nikol Paschinjan" sound alike.

Cyrillic is written in Latin letters, and what the languages' habits differ in is dropped: how a hissing sound is
spelt, double letters, and i, y and j, which stand for one another and for nothing.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = (
    "а a б b в v г g ґ g д d е e ё e є e ж ž з z к k л l м m н n о o п p р r с s т t у u ф f х h ц c ч č ш š щ š"
)
_OTHERS = "э e ю u я a ł l ø o đ d ß s"
_PAIRS = f"{_CYRILLIC} {_OTHERS}".split()
_LATIN = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | dict.fromkeys("иіїйыъьı", ""))
_HISSING = (("shch|sch|sh|sz|ș|ş", "š"), ("tch|tsch|ch|cz", "č"), ("zh|ż|dj|dž", "ž"), ("kh|ch(?=$)", "h"))
_SOUNDS = (("ph", "f"), ("ck|q", "k"), ("x", "ks"), ("w", "v"), ("ts|tz|ț|ţ", "c"), ("ou", "u"))
_RULES = tuple((re.compile(old), new) for old, new in (*_HISSING, *_SOUNDS))
_SILENT = re.compile(r"[iyj'’ʼ]")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """The key of one word of a name; lower-case ASCII and č, š, ž."""
    latin = word.lower().translate(_LATIN)
    for pattern, new in _RULES:
        latin = pattern.sub(new, latin)
    kept = "".join(c for c in unicodedata.normalize("NFD", _SILENT.sub("", latin)) if c in "\u030c" or c.isalpha())
    return _DOUBLE.sub(r"\1", unicodedata.normalize("NFC", kept))
