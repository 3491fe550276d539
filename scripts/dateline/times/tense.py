"""Past or future: the tense of the clause that a date stands in, told by the nearest word that shows it."""

from __future__ import annotations

from enum import Enum, auto
from functools import cache, lru_cache

from . import vocabulary
from .gaps import UNKNOWN
from .resolve import Tense
from .tokens import Tokens
from .vocabulary import Vocabulary

_NEAR = 3  # how many words before the date an infinitive still takes it along
_REACH = 24  # words to either side
_AFTER = 3  # how many words nearer a verb before the date is than one after it
_ANOTHER_CLAUSE = 8  # how many words a comma counts for
_PERFECT_REACH = 5  # words in which "had" turns "been due to" into the past
_BRACKET = 12  # words in which "hat … besucht" is one verb
_FAR = 10**6
_BEFORE_NOUNS = ("the", "determiner", "that", "a", "of", "in")  # readings of words that stand before a noun


class _Kind(Enum):
    """What a word by itself says of tense."""

    NONE = auto()
    PAST = auto()
    FUTURE = auto()
    TO = auto()  # English "to", before an infinitive
    INFINITIVE = auto()
    SCHEDULED = auto()  # the present of what is arranged: "meets", «принимает»


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(vocabulary.of(language).tense.get(name, ()))


def is_listed(words: Vocabulary, name: str, word: str) -> bool:
    """Whether the language file lists `word`, in any case, under that name of its section `tense`."""
    return word.lower() in _listed(words.language, name)


@lru_cache(maxsize=65536)
def _kind(language: str, word: str) -> _Kind:
    """What `word` says of tense: by the lists of the language file, else by its ending."""
    low = word.lower()
    for name, kind in (
        ("neither", _Kind.NONE),
        ("future", _Kind.FUTURE),
        ("past", _Kind.PAST),
        ("scheduled", _Kind.SCHEDULED),
        ("infinitive", _Kind.TO),
    ):
        if low in _listed(language, name):
            return kind
    endings = vocabulary.of(language).tense
    if len(low) > 4:
        for name, kind in (("past", _Kind.PAST), ("future", _Kind.FUTURE), ("infinitive", _Kind.INFINITIVE)):
            if (ends := endings.get(f"{name}_endings")) and low.endswith(ends):
                return kind
    return _Kind.NONE


def _kind_at(language: str, parts: list[str], i: int) -> _Kind:
    """As `_kind`, of a word in its place: some are listed with the one after it ("ont lieu", «перенесли на»)."""
    word, kind = parts[i], _kind(language, parts[i])
    if word in _halves(language, "scheduled", 0) and kind in (_Kind.NONE, _Kind.PAST) and i + 2 < len(parts):
        return _Kind.SCHEDULED if f"{word} {parts[i + 2]}" in _listed(language, "scheduled") else kind
    if word in _halves(language, "neither", 1) and i > 2:
        return _Kind.NONE if f"{parts[i - 2].lower()} {word}" in _listed(language, "neither") else kind
    if kind is _Kind.NONE and i > 2 and parts[i - 2].lower() in _listed(language, "auxiliary"):
        return _Kind.PAST if word.endswith(_endings(language, "participle")) else kind
    return kind


@cache
def _endings(language: str, name: str) -> tuple[str, ...]:
    return vocabulary.of(language).tense.get(f"{name}_endings", ())


@cache
def _halves(language: str, name: str, place: int) -> frozenset[str]:
    """The first or the second words of the pairs in a list."""
    return frozenset(form.split()[place] for form in _listed(language, name) if " " in form)


def of(tokens: Tokens, words: Vocabulary, first: int, last: int) -> Tense:
    """The tense around the parts `first` to `last`, within the sentence; unknown where no word tells."""
    before = tokens.parts[max(first - 4, 1) : first - 1 : 2]
    if _listed(words.language, "deadline").intersection((*before[-1:], " ".join(before))):
        return Tense.FUTURE
    if tokens.parts[last + 1 : last + 3] == ["'", "s"]:
        return Tense.UNKNOWN  # "Wednesday's ruling" has no clause of its own
    back, told = _nearest(tokens, words.language, range(first - 2, max(first - 2 - 2 * _REACH, 0), -2))
    ahead, after = _nearest(tokens, words.language, range(last + 2, min(last + 2 + 2 * _REACH, len(tokens.parts)), 2))
    return told if back <= ahead else after


def _nearest(tokens: Tokens, language: str, places: range) -> tuple[int, Tense]:
    """How far the nearest word that shows a tense is (in words), and which; a sentence's end is far."""
    parts, backwards = tokens.parts, places.step < 0
    distance = 0 if backwards else _AFTER
    for i in places:
        gap = parts[i + 1] if backwards else parts[i - 1]
        distance += 1
        if gap != " ":
            if _ends(gap, parts[i] if backwards else parts[i - 2]):
                break
            distance += _ANOTHER_CLAUSE if gap.strip() else 0
        if (kind := _kind_at(language, parts, i)) is not _Kind.NONE:
            tense = _in_place(parts, i, kind, language, near=backwards and distance <= _NEAR)
            if tense is not Tense.UNKNOWN:
                return distance, tense
    return _FAR, Tense.UNKNOWN


