"""What is reckoned from another day: yesterday, last week, two years ago."""

from __future__ import annotations

from ..meaning import About, Made, Range, Same, Shift
from ..words import Words, spelled
from .eves import of_an_event

_ROUGH_YEARS = {"decade": 10, "century": 100}  # "a decade ago" is about ten years
# From the date named before: whatever follows ("later"), unless a genitive does, unless anything does ("after").
_FROM_CONTEXT = ("adverb", "of", "context")


def _one(words: Words) -> Made:
    introduced = any(words.vocabulary.reading(words.before(), name) is not None for name in ("the", "on"))
    if introduced and words.reading("one", "dpart") is not None:
        return None  # German "am Morgen" is in the morning, not tomorrow
    unit, count, *rest = (words.reading("one", "one") or "day:0").split(":")
    anchor = rest[0] if rest and rest[0] else "document"
    if anchor == "context" and _governs(words):
        return None  # "à la veille du scrutin": reckoned from what follows
    if anchor == "eve" and of_an_event(words):
        return None
    if words.reading("one", "part") is not None and words.after().isdigit():
        return None  # German "Jahresende 2024": the year that follows
    if unit == "year" and int(count) and "the-period" in words.vocabulary.flags:
        return Same(int(count), False)
    return Shift(unit, int(count), anchor)


def _governs(words: Words) -> bool:
    """Whether a genitive follows, which says what the words are reckoned from."""
    if words.vocabulary.having("genitive"):
        return words.vocabulary.reading(words.after(), "genitive") is not None
    return words.goes_on("afterevent")


def _relative(words: Words) -> Made:
    group, which = ("r", "u") if words.has("r") else ("r1", "u1")
    unit = words.reading(which, "unit")
    if words.opens_next("r1"):
        return None
    if words.reading(group, "hind") is not None:
        return _stands_behind(words, unit)
    several = words.reading(which, "plural") is not None and words.reading(group, "sing") is None
    if unit is None or (several and words.reading(which, "wd") is None):
        return None  # "in recent years" names none
    count, follow = words.number(group, "rel"), words.number(group, "follow")
    if unit in ("decade", "century") and words.reading(group, "span") is not None:
        return None  # "the past century" is a hundred years
    if all(w[:1].isupper() and w[1:].islower() for w in words.all()) and words.before() == "" and words.quoted():
        return None  # a title: "This Week"
    if unit == "24h":
        return Range(Shift("day", -1), Shift("day", 0)) if count == -1 else None
    if unit == "day" and words.has("r") and words.after().isdigit():
        return None  # Portuguese "no último dia 3": the last third of a month
    if count is not None and count == follow:
        return Shift(unit, count, "next")  # Polish „następny”: of the day told of, or of today
    if count == -1 and unit == "day":
        return None  # «последний день» is the last there is, and yesterday has a word of its own
    if count == 0 and unit == "day":
        return Shift("day", 0, "either")
    if count is not None:
        return Shift(unit, count)
    if (count := words.number(group, "that", "follow")) is not None:
        return Shift(unit, count, "context")
    return None


def _stands_behind(words: Words, unit: str | None) -> Made:
    """ "The day before" the one named before, but not "the day before the vote"."""
    count = words.number("r1", "hind")
    alone = words.vocabulary.reading(words.all()[0], "the") is not None and not words.after()
    return Shift(unit, count, "context") if alone and unit is not None and count is not None else None


def _ago(words: Words) -> Made:
    number, unit, back = ("n", "u", "back") if words.has("u") else ("n2", "u2", "back2")
    kind = words.reading(unit, "unit")
    if kind is None or (not words.has(number) and words.reading(unit, "single") is None):
        return None
    kind = "day" if kind == "24h" else kind
    count = _amount(words, number)
    said = words.reading(back, "ago", "agopre") or "document"
    anchor = "context" if said in _FROM_CONTEXT else said
    if anchor == "context" and words.vocabulary.reading(words.before(), "by") is not None:
        return None  # «на неделю раньше»: by a week
    if anchor == "context" and said != "adverb" and _governs(words):
        return None  # Italian "un mese prima di": before what comes next
    if kind in _ROUGH_YEARS and count is not None:
        return About(Shift("year", -count * _ROUGH_YEARS[kind], anchor))
    if kind == "year" and count == 1 and "the-period" in words.vocabulary.flags:
        return Same(-1, False)
    if count is None or count > 400 or _and_a_half(words):
        return None
    return _roughly(words, Shift(kind, -count, anchor))


