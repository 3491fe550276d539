"""All generated files of the site: its pages, as Markdown, and its data."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from .. import words
from ..cache.keeping import FileContent, Keep, Unread, anew
from ..model import Collection
from . import article_pages, corrections, data, embeds, layout, previews, registers, style_sheets, timeline_pages
from .data import linked_data
from .data.context import Context
from .desk import Desk, listing
from .settings import Settings
from .views import Views

#: The folders below `docs/` that the build owns whole.
OWNED = (
    "articles", "corrections", "data", "embed", "entities", "events", "method", "previews", "quality", "search",
    "sources", "styles", "timelines", "overrides/words",
)  # fmt: skip

_NEWEST, _HOME_TIMELINES = 10, 24


def render(collection: Collection, settings: Settings, kept: Keep = anew) -> Iterator[tuple[str, str | bytes]]:
    """Every generated file: its path below the folder of the site's sources, and its content. The order is fixed.

    The same comes out whatever of it was `kept`.
    """
    for path, content in files(collection, settings, kept):
        yield path, content.read() if isinstance(content, Unread) else content


def files(collection: Collection, settings: Settings, kept: Keep = anew) -> Iterator[tuple[str, FileContent]]:
    """The same, for one who may have some of it: what was kept is not read yet."""
    desk = Desk(Views(collection, settings, kept), Context(collection, settings, kept))
    yield "index.md", _home(desk)
    yield "method/index.md", words.method(desk.views.say.language)
    yield from timeline_pages.pages(desk)
    yield from timeline_pages.all_events(desk)
    yield from article_pages.pages(desk)
    yield from registers.names(desk)
    yield from registers.pages(desk)
    yield from corrections.pages(desk)
    yield from embeds.pages(desk.views, desk.context)
    yield from previews.pages(desk)
    yield from style_sheets.files()
    yield "overrides/words/words.html", registers.words_template(desk.views)
    for path, content in data.files(desk.context):
        yield f"data/{path}", content
    yield "data/index.md", _data_page(desk)


def _home(desk: Desk) -> str:
    """The front page."""
    views, collection = desk.views, desk.views.collection
    say = views.say
    listed = [timeline_pages.listed(desk, t) for t in collection.timelines[:_HOME_TIMELINES]]
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
        articles=article_pages.lines(desk, collection.articles[:_NEWEST]),
        linked=Markup(linked_data.of_site(desk.context)),
    )
    lead = "" if views.settings.site_description else say("home_lead")  # MkDocs knows the site's own
    return layout.page(say("home"), body, hide=["navigation", "toc"], generated=True, description=lead)


def _data_page(desk: Desk) -> str:
    """What there is for programs, and where."""
    say = desk.views.say
    sets = [
        (t.title if t.definition else say("all_events"), data.downloads(t, desk.context)) for t in desk.context.exported
    ]
    schemas = [path for path, _ in data.schemas()]
    body = layout.fragment("data", say, sets=sets, schemas=schemas, root="../")
    return listing(desk, say("data"), say("data_lead"), body)
