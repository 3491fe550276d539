"""What was put right, as Atom and JSON Feed: one entry a correction, dated by the day it was made.

A day is its first moment in UTC. A correction without a day is on the page, which a reader looks at, but in no feed,
which a program sorts by time.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Event, Note
from ..errata import day, errata
from . import encoding, feeds, instants, telling
from .context import Context, urn
from .downloads import Download
from .encoding import markup

#: The names of the files, without their endings.
STEM = "corrections"


def render(context: Context) -> Iterator[tuple[str, bytes]]:
    """The two files, if anything was put right."""
    if not errata(context.collection):
        return
    found, head = items(context), _head(context)
    yield f"{STEM}.atom", feeds.atom(head, found, context)
    yield f"{STEM}.feed.json", feeds.json_feed(head, found, context)


def downloads() -> tuple[Download, ...]:
    """Both, as a page offers them."""
    return (
        Download("Atom", f"{STEM}.atom", "application/atom+xml"),
        Download("JSON Feed", f"{STEM}.feed.json", "application/feed+json"),
    )


def items(context: Context) -> tuple[feeds.Item, ...]:
    """The latest corrections, newest first."""
    found = (_item(note, event, context) for note, event in errata(context.collection) if instants.instant(day(note)))
    return tuple(item for item, _ in zip(found, range(feeds.LATEST), strict=False))


def _head(context: Context) -> feeds.Head:
    site, title = encoding.line(context.settings.site_name), context.say("corrections")
    return feeds.Head(STEM, f"{title} · {site}" if site else title, "corrections/")


def _item(note: Note, event: Event, context: Context) -> feeds.Item:
    told, made = telling.tell(event, context), instants.instant(day(note)) or instants.NEVER
    put_right, text = note.correction, telling.noted(note, context)
    named = (put_right.was, put_right.now) if put_right else (note.status.value,)
    return feeds.Item(
        id=urn("correction", event.id, day(note), *named),
        title=f"{context.say('correction')}, {told.when}: {told.headline}",
        language=told.language or context.say.language,
        entered=made,
        touched=made,
        link=context.absolute(context.places[event.id]),
        html=f"<p>{markup(text)}</p>" if text else "",
        tags=(),
    )
