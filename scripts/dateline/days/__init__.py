"""Key days: which days of a story matter, and which sentences tell what was new on each.

A day matters by how often the articles come back to it, not by how much was printed on it (ranking.py), in sentences
that belong to the story (relevance.py), after the articles have settled each other's years (settling.py). A sentence
may stand for a day because its words name the day, or because it opens an article published on that day or the one
after; the latter is marked as dated by its report (summary.py).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from .ranking import weights
from .settling import settled
from .summary import Summariser
from .telling import KeyDay, KeySentence, Named, Telling, Wording, tell

__all__ = ["KeyDay", "KeySentence", "Named", "Telling", "Wording", "key_days", "tell"]


def key_days(tellings: Iterable[Telling], count: int, first: dt.date, last: dt.date, sentences: int) -> list[KeyDay]:
    """At most `count` days from `first` to `last`, in order of time, each with one to `sentences` sentences."""
    told = settled(_without_copies(tellings))
    ranked = weights(told)
    days = [day for day in ranked if first <= day <= last and ranked[day] > 0]
    summariser = Summariser(told)
    chosen: list[KeyDay] = []
    for day in sorted(days, key=lambda d: (-ranked[d], d)):
        if len(chosen) == count:
            break
        if picked := summariser.summary(day, sentences):
            chosen.append(KeyDay(day, picked))
    return sorted(chosen, key=lambda key: key.day)


def _without_copies(tellings: Iterable[Telling]) -> list[Telling]:
    """Articles in order of report; of equal texts the earliest, since a reprint is no second voice."""
    kept: dict[tuple[str, ...], Telling] = {}
    for telling in sorted(tellings, key=lambda t: (t.published, t.article)):
        kept.setdefault(telling.sentences, telling)
    return list(kept.values())
