"""Which language a text is in. Detected by py3langid (a linear model over byte n-grams, shipped in its package)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .. import languages
from . import language_model

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Languages that newspapers are commonly printed in. The model knows 139; the rest are mostly close relatives of these
# (Venetian, Nigerian Pidgin) that a headline in the larger language is easily taken for.
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko "
    "ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tr uk ur uz vi zh"
)
_SHORT = 24  # letters; below this only languages that Dateline can read are thought of
_BRIEF = 40  # letters
_AFTER_CYRILLIC = "\u0530"  # Latin, Greek and Cyrillic letters come before it
_ENOUGH = 400  # characters of the beginning, the middle and the end: more makes no difference
_LEAST = 3  # letters
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_OTHERS = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]")


def detect(text: str, declared: str = "") -> str:
    """The language (BCP 47) of `text`; "" where it has too few letters to tell.

    A few Latin letters, which many languages share, don't contradict a `declared` language: they may be a name.
    """
    sample = _sample(text)
    latin, others = _LATIN.findall(sample), _OTHERS.findall(sample)
    if latin and others:  # names and quotations in another script: the model would count their bytes twice
        sample = (_OTHERS if len(latin) > len(others) else _LATIN).sub(" ", sample)
    letters = max(latin, others, key=len)
    if len(letters) < _LEAST:
        return ""
    if declared and letters is latin and len(latin) < _BRIEF:
        return declared
    short = len(letters) < _SHORT and max(letters) < _AFTER_CYRILLIC
    label, _ = _identifier(short).classify(sample)
    return str(label)


def _sample(text: str) -> str:
    """Enough of a text: a quotation in another language at one place of it must not decide."""
    if len(text) <= 3 * _ENOUGH:
        return " ".join(text.split())
    middle = (len(text) - _ENOUGH) // 2
    return " ".join(" ".join(text[start : start + _ENOUGH].split()) for start in (0, middle, len(text) - _ENOUGH))


@cache
def _identifier(short: bool) -> LanguageIdentifier:
    return language_model.identifier(languages.available() if short else _LANGUAGES.split())
