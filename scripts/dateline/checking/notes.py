"""Doubts about notes: a translation that passes for a quotation, or that translates nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Collection, Event, Note, Problem, Severity
from ..text import fold
from .doubt import short

_MARKS = {'"': '"', "'": "'", "‹": "›", "›": "‹", "「": "」", "『": "』"}


def translations(collection: Collection, folder: str) -> Iterator[Problem]:
    """Translations in quotation marks, which nobody said in these words, and those that equal the source."""
    found = [(note.path, note.line, note, event) for event in collection.events for note in event.notes]
    seen = sorted(found, key=_place)
    for path, line, note, event in seen:
        for language, words in note.translations:
            if _quoted(words):
                said = f"the translation ({language}) stands in quotation marks, but nobody said it in these words"
                yield Problem(path, line, said, Severity.WARNING, "translation-quoted")
            if _plain(words) in _sources(note, event):
                said = f"the translation ({language}) is the source's own words: “{short(words)}”"
                yield Problem(path, line, said, Severity.WARNING, "translation-equal")


def _place(found: tuple[str, int, Note, Event]) -> tuple[str, int]:
    return found[:2]


def _quoted(words: str) -> bool:
    folded = fold(words.strip())
    return len(folded) > 1 and _MARKS.get(folded[0]) == folded[-1] and folded[0] not in folded[1:-1]


def _sources(note: Note, event: Event) -> frozenset[str]:
    said = [s.quote for s in event.statements]
    return frozenset(map(_plain, (note.quote.exact, *said) if note.quote else said))


def _plain(words: str) -> str:
    return " ".join(fold(words).casefold().split()).strip(" .\"'")
