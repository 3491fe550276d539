"""A timeline for TimelineJS3 (Knight Lab): slides with dates as precise as they are told.

TimelineJS shows `headline` and `text` as HTML, so the words of articles are escaped in them. How a date is said is
always given by `display_date`, since TimelineJS itself says astronomical years (-43 is 44 BC).
Source: timeline.knightlab.com/docs/json-format.html; TimelineConfig.js and TLDate.js of version 3.9.
"""

from __future__ import annotations

from collections.abc import Iterator

from ... import edtf
from ...edtf import Precision
from ...model import Era, Event, Status, Timeline
from .. import prose
from . import calendar_days, encoding, fragments, sharding, telling
from .context import Context
from .encoding import markup
from .records import Record
from .sharding import LIMIT, Piece

_FIELDS = {Precision.DAY: 3, Precision.MONTH: 2, Precision.SEASON: 2}  # of year, month and day
# What the dates of JavaScript reach; beyond, TimelineJS counts years only.
_FIRST_YEAR, _LAST_YEAR = -271_820, 275_759
_ROOM_FOR_HEAD = 2_000


def render(timeline: Timeline, context: Context, limit: int = LIMIT) -> Iterator[tuple[str, bytes]]:
    """The slides of a timeline, without withdrawn events. A part that follows is a whole timeline of a later time."""
    title = _title(timeline, context)
    eras = [era for era in map(_era, timeline.eras) if era]
    places = context.places_in(timeline)
    slides = (_slide(e, places[e.id], context) for e in timeline.events if e.status is not Status.WITHDRAWN)
    room = limit - _ROOM_FOR_HEAD - encoding.size([title, eras])
    groups = sharding.shards((Piece(slide, encoding.size(slide)) for slide in slides), room)
    for number, events in enumerate(groups, 1):
        whole = {"title": title, "events": list(events), "eras": eras, "scale": _scale(events)}
        yield sharding.name(f"{context.stem(timeline)}.timelinejs", number), encoding.json_file(whole)


def dates(value: str) -> tuple[Record, Record | None]:
    """Start and end of an EDTF value as TimelineJS has them: no field that the value doesn't tell.

    The end is None where it is the start, or open. What has no start starts at its end.
    """
    if "/" not in value:
        start, end = _ends(value)
        return start, end if end != start else None
    left, right = value.split("/")
    if left in ("", ".."):
        return _ends(right)[1], None
    start = _ends(left)[0]
    return start, None if right in ("", "..") else _ends(right)[1]


def _ends(value: str) -> tuple[Record, Record]:
    """First and last day of a single date, cut to the fields that it tells."""
    first, last = edtf.bounds(value)
    assert first is not None and last is not None  # only an interval is open
    told = _FIELDS.get(edtf.precision(value), 1)
    days = (calendar_days.of_ordinal(day) for day in (first, last))
    start, end = (dict(zip(("year", "month", "day")[:told], day, strict=False)) for day in days)
    return dict(start), dict(end)


def _slide(event: Event, place: str, context: Context) -> Record:
    start, end = dates(event.value)
    told = telling.tell(event, context)
    slide: Record = {
        "unique_id": event.id,
        "start_date": start,
        "display_date": markup(told.when),
        "text": {"headline": markup(told.headline), "text": _text(told, place, context)},
        "group": markup(context.say(f"kind_{event.kind.value}")),
        "autolink": False,
    }
    return slide | ({"end_date": end} if end else {})


def _text(told: telling.Told, place: str, context: Context) -> str:
    """The quotes with their sources, and a link to the event's page, as HTML."""
    page = context.absolute(place)
    permalink = f"<p>{fragments.link(page, context.say('permalink'))}</p>" if page else ""
    return fragments.body(told, context) + permalink


def _title(timeline: Timeline, context: Context) -> Record:
    text = encoding.block(prose.shown(timeline.introduction)).strip()
    paragraphs = "".join(f"<p>{markup(part)}</p>" for part in text.split("\n\n") if part.strip())
    headline = markup(encoding.line(timeline.title) or context.settings.site_name)
    return {"unique_id": "title", "text": {"headline": headline, "text": paragraphs}, "autolink": False}


def _era(era: Era) -> Record | None:
    """An era; None where an end is open, which TimelineJS can't draw."""
    if not (era.start and era.end):
        return None
    start, end = dates(era.start)[0], _ends(era.end.split("/")[-1])[1]
    return {"start_date": start, "end_date": end, "text": {"headline": markup(encoding.line(era.title))}}


def _scale(slides: tuple[Record, ...]) -> str:
    ends = [slide[end] for slide in slides for end in ("start_date", "end_date") if end in slide]
    years = [end["year"] for end in ends if isinstance(end, dict)]
    return "human" if all(_FIRST_YEAR < year < _LAST_YEAR for year in years) else "cosmological"
