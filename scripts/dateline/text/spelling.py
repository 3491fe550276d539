"""One key for one name in any script: «Никол Пашинян», "Nikol Pashinyan" and "Nikol Paschinjan" sound alike.

Cyrillic is written in Latin letters, and what the languages' habits differ in is dropped: how a hissing sound is
spelt, double letters, and i, y and j, which stand for one another and for nothing. Romanian is read by its own rules,
since its letters stand for other sounds: "Ceban" is «Чебан», "Chicu" is «Кику»; elsewhere most "c" are «к».
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
_LATIN_ONLY = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss"})
_VOWELS = dict.fromkeys("иіїыı", "i") | {"й": "j", "ъ": "", "ь": ""}
_LATIN = str.maketrans(dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | _VOWELS)
_HISSING = (("shch|sch|sh|sz|ș|ş", "š"), ("tch|tsch|ch|cz", "č"), ("zh|ż|dj|dž", "ž"), ("kh|ch(?=$)", "h"))
_SOUNDS = (("ph", "f"), ("ck|q", "k"), ("x", "ks"), ("w", "v"), ("ts|tz|ț|ţ", "c"), ("ou", "u"))
_RULES = tuple((re.compile(old), new) for old, new in (*_HISSING, *_SOUNDS))
_ROMANIAN = (("ch(?=[ei])|c(?![eihî])", "k"), ("c(?=[ei])", "č"), ("gh(?=[ei])", "ġ"), ("g(?=[ei])|j", "ž"))
_ROMANIAN_VOWELS = (("ea$", "a"), ("(?<=[čž])[ei](?=[aou])", ""), ("[îâ]", "i"), ("ġ", "g"))
_WESTERN = (("c(?![eihkyzçč])", "k"),)
_BY_LANGUAGE = {
    language: tuple((re.compile(old), new) for old, new in rules)
    for language, rules in (
        ("ro", (*_ROMANIAN, *_ROMANIAN_VOWELS)),
        *((language, _WESTERN) for language in ("en", "de", "fr", "es", "it", "pt")),
    )
}
_SOFT = ("я", "ia", "ya", "ja")  # «Виктория» is not «Виктора»
_SILENT = re.compile(r"[iyj'’ʼ]")
_GLIDE, _APOSTROPHE = re.compile(r"(?<![aeou])[yj]+(?=[aeiou])"), re.compile(r"['’ʼ]")
_VOWEL = re.compile(r"[iyj]+")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def sound(word: str, language: str = "") -> str:
    """The key of one word of a name, as `language` (BCP 47) reads it; lower-case ASCII and č, š, ž."""
    low = word.lower()
    return _softened(_plain(_SILENT.sub("", _latin(low, language))), low, language)


def legible(word: str, language: str = "") -> str:
    """The same with the i, y and j that are heard, each as "i", for people to read: "marina", where the key is "marna".

    Of one key it differs by how a name is written, though seldom.
    """
    low = word.lower()
    heard = _VOWEL.sub("i", _GLIDE.sub("", _APOSTROPHE.sub("", _latin(low, language))))
    return _softened(_plain(heard), low, language)


def _softened(key: str, low: str, language: str) -> str:
    soft = low.endswith(_SOFT) or (language == "ro" and low.endswith("ea"))
    return f"{key[:-1]}ia" if soft and key.endswith("a") and not key.endswith("ia") else key


def _latin(low: str, language: str) -> str:
    latin = low.translate(_LATIN)
    for pattern, new in (*_BY_LANGUAGE.get(language, ()), *_RULES):
        latin = pattern.sub(new, latin)
    return latin


def _plain(latin: str) -> str:
    """Without accents but the hacek, and without double letters."""
    kept = "".join(c for c in unicodedata.normalize("NFD", latin) if c in "\u030c" or c.isalpha())
    return _DOUBLE.sub(r"\1", unicodedata.normalize("NFC", kept))


@lru_cache(maxsize=65536)
def letters(name: str) -> str:
    """The Latin letters of a name in lower case, without accents; "" where it is written in others."""
    plain = unicodedata.normalize("NFD", name.lower().translate(_LATIN_ONLY))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return kept if kept.isascii() else ""
