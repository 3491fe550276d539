"""Past or future: the tense of the clause that a date stands in, told by the nearest word that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from . import vocabulary
from .resolve import Tense
from .tokens import Tokens
from .vocabulary import Vocabulary

_NEAR = 3  # how many words before the date an infinitive still takes it along
_REACH = 24  # words to either side
_AFTER = 3  # how many words nearer a verb before the date is than one after it
_ANOTHER_CLAUSE = 8  # how many words a comma counts for


@dataclass(frozen=True)
class _Marks:
    """The words and endings that show a tense."""

    past: frozenset[str]
    future: frozenset[str]
    past_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    infinitive_endings: tuple[str, ...]
    infinitive: frozenset[str]
    perfect: frozenset[str]
    neither: frozenset[str]
    deadline: frozenset[str]
    punctual: frozenset[str]


@cache
def _marks(language: str) -> _Marks:
    tense = vocabulary.of(language).tense

    def words(name: str) -> frozenset[str]:
        return frozenset(tense.get(name, ()))

    return _Marks(
        past=words("past"),
        future=words("future"),
        past_endings=tense.get("past_endings", ()),
        future_endings=tense.get("future_endings", ()),
        infinitive_endings=tense.get("infinitive_endings", ()),
        infinitive=words("infinitive"),
        perfect=words("perfect"),
        neither=words("neither"),
        deadline=words("deadline"),
        punctual=words("punctual"),
    )


def of(tokens: Tokens, words: Vocabulary, first: int, last: int) -> Tense:
    """The tense around the parts `first` to `last`, within the sentence; unknown where no word tells."""
    marks = _marks(words.language)
    if first > 1 and tokens.parts[first - 2].lower() in marks.deadline:
        return Tense.FUTURE
    if tokens.parts[last + 1 : last + 3] == ["'", "s"]:
        return Tense.UNKNOWN  # "Wednesday's ruling" has no clause of its own
    back, told = _nearest(tokens, marks, range(first - 2, max(first - 2 - 2 * _REACH, 0), -2), 0)
    ahead, after = _nearest(tokens, marks, range(last + 2, min(last + 2 + 2 * _REACH, len(tokens.parts)), 2), _AFTER)
    return told if back <= ahead else after


def _nearest(tokens: Tokens, marks: _Marks, places: range, distance: int) -> tuple[int, Tense]:
    """How far the nearest word that shows a tense is (in words), and which; a sentence's end is far."""
    parts = tokens.parts
    for i in places:
        gap, before = (parts[i + 1], parts[i]) if places.step < 0 else (parts[i - 1], parts[i - 2])
        if _ends(gap, before):
            break
        distance += 1 + (_ANOTHER_CLAUSE if gap.strip() else 0)
        tense = _of_word(parts, i, marks, near=places.step < 0 and distance <= _NEAR)
        if tense is not Tense.UNKNOWN:
            return distance, tense
    return 10**6, Tense.UNKNOWN


def _ends(gap: str, before: str) -> bool:
    """Whether a sentence ends in a gap: after a full stop, but for one that follows an abbreviation."""
    if "\n\n" in gap or any(mark in gap for mark in "!?;…"):
        return True
    return "." in gap and len(before) > 3


def _of_word(parts: list[str], i: int, marks: _Marks, near: bool) -> Tense:
    word = parts[i].lower()
    following = parts[i + 2].lower() if i + 2 < len(parts) else ""
    if word in marks.neither:
        return Tense.UNKNOWN
    if word in marks.future or (following in marks.future and word in marks.past and word not in marks.perfect):
        earlier = parts[max(i - 10, 1) : i : 2]
        return Tense.PAST if marks.perfect.intersection(earlier) else Tense.FUTURE
    if i > 2 and parts[i - 2].lower() == "be" and (word in marks.past or word.endswith("ed")):
        return Tense.UNKNOWN  # "will be held", "to be signed": the word before tells
    if word in marks.past:
        return Tense.PAST
    if (
        near
        and word in marks.infinitive
        and parts[i + 2 : i + 3]
        and parts[i + 2].islower()
        and following not in marks.neither
    ):
        return Tense.FUTURE
    if len(word) <= 4:
        return Tense.UNKNOWN
    if marks.past_endings and word.endswith(marks.past_endings):
        return Tense.PAST
    if marks.future_endings and word.endswith(marks.future_endings):
        return Tense.FUTURE
    if near and marks.infinitive_endings and word.endswith(marks.infinitive_endings):
        return Tense.FUTURE
    return Tense.UNKNOWN


def is_punctual(tokens: Tokens, words: Vocabulary, first: int, last: int) -> bool:
    """Whether a verb near the date happens at a point: «вступил в силу с 1 июля» is that day alone."""
    punctual = _marks(words.language).punctual
    near = tokens.parts[max(first - 16, 1 - first % 2) : last + 9]
    return not punctual.isdisjoint(word.lower() for word in near)
