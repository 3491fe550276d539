"""The pages of articles: one each, and their list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .. import edtf
from ..cache.keeping import Unread
from ..model import Article, Event
from ..phrasing import Phrase
from . import layout, prose, safety
from .data import linked_data
from .desk import Desk, Part, listing
from .reading import article_view
from .views import publisher


@dataclass(frozen=True, slots=True)
class Line:
    """An article as a list names it: it leads to its page (`slug`), else to where it was published (`url`)."""

    slug: str
    url: str
    title: str
    language: str
    facts: tuple[str, ...]
    published: tuple[Phrase, ...]


def pages(desk: Desk) -> Iterator[tuple[str, str | Unread[str]]]:
    """A page for each article, and their list by year of publication where it is long."""
    say, articles = desk.views.say, desk.views.collection.articles
    years: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        years[article.published[:4] or "undated"].append(article)
    split = desk.views.settings.split
    if not split or len(articles) <= split:
        years = {"": list(articles)}
    for year, members in years.items():
        parts = _year_parts(desk, [(y, len(m)) for y, m in years.items()], year) if len(years) > 1 else ()
        root = "../../" if year and year != next(iter(years)) else "../"
        body = _list(desk, root, members)
        path = "articles/index.md" if root == "../" else f"articles/{year}.md"
        yield path, listing(desk, say("articles"), say("articles_lead"), body, parts)
    shown = desk.views.articles_with_page
    for article in (a for a in articles if a.id in shown):
        yield f"articles/{safety.slug(article.id)}.md", _page(desk, article)


def _marks(desk: Desk, root: str, articles: Iterable[Article]) -> Iterator[str]:
    """Names for all that a list says of articles."""
    yield root
    for article in articles:
        yield f"{desk.context.mark_article(article.id)} {len(desk.statements_of.get(article.id, ()))}"


def _list(desk: Desk, root: str, articles: Iterable[Article]) -> Markup:
    def made() -> str:
        return str(layout.fragment("article_list", desk.views.say, root=root, articles=lines(desk, articles)))

    return Markup(desk.views.keep("article list", _marks(desk, root, articles), made))


def lines(desk: Desk, articles: Iterable[Article]) -> list[Line]:
    """What a list says of articles. One without a page leads to where it was published."""
    return [_line(desk, article) for article in articles]


def _line(desk: Desk, article: Article) -> Line:
    say, own = desk.views.say, article.id in desk.views.articles_with_page
    dated = len(desk.statements_of.get(article.id, ()))
    return Line(
        slug=safety.slug(article.id) if own else "",
        url="" if own else safety.safe_url(article.url),
        title=prose.shown(article.title) or publisher(article, desk.views),
        language=article.language,
        facts=tuple(fact for fact in (article.publication, say("count_statements", n=dated) if dated else "") if fact),
        published=desk.views.dated("published_short", article.published),
    )


def _page(desk: Desk, article: Article) -> str | Unread[str]:
    mentioned = {desk.event_of[s.id].id: desk.event_of[s.id] for s in desk.statements_of.get(article.id, ())}
    parts = (desk.context.mark_article(article.id), *map(desk.context.mark, mentioned.values()))
    return desk.views.page("article page", parts, lambda: _rendered(desk, article, mentioned))


def _rendered(desk: Desk, article: Article, mentioned: Mapping[str, Event]) -> str:
    view = article_view(article, desk.event_of, desk.statements_of, desk.views, lambda e: desk.hrefs[e.id])
    drawing, overview = desk.drawing(sorted(mentioned.values(), key=lambda e: edtf.sort_key(e.value)))
    body = layout.fragment(
        "article",
        desk.views.say,
        root="../../",
        a=view,
        drawing=drawing,
        overview=overview,
        seen=set(),
        linked=Markup(linked_data.of_article(article, desk.context)),
    )
    told = (
        prose.shown(article.description) or f"{view.source or view.title} · {desk.facts(list(mentioned.values()))[0]}"
    )
    return layout.page(view.title, body, hide=["navigation", "toc"], description=told)


def _year_parts(desk: Desk, counts: Sequence[tuple[str, int]], current: str) -> tuple[Part, ...]:
    first = counts[0][0]
    inside = current != first
    parts = []
    for year, count in counts:
        text = desk.views.say("undated") if year == "undated" else year
        href = ("../" if inside else "./") if year == first else f"../{year}/" if inside else f"{year}/"
        parts.append(Part(text, href, count, year == current))
    return tuple(parts)
