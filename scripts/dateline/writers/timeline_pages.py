"""The pages of timelines: one each, or one a year where there are many events; and their list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup

from .. import edtf, phrasing
from ..model import Event, Timeline
from . import data, embeds, filters, layout, places, previews, prose, safety
from .buckets import Bucket, buckets
from .data import linked_data
from .data.context import is_everything
from .desk import Desk, Part, listing

_FEEDS = ("application/atom+xml", "application/feed+json")
_YEARS_FROM = 20  # a page of more events has a heading for each year
_PART = 25  # events that a browser lays out together, when they come into view: the style sheet knows how tall they are


@dataclass(frozen=True, slots=True)
class Listed:
    """A timeline as a list names it."""

    slug: str
    title: str
    facts: tuple[str, ...]
    summary: str
    drawing: Markup | str


@dataclass(frozen=True, slots=True)
class _Block:
    """Events under one heading, already rendered."""

    id: str
    text: str
    events: tuple[Markup, ...]

    @property
    def parts(self) -> tuple[tuple[Markup, ...], ...]:
        """The events in stretches of about equal length."""
        count = -(-len(self.events) // _PART)
        cuts = [len(self.events) * i // count for i in range(count + 1)]
        return tuple(self.events[a:b] for a, b in pairwise(cuts))


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    """A page for each timeline, and their list."""
    say, all_ = desk.views.say, desk.views.collection.timelines
    body = layout.fragment("timelines", say, root="../", timelines=[listed(desk, t, "../") for t in all_])
    yield "timelines/index.md", listing(desk, say("timelines"), say("timelines_lead"), body)
    for timeline in all_:
        if is_everything(timeline):
            continue  # it has its place at events/
        slug = safety.slug(timeline.slug)
        yield from _pages(desk, timeline, f"timelines/{slug}", indexed=False)


def all_events(desk: Desk) -> Iterator[tuple[str, str]]:
    """Every event there is, on one page or on a page a year."""
    say = desk.views.say
    whole = replace(desk.context.everything, title=say("events"), introduction=say("events_lead"))
    yield from _pages(desk, whole, "events", indexed=True)


def listed(desk: Desk, timeline: Timeline, root: str) -> Listed:
    """What a list says of a timeline."""
    drawing, overview = desk.drawing(timeline.events, ())
    drawn = layout.fragment("only_strip", desk.views.say, drawing=drawing, overview=overview) if drawing else ""
    slug = "events" if is_everything(timeline) else f"timelines/{safety.slug(timeline.slug)}"
    return Listed(slug, timeline.title, desk.facts(timeline.events), _summary(timeline), drawn)


def _pages(desk: Desk, timeline: Timeline, folder: str, indexed: bool) -> Iterator[tuple[str, str]]:
    parts = buckets(timeline.events, desk.views.settings.split)
    index = "events/index.md" if folder == "events" else f"{folder}.md"
    depth = "../" * (folder.count("/") + 1)
    if len(parts) == 1:
        yield index, _page(desk, timeline, timeline.events, depth, indexed)
        return
    map_ = places.pattern(parts)
    yield index, _page(desk, timeline, (), depth, False, _parts(desk, parts, None, ""), places_at=map_)
    for bucket in parts:
        named = bucket.text(desk.views.say.language)
        near = _parts(desk, parts, bucket, "../")
        yield (
            f"{folder}/{bucket.slug}.md",
            _page(desk, timeline, bucket.events, depth + "../", indexed, near, named, f"../{map_}"),
        )
    for name, text in places.files(parts):
        yield f"{folder}/{name}", text


def _parts(desk: Desk, parts: Sequence[Bucket], current: Bucket | None, up: str) -> list[Part]:
    """The years, and the months of the year that is open: a page does not name every other page."""
    years: dict[str, list[Bucket]] = defaultdict(list)
    for bucket in parts:
        years[bucket.year].append(bucket)
    found = []
    for year, members in years.items():
        opened = current is not None and current.year == year
        name = phrasing.say(year, desk.views.say.language)
        if len(members) == 1 or not opened:
            count = sum(len(b.events) for b in members)
            found.append(Part(name, f"{up}{members[0].slug}/", count, members[0] is current, _day(members[0])))
        else:
            found += [
                Part(b.text(desk.views.say.language), f"{up}{b.slug}/", len(b.events), b is current, _day(b))
                for b in members
            ]
    return found


def _day(bucket: Bucket) -> int | None:
    """The day (ordinal) that a part begins on."""
    return edtf.bounds(bucket.value)[0]


def _page(
    desk: Desk,
    timeline: Timeline,
    shown: Sequence[Event],
    root: str,
    indexed: bool,
    parts: Sequence[Part] = (),
    part: str = "",
    places_at: str = "",
) -> str:
    """One page: `shown` are its events, `parts` the pages that the timeline is split into, `part` this one's name;
    `places_at` says where the map of those pages is."""
    views, say = desk.views, desk.views.say
    title = say("page_year", title=timeline.title, year=part) if part else timeline.title
    blocks = _blocks(desk, shown, root, timeline.newest_first)
    drawing, overview = desk.drawing(shown or timeline.events, timeline.eras)
    files = data.downloads(timeline, desk.context)
    body = layout.fragment(
        "timeline",
        say,
        root=root,
        indexed=indexed,
        title=title,
        facts=desk.facts(shown or timeline.events),
        latest=views.dated("latest_report", max((e.first_reported for e in timeline.events), default="")),
        introduction="" if part else _introduction(timeline),
        drawing=drawing,
        overview=overview,
        parts=parts,
        places=places_at,
        years=[Part(b.text, f"#y{b.id}", len(b.events), False) for b in blocks] if len(blocks) > 1 else (),
        facets=_filters(desk, shown, timeline.newest_first),
        key=views.events(() if part else _key(timeline)),
        hrefs=desk.hrefs,
        blocks=blocks,
        reverse=timeline.newest_first,
        files=files,
        embed=f"{root}embed/{embeds.slug(timeline)}/" if files and not part else "",
        linked="" if part else Markup(linked_data.of_timeline(timeline, desk.context)),
    )
    feeds = [[f.media_type, title, f"data/{f.path}"] for f in files if f.media_type in _FEEDS]
    picture = {"image": previews.place(timeline, desk), "image_alt": " · ".join((title, *desk.facts(timeline.events)))}
    told = _summary(timeline) or " · ".join(desk.facts(timeline.events))
    return layout.page(
        title, body, hide=["navigation", "toc"], description=told, feeds=feeds, **(picture if picture["image"] else {})
    )


def _introduction(timeline: Timeline) -> Markup | str:
    return layout.rich_text(timeline.introduction) if timeline.definition else timeline.introduction


def _key(timeline: Timeline) -> tuple[Event, ...]:
    """The key events, where they are not all there is; of a timeline that nobody defined, only if it is long."""
    if not timeline.definition and len(timeline.events) <= _YEARS_FROM:
        return ()
    chosen = tuple(e for e in timeline.events if e.id in timeline.key)
    return chosen if len(chosen) < len(timeline.events) else ()


def _filters(desk: Desk, shown: Sequence[Event], newest_first: bool) -> Markup | str:
    if len(shown) < filters.FEWEST:
        return ""
    events = desk.views.events(shown)
    facets = filters.facets(events, desk.views.say)
    first, last = events[0].date.year, events[-1].date.year
    return layout.fragment(
        "filters", desk.views.say, facets=facets, first_year=first, last_year=last, newest=newest_first
    )


def _blocks(desk: Desk, shown: Sequence[Event], root: str, newest_first: bool) -> tuple[_Block, ...]:
    """The events, under a heading a year where there are many."""
    if not shown:
        return ()
    ordered = tuple(reversed(shown)) if newest_first else tuple(shown)
    years: dict[str, list[Markup]] = defaultdict(list)
    for event in ordered:
        year = desk.views.event(event).date.year if len(shown) > _YEARS_FROM else ""
        years[year].append(desk.event(event, root))
    language = desk.views.say.language
    return tuple(_Block(y, phrasing.say(y, language) if y else "", tuple(found)) for y, found in years.items())


def _summary(timeline: Timeline) -> str:
    """The first words of the introduction, without marks, for lists and previews."""
    text = prose.shown(timeline.introduction).strip().split("\n\n")[0].replace("\n", " ")
    return text if len(text) <= 240 else text[:240].rsplit(" ", 1)[0] + "…"
