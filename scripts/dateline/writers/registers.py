"""The registers of the site: names and sources; the quality page, and the page and the words that search needs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .. import edtf, phrasing
from ..cache.keeping import Unread, mark
from ..model import Article, Entity, EntityKind, Event
from ..phrasing import Phrase
from . import layout, quality, safety
from .data import linked_data
from .desk import Desk, listing
from .errata import errata
from .views import Views

_NEIGHBOURS = 24
#: What the header, the footer and the scripts say, by their keys in `words/`.
_CHROME = tuple(
    "articles cite cite_fail cite_plain cite_title close copied copy data embed entities events language "  # noqa: SIM905
    "made_with menu method not_found not_found_text permalink quality report search search_fail search_hint "
    "search_label search_more search_noscript search_none search_wait skip sources theme timelines to_home "
    "overview strip_in strip_out strip_earlier strip_later strip_whole strip_only".split()
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A name, its page ("" where it has none) and a number."""

    text: str
    slug: str
    count: int


@dataclass(frozen=True, slots=True)
class Source:
    """A publication in numbers."""

    name: str
    articles: int
    events: int
    languages: str
    span: tuple[Phrase, ...]


def names(desk: Desk) -> Iterator[tuple[str, str | Unread[str]]]:
    """A page for each entity, and their list by kind."""
    views = desk.views
    events: dict[str, list[Event]] = defaultdict(list)
    for event in views.collection.events:
        for named in event.entities:
            events[named].append(event)
    known = [e for e in views.collection.entities if e.id in events]
    groups = []
    for kind in EntityKind:
        of_kind = [_counted(e.id, len(events[e.id]), views) for e in known if e.kind is kind]
        if of_kind:
            groups.append(
                (views.say(f"entity_{kind.value}"), sorted(of_kind, key=lambda c: (-c.count, c.text, c.slug)))
            )
    body = layout.fragment("entities", views.say, root="../", groups=groups)
    yield "entities/index.md", _listing(desk, "entities", body)
    for entity in (e for e in known if e.id in views.entities_with_page):
        yield f"entities/{safety.slug(entity.id)}.md", _name(entity, events[entity.id], desk)


def _name(entity: Entity, events: Sequence[Event], desk: Desk) -> str | Unread[str]:
    timelines = mark(*_timelines_of(entity, desk.views))
    parts = (desk.context.mark_entity(entity.id), timelines, *map(desk.context.mark, events))
    return desk.views.page("entity page", parts, lambda: _rendered(entity, events, desk))


def _rendered(entity: Entity, events: Sequence[Event], desk: Desk) -> str:
    views, say, title = desk.views, desk.views.say, desk.views.label(entity.id)
    beside = Counter(
        other for event in events for other in event.entities if other != entity.id and other in views.entities
    )
    neighbours = sorted(beside.items(), key=lambda item: (-item[1], item[0]))[:_NEIGHBOURS]
    drawing, overview = desk.drawing(events)
    body = layout.fragment(
        "entity",
        say,
        root="../../",
        kind=say(f"entity_{entity.kind.value}"),
        title=title,
        facts=[
            say("count_events", n=len(events)),
            say("count_articles", n=len({a for e in events for a in e.articles})),
        ],
        drawing=drawing,
        overview=overview,
        timelines=list(_timelines_of(entity, views)),
        events=desk.briefly(events),
        linked=Markup(linked_data.of_entity(entity, desk.context)),
        neighbours=[_counted(e, n, views) for e, n in neighbours],
        names=[(code, say.language_name(code), name) for code, name in sorted(entity.labels)]
        if len(entity.labels) > 1
        else (),
        same_as=[url for url in map(safety.safe_url, entity.same_as) if url],
    )
    return layout.page(title, body, hide=["navigation", "toc"], description=" · ".join((title, *desk.facts(events))))


def _counted(entity: str, count: int, views: Views) -> Counted:
    return Counted(views.label(entity), safety.slug(entity) if entity in views.entities_with_page else "", count)


def _timelines_of(entity: Entity, views: Views) -> Iterator[Counted]:
    shown = views.timelines_with_page
    for timeline in (t for t in views.collection.timelines if t.slug in shown):
        if timeline.entity == entity.id or (timeline.definition and entity.id in timeline.definition.show.entities):
            yield Counted(timeline.title, safety.slug(timeline.slug), len(timeline.events))


def pages(desk: Desk) -> Iterator[tuple[str, str]]:
    """Sources, quality, search."""
    views = desk.views
    yield "sources/index.md", _listing(desk, "sources", layout.fragment("sources", views.say, sources=_sources(views)))
    yield "quality/index.md", _listing(desk, "quality", quality.body(views))
    search = layout.fragment("search", views.say, root="../")
    yield (
        "search/index.md",
        layout.page(views.say("search"), search, hide=["navigation", "toc"], description=views.say("search_label")),
    )


def _listing(desk: Desk, key: str, body: Markup) -> str:
    say = desk.views.say
    return listing(desk, say(key), say(f"{key}_lead"), body)


def _sources(views: Views) -> list[Source]:
    articles: dict[str, list[Article]] = defaultdict(list)
    for article in views.collection.articles:
        articles[article.publication].append(article)
    events: Counter[str] = Counter()
    for event in views.collection.events:
        events.update({views.articles[a].publication for a in event.articles if a in views.articles})
    found = [_source(name, members, events[name], views) for name, members in articles.items()]
    return sorted(found, key=lambda s: (-s.articles, s.name))


def _source(name: str, articles: Sequence[Article], events: int, views: Views) -> Source:
    days = sorted(a.published[:10] for a in articles if a.published)
    span = phrasing.phrases(edtf.of_interval(days[0], days[-1]), views.say.language) if days else ()
    languages = ", ".join(sorted({views.say.language_name(a.language) for a in articles}))
    return Source(name or views.say("unknown_publication"), len(articles), events, languages, span)


def words_template(views: Views) -> str:
    """The words of the theme's own templates, as a Jinja file that sets `words`, so that they have one source.

    The name of the page of corrections is among them where there is one.
    """
    say = views.say
    chosen = {key: say.forms(key)["other"] for key in _CHROME} | {"lang": say.language}
    chosen |= {f"search_result_{form}": text for form, text in say.forms("search_result").items()}
    chosen |= {"corrections": say("corrections")} if errata(views.collection) else {}
    return "{% set words = " + json.dumps(chosen, ensure_ascii=False, indent=1, sort_keys=True) + " %}\n"
