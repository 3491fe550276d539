"""When an event entered the collection and when it was put right. Never when it happened, never the clock."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from ...model import Event, Note, Status
from .. import errata

# For what nobody dated: an editor's event without a dated note. It is older than every report, and always the same.
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@lru_cache(maxsize=65536)  # each event asks several times, and many were reported in one article
def instant(written: str) -> dt.datetime | None:
    """An ISO 8601 day or instant as an instant; a day is its first moment, and what names no zone is UTC's.

    None where it is neither, or lies outside of the years 1 to 9999 in UTC.
    """
    try:
        read = dt.datetime.fromisoformat(written)
        return (read if read.tzinfo else read.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def entered(event: Event) -> dt.datetime | None:
    """When the event was first reported; of an editor's own event, its earliest dated note. None where neither is."""
    if event.first_reported:
        return instant(event.first_reported)
    return min(filter(None, (instant(note.on) for note in event.notes)), default=None)


def corrected(event: Event) -> dt.datetime | None:
    """When the latest correction was made; None where there is none, or no day is given."""
    days = (errata.day(note) for note in event.notes if is_correction(note))
    return max(filter(None, map(instant, days)), default=None)


def is_correction(note: Note) -> bool:
    """Whether the note changes what the page says: a correction, another date, another status."""
    return bool(note.correction or note.date or note.status is not Status.OPEN)


def touched(event: Event) -> dt.datetime | None:
    """The later of the two: when the event entered and when it was last corrected."""
    return max(filter(None, (entered(event), corrected(event))), default=None)


def rfc3339(moment: dt.datetime | None) -> str:
    """ "2024-06-14T11:00:00Z"; "" for None."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0") if moment else ""
