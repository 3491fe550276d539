"""From single candidates to whole expressions: ranges, borrowed months and years, open ends, approximation, extent."""

from __future__ import annotations

from dataclasses import replace

from .beside import after_its_year, its_weekday, month_of_year_ago, one_day
from .letters import Letters, letters_of
from .meaning import Calendar, Candidate, Meaning, Range, Shift, Weekday
from .opening import opened
from .tokens import Tokens
from .vocabulary import Vocabulary


def combine(candidates: list[Candidate], tokens: Tokens, words: Vocabulary) -> list[Candidate]:
    """The candidates, in order of place and not overlapping, with ranges made one and single ones completed."""
    marks = letters_of(words.language)
    made: list[Candidate] = []
    for candidate in candidates:
        if made and (joined := _joined(made[-1], candidate, tokens, marks, words)):
            made.pop()
            made.extend(joined)
        else:
            made.append(candidate)
    whole: list[Candidate] = []
    for candidate in made:
        named = _names_a_document(candidate, tokens, marks, words) or _names_a_street(candidate, tokens, words)
        if not named and not _is_set(candidate, tokens, marks):
            floor = whole[-1].last + 1 if whole else 0
            whole.append(opened(_extended(candidate, tokens, marks, floor), tokens, marks, words))
    return whole


def _is_set(candidate: Candidate, tokens: Tokens, marks: Letters) -> bool:
    """Whether it is each of many: "every Monday"."""
    return candidate.first > 2 and tokens.letters[candidate.first - 2] in marks.every


def _names_a_document(candidate: Candidate, tokens: Tokens, marks: Letters, words: Vocabulary) -> bool:
    """Whether the date belongs to the name of a law or an order: «Закон № 190 от 2007 года»."""
    parts, i = tokens.parts, candidate.first
    if i < 5 or not parts[i - 4][:1].isdigit() or tokens.letters[i - 2] not in marks.of + marks.start:
        return False
    return "№" in parts[i - 5] or (i > 5 and words.reading(parts[i - 6], "number") is not None)


def _names_a_street(candidate: Candidate, tokens: Tokens, words: Vocabulary) -> bool:
    """Whether the day is the name of a street: «ул. 31 Августа», „ulica 3 Maja”, "Rua 25 de Abril"."""
    i = candidate.first
    beside = i > 2 and tokens.parts[i - 1].strip() in ("", ".")
    return beside and words.reading(tokens.parts[i - 2], "street") is not None


def _joined(a: Candidate, b: Candidate, tokens: Tokens, marks: Letters, words: Vocabulary) -> list[Candidate] | None:
    """Two neighbours as one range, or as two dates of which the first borrows from the second; None where neither."""
    if one_day(a, b, tokens):
        return [replace(b, first=a.first)]
    if its_weekday(a, b, tokens):
        return [replace(a, last=b.last)]
    if dated := month_of_year_ago(a, b, tokens, words):
        return [dated]
    if dated := after_its_year(a, b, tokens, words):
        return [a, dated]
    if b.first - a.last > 6 or isinstance(a.meaning, Range) or isinstance(b.meaning, Range):
        return None
    between = tokens.letters[a.last + 1 : b.first]
    if between[:1] in ("·", ".") and tokens.letters[a.last] in marks.year:
        between = " " + between[1:]  # «з 1648 р. до 1657 р.»: the full stop ends a word, not a sentence
    meaning = _borrowed(a.meaning, b.meaning)
    start = _introduction(a, tokens, marks)
    paired = start != "" and start in marks.between
    if _is_range(a, b, between, paired, tokens, marks) and _same_kind(meaning, b.meaning):
        adjacent = start != "" and tokens.letters[a.first - 2 : a.first] in (start + " ", start + "'")
        first = a.first - 2 if adjacent else a.first
        return [Candidate(first, b.last, f"{b.rule}-range", Range(meaning, _completed(meaning, b.meaning)))]
    if between[:1] in (" ", ",") and between[1:2] in marks.conj and _plain(between[2:], marks):
        return [replace(a, meaning=meaning), b] if meaning != a.meaning else None
    return None


