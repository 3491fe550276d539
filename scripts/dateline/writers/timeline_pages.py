"""The pages of timelines: one each, or one a year where there are many events; and their list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from .. import edtf
from ..cache.keeping import Unread, mark, unread
from ..model import Event, Timeline
from ..words import Words
from . import data, embeds, filters, layout, places, previews, prose, safety
from .contents import contents, parts_beside
from .data import linked_data
from .data.context import is_everything
from .data.downloads import Download
from .desk import Desk, Part, listing
from .event_list import YEARS_FROM, blocks
from .years import calendar_year

_FEEDS = ("application/atom+xml", "application/feed+json")
_DRAWN = 50  # the list of timelines draws the strips of so many
_YEARS = "<!--years-->"  # stands for a page's neighbours until they are put in: no text can be this


@dataclass(frozen=True, slots=True)
class Listed:
    """A timeline as a list names it."""

    slug: str
    title: str
    facts: tuple[str, ...]
    summary: str
    drawing: Markup | str


@dataclass(frozen=True, slots=True)
class _Whole:
    """A timeline, and what each of its pages says of all of it: its files, the latest report, the path of its preview
    picture.
    """

    timeline: Timeline
    files: tuple[Download, ...]
    latest: str
    image: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page of a timeline: the way to the `root`, whether search reads it, its `events` (none on the first of
    several pages), whether it is one of several, the name of its `part`, and where the map of those pages is.
    """

    root: str
    indexed: bool
    events: tuple[Event, ...] = ()
    split: bool = False
    part: str = ""
    places_at: str = ""


def pages(desk: Desk) -> Iterator[tuple[str, str | Unread[str]]]:
    """A page for each timeline, and their list."""
    say, all_ = desk.views.say, desk.views.collection.timelines
    lines = [listed(desk, t, place < _DRAWN) for place, t in enumerate(all_)]
    body = layout.fragment("timelines", say, root="../", timelines=lines)
    yield "timelines/index.md", listing(desk, say("timelines"), say("timelines_lead"), body)
    for timeline in all_:
        if timeline.slug not in desk.views.timelines_with_page:
            continue  # that of all events has its place at events/
        slug = safety.slug(timeline.slug)
        yield from _pages(desk, timeline, f"timelines/{slug}", indexed=False)


def all_events(desk: Desk) -> Iterator[tuple[str, str | Unread[str]]]:
    """Every event there is, on one page or on a page a year."""
    say = desk.views.say
    whole = replace(desk.context.everything, title=say("events"), introduction=say("events_lead"))
    yield from _pages(desk, whole, "events", indexed=True)


def listed(desk: Desk, timeline: Timeline, drawn: bool = True) -> Listed:
    """What a list says of a timeline; one without pages of its own leads to what it is about."""
    parts = (str(drawn), *map(desk.context.mark, timeline.events))
    facts, strip = desk.views.keep("listed", parts, lambda: _facts(desk, timeline, drawn))
    place = "events" if is_everything(timeline) else f"entities/{safety.slug(timeline.entity)}"
    if timeline.slug in desk.views.timelines_with_page:
        place = f"timelines/{safety.slug(timeline.slug)}"
    return Listed(place, timeline.title, facts, _summary(timeline), Markup(strip))


def _facts(desk: Desk, timeline: Timeline, drawn: bool) -> tuple[tuple[str, ...], str]:
    """What is counted of a timeline, and its strip where it is `drawn`."""
    drawing, overview = desk.drawing(timeline.events, ()) if drawn else (None, "")
    strip = layout.fragment("only_strip", desk.views.say, drawing=drawing, overview=overview) if drawing else ""
    return desk.facts(timeline.events), str(strip)


def _pages(desk: Desk, timeline: Timeline, folder: str, indexed: bool) -> Iterator[tuple[str, str | Unread[str]]]:
    parts, language = desk.context.pages_of(timeline), desk.views.say.language
    index = "events/index.md" if folder == "events" else f"{folder}.md"
    root = "../" * (folder.count("/") + 1)
    whole = _whole(desk, timeline)
    if len(parts) == 1:
        yield index, _page(desk, whole, _Sheet(root, indexed, timeline.events))
        return
    places_at = places.pattern(parts)
    first = _Sheet(root, False, split=True, places_at=places_at)
    yield index, _page(desk, whole, first, tuple(parts_beside(contents(parts, "", language), None)))
    years = contents(parts, "../", language)
    for bucket in parts:
        sheet = _Sheet(root + "../", indexed, bucket.events, True, bucket.text(language), f"../{places_at}")
        yield f"{folder}/{bucket.slug}.md", _page(desk, whole, sheet, tuple(parts_beside(years, bucket)))
    for name, text in places.files(parts):
        yield f"{folder}/{name}", text


def _whole(desk: Desk, timeline: Timeline) -> _Whole:
    reported = desk.views.dated("latest_report", max((e.first_reported for e in timeline.events), default=""))
    return _Whole(
        timeline,
        tuple(data.downloads(timeline, desk.context)),
        Markup(" · {}").format(layout.dated(reported)) if reported else "",
        previews.place(timeline, desk),
    )


