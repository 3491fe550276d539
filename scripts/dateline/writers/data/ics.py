"""A timeline as a calendar (RFC 5545): its events of known days, all-day, each with an id that stays.

What is told by month or year has no place in a calendar, nor has a date that sources dispute: neither is padded.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ... import edtf
from ...edtf import Precision
from ...model import Event, Modality, Status, Timeline
from . import calendar_days, encoding, instants, telling
from .context import Context

_WIDTH = 75  # octets of a line, without its end
_LAST_DAY = dt.date.max.toordinal()  # its end, the day after, can't be written


def render(timeline: Timeline, context: Context) -> bytes:
    """The calendar, lines ended by CRLF; b"" where no event is of known days, since an empty calendar is none."""
    datable = [event for event in timeline.events if days(event)]
    if not datable:
        return b""
    places = context.places_in(timeline)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Timelines//EN", "CALSCALE:GREGORIAN"]
    name = escaped(encoding.line(timeline.title))
    lines += [f"NAME:{name}", f"X-WR-CALNAME:{name}"]
    for event in datable:
        lines += _event(event, context.absolute(places[event.id]), context)
    lines.append("END:VCALENDAR")
    return b"".join(map(folded, lines))


def days(event: Event) -> tuple[int, int] | None:
    """First and last day (ordinals) of an event told by the day; None for any other."""
    ends = event.value.split("/")
    if len(ends) > 2 or event.disputed or any(c in event.value for c in "~?%X") or "" in ends or ".." in ends:
        return None
    first, last = edtf.bounds(event.value)
    if first is None or last is None or first < 1 or last >= _LAST_DAY:
        return None
    return (first, last) if all(edtf.precision(end) is Precision.DAY for end in ends) else None


def _event(event: Event, page: str, context: Context) -> Iterator[str]:
    told, span = telling.tell(event, context), days(event)
    assert span is not None
    first, after = (dt.date(*calendar_days.of_ordinal(day)) for day in (span[0], span[1] + 1))
    stamp = _utc(instants.touched(event) or instants.NEVER)
    corrections = sum(instants.is_correction(note) for note in event.notes)
    language = f";LANGUAGE={told.language}" if told.language else ""
    yield from ("BEGIN:VEVENT", f"UID:{uid(event)}", f"SEQUENCE:{corrections}")
    yield from (f"DTSTAMP:{stamp}", f"LAST-MODIFIED:{stamp}")
    yield f"DTSTART;VALUE=DATE:{_date(first)}"
    yield f"DTEND;VALUE=DATE:{_date(after)}"
    yield f"SUMMARY{language}:{escaped(told.headline)}"
    yield f"DESCRIPTION:{escaped(_description(told))}"
    yield f"CATEGORIES:{escaped(context.say(f'kind_{event.kind.value}'))}"
    yield from ("TRANSP:TRANSPARENT", f"STATUS:{_status(event)}")
    if page:
        yield f"URL:{page}"
    yield "END:VEVENT"


def uid(event: Event) -> str:
    """The event's id as the calendar knows it: the same in every calendar that shows the event."""
    return f"{encoding.line(event.id)}@dateline"


def escaped(text: str) -> str:
    """`text` as a TEXT value (RFC 5545, 3.3.11)."""
    shown = encoding.block(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return shown.replace("\n", "\\n")


def folded(line: str) -> bytes:
    """`line` with its end, in pieces of at most 75 octets, no character cut (RFC 5545, 3.1)."""
    octets, pieces, start = line.encode("utf-8"), [], 0
    while len(octets) - start > _WIDTH - bool(start):
        end = start + _WIDTH - bool(start)  # the space that marks a line as going on counts
        while octets[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        pieces.append(octets[start:end])
        start = end
    return b"\r\n ".join((*pieces, octets[start:])) + b"\r\n"


def _description(told: telling.Told) -> str:
    quotes = ("\n".join(part for part in (f"“{q.text}”" if q.text else "", _source(q)) if part) for q in told.quotes)
    return "\n\n".join(part for part in (*quotes, told.more, *told.notes) if part)


def _source(quote: telling.Quote) -> str:
    return ", ".join(part for part in (quote.source, quote.published, quote.url) if part)


def _status(event: Event) -> str:
    if event.status is Status.WITHDRAWN:
        return "CANCELLED"
    return "CONFIRMED" if event.modality is Modality.REPORTED else "TENTATIVE"


def _date(day: dt.date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _utc(moment: dt.datetime) -> str:
    return f"{_date(moment.date())}T{moment:%H%M%S}Z"
