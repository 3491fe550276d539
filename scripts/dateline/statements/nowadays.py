"""A bare "today" that means nowadays or says how things still are: "Today it is old", "It remains closed today"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from ..model import Kind, Modality, Statement
from ..text.tokens import Word
from .vocabulary import Vocabulary

_COMPLEMENT = 3  # words after "remains" in which its participle stands: "remains partly closed"


def nowadays(
    found: Statement, text: Sequence[Word], triggers: Collection[int], dct: dt.date | None, vocabulary: Vocabulary
) -> bool:
    """Whether the clause of `found` tells a state of its day and nothing that happened; `text` is its sentence.

    A verb of state tells one where no word beside it looks past or ahead. What follows a verb such as "remains" is a
    state too, even where it tells an event elsewhere: `triggers` are the words of the sentence that do.
    """
    time = found.time
    bare = time.rule == "relative-word" and dct is not None and time.value == dct.isoformat()
    if not bare or " " in time.wording.strip() or found.modality is not Modality.REPORTED:
        return False
    inside = [at for at, w in enumerate(text) if found.clause.start <= w.start < found.clause.end]
    words = [at for at in inside if not time.span.start <= text[at].start < time.span.end]
    closed = vocabulary.copulas if found.kind is Kind.CLOSING else frozenset()
    complements = _complements(words, text, vocabulary.remaining | closed)
    told = [at for at in words if at in triggers and at not in complements]
    if told or (found.kind is not Kind.OTHER and not complements.intersection(triggers)):
        return False
    others = [at for at in words if at not in complements and text[at].key not in vocabulary.states]
    states = vocabulary.states | vocabulary.remaining
    return any(text[at].key in states for at in words) and not any(
        vocabulary.tenses.tell(text[at].key) for at in others
    )


def _complements(words: Sequence[int], text: Sequence[Word], remaining: Collection[str]) -> frozenset[int]:
    """The words just after those that mean "remains", themselves among them."""
    places = [n for n, at in enumerate(words) if text[at].key in remaining]
    return frozenset(at for n in places for at in words[n : n + 1 + _COMPLEMENT])
