"""From words to meaning: one small function a kind of rule. None where the words are no date after all."""

from __future__ import annotations

from collections.abc import Callable

from ..grammar import Found
from ..meaning import Candidate, Made
from ..tokens import Tokens
from ..vocabulary import Vocabulary
from ..words import Words
from . import centuries, days, numeric, parts, relative, weekdays, years

BUILDERS: dict[str, Callable[[Words], Made]] = {
    **numeric.BUILDERS,
    **days.BUILDERS,
    **parts.BUILDERS,
    **years.BUILDERS,
    **centuries.BUILDERS,
    **relative.BUILDERS,
    **weekdays.BUILDERS,
}


def build(tokens: Tokens, vocabulary: Vocabulary, found: Found, start: int) -> tuple[Candidate, ...]:
    """The candidates that a match gives: one mostly, several for a list, none where the words are no date."""
    if found.last > found.first and vocabulary.reading(tokens.parts[start + found.last], "pronoun") is not None:
        return ()  # «9 мая это случилось»: "this" after a date begins what is said of it
    words = Words(tokens, vocabulary, found, start)
    made = BUILDERS[found.rule.build](words)
    if isinstance(made, tuple):
        return made
    if made is None:
        return ()
    first, last = words.span("x") if words.has("x") else (start + found.first, start + found.last)
    return (Candidate(first, last, found.rule.name, made),)
