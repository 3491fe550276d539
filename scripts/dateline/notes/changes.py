"""What a note changes of its event: title, date, status; hidden ones go. The note itself stays on the event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Event, Note, Status


def changed(events: Iterable[Event], anchored: list[tuple[Note, str]]) -> list[Event]:
    """The events with their notes; `anchored` pairs each note with its event's id, in order of file and line."""
    notes: dict[str, list[Note]] = {}
    for note, id in anchored:
        notes.setdefault(id, []).append(note)
    annotated = (_annotated(event, notes.get(event.id, [])) for event in events)
    return [event for event in annotated if not any(note.hide for note in event.notes)]


def _annotated(event: Event, notes: list[Note]) -> Event:
    for note in notes:
        if note.title:
            event = replace(event, title=note.title, title_language="", titled_by="")
        if note.date:
            # The editor settles what the sources leave open; `disputes` still tell who said what.
            event = replace(event, value=note.date, disputed=())
        if note.status is not Status.OPEN:
            event = replace(event, status=note.status)
    return replace(event, notes=tuple(notes)) if notes else event
