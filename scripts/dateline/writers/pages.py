"""The pages of the site, as Markdown files: home, timelines, events, articles, names, sources, quality, search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from markupsafe import Markup

from .. import edtf, phrasing
from ..model import Article, Collection, Era, Event, Statement, Timeline
from . import data, embeds, filters, layout, prose, registers, safety, strip
from .buckets import Bucket, buckets
from .data import linked_data
from .data.context import Context, is_everything
from .reading import ArticleView, article_view
from .settings import Settings
from .views import EventView, Views, calendar_year

#: The folders below `docs/` that the build owns whole.
OWNED = (
    "articles",
    "data",
    "embed",
    "entities",
    "events",
    "quality",
    "search",
    "sources",
    "timelines",
    "overrides/words",
)

_ROOT = "\ufdd0"  # stands for the way to the root until that is known: a noncharacter, which no page can hold
_NEWEST, _HOME_TIMELINES, _YEARS_FROM, _SPOKEN_DATES = 10, 24, 20, 30


def render(collection: Collection, settings: Settings) -> Iterator[tuple[str, str | bytes]]:
    """Every generated file: its path below the folder of the site's sources, and its content. The order is fixed."""
    site = _Site(Views(collection, settings), Context(collection, settings))
    yield "index.md", site.home()
    yield from site.timelines()
    yield from site.all_events()
    yield from site.articles()
    yield from site.names()
    yield from registers.pages(site.views)
    yield from embeds.pages(site.views, site.context)
    yield "overrides/words/words.html", registers.words_template(site.views.say)
    for path, content in data.render(collection, settings):
        yield f"data/{path}", content
    yield "data/index.md", site.data_page()


@dataclass(frozen=True, slots=True)
class _Listed:
    """A timeline as a list names it."""

    slug: str
    title: str
    facts: tuple[str, ...]
    summary: str
    drawing: Markup | str


@dataclass(frozen=True, slots=True)
class Part:
    """One page of several: its name, where it is, how much it holds, and whether it is the one being shown."""

    text: str
    href: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class _Block:
    """Events under one heading, already rendered."""

    id: str
    text: str
    events: tuple[Markup, ...]