def _page(desk: Desk, whole: _Whole, sheet: _Sheet, beside: Sequence[Part] = ()) -> str | Unread[str]:
    """One page; `beside` are the pages that the timeline is split into.

    The names of its neighbours are put in last, so that a page of which nothing else changes can be kept.
    """
    timeline = whole.timeline
    about = mark(replace(timeline, events=()), replace(sheet, events=()), bool(sheet.events), whole.files)
    made = (about, whole.image, *desk.context.marks(timeline, sheet.events or timeline.events))
    years = "".join(map(_year, beside))

    def page() -> str:
        kept = desk.views.keep("timeline page", made, lambda: _rendered(desk, whole, sheet))
        return kept.replace(_YEARS, _years(desk.views.say, years).strip())

    return unread(desk.views.keep, "timeline page", (*made, years), page)


def _rendered(desk: Desk, whole: _Whole, sheet: _Sheet) -> str:
    say, timeline, told = desk.views.say, whole.timeline, sheet.events or whole.timeline.events
    title = say("page_year", title=timeline.title, year=sheet.part) if sheet.part else timeline.title
    shown = blocks(desk, sheet.events, sheet.root, timeline.newest_first)
    drawing, overview = desk.drawing(told, timeline.eras)
    years = [Part(b.text, f"#y{b.id}", len(b.events), False) for b in shown] if len(shown) > 1 else []
    facts = desk.facts(told)
    body = layout.fragment(
        "timeline",
        say,
        root=sheet.root,
        indexed=sheet.indexed,
        title=title,
        facts=facts,
        drawing=drawing,
        overview=overview,
        places=sheet.places_at,
        nav=Markup(_YEARS) if sheet.split else _years(say, "".join(map(_year, years))),
        split=sheet.split,
        years=years,
        facets=_filters(desk, sheet.events, timeline.newest_first),
        hrefs=desk.hrefs,
        blocks=shown,
        reverse=timeline.newest_first,
        files=whole.files,
        **_of_the_whole(desk, whole, sheet),
    )
    named = title if sheet.part else desk.titled(title, timeline.events)
    return layout.page(named, body, **_meta(whole, title, " · ".join(facts)))


def _of_the_whole(desk: Desk, whole: _Whole, sheet: _Sheet) -> dict[str, object]:
    """What the first page of a timeline says, and those of its parts don't."""
    timeline = whole.timeline
    if sheet.part:
        return {"latest": "", "introduction": "", "key": (), "embed": "", "linked": ""}
    return {
        "latest": whole.latest,
        "introduction": _introduction(timeline),
        "key": desk.views.events(_key(timeline)),
        "embed": f"{sheet.root}embed/{embeds.slug(timeline)}/" if whole.files else "",
        "linked": Markup(linked_data.of_timeline(timeline, desk.context)),
    }


def _meta(whole: _Whole, title: str, facts: str) -> dict[str, object]:
    """What a page says of itself to those who link to it."""
    feeds = [[f.media_type, title, f"data/{f.path}"] for f in whole.files if f.media_type in _FEEDS]
    told = _summary(whole.timeline) or facts
    said: dict[str, object] = {"hide": ["navigation", "toc"], "description": told, "feeds": feeds}
    return said | ({"image": whole.image, "image_alt": f"{title} · {facts}"} if whole.image else {})


def _years(say: Words, parts: str) -> Markup:
    """The table of years to jump by; `parts` are its entries."""
    return layout.fragment("years", say, parts=Markup(parts)) if parts else Markup("")


@lru_cache(maxsize=4096)  # each page names most of the others
def _year(part: Part) -> str:
    return str(layout.macro("year", part))


def _introduction(timeline: Timeline) -> Markup | str:
    return layout.rich_text(timeline.introduction) if timeline.definition else timeline.introduction


def _key(timeline: Timeline) -> tuple[Event, ...]:
    """The key events, where they are not all there is; of a timeline that nobody defined, only if it is long."""
    if not timeline.definition and len(timeline.events) <= YEARS_FROM:
        return ()
    chosen = tuple(e for e in timeline.events if e.id in timeline.key)
    return chosen if len(chosen) < len(timeline.events) else ()


def _filters(desk: Desk, shown: Sequence[Event], newest_first: bool) -> Markup | str:
    if len(shown) < filters.FEWEST:
        return ""
    facets = filters.facets([desk.offers(event) for event in shown], desk.views.say)
    first, last = (edtf.of_year(calendar_year(edtf.sort_key(e.value)[0])) for e in (shown[0], shown[-1]))
    return layout.fragment(
        "filters", desk.views.say, facets=facets, first_year=first, last_year=last, newest=newest_first
    )


def _summary(timeline: Timeline) -> str:
    """The first words of the introduction, without marks, for lists and previews."""
    text = prose.shown(timeline.introduction).strip().split("\n\n")[0].replace("\n", " ")
    return text if len(text) <= 240 else text[:240].rsplit(" ", 1)[0] + "…"