def _ends(gap: str, before: str) -> bool:
    """Whether a sentence ends in a gap: after a full stop, but for one that follows an abbreviation."""
    if "\n\n" in gap or any(mark in gap for mark in "!?;…"):
        return True
    return "." in gap and len(before) > 3


def parted(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence ends between two parts of a text."""
    parts = tokens.parts
    return any(_ends(parts[i], parts[i - 1]) for i in range(first + 1, last, 2))


def _in_place(parts: list[str], i: int, kind: _Kind, language: str, near: bool) -> Tense:
    """What a word of some kind says where it stands."""
    following = parts[i + 2] if i + 2 < len(parts) else ""
    perfect = _listed(language, "perfect")
    if kind is _Kind.PAST and parts[i].lower() not in perfect and parts[i].lower() in _listed(language, "past"):
        kind = _Kind.FUTURE if _kind(language, following) is _Kind.FUTURE else kind  # "was scheduled"
    if kind is _Kind.FUTURE:
        earlier = parts[max(i - 2 * _PERFECT_REACH, 1) : i : 2]
        return Tense.PAST if perfect.intersection(earlier) else Tense.FUTURE
    if kind is _Kind.PAST:
        before = parts[i - 2].lower() if i > 2 else ""
        passive = before in _listed(language, "passive") or following in _listed(language, "passive_after")
        return Tense.UNKNOWN if passive else Tense.PAST  # "will be held", "seront célébrées": another word tells
    if kind is _Kind.SCHEDULED:
        return Tense.SCHEDULED if _is_present(parts, i, language) else Tense.UNKNOWN
    if kind is _Kind.TO:
        verb = following.islower() and following not in _listed(language, "neither")
        return Tense.FUTURE if near and verb else Tense.UNKNOWN
    return Tense.FUTURE if near else Tense.UNKNOWN


def _is_present(parts: list[str], i: int, language: str) -> bool:
    """Whether a word that is listed as a present stands for one.

    Not a noun ("la visita", "Visita" within a sentence), nor a part of another tense ("did not meet", "hat besucht").
    """
    compound = _listed(language, "compound")
    for at in range(i - 2, max(i - 2 * _BRACKET, 0), -2):
        if parts[at + 1] != " ":
            break
        if parts[at].lower() in compound:
            return False
    if parts[i - 1] != " " or i < 3:
        return True
    reading, before = vocabulary.of(language).reading, parts[i - 2]
    if _kind(language, before) is _Kind.PAST:
        return False  # "denied reports"
    joined = reading(before, "and") is not None  # which the lists of prepositions hold too
    return parts[i][0].islower() and (joined or all(reading(before, name) is None for name in _BEFORE_NOUNS))


def is_plainly_past(tokens: Tokens, words: Vocabulary, first: int, last: int) -> bool:
    """Whether a past verb stands right before the date ("was held in May"), or follows one that opens its sentence."""
    parts, i = tokens.parts, first - 2
    at = _listed(words.language, "at")
    while i > 0 and parts[i + 1] == " " and parts[i].lower() in at:
        i -= 2
    if i < 1 or _ends(parts[i + 1], parts[i]) or "\n" in parts[i + 1]:
        return bool(at) and _tells_past_alone(tokens, words.language, last)
    if i == first - 2 or parts[i + 1] != " ":
        return False  # "actively traded October crude"
    start = i - 2 if i > 2 and tokens.letters[i] == UNKNOWN else i  # "a été arrêté en mai", not "was set for May"
    beside = [_kind(words.language, word) for word in parts[start : i + 1 : 2]]
    passive = parts[max(i - 2, 1)].lower() in _listed(words.language, "passive")  # "are being sold in May"
    return _Kind.PAST in beside and _Kind.FUTURE not in beside and not passive


def _tells_past_alone(tokens: Tokens, language: str, last: int) -> bool:
    """Whether the sentence goes on after the part `last` with a past verb, and with none of the future."""
    told = []
    for i in range(last + 2, min(last + 2 + 2 * _REACH, len(tokens.parts)), 2):
        if _ends(tokens.parts[i - 1], tokens.parts[i - 2]):
            break
        told.append(_kind(language, tokens.parts[i]))
    return _Kind.PAST in told and _Kind.FUTURE not in told


def is_punctual(tokens: Tokens, words: Vocabulary, first: int, last: int) -> bool:
    """Whether a verb near the date happens at a point: «вступил в силу с 1 июля» is that day alone."""
    near = tokens.parts[max(first - 16, 1 - first % 2) : last + 9]
    return not _listed(words.language, "punctual").isdisjoint(word.lower() for word in near)
