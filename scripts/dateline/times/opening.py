"""Open ends: dates after "since", "until" and "about"."""

from __future__ import annotations

from dataclasses import replace

from . import tense
from .letters import Letters
from .meaning import About, Absolute, Calendar, Candidate, Meaning, Nth, Range, Shift, Weekday
from .resolve import Tense
from .tokens import Tokens
from .vocabulary import Vocabulary


def opened(candidate: Candidate, tokens: Tokens, marks: Letters, words: Vocabulary) -> Candidate:
    """The candidate as an open interval or as approximate, where "since", "until" or "about" stands before it."""
    if isinstance(candidate.meaning, Range) or candidate.first < 3:
        return candidate
    i = candidate.first
    letters = tokens.letters
    if letters[i - 1] in " '" and letters[i - 2] in marks.the and letters[i - 2] not in marks.since and i >= 5:
        i -= 2  # Italian "dal" is an article, and "since"
    if letters[i - 1] not in " '":
        return candidate
    before = letters[i - 2]
    if isinstance(candidate.meaning, Weekday) and (read := _led_in(candidate, tokens, words)):
        return read
    if before in marks.since:
        return candidate if _compares(candidate, tokens, words) else _since(candidate, tokens, words)
    if before in marks.about and isinstance(candidate.meaning, Calendar | Absolute):
        return replace(candidate, meaning=About(candidate.meaning), rule=f"{candidate.rule}-about")
    if (
        before in marks.until
        and isinstance(candidate.meaning, Weekday)
        and _opens_past(candidate, tokens, words, i - 2)
    ):
        gone = replace(candidate.meaning, count=-1)  # "Until Friday, they had": it opens what is told
        return replace(candidate, meaning=Range(None, gone), rule=f"{candidate.rule}-until")
    if before in marks.until and _can_open(candidate.meaning):
        return replace(candidate, meaning=Range(None, candidate.meaning), rule=f"{candidate.rule}-until")
    return candidate


def _opens_past(candidate: Candidate, tokens: Tokens, words: Vocabulary, place: int) -> bool:
    """Whether the word at `place` begins a sentence that speaks of the past."""
    if not tokens.parts[place][:1].isupper():
        return False
    return tense.of(tokens, words, candidate.first, candidate.last) is Tense.PAST


def _led_in(candidate: Candidate, tokens: Tokens, words: Vocabulary) -> Candidate | None:
    """A bare weekday after a word that looks ahead ("a strike for Friday"), or that only in its place means "since":
    Romanian "De luni, …", "crește de marți"; None elsewhere."""
    meaning, i = candidate.meaning, candidate.first
    if not isinstance(meaning, Weekday) or meaning != Weekday(meaning.weekday):
        return None
    earlier = tokens.parts[i - 4] if i > 4 else ""
    if tense.is_listed(words, "appointed", tokens.parts[i - 2]) and not tense.is_listed(words, "as_of", earlier):
        return replace(candidate, meaning=replace(meaning, ahead=True))
    if not tense.is_listed(words, "opens_since", tokens.parts[i - 2]):
        return None
    opens = tokens.parts[i - 2][0].isupper() or tense.is_listed(words, "scheduled", earlier)
    return _since(candidate, tokens, words) if opens else None


def _since(candidate: Candidate, tokens: Tokens, words: Vocabulary) -> Candidate:
    meaning = candidate.meaning
    if candidate.rule == "part-of-period" and isinstance(meaning, Shift):
        start = Weekday(1, week=0) if meaning.unit == "week" else Nth(1, "day", Calendar(shift=meaning))
        return replace(candidate, meaning=Range(start, Shift("day", 0)), rule="period-to-date")
    if tense.is_punctual(tokens, words, candidate.first, candidate.last) or not _can_open(meaning):
        return candidate
    if isinstance(meaning, Weekday) and meaning.count is None:
        meaning = replace(meaning, ahead=_looks_ahead(candidate, tokens, words))
    return replace(candidate, meaning=Range(meaning, None), rule=f"{candidate.rule}-since")


def _looks_ahead(candidate: Candidate, tokens: Tokens, words: Vocabulary) -> bool:
    """Whether "from Monday on" is yet to come: by its tense; without one only after words that mean nothing else."""
    told, before = tense.of(tokens, words, candidate.first, candidate.last), tokens.parts[candidate.first - 2]
    if tense.is_listed(words, "onward", before):
        return told is not Tense.PAST
    return told is Tense.FUTURE and tense.is_listed(words, "since_or_from", before)


def _compares(candidate: Candidate, tokens: Tokens, words: Vocabulary) -> bool:
    """Whether the word before it means "with", as its case tells: "с прошлым годом"."""
    return any(words.reading(word, "with") for word in tokens.parts[candidate.first : candidate.last + 1])


def _can_open(meaning: Meaning) -> bool:
    return not isinstance(meaning, Nth) or meaning.unit != "week"
