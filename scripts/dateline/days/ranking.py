"""How much a day matters: how many articles name it, and how long after.

An article that names a day long past says that the day still matters; one that names its own day says only that it is
news. So a mention counts by the logarithm of its age, up to a month. What happened late in the collection had fewer
articles left to come back to it: weights are divided by the square root of how many there were, halfway between
counting mentions and counting the share of articles that mention.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable
from math import log, sqrt

from .telling import Telling

_LONGEST = 30  # days after which a later mention says no more than an earlier one
_PRINTED = 0.5  # for an article printed on the day: less than for one that names it the day after (0.69)
_CHANCES = 10  # articles: smooths the end of the collection, where one more or less would count for much


def weights(tellings: Iterable[Telling]) -> dict[dt.date, float]:
    """The weight of every day on which an article was published or which one names from the day itself onward."""
    told = tuple(tellings)
    found: dict[dt.date, float] = {}
    for telling in told:
        found[telling.published] = found.get(telling.published, 0) + _PRINTED
        for day in telling.named:
            age = (telling.published - day).days
            if age > 0:
                found[day] = found.get(day, 0) + log(1 + min(age, _LONGEST))
    published = sorted(t.published for t in told)
    return {day: w / sqrt(_CHANCES + len(told) - bisect_left(published, day)) for day, w in found.items()}
