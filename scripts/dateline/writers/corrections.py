"""The page of corrections: what the site said, what it says now, when and why it was put right. The latest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..phrasing import Phrase, phrases
from . import layout
from .data import corrections_feed
from .desk import Desk
from .errata import day, errata
from .views import EventView
from .views.notes import NoteView, note_view


@dataclass(frozen=True, slots=True)
class _Line:
    """One correction: the day it was made, the event, where it stands, and what was put right."""

    when: tuple[Phrase, ...]
    event: EventView
    href: str
    note: NoteView


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    """The page, if there is anything on it."""
    views, say = desk.views, desk.views.say
    lines = []
    for note, event in errata(views.collection):
        view = note_view(note, views)
        if view:
            on = phrases(day(note), say.language) if day(note) else ()
            lines.append(_Line(on, views.event(event), desk.hrefs[event.id], view))
    if not lines:
        return
    feeds = corrections_feed.downloads()
    body = layout.fragment("corrections", say, root="../", lines=lines, files=feeds)
    offered = [[feed.media_type, say("corrections"), f"data/{feed.path}"] for feed in feeds]
    lead = say("corrections_lead")
    yield (
        "corrections/index.md",
        layout.page(say("corrections"), body, hide=["navigation", "toc"], feeds=offered, description=lead),
    )