def _introduction(a: Candidate, tokens: Tokens, marks: Letters) -> str:
    """The letter of "from" or "between" before a date (an article may stand in between); "" where there is none."""
    start = tokens.letters[a.first - 2] if a.first >= 2 else ""
    if start and start in marks.the and start not in marks.start + marks.between and a.first >= 4:
        start = tokens.letters[a.first - 4]
    return start if start and start in marks.start + marks.between else ""


def _is_range(a: Candidate, b: Candidate, between: str, paired: bool, tokens: Tokens, marks: Letters) -> bool:
    """Whether what stands between two dates makes them a range; `paired` where "between" stands before them."""
    if between in ("-", "–"):
        return not isinstance(b.meaning, Shift) or b.rule != "relative-unit"  # "3 November – the last day to vote"
    if between == "/":  # the season 2022/2023
        years = [m.year for m in (a.meaning, b.meaning) if isinstance(m, Calendar) and m.month is None]
        return len(years) == 2 and None not in years
    if between in (" ", ",") and tokens.letters[b.first] in marks.to and tokens.letters[b.first] in marks.the:
        return True  # "de 1990 a 1995": the article is the preposition
    joint = between[1:2]
    if not joint or not _plain(between[2:], marks) or between[0] not in (" ", "'", *marks.dots):
        return False
    return joint in marks.conj if paired and joint in marks.conj else joint in marks.to and joint not in marks.conj


def _plain(letters: str, marks: Letters) -> bool:
    """Whether nothing but spaces, articles and prepositions is left."""
    return all(c in " '" or c in marks.the or c in marks.of or c in marks.part for c in letters)


def _same_kind(a: Meaning, b: Meaning) -> bool:
    if isinstance(a, Calendar) and isinstance(b, Calendar):
        return (a.day is None) == (b.day is None) or a.month is not None
    if isinstance(a, Shift) and isinstance(b, Shift):
        return a.unit == b.unit
    return type(a) is type(b) or any(isinstance(m, Shift) and m.unit == "day" for m in (a, b))


def _borrowed(a: Meaning, b: Meaning) -> Meaning:
    """`a` with the year that `b` has and it lacks: 13 July to 15 July 2024."""
    if (
        isinstance(a, Calendar)
        and isinstance(b, Calendar)
        and a.year is None
        and a.shift is None
        and (a.month or a.part)
    ):
        return replace(a, year=b.year, shift=b.shift if b.year is None else None) if b.month or b.part else a
    return a


def _completed(a: Meaning, b: Meaning) -> Meaning:
    """`b` with the year that only `a` has: December 2020 to March is left open, March 2020 to May is not."""
    if (
        isinstance(a, Calendar)
        and isinstance(b, Calendar)
        and b.year is None
        and b.shift is None
        and b.month
        and a.month
    ):
        later = (b.month, b.day or 0) >= (a.month, a.day or 0)
        if a.year is not None:
            return replace(b, year=a.year if later else a.year + 1)
    return b


def _extended(candidate: Candidate, tokens: Tokens, marks: Letters, floor: int) -> Candidate:
    """The expression with what belongs to it: "early" before, "morning" after."""
    first, last, letters = candidate.first, candidate.last, tokens.letters
    if not isinstance(candidate.meaning, Range) and letters[first] in marks.the and letters[first] in marks.joined:
        first += 2  # an article that is a preposition too: Italian "nel", Portuguese "no"
    i = first
    while (
        i >= 3
        and letters[i - 1] in " '"
        and letters[i - 2] in marks.the + marks.of
        and letters[i - 2] not in marks.part
    ):
        i -= 2
    if first - 4 > floor and letters[first - 2] in marks.nightto and letters[first - 4] in marks.daypart:
        first -= 4  # «ночь на 4 сентября»
    elif i - 2 > floor and letters[i - 1] in " -'" and letters[i - 2] in marks.part:
        first = i - 2
        if first >= 3 and letters[first - 1] in " '" and letters[first - 2] in marks.the:
            first -= 2
    if (
        _takes_daypart(candidate.meaning)
        and last + 2 < len(letters)
        and letters[last + 1] in " ,"
        and letters[last + 2] in marks.daypart
    ):
        last += 2 if letters[last + 1] == " " else 0
    if first == candidate.first and last == candidate.last:
        return candidate
    return replace(candidate, first=first, last=last)


def _takes_daypart(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.day is not None
    return isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.unit == "day")
