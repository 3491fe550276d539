"""A text as words and gaps, and as a string of letters that grammar can be matched against."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from ..text import fold
from . import gaps
from .gaps import UNKNOWN
from .vocabulary import Vocabulary

_LINE_END = re.compile(r"\n(?<!\n\n)(?!\n)")
_DEGREE = re.compile(r"(?<=\d)°(?= [^\W\d])")  # written for the ordinal's sign: «1° luglio»
_DIGIT = re.compile(r"[^\W\D0-9]")  # of any script but the western
_ONE_BY_ONE = ("ja", "ko", "yue", "zh")  # written without spaces: each character is a word
# Scripts whose words hold signs that Unicode doesn't count as letters.
_MARKS_INSIDE = frozenset(
    ("as", "bn", "fa", "gu", "hi", "km", "kn", "lo", "ml", "mr", "my", "ne", "or", "pa", "si", "ta", "te", "th", "ur")
)
_GAPS = gaps.Letters()


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut up: `parts` alternate gap, word, gap, … gap; `letters` has one letter a part.

    `starts` gives the place of each part in the text (code points), with the text's length at its end.
    """

    text: str
    parts: list[str]
    letters: str
    starts: list[int]

    def wording(self, first: int, last: int) -> str:
        """The text of the parts `first` to `last` (inclusive), as the source has it."""
        return self.text[self.starts[first] : self.starts[last + 1]]


def _western(digit: re.Match[str]) -> str:
    return str(unicodedata.decimal(digit.group()))


def cut(text: str, vocabulary: Vocabulary) -> Tokens:
    """Cut `text` into the words and gaps of `vocabulary`."""
    said = _DIGIT.sub(_western, text) if "any-digits" in vocabulary.flags and not text.isascii() else text
    folded = _LINE_END.sub(" ", fold(said))  # a line that is merely broken goes on
    if "º" in vocabulary.letters:
        folded = _DEGREE.sub("º", folded)
    parts = _pattern(vocabulary.language, vocabulary.phrases, vocabulary.glued).split(folded)
    letters = [UNKNOWN] * len(parts)
    letters[0::2] = [_GAPS[gap] for gap in parts[0::2]]
    known = vocabulary.letters.get
    letters[1::2] = [known(word, UNKNOWN) for word in parts[1::2]]
    return Tokens(text, parts, "".join(letters), [0, *accumulate(map(len, parts))])


@cache
def _pattern(language: str, phrases: tuple[str, ...], glued: tuple[str, ...]) -> re.Pattern[str]:
    """`glued` are words that are cut off from the one run together with them: «9 ноябрязаместитель»."""
    if language in _ONE_BY_ONE:
        return re.compile(r"(\d+|[^\W\d_])")
    if language in _MARKS_INSIDE:
        return re.compile(r"(\d+|[^\s\d!-/:-@\[-`{-~،।॥]+)")
    ending = rf"(?<=\d )(?:{'|'.join(glued)})|" if glued else ""
    if not phrases:
        return re.compile(rf"(\d+|{ending}[^\W\d_]+)")
    begun: dict[str, list[str]] = {}
    for phrase in phrases:
        begun.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    tried = "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in begun.items())
    firsts = "".join(map(re.escape, begun))
    return re.compile(rf"(\d+|(?<![^\W_])(?=[{firsts}])(?:{tried})(?![^\W_])|{ending}[^\W\d_]+)")
