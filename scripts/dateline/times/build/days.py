"""Days with a month, a weekday, or in a list; months in a list."""

from __future__ import annotations

from collections.abc import Iterator

from ... import edtf
from ..meaning import Calendar, Candidate, Made, Nth, Range, Shift
from ..words import Words, day_named, day_of, year_named
from .numeric import numeric_day


def calendar(words: Words) -> Made:
    """A date of a month and perhaps a year, a day, a weekday."""
    if words.found.rule.name == "month" and _titular(words):
        return None
    month = words.number("m", "month", "monthish", "monthday")
    day = day_named(words) if words.has("d") else None
    if (words.has("d") and day is None) or month is None:
        return None
    if day is None and words.before().isdigit() and len(words.before()) <= 2:
        return None  # the calendar has no such day: 31 February
    if words.has("y2s") and (words.reading("yu", "plural") is not None if words.has("yu") else _counts(words)):
        return None  # "8 March 37 years ago"
    year, shift = year_named(words, "y", "y2", "y2s")
    if any(map(words.has, ("y", "y2", "y2s"))) and year is None and shift is None:
        return None
    if day is not None and day > edtf.days_in_month(year or 2000, month):
        return None
    count = words.number("r", "rel") if words.has("r") else None
    if count == 0:
        shift = Shift("year", 0)
    if count is None and words.has("r") and (count := words.number("r", "follow")) is not None:
        shift = Shift("year", 0, "context")  # "el 17 de diciembre anterior"
    return Calendar(year, month, day, words.number("w", "wd", "wdish"), shift, nearest=count or 0)


def _counts(words: Words) -> bool:
    """Whether the number at the end goes on or counts something: "on 8 March 37 people", "40,000", "17:22"."""
    last = words.start + words.found.last
    gap, following = words.gap_after(), words.tokens.parts[last + 2 : last + 3]
    return bool(words.after()) or (gap in (".", ",", ":") and any(word[:1].isdigit() for word in following))


def _titular(words: Words) -> bool:
    """Whether a bare month is a name or a noun: "the March for Life", "May said"."""
    month, after = words.words("m")[0], words.after()
    if len(words.all()) > 1:
        return False  # "lunii mai", the month of May
    if words.vocabulary.reading(month, "noun") is None:
        return False
    if any(words.vocabulary.reading(words.before(), name) is not None for name in ("during", "part")):
        also = words.vocabulary.reading(month, "noun") == "adverb"  # Romanian "mai" is May, and "more"
        known = after in words.vocabulary.letters and words.vocabulary.reading(after, "quant") is None
        return also and after[:1].islower() and not known
    return (
        words.vocabulary.reading(month, "noun") in ("strict", "adverb")
        or words.vocabulary.reading(after, "of") is not None
    )


def _alone(words: Words) -> Made:
    return calendar(words) if words.alone() else None


def _weekday_day(words: Words) -> Made:
    day, weekday = day_named(words), words.number("w", "wd", "wdish")
    return None if day is None or weekday is None else Calendar(None, None, day, weekday)


def _weekday_bracket(words: Words) -> Made:
    """Portuguese "sexta-feira (14)": the day of the month in brackets bears the weekday out."""
    if not words.gap_after().startswith(")"):
        return None
    return numeric_day(words) if words.has("B") else _weekday_day(words)


def _day_alone(words: Words) -> Made:
    day = day_named(words)
    named = words.reading("d", "sfx") is not None and "month-first" in words.vocabulary.flags and not words.after()
    dated = any(words.vocabulary.reading(w, "unit") == "day" for w in words.words("x") or words.all()[:-1])
    dated = dated and "day-number" in words.vocabulary.flags and words.all()[-1].isdigit()
    if day is None:
        return None
    if words.alone() or named or dated:
        return Calendar(None, None, day)
    return Calendar(None, None, day, shift=Shift("month", 0, "month")) if _tells_on(words) else None


def _tells_on(words: Words) -> bool:
    """Whether a number behind an article alone may be a day of the month told of: "Cherbourg tomba le 26,"."""
    article, number = words.all()[-2], words.all()[-1]
    gap = words.gap_after()
    ends = gap[:1] in (",", ".", ";", ")") and gap[1:2] in ("", " ", "\n")
    return number.isdigit() and ends and words.vocabulary.reading(article, "date_article") is not None


def _day_range(words: Words) -> Made:
    to, month, vocabulary = words.words("to")[0], words.number("m", "month", "monthish", "monthday"), words.vocabulary
    if vocabulary.reading(to, "and") is not None and words.reading("fr", "between") is None:
        return None
    year, shift = year_named(words, "y")
    a, b = day_named(words, "a"), day_named(words)
    if a is None or b is None or month is None or a >= b or b > edtf.days_in_month(year or 2000, month):
        return None
    return Range(Calendar(year, month, a, shift=shift), Calendar(year, month, b, shift=shift))


