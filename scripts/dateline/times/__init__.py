"""Dates in text: `find` gives every calendar date of a text, with its value and the reason for it.

The way: words and gaps (`tokens`) -> letters -> rules (`grammar`) -> candidates (`build`) -> whole expressions
(`combine`) -> values (`resolve`), in order of place, since a date may lean on the one before it (`reading`).
"""

from __future__ import annotations

import datetime as dt

from ..model import Span, TimeExpression
from . import vocabulary
from .meaning import Candidate
from .reading import read
from .resolve import Answer
from .tokens import Tokens, cut

__all__ = ["find"]


def find(text: str, dct: dt.date | None, language: str) -> tuple[TimeExpression, ...]:
    """Every calendar date of `text`, in order of place, not overlapping.

    `dct` is the day that relative dates start from (the day of publication in the article's own zone); without it they
    stay unresolved and are left out. `language` is BCP 47; one without a language file gives explicit dates alone.
    """
    words = vocabulary.of(language)
    tokens = cut(text, words)
    found = read(tokens, words, dct)
    return tuple(_expression(tokens, candidate, answer) for candidate, answer in found if answer is not None)


def _expression(tokens: Tokens, candidate: Candidate, answer: Answer) -> TimeExpression:
    start, end = tokens.starts[candidate.first], tokens.starts[candidate.last + 1]
    if tokens.parts[candidate.last].lower() in _SHORT and tokens.text[end : end + 1] == ".":
        end += 1
    wording = tokens.text[start:end]
    return TimeExpression(Span(start, end), wording, answer.value, answer.basis, candidate.rule, answer.reckoned_from)


_SHORT = ("г", "гг", "р", "рр", "r", "br", "в", "вв", "w", "ст")  # «2016 г.»: the full stop is part of it
