"""Why a date was read as it was: the trace that `dateline dates --text` prints, for a reader without the code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..model import Basis
from . import grammar, vocabulary
from .meaning import Candidate
from .reading import read
from .resolve import Answer
from .tokens import Tokens, cut
from .vocabulary import Vocabulary

_MOST_LOST = 4  # how many of the readings that lost are worth telling
_BASIS = {Basis.DOCUMENT: "the day of publication", Basis.CONTEXT: "the date named before"}


def report(text: str, dct: dt.date | None, language: str) -> str:
    """What was found in `text` and why, as lines of plain English."""
    words = vocabulary.of(language)
    tokens = cut(text, words)
    known = f"published on {dct.isoformat()}" if dct else "day of publication unknown"
    lines = [f"Language {language}, {known}."]
    for candidate, answer in read(tokens, words, dct):
        lines.extend(_told(candidate, answer, tokens, words))
    if len(lines) == 1:
        lines.append("No date found.")
    return "\n".join(lines) + "\n"


def _told(candidate: Candidate, answer: Answer | None, tokens: Tokens, words: Vocabulary) -> Iterator[str]:
    wording = tokens.wording(candidate.first, candidate.last)
    yield ""
    if answer is None:
        yield f"“{wording}” has no value."
        yield f"  rule      {candidate.rule}"
        yield "  because   nothing tells which day it is reckoned from, or the calendar has no such day"
    else:
        yield f"“{wording}” is {answer.value}"
        yield f"  rule      {candidate.rule}"
        if answer.basis is Basis.EXPLICIT:
            yield "  because   the words alone say so"
        else:
            yield f"  reckoned  from {answer.reckoned_from}, {_BASIS[answer.basis]}"
        if answer.why:
            yield f"  chosen    {answer.why}"
    for rule, less in _lost(candidate, tokens, words):
        reason = "shorter" if len(less) < len(wording) else "as long, but a later rule or no date here"
        yield f"  lost      {rule}: “{less}” ({reason})"


def _lost(candidate: Candidate, tokens: Tokens, words: Vocabulary) -> list[tuple[str, str]]:
    """Other rules that matched here, and what they matched: the longest come first and win."""
    lost: list[tuple[str, str]] = []
    for island in grammar.of(words.language).island.finditer(tokens.letters):
        if island.end() <= candidate.first or island.start() > candidate.last:
            continue
        for found in grammar.matches(words.language, island.group()):
            first, last = island.start() + found.first, island.start() + found.last
            other = found.rule.name, tokens.wording(first, last)
            if first <= candidate.last and candidate.first <= last and found.rule.name not in candidate.rule:
                lost.append(other)
    return list(dict.fromkeys(lost))[:_MOST_LOST]
