"""Years in digits and words; and which digits are none."""

from __future__ import annotations

import re
from dataclasses import replace

from ... import edtf
from ..clocks import is_clock
from ..meaning import Absolute, Calendar, Made, Range, Shift
from ..tokens import Tokens
from ..words import Words, short_year, spelled, year_named
from .days import as_listed, calendar, items

_DASHES = ("-", "–", "—")
_STILL_TO_COME = 2030  # a year that goes by two digits has been
_SIGNS_BEFORE, _SIGNS_AFTER = "#№$€£+=@_§~", "%€$£°_"
# Symbols of units in all languages, but those that are words of one ("ha", "l", "г").
_UNITS = frozenset(
    {"mm", "cm", "m", "km", "kg", "kW", "MW", "GW", "TW", "kWh", "MWh", "GWh", "Hz", "MHz", "GHz", "hPa"}
    | {"мм", "см", "м", "км", "кг", "кВт", "МВт", "ГВт", "кВтч"}
)
_BRACKETED = re.compile(r"\((\d+)\)")
_NEAR = 80  # code points around a bracketed number in which others are looked for


def _year_only(words: Words) -> Made:
    year, _ = year_named(words, "y")
    if year is None:
        return None
    listed = words.words("y")
    if words.vocabulary.reading(listed[-1], "years") is not None and words.gap_before().strip(" ") not in _DASHES:
        return None  # «2000 лет» is a duration; «1918–1921 років» are years
    marked = any(not word.isdigit() for word in listed)
    return Calendar(year) if marked or _is_plausible(words, year) else None


def _is_plausible(words: Words, year: int) -> bool:
    """Whether four bare digits are a year: what stands around them decides, and how near they are to our time."""
    tokens, vocabulary = words.tokens, words.vocabulary
    first, last = words.start + words.found.first, words.start + words.found.last
    if _in_a_number(tokens, first, last) or _counts_something(words, first, last):
        return False
    if is_clock(tokens.text, tokens.starts[first], tokens.starts[last + 1]):
        return False
    if _in_a_tally(tokens.text, tokens.starts[first], tokens.starts[last + 1]):
        return False
    before, after = tokens.parts[first - 1], tokens.parts[last + 1]
    word = tokens.parts[first - 2] if first > 1 else ""
    spaced = before == " " or (before == "'" and vocabulary.reading(word, "of") is None)
    if word and not before and vocabulary.reading(word, "in") is None:
        return False  # run together with the word before: «всего1951избиратель»
    if vocabulary.reading(word, "in") is not None and spaced:
        return 1000 <= year <= 2100
    if "bare-year" in vocabulary.flags and 1100 <= year <= 2049 and spaced:
        return year >= 1900 or year % 50 != 0 or not words.after()[:1].isupper()
    if _other_year_follows(tokens, last):
        return 1000 <= year <= 2100
    if not 1900 <= year <= 2049:
        return (before.endswith("(") and not after.isspace()) or after.startswith(")")
    named = word[:1].isupper() and spaced and word[1:].islower() and vocabulary.letters.get(word) is None
    return not named or after.startswith(")")


def _counts_something(words: Words, first: int, last: int) -> bool:
    """Whether the digits are an amount or the number of something: $1990, 2000 people, No. 1990."""
    tokens, vocabulary = words.tokens, words.vocabulary
    before, after = tokens.parts[first - 1], tokens.parts[last + 1]
    if (before and before[-1] in _SIGNS_BEFORE) or (after and after[0] in _SIGNS_AFTER):
        return True
    word = tokens.parts[first - 2] if first > 1 else ""
    if vocabulary.reading(word, "number") is not None and before.strip() in ("", "."):
        return True
    following = tokens.parts[last + 2] if last + 2 < len(tokens.parts) and after.isspace() else ""
    number = word if tokens.letters[first - 1] in "-–" and word.isdigit() else tokens.parts[last]  # 1500-2000
    return _is_counted(words, following, number) or _amount_follows(words, last)


