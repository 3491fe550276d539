"""What an editor adds to an event, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Note, Status
from .. import errata
from ..catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class NoteView:
    """What an editor adds, in the site's words where they are not the editor's own. `erratum`: on what was wrong."""

    heading: str
    text: str
    correction: str
    by: str
    erratum: bool


def note_view(note: Note, catalogue: Catalogue) -> NoteView | None:
    """The view of `note`; None where it says nothing to a reader."""
    say = catalogue.say
    correction = errata.told(note.correction, say) if note.correction else ""
    texts = [note.comment]
    if note.date:
        texts.append(say("read_editor", date=catalogue.date(note.date), because=note.because))
    text = " ".join(t for t in texts if t)
    if not (text or correction or note.status is Status.WITHDRAWN):
        return None
    day = errata.day(note)
    named = [say("correction") if correction else say("editors_note"), note.by, catalogue.date(day) if day else ""]
    return NoteView(", ".join(n for n in named if n), text, correction, note.by, errata.is_erratum(note))
