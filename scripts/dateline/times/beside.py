"""Two dates side by side that are one: "today, 17 July", "three years ago in May"."""

from __future__ import annotations

from dataclasses import replace

from .meaning import Calendar, Candidate, Shift
from .tokens import Tokens
from .vocabulary import Vocabulary


def one_day(a: Candidate, b: Candidate, tokens: Tokens) -> bool:
    """Whether a word names the day that a date then gives: "today, 17 July"."""
    dated = isinstance(b.meaning, Calendar) and b.meaning.day is not None and b.meaning.month is not None
    return _is_word(a) and dated and tokens.letters[a.last + 1 : b.first] in (",", "–")


def its_weekday(a: Candidate, b: Candidate, tokens: Tokens) -> bool:
    """Whether a weekday only bears out the word before it: "ayer domingo", "heute, Montag"."""
    return _is_word(a) and b.rule == "weekday" and tokens.letters[a.last + 1 : b.first] in (" ", ",")


def _is_word(a: Candidate) -> bool:
    return isinstance(a.meaning, Shift) and a.meaning.unit == "day" and a.rule == "relative-word"


def month_of_year_ago(a: Candidate, b: Candidate, tokens: Tokens, words: Vocabulary) -> Candidate | None:
    """A month or day beside a year that is reckoned, as one: "three years ago in May", "in May three years ago"."""
    between = tokens.letters[a.last + 1 : b.first]
    first = isinstance(a.meaning, Shift)
    year, dated = (a, b) if first else (b, a)
    inside = between[:-2] in (" ", ",") and between[-1:] == " " and between[-2:-1] in words.having("in", "on", "during")
    if year.rule != "ago" or not (between == " " or (first and inside)):
        return None
    if not isinstance(year.meaning, Shift) or (year.meaning.unit, year.meaning.anchor) != ("year", "document"):
        return None
    date = dated.meaning
    if not isinstance(date, Calendar) or date.month is None or date.year is not None or date.shift is not None:
        return None
    return Candidate(a.first, b.last, f"{dated.rule}-ago", replace(date, shift=year.meaning))


def after_its_year(a: Candidate, b: Candidate, tokens: Tokens, words: Vocabulary) -> Candidate | None:
    """A month or day after its year and a comma, with that year: "in 2003, in May", "the next year, on 4 June"."""
    between, date = tokens.letters[a.last + 1 : b.first], b.meaning
    if between[:1] != "," or between[2:] != " " or between[1] not in words.having("in", "on", "during"):
        return None
    if not isinstance(date, Calendar) or date.month is None or date.year is not None or date.shift is not None:
        return None
    match a.meaning:
        case Calendar(year=year, month=None, part="") if a.rule == "year":
            return replace(b, meaning=replace(date, year=year))
        case Shift(unit="year", anchor="context"):
            return replace(b, meaning=replace(date, shift=Shift("year", 0, "context")))
    return None
