"""More than a year: decades, centuries, eras."""

from __future__ import annotations

from ... import edtf
from ..meaning import Absolute, Candidate, Made
from ..words import Words


def _era_year(words: Words) -> Made:
    number = words.number("n", "num") or words.number("n2", "num")
    era = words.reading("era", "era") or words.reading("era2", "era")
    if not number:
        return None
    return Absolute(edtf.of_year(number if era == "ad" else 1 - number))


def _decade(words: Words) -> Made:
    number = words.number("n", "n4", "n2") or words.number("n1", "n4", "n2", "decade") or words.number("wrd", "decade")
    if number is None or number % 10 or words.vocabulary.reading(words.after(), "counted") is not None:
        return None
    if words.has("wrd") and words.reading("wrd", "card") is not None and not _ten_years(words):
        return None
    if "the-period" in words.vocabulary.flags and number < 100 and words.has("n"):
        marked = words.vocabulary.reading(words.all()[0], "the") is not None or words.gap_before().endswith("'")
        if not marked:
            return None  # "in his 30s"
    if number < 1000:
        century = words.number("c", "n31", "roman", "ord") or words.number("c1", "roman")
        number += (century - 1) * 100 if century else 1900 if number >= 20 else 2000
    year = number
    return Absolute(f"{year // 10}X")


def _ten_years(words: Words) -> bool:
    """Whether a word that counts as well is a decade: «los noventa», but not «los noventa detenidos»."""
    introduced = words.vocabulary.reading(words.all()[0], "the") is not None
    following = words.after()
    counted = following.islower() and len(following) > 3
    return introduced and not counted and words.vocabulary.reading(following, "and") is None


def _century(words: Words) -> Made:
    number = words.number("c", "n31", "roman", "ord") or words.number("c1", "roman")
    if number is None or not 1 <= number <= 30:
        return None
    if _is_preposition(words):
        return None
    if words.reading("era", "era") not in (None, "ad"):
        return Absolute(f"-{number - 1:02d}XX" if number > 1 else "-0099/0000")
    return Absolute(f"{number - 1:02d}XX")


def _century_range(words: Words) -> Made:
    if (pair := _two_centuries(words)) is None:
        return None
    first, last = pair
    return Absolute(f"{edtf.of_year(first * 100 - 100)}/{edtf.of_year(last * 100 - 1)}")


def _century_list(words: Words) -> Made:
    """Two centuries that share a word, each by itself: «XIX и XX веков»."""
    if (pair := _two_centuries(words)) is None:
        return None
    first, last = words.start + words.found.first, words.start + words.found.last
    start, end = words.span("c2" if words.has("c2") else "b")[0], words.span("c" if words.has("c") else "a")[1]
    name = words.found.rule.name
    return (
        Candidate(first, end, name, Absolute(f"{pair[0] - 1:02d}XX")),
        Candidate(start, last, name, Absolute(f"{pair[1] - 1:02d}XX")),
    )


def _century_name(words: Words) -> Made:
    """Italian centuries by their hundreds: "nell'Ottocento", "del '900"."""
    hundreds, rest = divmod(words.number("h", "n3") or 0, 100)
    hundreds = words.number("w", "cent") or hundreds
    if rest or hundreds not in range(2, 10) or words.vocabulary.reading(words.after(), "counted") is not None:
        return None
    return Absolute(f"{10 + hundreds}XX")


def _is_preposition(words: Words) -> bool:
    """Whether the abbreviation of "century" is the preposition instead: „Jan Paweł II w Krakowie”, «20-22 в»."""
    abbreviated = words.vocabulary.reading(words.all()[-1], "cw") is not None
    return abbreviated and "dot-century" in words.vocabulary.flags and not words.gap_after().startswith(".")


def _two_centuries(words: Words) -> tuple[int, int] | None:
    """The numbers of two centuries in order of time, else None."""
    if _is_preposition(words):
        return None
    groups = ("c", "c2") if words.has("c2") else ("a", "b")
    first, last = (words.number(group, "n31", "roman", "ord") for group in groups)
    return (first, last) if first is not None and last is not None and 1 <= first < last <= 30 else None


BUILDERS = {
    "era_year": _era_year,
    "decade": _decade,
    "century": _century,
    "century_range": _century_range,
    "century_list": _century_list,
    "century_name": _century_name,
}
