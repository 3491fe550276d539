"""One date told twice: "three years ago, in 2019", «в 2019 году, три года назад». The explicit one is meant.

What is reckoned in years is rough, so it may differ from the date beside it by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from .. import edtf
from ..model import Basis, TimeExpression
from ..text import tokens
from .vocabulary import Vocabulary

_WORDS = 3  # between the two: "three years ago, that is in 2019"
_YEAR = 366  # days


def told_once(times: Sequence[TimeExpression], folded: str, vocabulary: Vocabulary) -> list[TimeExpression]:
    """`times` (of one sentence of `folded`, in order of place) without those that the next or the last says better."""
    kept: list[TimeExpression] = []
    for time in times:
        if kept and _same(kept[-1], time, folded, vocabulary):
            if time.basis is not Basis.EXPLICIT:
                continue
            kept.pop()
        kept.append(time)
    return kept


def _same(a: TimeExpression, b: TimeExpression, folded: str, vocabulary: Vocabulary) -> bool:
    """Whether one of two neighbours is explicit, the other a rough year, and nothing but a comma and prepositions
    stands between them."""
    rough, exact = (b, a) if a.basis is Basis.EXPLICIT else (a, b)
    if exact.basis is not Basis.EXPLICIT or rough.basis is Basis.EXPLICIT or not _is_year(rough):
        return False
    gap = folded[a.span.end : b.span.start]
    between = tokens.split(gap, 0, len(gap))
    if not gap.lstrip()[:1] or gap.lstrip()[0] not in ",(-" or len(between) > _WORDS:
        return False
    return all(word.key in vocabulary.prepositions for word in between) and _near(rough, exact)


def _is_year(time: TimeExpression) -> bool:
    first, last = edtf.bounds(time.value)
    return first is not None and last is not None and last - first + 1 in (365, _YEAR)


def _near(rough: TimeExpression, exact: TimeExpression) -> bool:
    year, (first, last) = edtf.bounds(rough.value)[0], edtf.bounds(exact.value)
    if year is None or first is None or last is None:
        return False
    return year - _YEAR <= first and last < year + 2 * _YEAR