@dataclass(frozen=True)
class _Site:
    views: Views
    context: Context
    _rendered: dict[str, str] = field(default_factory=dict)

    # -- where things are ---------------------------------------------------------------------------------------

    @cached_property
    def hrefs(self) -> Mapping[str, str]:
        """Where an event stands, without the root."""
        return self.context.places

    @cached_property
    def _event_of(self) -> dict[str, Event]:
        return {s.id: event for event in self.views.collection.events for s in event.statements}

    @cached_property
    def _statements_of(self) -> dict[str, tuple[Statement, ...]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.views.collection.statements:
            found[statement.article].append(statement)
        return {article: tuple(statements) for article, statements in found.items()}

    # -- pages --------------------------------------------------------------------------------------------------

    def home(self) -> str:
        """The front page."""
        views, collection = self.views, self.views.collection
        say = views.say
        listed = [self._listed(t, "") for t in collection.timelines[:_HOME_TIMELINES]]
        more = len(collection.timelines)
        body = layout.fragment(
            "home",
            say,
            root="",
            site_name=views.settings.site_name,
            lead=views.settings.site_description or say("home_lead"),
            facts=[say("count_events", n=len(collection.events)), say("count_articles", n=len(collection.articles))],
            timelines=listed,
            more=more if more > _HOME_TIMELINES else 0,
            articles=self._article_lines(collection.articles[:_NEWEST]),
            linked=Markup(linked_data.of_site(self.context)),
        )
        return layout.page(say("home"), body, hide=["navigation", "toc"], generated=True)

    def timelines(self) -> Iterator[tuple[str, str]]:
        """A page for each timeline, and their list."""
        say, all_ = self.views.say, self.views.collection.timelines
        body = layout.fragment("timelines", say, root="../", timelines=[self._listed(t, "../") for t in all_])
        yield "timelines/index.md", self._listing(say("timelines"), say("timelines_lead"), body)
        for timeline in all_:
            if is_everything(timeline):
                continue  # it has its place at events/
            slug = safety.slug(timeline.slug)
            yield from self._timeline_pages(timeline, f"timelines/{slug}", indexed=False)

    def all_events(self) -> Iterator[tuple[str, str]]:
        """Every event there is, on one page or on a page a year."""
        say = self.views.say
        whole = replace(self.context.everything, title=say("events"), introduction=say("events_lead"))
        yield from self._timeline_pages(whole, "events", indexed=True)

    def articles(self) -> Iterator[tuple[str, str]]:
        """A page for each article, and their list by year of publication where it is long."""
        say, articles = self.views.say, self.views.collection.articles
        years: dict[str, list[Article]] = defaultdict(list)
        for article in articles:
            years[article.published[:4] or "undated"].append(article)
        split = self.views.settings.split
        if not split or len(articles) <= split:
            years = {"": list(articles)}
        for year, members in years.items():
            parts = self._year_parts([(y, len(m)) for y, m in years.items()], year) if len(years) > 1 else ()
            root = "../../" if year and year != next(iter(years)) else "../"
            body = layout.fragment("article_list", say, root=root, articles=self._article_lines(members))
            path = "articles/index.md" if root == "../" else f"articles/{year}.md"
            yield path, self._listing(say("articles"), say("articles_lead"), body, parts)
        for article in articles:
            yield f"articles/{safety.slug(article.id)}.md", self._article(article)

    def names(self) -> Iterator[tuple[str, str]]:
        """A page for each entity, and their list."""
        yield from registers.names(self.views, self.context, self._drawing)

    def data_page(self) -> str:
        """What there is for programs, and where."""
        say = self.views.say
        sets = [
            (t.title if t.definition else say("all_events"), data.downloads(t, self.context))
            for t in self.context.exported
        ]
        schemas = [path for path, _ in data.schemas()]
        body = layout.fragment("data", say, sets=sets, schemas=schemas, root="../")
        return self._listing(say("data"), say("data_lead"), body)

    # -- parts --------------------------------------------------------------------------------------------------

    def _timeline_pages(self, timeline: Timeline, folder: str, indexed: bool) -> Iterator[tuple[str, str]]:
        parts = buckets(timeline.events, self.views.settings.split)
        index = "events/index.md" if folder == "events" else f"{folder}.md"
        depth = "../" * (folder.count("/") + 1)
        if len(parts) == 1:
            yield index, self._timeline(timeline, timeline.events, depth, indexed)
            return
        yield index, self._timeline(timeline, (), depth, False, self._parts(parts, None, ""))
        for bucket in parts:
            named = bucket.text(self.views.say.language)
            near = self._parts(parts, bucket, "../")
            yield (
                f"{folder}/{bucket.slug}.md",
                self._timeline(timeline, bucket.events, depth + "../", indexed, near, named),
            )

    def _parts(self, parts: Sequence[Bucket], current: Bucket | None, up: str) -> list[Part]:
        """The years, and the months of the year that is open: a page does not name every other page."""
        years: dict[str, list[Bucket]] = defaultdict(list)
        for bucket in parts:
            years[bucket.year].append(bucket)
        found = []
        for year, members in years.items():
            opened = current is not None and current.year == year
            name = phrasing.say(year, self.views.say.language)
            if len(members) == 1 or not opened:
                count = sum(len(b.events) for b in members)
                found.append(Part(name, f"{up}{members[0].slug}/", count, members[0] is current))
            else:
                found += [
                    Part(b.text(self.views.say.language), f"{up}{b.slug}/", len(b.events), b is current)
                    for b in members
                ]
        return found

    def _timeline(
        self,
        timeline: Timeline,
        shown: Sequence[Event],
        root: str,
        indexed: bool,
        parts: Sequence[Part] = (),
        part: str = "",
    ) -> str:
        views, say = self.views, self.views.say
        events = views.events(shown)
        title = say("page_year", title=timeline.title, year=part) if part else timeline.title
        blocks = self._blocks(shown, root, timeline.newest_first)
        facets = filters.facets(events, say)
        drawing, overview = self._drawing(shown or timeline.events, timeline.eras)
        editor = timeline.definition is not None
        files = data.downloads(timeline, self.context)
        intro = layout.rich_text(timeline.introduction) if editor else timeline.introduction
        key = (
            []
            if part
            else [e for e in timeline.events if e.id in timeline.key and (editor or len(timeline.events) > _YEARS_FROM)]
        )
        body = layout.fragment(
            "timeline",
            say,
            root=root,
            indexed=indexed,
            title=title,
            facts=self._facts(shown or timeline.events),
            latest=views.dated("latest_report", max((e.first_reported for e in timeline.events), default="")),
            introduction="" if part else intro,
            drawing=drawing,
            overview=overview,
            parts=parts,
            years=[{"id": b.id, "text": b.text, "count": len(b.events)} for b in blocks] if len(blocks) > 1 else (),
            facets=layout.fragment(
                "filters",
                say,
                facets=facets,
                first_year=events[0].year,
                last_year=events[-1].year,
                newest=timeline.newest_first,
            )
            if len(events) >= filters.FEWEST
            else "",
            key=views.events(key) if len(key) < len(timeline.events) else (),
            hrefs=self.hrefs,
            blocks=blocks,
            reverse=timeline.newest_first,
            files=files,
            embed=f"{root}embed/{embeds.slug(timeline)}/" if files and not part else "",
            linked="" if part else Markup(linked_data.of_timeline(timeline, self.context)),
        )
        feeds = [
            [f.media_type, title, f"data/{f.path}"] for f in files if "feed" in f.media_type or "atom" in f.media_type
        ]
        return layout.page(title, body, hide=["navigation", "toc"], description=self._summary(timeline), feeds=feeds)

    def _blocks(self, shown: Sequence[Event], root: str, newest_first: bool) -> tuple[_Block, ...]:
        """The events, under a heading a year where there are many."""
        if not shown:
            return ()
        ordered = tuple(reversed(shown)) if newest_first else tuple(shown)
        years: dict[str, list[Markup]] = defaultdict(list)
        for event in ordered:
            year = self.views.event(event).year if len(shown) > _YEARS_FROM else ""
            years[year].append(self._event(event, root))
        language = self.views.say.language
        return tuple(_Block(y, phrasing.say(y, language) if y else "", tuple(found)) for y, found in years.items())

    def _event(self, event: Event, root: str) -> Markup:
        """An event is rendered once, however many pages it stands on; only the way to the root differs."""
        if event.id not in self._rendered:
            macro = layout.environment().get_template("event.jinja").module
            html = macro.event(self.views.event(event), _ROOT, self.views.say)  # type: ignore[attr-defined]
            self._rendered[event.id] = str(html)
        return Markup(self._rendered[event.id].replace(_ROOT, root))

    def _drawing(self, events: Sequence[Event], eras: Sequence[Era] = ()) -> tuple[strip.Strip | None, str]:
        """The strip of some events, and what it shows in words."""
        seen, say = self.views.events(events), self.views.say
        marks = [
            strip.Mark(
                e.id,
                e.first,
                e.last,
                e.shape,
                e.modality,
                f"{_said(e)}: {e.title}",
                "" if e.kind == "other" else e.kind_words,
            )
            for e in seen
        ]
        drawing = strip.draw(marks, eras, say.language)
        counted = say("count_events", n=len(seen))
        if len(seen) > _SPOKEN_DATES:
            return drawing, say("overview_many", events=counted, span=self._span(events))
        dates = ", ".join(dict.fromkeys(_said(e) for e in seen))
        return drawing, say("overview_text", events=counted, span=self._span(events), dates=dates)

    def _span(self, events: Iterable[Event]) -> str:
        """From the first year to the last, in words."""
        days = [day for event in events for day in edtf.bounds(event.value) if day is not None]
        if not days:
            return ""
        first, last = (edtf.of_year(calendar_year(day)) for day in (min(days), max(days)))
        return phrasing.say(edtf.of_interval(first, last), self.views.say.language)

    def _facts(self, events: Sequence[Event]) -> tuple[str, ...]:
        say = self.views.say
        articles = {a for e in events for a in e.articles}
        codes = sorted({code for e in events for code in e.languages})
        counted = say("count_articles", n=len(articles))
        languages = f"{counted}, {', '.join(map(say.language_name, codes))}" if codes else counted
        span = self._span(events)
        found = f"{say('count_events', n=len(events))}, {span}" if span else say("count_events", n=len(events))
        return (found, languages) if articles else (found,)

    def _summary(self, timeline: Timeline) -> str:
        """The first words of the introduction, without marks, for lists and previews."""
        text = prose.shown(timeline.introduction).strip().split("\n\n")[0].replace("\n", " ")
        return text if len(text) <= 240 else text[:240].rsplit(" ", 1)[0] + "…"

    def _listed(self, timeline: Timeline, root: str) -> _Listed:
        drawing, overview = self._drawing(timeline.events, ())
        drawn = layout.fragment("only_strip", self.views.say, drawing=drawing, overview=overview) if drawing else ""
        slug = "events" if is_everything(timeline) else f"timelines/{safety.slug(timeline.slug)}"
        return _Listed(slug, timeline.title, self._facts(timeline.events), self._summary(timeline), drawn)

    def _article_lines(self, articles: Iterable[Article]) -> list[dict[str, object]]:
        say = self.views.say
        found: list[dict[str, object]] = []
        for a in articles:
            dated = len(self._statements_of.get(a.id, ()))
            facts = [f for f in (a.publication, say("count_statements", n=dated) if dated else "") if f]
            title = prose.shown(a.title) or self.views.source(a)
            found.append(
                {
                    "slug": safety.slug(a.id),
                    "title": title,
                    "language": a.language,
                    "facts": facts,
                    "published": self.views.dated("published_short", a.published),
                }
            )
        return found

    def _article(self, article: Article) -> str:
        view: ArticleView = article_view(
            article, self._event_of, self._statements_of, self.views, lambda e: self.hrefs[e.id]
        )
        mentioned = {self._event_of[s.id].id: self._event_of[s.id] for s in self._statements_of.get(article.id, ())}
        drawing, overview = self._drawing(sorted(mentioned.values(), key=lambda e: edtf.sort_key(e.value)))
        body = layout.fragment(
            "article",
            self.views.say,
            root="../../",
            a=view,
            drawing=drawing,
            overview=overview,
            seen=set(),
            linked=Markup(linked_data.of_article(article, self.context)),
        )
        return layout.page(view.title, body, hide=["navigation", "toc"], description=prose.shown(article.description))

    def _listing(self, title: str, lead: str, body: Markup, parts: Sequence[Part] = ()) -> str:
        whole = layout.fragment("listing", self.views.say, title=title, lead=lead, body=body, parts=parts)
        return layout.page(title, whole, hide=["navigation", "toc"])

    def _year_parts(self, counts: Sequence[tuple[str, int]], current: str) -> tuple[Part, ...]:
        first = counts[0][0]
        inside = current != first
        parts = []
        for year, count in counts:
            text = self.views.say("undated") if year == "undated" else year
            href = ("../" if inside else "./") if year == first else f"../{year}/" if inside else f"{year}/"
            parts.append(Part(text, href, count, year == current))
        return tuple(parts)


def _said(event: EventView) -> str:
    return "".join(p.text for p in event.when)
