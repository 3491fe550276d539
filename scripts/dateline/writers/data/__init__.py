"""The site's data: the same events as files for programs, spreadsheets, calendars and feed readers.

`render` is pure and gives the same bytes for the same collection everywhere. Times in the files are those of reports
and corrections. Whatever comes from an article is data in them: verbatim where the format can hold it, harmless
everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from ...cache.keeping import Unread, digest, mark
from ...model import Collection, Timeline
from ..settings import Settings
from . import corrections_feed, csv_table, feeds, ics, index_json, timeline_json, timelinejs, web_annotations
from .context import Context, is_everything
from .downloads import Download
from .tables import Tables

#: All events, or those of one entity, have slides and a calendar up to so many; an editor's timeline always has.
MOST_SHOWN = 2_000  # TimelineJS3 needs 3.4 s for so many, and 15.6 s for 10,000

#: The folder below `docs/` that the build owns whole.
OWNED = ("data",)


def render(collection: Collection, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """Every file: its path below `data/`, and its content. The order is fixed."""
    for path, content in files(Context(collection, settings)):
        yield path, content.read() if isinstance(content, Unread) else content


def files(context: Context) -> Iterator[tuple[str, bytes | Unread[bytes]]]:
    """The same, of a context that is there already; what was kept is not read yet."""
    made: dict[str, list[str]] = {}
    tables = Tables(context)
    for timeline in context.exported:
        paths = made.setdefault(context.stem(timeline), [])
        for path, content in _of_timeline(timeline, context, tables):
            paths.append(path)
            yield path, content
    for path, content in corrections_feed.render(context):
        made.setdefault(corrections_feed.STEM, []).append(path)
        yield path, content
    yield from web_annotations.render(context)
    yield from index_json.render(context, made, tables=tables)
    yield from schemas()


def downloads(timeline: Timeline, context: Context) -> tuple[Download, ...]:
    """The files of a timeline; () where it has none of its own."""
    if not context.is_exported(timeline):
        return ()
    stem = context.stem(timeline)
    calendar = (Download("iCalendar", f"{stem}.ics", "text/calendar"),) if any(map(ics.days, timeline.events)) else ()
    slides = (Download("TimelineJS", f"{stem}.timelinejs.json", "application/json"), *calendar)
    return (
        Download("JSON", f"{stem}.json", "application/json"),
        Download("CSV", f"{stem}.csv", "text/csv"),
        *(slides if _is_shown(timeline) else ()),
        Download("Atom", f"{stem}.atom", "application/atom+xml"),
        Download("JSON Feed", f"{stem}.feed.json", "application/feed+json"),
    )


def schemas() -> Iterator[tuple[str, bytes]]:
    """The JSON Schemas of the files, as they lie beside this module."""
    folder = resources.files(__name__).joinpath("schemas")
    for source in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if source.name.endswith(".json"):
            yield f"schemas/{source.name}", source.read_bytes()


def _of_timeline(timeline: Timeline, context: Context, tables: Tables) -> Iterator[tuple[str, bytes | Unread[bytes]]]:
    """The files of a timeline; of all events one after another, since they are many and change with every article."""
    made = (mark(replace(timeline, events=())), *context.marks(timeline, timeline.events))
    if is_everything(timeline):
        yield from _rendered(timeline, context, tables, made)
        return
    rendered = cache(lambda: dict(_rendered(timeline, context, tables, made)))
    known = context.keep("digests of data", made, lambda: [(path, digest(found)) for path, found in rendered().items()])
    for path, said in known:
        yield path, Unread(said, lambda path=path: rendered()[path])  # type: ignore[misc]


def _rendered(timeline: Timeline, context: Context, tables: Tables, made: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    stem = context.stem(timeline)
    yield from timeline_json.render(timeline, context, tables=tables)
    yield f"{stem}.csv", csv_table.render(timeline, context)
    if _is_shown(timeline):
        yield from context.keep("slides", made, lambda: list(timelinejs.render(timeline, context)))
        calendar = context.keep("calendar", made, lambda: ics.render(timeline, context))
        yield from ((f"{stem}.ics", calendar),) if calendar else ()
    atom, json_feed = feeds.both(timeline, context)
    yield f"{stem}.atom", atom
    yield f"{stem}.feed.json", json_feed


def _is_shown(timeline: Timeline) -> bool:
    return timeline.definition is not None or len(timeline.events) <= MOST_SHOWN