def _day_of_month(words: Words) -> Made:
    day = day_named(words)
    count = words.number("mr", "rel")
    anchor = "document" if count is not None else "context"
    return None if day is None else Calendar(None, None, day, shift=Shift("month", count or 0, anchor))


def items(words: Words, group: str) -> Iterator[tuple[int, int, str]]:
    """The items of a list: first and last part, and what stands before each (a gap's letter or a word)."""
    first, last = words.span(group)
    joints = words.vocabulary.having("and")
    start, before = first, ""
    letters = words.tokens.letters
    for i in range(first, last + 1):
        if letters[i] in ",-–/" and not _inner(words, i):
            if start <= i - 1:
                yield start, i - 1, before
            start, before = i + 1, letters[i]
        elif letters[i] in joints:
            if start <= i - 2:
                yield start, i - 2, before
            start, before = i + 2, "&"
    yield start, last, before


def _inner(words: Words, i: int) -> bool:
    """Whether the dash at part `i` joins a number to its suffix ("1-го") or two words of one number."""
    if words.tokens.letters[i] != "-":
        return False
    after, before = words.tokens.parts[i + 1], words.tokens.parts[i - 1]
    return words.vocabulary.reading(after, "sfx") is not None and before.isdigit()


def as_listed(words: Words, meanings: list[tuple[int, int, str, Calendar]]) -> tuple[Candidate, ...]:
    """A list of dates: those joined by a dash are one range, the others stand for themselves."""
    first, last = words.start + words.found.first, words.start + words.found.last
    rule = words.found.rule.name
    made: list[Candidate] = []
    if len({m for *_, m in meanings}) < len(meanings):
        return ()  # "April, April!"
    for i, (start, end, joint, meaning) in enumerate(meanings):
        start = first if i == 0 else start
        end = last if i == len(meanings) - 1 else end
        if joint in ("-", "–") and made and isinstance(made[-1].meaning, Calendar):
            before = made.pop()
            made.append(Candidate(before.first, end, rule, Range(before.meaning, meaning)))
        else:
            made.append(Candidate(start, end, rule, meaning))
    return tuple(made)


def _day_list(words: Words) -> Made:
    month = words.number("m", "month", "monthish", "monthday")
    year, shift = year_named(words, "y")
    meanings = []
    for start, end, joint in items(words, "list"):
        listed = words.tokens.parts[start + (start + 1) % 2 : end + 1 : 2]
        day = day_of([w for w in listed if words.vocabulary.reading(w, "the") is None or w.isdigit()], words.vocabulary)
        if day is None or month is None or day > edtf.days_in_month(year or 2000, month):
            return None
        meanings.append((start + (start + 1) % 2, end, joint, Calendar(year, month, day, shift=shift)))
    return as_listed(words, meanings)


def _month_list(words: Words) -> Made:
    year, shift = year_named(words, "y")
    meanings = []
    for start, end, joint in items(words, "list"):
        names = words.tokens.parts[start + (start + 1) % 2 : end + 1 : 2]
        months = [m for w in names for n in ("month", "monthish", "monthday") if (m := words.vocabulary.reading(w, n))]
        if not months:
            return None
        meanings.append((start + (start + 1) % 2, end, joint, Calendar(year, int(months[0]), shift=shift)))
    return as_listed(words, meanings)


def _holiday(words: Words) -> Made:
    day = words.reading("h", "holiday") or ""
    year, shift = year_named(words, "y")
    nearest = words.number("r", "rel") or 0
    if not (words.has("y") or words.has("r")) and words.reading("h", "noun") is not None and not _is_feast(words):
        return None  # "Noël", "Natal" without more is as often a person or a town
    if day.startswith("easter"):
        return Calendar(year, shift=shift, part=f"E{day[6:]}", nearest=nearest)
    month, number = day.split("-")
    if "." in number:  # 11-4.4: the fourth Thursday of November
        ordinal, weekday = number.split(".")
        return Nth(int(ordinal), weekday, Calendar(year, int(month), shift=shift, nearest=nearest))
    return Calendar(year, int(month), int(number), shift=shift, nearest=nearest)


def _is_feast(words: Words) -> bool:
    """Whether a feast that is a name as well is the day: "à Noël", but not "à Noël Dupont"."""
    return words.vocabulary.reading(words.before(), "feast") is not None and not words.after()[:1].isupper()


BUILDERS = {
    "calendar": calendar,
    "alone": _alone,
    "weekday_day": _weekday_day,
    "weekday_bracket": _weekday_bracket,
    "day_of_month": _day_of_month,
    "day_list": _day_list,
    "month_list": _month_list,
    "day_alone": _day_alone,
    "day_range": _day_range,
    "holiday": _holiday,
}
