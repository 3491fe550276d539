"""Past or future: the tense of the clause that a date stands in, told by the nearest word that shows it."""

from __future__ import annotations

from functools import cache

from . import vocabulary
from .resolve import Tense
from .tokens import Tokens
from .vocabulary import Vocabulary

_REACH = 24  # words to either side
_AFTER = 3  # how many words nearer a verb before the date is than one after it
_ANOTHER_CLAUSE = 8  # how many words a comma counts for


@cache
def _marks(language: str) -> tuple[frozenset[str], frozenset[str], tuple[str, ...], tuple[str, ...], frozenset[str]]:
    tense = vocabulary.of(language).tense
    return (
        frozenset(tense.get("past", ())),
        frozenset(tense.get("future", ())),
        tense.get("past_endings", ()),
        tense.get("future_endings", ()),
        frozenset(tense.get("neither", ())),
    )


def of(tokens: Tokens, words: Vocabulary, first: int, last: int) -> Tense:
    """The tense around the parts `first` to `last`, within the sentence; unknown where no word tells."""
    best, found = 10**6, Tense.UNKNOWN
    for step, start in ((-2, first - 2), (2, last + 2)):
        distance = 0 if step < 0 else _AFTER
        for i in range(start, max(start + step * _REACH, -1) if step < 0 else start + step * _REACH, step):
            if not 0 < i < len(tokens.parts):
                break
            gap = tokens.parts[i + 1 if step < 0 else i - 1]
            if _ends(gap, tokens.parts[i - 2] if step > 0 and i > 2 else tokens.parts[i]):
                break
            distance += 1 + (_ANOTHER_CLAUSE if gap.strip() else 0)
            if distance >= best:
                break
            tense = _of_word(tokens.parts[i], tokens.parts[i - 2] if i > 2 else "", words)
            if tense is not Tense.UNKNOWN:
                best, found = distance, tense
                break
    return found


def _ends(gap: str, before: str) -> bool:
    """Whether a sentence ends in a gap: after a full stop, but for one that follows an abbreviation."""
    if "\n\n" in gap or any(mark in gap for mark in "!?;…"):
        return True
    return "." in gap and len(before) > 3


def _of_word(word: str, before: str, words: Vocabulary) -> Tense:
    past, future, past_endings, future_endings, neither = _marks(words.language)
    low = word.lower()
    if low in neither:
        return Tense.UNKNOWN
    if low in future:
        return Tense.FUTURE
    if low in past:
        return Tense.PAST
    if len(low) > 4 and past_endings and low.endswith(past_endings):
        return Tense.FUTURE if before.lower() == "be" else Tense.PAST
    if len(low) > 4 and future_endings and low.endswith(future_endings):
        return Tense.FUTURE
    return Tense.UNKNOWN
