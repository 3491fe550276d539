"""Weekdays: on Friday, last Friday, the night from Thursday to Friday."""

from __future__ import annotations

from ..meaning import Made, Range, Weekday
from ..words import Words

_COUNTING_REACH = 24  # words before a weekday in which "the first" makes it "the second"


def _weekday(words: Words) -> Made:
    weekday = words.number("w", "wd", "wdish") or words.number("w1", "wd", "wdish")
    group = "r" if words.has("r") else "r1"
    count = words.number(group, "rel", "follow")
    if words.opens_next("r1"):
        return None
    if words.found.rule.name == "weekday" and _is_any(words):
        return None
    which = "w" if words.has("w") else "w1"
    if words.reading(which, "unit") is not None and len(words.all()) == 1 and (count is not None or _counted(words)):
        return None  # Romanian "luni" is Monday, and "months"
    if words.reading(which, "noun") == "in" and _inside(words):
        return None  # Russian «в политической среде»: in an environment
    then = count is not None and words.reading(group, "rel") is None
    return None if weekday is None else Weekday(weekday, count, then=then)


def _is_any(words: Words) -> bool:
    """Whether no certain day is meant: "on a Friday", Spanish "los lunes", French "le lundi"."""
    before, vocabulary = words.before(), words.vocabulary
    if vocabulary.reading(before, "habitual") is not None:
        return True
    noun_follows = "attributive" in vocabulary.flags and words.after() != ""  # "a Friday deadline"
    return vocabulary.reading(before, "a") is not None and not noun_follows and not _after_pronoun(words)


def _after_pronoun(words: Words) -> bool:
    """Whether the word before is tied to one more: Romanian "achitat-o miercuri" is her, not a."""
    first = words.start + words.found.first
    return first > 2 and words.tokens.parts[first - 3] == "-"


def _weekday_short(words: Words) -> Made:
    """Portuguese "na terça": a weekday, unless something is the third ("na terça parte") or others were counted."""
    first = words.start + words.found.first
    earlier = words.tokens.parts[max(first - 2 * _COUNTING_REACH, 1 - first % 2) : first - 2]
    if any(words.vocabulary.reading(w, "ord") == "1" for w in earlier if w):
        return None
    introduced = words.vocabulary.reading(words.before(), "wdon") is not None or _of_daypart(words)
    after = words.after()
    named = not after or any(words.vocabulary.reading(after, n) is not None for n in ("the", "afterevent"))
    weekday = words.number("w", "wdish")
    return Weekday(weekday) if weekday is not None and introduced and (named or len(words.all()) > 1) else None


def _of_daypart(words: Words) -> bool:
    """Whether "the night of" stands before: Portuguese "na noite de segunda"."""
    first, reading = words.start + words.found.first, words.vocabulary.reading
    earlier = words.tokens.parts[first - 4] if first > 4 else ""
    return reading(words.before(), "of") is not None and reading(earlier, "dpart") is not None


def _night_between(words: Words) -> Made:
    """The night from one weekday to the next: «в ночь с четверга на пятницу»."""
    evening, morning = words.number("w", "wd", "wdish"), words.number("w1", "wd", "wdish")
    if evening is None or morning is None or evening % 7 + 1 != morning:
        return None
    return Range(Weekday(evening), Weekday(morning))


def _counted(words: Words) -> bool:
    """Whether a number or "some" stands before ("luni", "de luni"), or "on end" after."""
    before, vocabulary = words.before(), words.vocabulary
    first = words.start + words.found.first
    if _after_pronoun(words):
        return False
    if vocabulary.reading(before, "of") is not None and first > 4:
        before = words.tokens.parts[first - 4]  # "24 de luni"
    amount = before.isdigit() or any(vocabulary.reading(before, n) is not None for n in ("card", "quant", "num"))
    return amount or vocabulary.reading(words.after(), "lasting") is not None or _of_units(words)


def _of_units(words: Words) -> bool:
    """Whether "of" and a unit follow: Romanian "luni de zile", months on end."""
    last = words.start + words.found.last
    after, vocabulary = words.tokens.parts[last + 2 : last + 5 : 2], words.vocabulary
    return (
        len(after) == 2
        and vocabulary.reading(after[0], "of") is not None
        and vocabulary.reading(after[1], "unit") is not None
    )


def _inside(words: Words) -> bool:
    """Whether "in" stands before, or one word before that."""
    first = words.start + words.found.first
    nearest = words.tokens.parts[max(first - 4, 1) : first : 2]
    return any(words.vocabulary.reading(word, "inside") is not None for word in nearest)


def _weekday_of_week(words: Words) -> Made:
    weekday = words.number("w", "wd", "wdish")
    count = words.number("r" if words.has("r") else "r1", "rel", "follow")
    return None if weekday is None or count is None else Weekday(weekday, week=count)


BUILDERS = {
    "weekday": _weekday,
    "weekday_short": _weekday_short,
    "night_between": _night_between,
    "weekday_of_week": _weekday_of_week,
}
