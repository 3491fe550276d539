"""What was put right: the corrections of the editor's notes, and the events that were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable

from .. import words
from ..model import Collection, Correction, Event, Note, Status


def is_erratum(note: Note) -> bool:
    """Whether the note says that the site was wrong: it corrects, or it withdraws."""
    return note.correction is not None or note.status is Status.WITHDRAWN


def day(note: Note) -> str:
    """The day (ISO 8601) that something was put right: the correction's own, else the note's; "" for none."""
    return (note.correction.on if note.correction else "") or note.on


def told(correction: Correction, say: words.Words) -> str:
    """What a correction says, as a sentence of the site. Each of its two sentences stands within marks of quotation and
    inside that one, so that its own full stop is left out."""
    was, now = (text.rstrip().removesuffix(".") for text in (correction.was, correction.now))
    return say("correction_text", was=was, now=now, because=correction.because)


def errata(collection: Collection) -> tuple[tuple[Note, Event], ...]:
    """Every erratum with the event that it is about, the latest first, those without a day last."""
    found = [(note, event) for event in _events(collection) for note in event.notes if is_erratum(note)]
    found.sort(key=lambda pair: (pair[1].id, pair[0].path, pair[0].line))
    return tuple(sorted(found, key=lambda pair: day(pair[0]), reverse=True))


def _events(collection: Collection) -> Iterable[Event]:
    """All events, those included that only a timeline holds."""
    groups = (*(timeline.events for timeline in collection.timelines), collection.events)
    return {event.id: event for events in groups for event in events}.values()
