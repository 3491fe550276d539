"""Two dates side by side that are one: "today, 17 July", "three years ago in May"."""

from __future__ import annotations

from dataclasses import replace

from .meaning import Calendar, Candidate, Shift
from .tokens import Tokens
from .vocabulary import Vocabulary


def one_day(a: Candidate, b: Candidate, tokens: Tokens) -> bool:
    """Whether a word names the day that a date then gives: "today, 17 July"."""
    word = isinstance(a.meaning, Shift) and a.meaning.unit == "day" and a.rule == "relative-word"
    dated = isinstance(b.meaning, Calendar) and b.meaning.day is not None and b.meaning.month is not None
    return word and dated and tokens.letters[a.last + 1 : b.first] in (",", "–")


def month_of_year_ago(a: Candidate, b: Candidate, tokens: Tokens, words: Vocabulary) -> Candidate | None:
    """A month or day beside a year that is reckoned, as one: "three years ago in May", "in May three years ago"."""
    between = tokens.letters[a.last + 1 : b.first]
    first = isinstance(a.meaning, Shift)
    year, dated = (a, b) if first else (b, a)
    inside = between[:-2] in (" ", ",") and between[-1:] == " " and between[-2:-1] in words.having("in", "on")
    if year.rule != "ago" or not (between == " " or (first and inside)):
        return None
    if not isinstance(year.meaning, Shift) or (year.meaning.unit, year.meaning.anchor) != ("year", "document"):
        return None
    date = dated.meaning
    if not isinstance(date, Calendar) or date.month is None or date.year is not None or date.shift is not None:
        return None
    return Candidate(a.first, b.last, f"{dated.rule}-ago", replace(date, shift=year.meaning))