def _and_a_half(words: Words) -> bool:
    """Whether half a unit more follows: "il y a deux ans et demi"."""
    last = words.start + words.found.last
    following = words.tokens.parts[last + 2 : last + 6 : 2]
    return len(following) == 2 and words.vocabulary.reading(following[1], "half") is not None


def _roughly(words: Words, shift: Shift) -> Made:
    """The shift, or about it: "vor gut zehn Jahren"."""
    return About(shift) if words.reading("about", "rough") == "about" else shift


def _amount(words: Words, group: str) -> int | None:
    if not words.has(group):
        return 1
    if words.reading(group, "a") is not None and words.reading(group, "card", "num") is None:
        return 1
    return spelled(words.words(group), words.vocabulary)


def _hence(words: Words) -> Made:
    number, unit = ("n", "u") if words.has("u") else ("n2", "u2")
    kind, count = words.reading(unit, "unit"), _amount(words, number)
    if kind is None or count is None or (not words.has(number) and words.reading(unit, "single") is None):
        return None
    if words.vocabulary.reading(words.after(), "afterevent") is not None:
        return None  # «через 12 лет после принятия» is not reckoned from today
    kind = "day" if kind == "24h" else kind
    if count > 400:
        return None
    said = words.reading("post", "hencepost") or "document"
    if said not in _FROM_CONTEXT:
        every_other = kind == "day" and not words.has(number)  # «через день»: every other day, but for a day told of
        return Shift(kind, count, "told" if every_other or words.reading("pre", "hence") == "told" else "ahead")
    if "later-of-then" in words.vocabulary.flags:
        return None if words.goes_on("afterevent") else Shift(kind, count, "context")
    if said != "adverb" and _hangs(words, said):
        return None
    if kind in _ROUGH_YEARS:
        return About(Shift("year", count * _ROUGH_YEARS[kind], "context"))
    return Shift(kind, count, "context")


def _hangs(words: Words, said: str) -> bool:
    """Whether "after" is reckoned from what follows: "two days after the vote", but not "due giorni dopo fu"."""
    if said == "of":
        return _governs(words)
    return words.after() != "" and words.after() not in words.vocabulary.tense.get("past", ())


def _weekend(words: Words) -> Made:
    before = words.before()
    introduced = any(
        words.vocabulary.reading(before, n) is not None for n in ("on", "in", "of", "wdon", "during", "the", "until")
    )
    if words.reading("u", "plural") is not None or not (introduced or len(words.all()) > 1):
        return None
    return Shift("weekend", 0)


def _nth_week_from(words: Words) -> Made:
    number = words.number("n", "ord")
    begun = words.vocabulary.reading(words.before(), "during") is not None
    return Shift("week", number - 1, "start") if number and begun else None


def _relative_daypart(words: Words) -> Made:
    count = words.number("r", "rel")
    night = words.reading("dp", "dpart") == "night"
    if (following := words.number("r", "follow")) is not None:
        return Shift("day", following, "context")
    if count is None:
        return Shift("day", 0, "near") if words.reading("r", "that") is not None else None
    if count == 0:
        return Shift("day", 0)
    return Shift("day", -1) if count == -1 and night else None


BUILDERS = {
    "one": _one,
    "relative": _relative,
    "ago": _ago,
    "hence": _hence,
    "nth_week_from": _nth_week_from,
    "weekend": _weekend,
    "relative_daypart": _relative_daypart,
}
