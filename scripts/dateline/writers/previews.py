"""Which pages have a preview picture, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Timeline
from . import preview, safety
from .data.context import is_everything
from .desk import Desk

#: The picture of the site itself, which every page without one of its own is shown by.
SITE = "previews/site.png"


def pages(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """A picture of the site and one of each timeline that has data files; none where the site's address is unknown.

    A picture is named by its whole address, so without `site_url` nobody could be told of it.
    """
    if not desk.views.settings.site_url:
        return
    for timeline in desk.context.exported:
        yield place(timeline, desk), preview.draw(_card(timeline, desk))


def place(timeline: Timeline, desk: Desk) -> str:
    """The path of a timeline's picture from the site's root; "" where it has none of its own."""
    if not desk.views.settings.site_url or not desk.context.is_exported(timeline):
        return ""
    return SITE if is_everything(timeline) else f"previews/timeline-{safety.slug(timeline.slug)}.png"


def _card(timeline: Timeline, desk: Desk) -> preview.Card:
    site = desk.views.settings.site_name
    whole = is_everything(timeline)
    drawing, _ = desk.drawing(timeline.events, timeline.eras)
    title = site if whole else timeline.title
    return preview.Card("" if whole else site, title, desk.facts(timeline.events), drawing)
