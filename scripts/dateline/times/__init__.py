"""Dates in text: `find` gives every calendar date of a text, with its value and the reason for it.

The way: words and gaps (`tokens`) -> letters -> rules (`grammar`) -> candidates (`build`) -> whole expressions
(`combine`) -> values (`resolve`), in order of place, since a date may lean on the one before it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache

from .. import edtf
from ..model import Basis, Span, TimeExpression
from . import grammar, tense, vocabulary
from .build import Candidate, build
from .combine import combine
from .grammar import Found
from .meaning import Calendar, Meaning, Range, Same, Shift, Weekday
from .resolve import Answer, Frame, resolve
from .tokens import Tokens, cut
from .vocabulary import Vocabulary

_CARRY_REACH = 120  # words and gaps that a year is carried over in news
_PERIOD_REACH = 400  # words and gaps that "a year earlier" looks back for the quarter it speaks of

__all__ = ["find"]


def find(text: str, dct: dt.date | None, language: str) -> tuple[TimeExpression, ...]:
    """Every calendar date of `text`, in order of place, not overlapping.

    `dct` is the day that relative dates start from (the day of publication in the article's own zone); without it they
    stay unresolved and are left out. `language` is BCP 47; one without a language file gives explicit dates alone.
    """
    words = vocabulary.of(language)
    tokens = cut(text, words)
    whole = combine(candidates(tokens, words), tokens, words)
    narrative = _is_narrative(whole, dct)
    found: list[TimeExpression] = []
    context, context_at, period, named_at, begun = "", 0, "", 0, ""
    for candidate in whole:
        carries = _carries(tokens, context, context_at, candidate.first, dct)
        near = period if candidate.first - named_at < _PERIOD_REACH else ""
        frame = Frame(dct, context, near, begun, narrative, carries, words.flags, _tense_of(tokens, words, candidate))
        if (answer := resolve(candidate.meaning, frame)) is None or not edtf.is_valid(answer.value):
            continue
        found.append(_expression(tokens, candidate, answer))
        if isinstance(candidate.meaning, Calendar) and candidate.meaning.day:
            begun = answer.value
        if _is_period(candidate.meaning):
            period, named_at = answer.value, candidate.last
        named = answer.value.removesuffix("/..").removeprefix("../")
        if _can_lead(named):
            context, context_at = named, candidate.last
    return tuple(found)


def _carries(tokens: Tokens, context: str, named_at: int, place: int, dct: dt.date | None) -> bool:
    """Whether the date before stands close (in the same paragraph), is a month or day, and lies years back."""
    if dct is None or not context or place - named_at > _CARRY_REACH or edtf.precision(context) > edtf.Precision.MONTH:
        return False
    if "|" in tokens.letters[named_at:place] and any("\n\n" in gap for gap in tokens.parts[named_at + 1 : place : 2]):
        return False
    return abs(dct.year - int(context[:4])) > 1


def _is_period(meaning: Meaning) -> bool:
    """Whether the text speaks of a quarter or half from here on."""
    return isinstance(meaning, Calendar) and meaning.part[:1] in ("Q", "H") or isinstance(meaning, Same) and meaning.years == 0


def candidates(tokens: Tokens, words: Vocabulary) -> list[Candidate]:
    """What the rules find, the longest first where they overlap, in order of place."""
    rules = grammar.of(words.language)
    chosen: list[Candidate] = []
    for island in rules.island.finditer(tokens.letters):
        letters = island.group()
        if not rules.trigger.search(letters):
            continue
        start, taken = island.start(), set()
        kept = []
        for found in matches(words.language, letters):
            if taken.intersection(range(found.first, found.last + 1)):
                continue
            if made := build(tokens, words, found, start):
                taken.update(range(found.first, found.last + 1))
                kept.extend(made)
        chosen.extend(sorted(kept, key=lambda c: c.first))
    return chosen


@lru_cache(maxsize=8192)
def matches(language: str, letters: str) -> tuple[Found, ...]:
    """All matches of all rules in a stretch of letters: the longest first, then in order of place and of the rules."""
    found = []
    for order, (rule, pattern, needs) in enumerate(grammar.of(language).rules):
        if needs and needs.isdisjoint(letters):
            continue
        for match in pattern.finditer(letters):
            if match.end() > match.start():
                spans = {n: (match.start(n), match.end(n) - 1) for n, g in match.groupdict().items() if g}
                found.append((match.start() - match.end(), match.start(), order, _found(rule, match, spans)))
    return tuple(item[-1] for item in sorted(found, key=lambda item: item[:3]))


def _found(rule: grammar.Rule, match: object, spans: dict[str, tuple[int, int]]) -> Found:
    first, last = match.start(), match.end() - 1  # type: ignore[attr-defined]
    return Found(rule, first, last, spans)


def _is_narrative(whole: list[Candidate], dct: dt.date | None) -> bool:
    """Whether the text tells of other times than its own: most of its full dates lie in other years than the DCT's."""
    years = [c.meaning.year for c in whole if isinstance(c.meaning, Calendar) and c.meaning.year]
    if dct is None:
        return True
    if any(isinstance(c.meaning, Weekday) or c.meaning == Shift("day", -1) for c in whole):
        return False  # who says "yesterday" and "on Friday" tells of their own time
    return len(years) >= 3 and sum(abs(y - dct.year) > 1 for y in years) * 3 > len(years) * 2


def _can_lead(value: str) -> bool:
    """Whether later words can lean on this date: "that day", "the same year"."""
    return not value.startswith("-") and "X" not in value and edtf.precision(value) is not edtf.Precision.OPEN


def _tense_of(tokens: Tokens, words: Vocabulary, candidate: Candidate):  # type: ignore[no-untyped-def]
    return lambda: tense.of(tokens, words, candidate.first, candidate.last)


def _expression(tokens: Tokens, candidate: Candidate, answer: Answer) -> TimeExpression:
    start, end = tokens.starts[candidate.first], tokens.starts[candidate.last + 1]
    last = tokens.parts[candidate.last]
    if last.lower() in ("г", "гг", "р", "рр") and tokens.text[end : end + 1] == ".":
        end += 1
    return TimeExpression(
        Span(start, end), tokens.text[start:end], answer.value, answer.basis, candidate.rule, answer.reckoned_from
    )


_ = (Basis, Range)
