"""What a clause says happened, and how it is put: reported, planned or denied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..model import Kind, Modality, Span
from ..text.tokens import Word
from .clauses import Segment
from .vocabulary import Trigger, Vocabulary

_SPOKEN = (Kind.STATEMENT, Kind.DECISION)
_NEGATED = 2  # how far before its verb a negation stands, in words


def triggers(text: Sequence[Word], vocabulary: Vocabulary, dates: Sequence[Span]) -> list[Trigger]:
    """The triggers of a sentence, in order, read as if its dates were not there: "received | on Friday | the envoys".

    «принят в 1992 году»: the preposition before a date is the date's. A word that ends one of several words ("the court
    | condemned") begins none of its own.
    """
    found: list[Trigger] = []
    ended: set[int] = set()
    places = _undated(text, dates, vocabulary)
    for first, last, value in vocabulary.triggers.find([text[at] for at in places]):
        if value is not None and first not in ended:
            kind, verb = value
            at = places[first]
            noun = vocabulary.capital_nouns and at > 0 and text[at].capital
            if not (verb and noun and first == last):
                found.append(Trigger(at, places[last], kind, verb))
        if first < last:
            ended.add(last)
    return found


def _undated(text: Sequence[Word], dates: Sequence[Span], vocabulary: Vocabulary) -> list[int]:
    """The numbers of the words that are no part of a date, nor the article and the preposition before it."""
    left_out = {at for at, word in enumerate(text) for date in dates if date.start <= word.start < date.end}
    for at in sorted(left_out):
        if at and at - 1 not in left_out and text[at - 1].key in vocabulary.prepositions | vocabulary.articles:
            left_out.add(at - 1)
            if at > 1 and text[at - 1].key in vocabulary.articles and text[at - 2].key in vocabulary.prepositions:
                left_out.add(at - 2)
    return [at for at in range(len(text)) if at not in left_out]


def main_trigger(found: Sequence[Trigger], segment: Segment, date: tuple[int, int]) -> Trigger | None:
    """The trigger that a date (its first and last word) belongs to: verbs before nouns, then the nearest."""
    inside = [t for t in found if segment.first <= t.first < segment.last and not date[0] <= t.first <= date[1]]

    def rank(trigger: Trigger) -> tuple[bool, int, int]:
        distance = date[0] - trigger.last if trigger.last < date[0] else trigger.first - date[1]
        return not trigger.verb, distance, trigger.first

    main = min(inside, key=rank, default=None)
    if main and main.kind is Kind.ATTACK and any(t.kind is Kind.DISASTER and t.first < main.first for t in inside):
        return replace(main, kind=Kind.DISASTER)  # "an earthquake struck"
    return main


def kind_and_modality(
    text: Sequence[Word],
    found: Sequence[Trigger],
    clause: Sequence[Segment],
    main: Trigger | None,
    vocabulary: Vocabulary,
    goes_on: bool,
) -> tuple[Kind, Modality]:
    """What happened. `clause` is the segment of the date and the one after it, which may say what was announced.

    An announcement or a decision to leave is a leaving, planned. `goes_on`: the date ends after the article's day.
    """
    first, last = clause[0].first, clause[0].last
    announced = _announced(text, found, clause, vocabulary)
    if announced and (main is None or main.kind in _SPOKEN or main.first >= announced.first or not main.verb):
        return announced.kind, Modality.PLANNED
    kind = main.kind if main else Kind.OTHER
    happened = main is not None and _is_past(text, main, vocabulary)
    if main and _is_denied(text, main, clause[0], vocabulary):
        return kind, Modality.DENIED
    due = not happened and (
        bool(vocabulary.planned.find(text[first:last]))
        or (goes_on and main is not None and main.verb)
        or (goes_on and _looks_ahead(text[first:last], vocabulary))
    )
    return kind, Modality.PLANNED if due else Modality.REPORTED


def _looks_ahead(clause: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether some word of a clause looks ahead, and none back."""
    tenses = vocabulary.tenses
    return any(tenses.look_ahead(w.key) for w in clause) and not any(tenses.look_back(w.key) for w in clause)


def in_future(bounds_start: int | None, dct: dt.date | None) -> bool:
    """Whether a date that begins on that day (an ordinal) lies after the article's day."""
    return dct is not None and bounds_start is not None and bounds_start > dct.toordinal()


def _announced(
    text: Sequence[Word], found: Sequence[Trigger], clause: Sequence[Segment], vocabulary: Vocabulary
) -> Trigger | None:
    """What a decision or announcement in the clause is about, where that has not happened yet."""
    own = clause[0]
    end = clause[-1].last if len(clause) > 1 and clause[-1].opener == "content" else own.last
    hits = [(a, b) for a, b, _ in vocabulary.announcing.find(text[own.first : own.last])]
    if not hits:
        return None
    after = own.first + hits[0][0]
    told = [t for t in found if after < t.first < end and t.kind not in _SPOKEN and not _is_past(text, t, vocabulary)]
    return min(told, key=lambda trigger: (not trigger.verb, trigger.first), default=None)


def _is_past(text: Sequence[Word], trigger: Trigger, vocabulary: Vocabulary) -> bool:
    """Whether a verb looks past, and nothing just before it ("would quit", "to put") says otherwise."""
    before = text[max(0, trigger.first - _NEGATED) : trigger.first]
    open_ = bool(vocabulary.planned.find(before)) or any(w.key in vocabulary.infinitive for w in before)
    return trigger.verb and not open_ and vocabulary.past.fullmatch(text[trigger.first].key) is not None


def _is_denied(text: Sequence[Word], main: Trigger, segment: Segment, vocabulary: Vocabulary) -> bool:
    at, reach = main.first, _NEGATED if main.verb else 1
    while at > max(segment.first, main.first - reach) and text[at].start - text[at - 1].end == 1:
        at -= 1
        if text[at].key in vocabulary.negations:
            return True
    return main.kind is not Kind.STATEMENT and bool(vocabulary.denied.find(text[segment.first : segment.last]))


def denied_above(
    text: Sequence[Word], segments: Sequence[Segment], number: int, dated: Collection[int], vocabulary: Vocabulary
) -> bool:
    """Whether the clause before denies what clause `number` says: "denied that a dam had failed", «опроверг, что».

    Between them stand nothing but dates, small words and hearsay: "denied reports on Monday that".
    """
    content = segments[number]
    if content.opener != "content" or content.around < 0:
        return False
    above = segments[content.around]
    hits = vocabulary.denied.find(text[above.first : above.last])
    if not hits:
        return False
    first, last = above.first + hits[-1][0], above.first + hits[-1][1]
    if any(word.key in vocabulary.negations for word in text[max(above.first, first - _NEGATED) : first]):
        return False
    light = vocabulary.small | vocabulary.hearsay
    return all(at in dated or text[at].key in light for at in range(last + 1, content.first))


def word_range(text: Sequence[Word], span: Span) -> tuple[int, int]:
    """The first and last word (numbers) of a span."""
    inside = [at for at, w in enumerate(text) if w.end > span.start and w.start < span.end]
    return (inside[0], inside[-1]) if inside else (0, 0)