def _in_a_tally(text: str, start: int, end: int) -> bool:
    """Whether a bracketed number is one of several that can't all be years: "in Peru (1463) and Portugal (846)"."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return False
    near = _BRACKETED.findall(text, max(0, start - _NEAR), end + _NEAR)
    return not all(len(number) == 4 and int(number) <= 2100 for number in near)


def _is_counted(words: Words, following: str, number: str) -> bool:
    """Whether a number counts the word after it: one that is often counted, or one in a case of many after a number
    that is hardly a year («в 1305 школах»)."""
    vocabulary = words.vocabulary
    if following.rstrip("²³") in _UNITS or vocabulary.reading(following, "counted") is not None:
        return True
    many = following.islower() and following.endswith(vocabulary.counted_endings)
    return many and vocabulary.letters.get(following) is None and number.isdigit() and not 1900 <= int(number) <= 2049


def _other_year_follows(tokens: Tokens, last: int) -> bool:
    """Whether the digits begin a range of years: 1914-1918."""
    ahead = tokens.parts[last + 2] if last + 2 < len(tokens.parts) and tokens.letters[last + 1] in "-–" else ""
    return len(ahead) == 4 and ahead.isdigit()


def _amount_follows(words: Words, last: int) -> bool:
    """Whether the digits count something after all: "1450 to 1850 marks", "2000 in the year 2011"."""
    tokens, vocabulary = words.tokens, words.vocabulary
    ahead = tokens.parts[last + 2 : last + 8 : 2]
    if not ahead or tokens.letters[last + 1] not in " -–":
        return False
    if ahead[0].isdigit() and len(ahead) > 1:  # 1450-1850 marks
        return len(ahead[0]) == 4 and _is_counted(words, ahead[1], tokens.parts[last])
    joined = vocabulary.reading(ahead[0], "to") is not None or vocabulary.reading(ahead[0], "and") is not None
    if joined and len(ahead) > 2 and ahead[1].isdigit():
        return vocabulary.reading(ahead[2], "counted") is not None
    in_year = vocabulary.reading(ahead[0], "of") is not None and len(ahead) > 1
    return in_year and any(vocabulary.reading(w, "unit") == "year" for w in ahead[1:3])


def _in_a_number(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the digits are part of a longer figure: a decimal, a phone number, a score."""
    before, after = tokens.parts[first - 1], tokens.parts[last + 1]
    left = tokens.parts[first - 2] if first > 1 else ""
    right = tokens.parts[last + 2] if last + 2 < len(tokens.parts) else ""
    if (before == " " and left.isdigit()) or (after == " " and right.isdigit() and len(right) > 3):
        return True
    if before in (".", ",", ":", "-", "/", "_") and left[:1].isdigit() and len(left) != 4:
        return True
    return after in (".", ",", ":", "-", "/") and right[:1].isdigit() and len(right) != 4


def _year_list(words: Words) -> Made:
    meanings = []
    for start, end, joint in items(words, "list"):
        year = words.tokens.parts[start + (start + 1) % 2]
        meanings.append((start + (start + 1) % 2, end, joint, Calendar(int(year))))
    return as_listed(words, meanings)


def _short_years(words: Words) -> Made:
    year, short = words.number("y", "n4") or 0, words.number("b", "n2") or 0
    last = year // 100 * 100 + short
    if last <= year:
        return None
    return Range(Calendar(year), Calendar(last)) if 1000 <= year <= 2100 else None


def _year_words(words: Words) -> Made:
    year, _ = year_named(words, "y", "y3")
    if year is None and words.reading("y", "mil"):
        year = spelled(words.words("y"), words.vocabulary)
    return Calendar(year) if year is not None and 1100 <= year <= 2100 else None


def _early_year(words: Words) -> Made:
    """ "In the year 711"; not "365 years", nor "of this year 711 were counted"."""
    before, vocabulary = words.before(), words.vocabulary
    said = vocabulary.reading(before, "in") is not None and vocabulary.reading(before, "lasting") is None
    if words.has("u") and not said:
        return None
    if any(vocabulary.reading(word, "plural") is not None for word in words.all()):
        return None
    year = words.number("n", "n3") or words.number("n3", "n3")
    if year is None or _is_counted(words, words.after(), str(year)):
        return None
    return Absolute(edtf.of_year(year))


def _suffix_year(words: Words) -> Made:
    """Two digits that their ending makes a year: «в 37-м году», «в марте 44-го»; not «на 83-м году жизни»."""
    beside = (words.before(), words.after())
    if any(words.vocabulary.reading(word, "age") is not None for word in beside) or words.run_together():
        return None
    if words.vocabulary.reading(words.all()[-1], "plural") is not None:
        return None  # «50-е годы»
    if not words.has("m") and words.vocabulary.reading(beside[0], "in") is None:
        return None
    made = calendar(words) if words.has("m") else Calendar(short_year(words.number("y2", "n2") or 0))
    if isinstance(made, Calendar) and made.year is not None and made.year >= _STILL_TO_COME:
        return replace(made, year=made.year - 100)
    return made


def _apostrophe_year(words: Words) -> Made:
    short = words.number("y2", "n2")
    return (
        None
        if short is None or (short < 40 and "apostrophe" not in words.vocabulary.flags)
        else Calendar(short_year(short))
    )


def _the_year(words: Words) -> Made:
    """ "For the year" is the DCT's, unless the words that follow say which: "the year before", "the year he died"."""
    if words.reading("u", "plural") is not None:
        return None
    if len(words.all()) > 2:
        return Shift("year", 0)
    said = words.vocabulary.reading(words.before(), "during") is not None and not words.after()
    return Shift("year", 0) if said else None


BUILDERS = {
    "year": _year_only,
    "year_list": _year_list,
    "short_years": _short_years,
    "year_words": _year_words,
    "apostrophe_year": _apostrophe_year,
    "suffix_year": _suffix_year,
    "early_year": _early_year,
    "the_year": _the_year,
}
