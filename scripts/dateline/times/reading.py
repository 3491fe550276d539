"""A text read from start to end: what the rules find, and what each find means where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .. import edtf
from ..model import Basis
from . import grammar, tense
from .build import build
from .combine import combine
from .meaning import Calendar, Candidate, Meaning, Same, Shift, Weekday
from .resolve import Answer, Frame, Tense, resolve
from .tokens import Tokens
from .vocabulary import Vocabulary

_CARRY_REACH = 120  # words and gaps that a year is carried over in news
_ALONE = 10  # words and gaps beside a date that make no sentence
_LONG_AGO = 4  # years that a news text must go back for its next day to be of that year too
_PERIOD_REACH = 400  # words and gaps that "a year earlier" looks back for the quarter it speaks of


@dataclass(slots=True)
class _Memory:
    """What a reader keeps in mind while reading on: the date last named, the quarter spoken of, the day of a start."""

    tokens: Tokens
    words: Vocabulary
    dct: dt.date | None
    narrative: bool
    context: str = ""
    context_at: int = 0
    period: str = ""
    period_at: int = 0
    begun: str = ""
    dated: str = ""
    dated_at: int = 0

    def frame(self, candidate: Candidate) -> Frame:
        """What a candidate is read against."""
        near = candidate.first - self.period_at < _PERIOD_REACH
        return Frame(
            dct=self.dct,
            context=self.context,
            period=self.period if near else "",
            begun=self.begun,
            narrative=self.narrative,
            near=(close := self._is_near(candidate.first)),
            carries=close and self.dct is not None and abs(self.dct.year - int(self.context[:4])) > _LONG_AGO,
            told_with=self._told_with(candidate.first),
            flags=self.words.flags,
            alone=len(self.tokens.parts) - (candidate.last - candidate.first) < _ALONE,
            tense=_tense_of(self.tokens, self.words, candidate),
            plainly_past=lambda: tense.is_plainly_past(self.tokens, self.words, candidate.first, candidate.last),
        )

    def keep(self, candidate: Candidate, answer: Answer) -> None:
        """Keep what later words may lean on."""
        meaning = candidate.meaning
        if isinstance(meaning, Calendar) and meaning.day:
            self.begun = answer.value
        if isinstance(meaning, Calendar) and (meaning.year is not None or answer.reckoned_from == self.dated):
            self.dated, self.dated_at = answer.value, candidate.last
        if _is_period(meaning):
            self.period, self.period_at = answer.value, candidate.last
        elif isinstance(meaning, Shift) and meaning.unit == "year" and meaning.count == 0:
            self.period = ""  # of the whole year from here on
        named = answer.value.removesuffix("/..").removeprefix("../")
        if not named.startswith("-") and "X" not in named:
            self.context, self.context_at = named, candidate.last

    def _is_near(self, place: int) -> bool:
        """Whether the date before stands close (in the same paragraph), and is a day or month."""
        if not self.context or place - self.context_at > _CARRY_REACH:
            return False
        if edtf.precision(self.context.split("/")[0]) not in (edtf.Precision.DAY, edtf.Precision.MONTH):
            return False
        return not any("\n\n" in gap for gap in self.tokens.parts[self.context_at + 1 : place : 2])

    def _told_with(self, place: int) -> str:
        """The date before in the same sentence, if it is a day in a written year; "" elsewhere."""
        if not self.dated or edtf.precision(self.dated) is not edtf.Precision.DAY:
            return ""
        between = slice(self.tokens.starts[self.dated_at], self.tokens.starts[place])
        if "\n" in self.tokens.text[between] or tense.parted(self.tokens, self.dated_at, place):
            return ""
        return self.dated


def read(tokens: Tokens, words: Vocabulary, dct: dt.date | None) -> Iterator[tuple[Candidate, Answer | None]]:
    """Every expression of a text in order of place, with what it means; None where that can't be told."""
    whole = combine(candidates(tokens, words), tokens, words)
    memory = _Memory(tokens, words, dct, _is_narrative(whole, dct))
    for candidate in whole:
        answer = resolve(candidate.meaning, memory.frame(candidate))
        if answer is not None and (not edtf.is_valid(answer.value) or not _is_told(answer, words)):
            answer = None
        if answer is not None:
            memory.keep(candidate, answer)
        yield candidate, answer


def _is_told(answer: Answer, words: Vocabulary) -> bool:
    """Whether the language is known well enough for the answer: without a file only explicit dates are."""
    return answer.basis is Basis.EXPLICIT or "explicit" not in words.flags


def candidates(tokens: Tokens, words: Vocabulary) -> list[Candidate]:
    """What the rules find, the longest first where they overlap, in order of place."""
    rules = grammar.of(words.language)
    chosen: list[Candidate] = []
    for island in rules.island.finditer(tokens.letters):
        if rules.trigger.search(island.group()):
            chosen.extend(_of_island(island.group(), island.start(), tokens, words))
    return chosen


def _of_island(letters: str, start: int, tokens: Tokens, words: Vocabulary) -> list[Candidate]:
    taken = [False] * len(letters)
    kept: list[Candidate] = []
    for found in grammar.matches(words.language, letters):
        if True in taken[found.first : found.last + 1]:
            continue
        if made := build(tokens, words, found, start):
            taken[found.first : found.last + 1] = [True] * (found.last + 1 - found.first)
            kept.extend(made)
    return sorted(kept, key=lambda candidate: candidate.first)


def _is_period(meaning: Meaning) -> bool:
    """Whether the text speaks of a quarter or half from here on."""
    if isinstance(meaning, Calendar):
        return meaning.part[:1] in ("Q", "H")
    return isinstance(meaning, Same) and meaning.years == 0


def _is_narrative(whole: list[Candidate], dct: dt.date | None) -> bool:
    """Whether the text tells of other times than its own: most of its years are not the DCT's."""
    if dct is None:
        return True
    if any(isinstance(c.meaning, Weekday) or _is_deictic(c.meaning) for c in whole):
        return False  # who says "yesterday" and "on Friday" tells of their own time
    years = [c.meaning.year for c in whole if isinstance(c.meaning, Calendar) and c.meaning.year]
    return len(years) >= 3 and sum(abs(year - dct.year) > 1 for year in years) * 3 > len(years) * 2


def _is_deictic(meaning: Meaning) -> bool:
    """Whether it is reckoned from the DCT and near it: yesterday, last week, this month."""
    if not isinstance(meaning, Shift) or meaning.anchor != "document":
        return False
    return meaning.unit in ("day", "week", "month", "weekend") and abs(meaning.count) <= 1


def _tense_of(tokens: Tokens, words: Vocabulary, candidate: Candidate) -> Callable[[], Tense]:
    return lambda: tense.of(tokens, words, candidate.first, candidate.last)
