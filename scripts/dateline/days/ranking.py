"""How much a day matters: how many articles name it, in sentences that belong to the story, and how long after.

An article that names a day long past says that the day still matters; one that names its own day says only that it is
news. So a mention counts by the logarithm of its age, up to a month. It counts by how much its sentence belongs to the
story, less where only "on Friday" names the day, more where the article opens with it, and more the more days of the
story the article names: a chronicle chose them. A day that was announced beforehand counts a little. What happened
late in the collection had fewer articles left to come back to it: weights are divided by the square root of how many
there were, halfway between counting mentions and counting the share of articles that mention.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import log, sqrt

from .relevance import Relevance
from .telling import Telling, Wording

_LONGEST = 30  # days after which a later mention says no more than an earlier one
_PRINTED = 1.5  # for an article printed on the day: about as for one that names it three days after (1.39)
_RECKONED = 0.7  # of a mention that gives neither day nor month
_OPENING, _OPENS = 4, 1.2  # sentences that an article opens with, and how much more a day in them counts
_AHEAD, _ANNOUNCED = 60, 0.2  # days before a day in which naming it announces it, and how much that counts
_CHRONICLE = 0.3  # power of the number of days of the story that an article names
_CHANCES = 10  # articles: smooths the end of the collection, where one more or less would count for much


def weights(told: Sequence[Telling]) -> dict[dt.date, float]:
    """The weight of every day on which an article was published or which one names."""
    relevance = Relevance(told)
    found: dict[dt.date, float] = {}
    for telling in told:
        found[telling.published] = found.get(telling.published, 0) + _PRINTED * relevance.of_article(telling)
        for day, weight in _mentions(telling, relevance):
            found[day] = found.get(day, 0) + weight
    published = sorted(t.published for t in told)
    return {day: w / sqrt(_CHANCES + len(told) - bisect_left(published, day)) for day, w in found.items()}


def _mentions(telling: Telling, relevance: Relevance) -> Iterator[tuple[dt.date, float]]:
    """The days other than its own that an article names, each with what it counts for."""
    belongs: dict[dt.date, float] = {}
    says: dict[dt.date, float] = {}
    for place, (names, days) in enumerate(zip(telling.names, telling.named, strict=True)):
        for named in days:
            belongs[named.day] = max(belongs.get(named.day, 0), relevance.of(names))
            said = (_RECKONED if named.wording is Wording.RECKONED else 1) * (_OPENS if place < _OPENING else 1)
            says[named.day] = max(says.get(named.day, 0), said)
    chronicle = (1 + sum(belongs.values())) ** _CHRONICLE
    for day, belonging in belongs.items():
        age = (telling.published - day).days
        if age > 0:
            yield day, belonging * says[day] * chronicle * log(1 + min(age, _LONGEST))
        elif -_AHEAD < age < 0:
            yield day, _ANNOUNCED * belonging * log(1 - age)
