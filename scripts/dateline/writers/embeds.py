"""Small pages for other people's sites: a timeline, or with `#id` one event of it, in an `<iframe>`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..cache.keeping import mark
from ..model import Event, Timeline
from . import layout, safety
from .data.context import Context, is_everything
from .views import Views

_MOST = 200  # an embedded timeline of more events shows these many, and links to the rest


def slug(timeline: Timeline) -> str:
    """The name of the page that embeds a timeline."""
    return "events" if is_everything(timeline) else f"timeline-{safety.slug(timeline.slug)}"


def pages(views: Views, context: Context) -> Iterator[tuple[str, str]]:
    """A page for each timeline that has data files, too."""
    for timeline in context.exported:
        chosen = timeline.events if len(timeline.events) <= _MOST else _most_important(timeline)
        about = mark(replace(timeline, events=()), len(timeline.events))
        made = (about, *context.marks(timeline, chosen))
        page = views.keep("embed", made, lambda t=timeline, e=chosen: _page(t, e, views, context))  # type: ignore[misc]
        yield f"embed/{slug(timeline)}.md", page


def _page(timeline: Timeline, chosen: tuple[Event, ...], views: Views, context: Context) -> str:
    title = timeline.title if not is_everything(timeline) else views.say("events")
    body = layout.fragment(
        "embed",
        views.say,
        root="../../",
        title=title,
        page=context.timeline_page(timeline),
        events=views.events(chosen),
        hrefs=context.places_in(timeline),
        total=len(timeline.events),
        site=views.settings.site_name,
    )
    return layout.page(title, body, template="embed.html")


def _most_important(timeline: Timeline) -> tuple[Event, ...]:
    key = set(timeline.key)
    return tuple(e for e in timeline.events if e.id in key)[:_MOST] or timeline.events[-_MOST:]
