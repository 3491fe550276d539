"""What a web page says of its article: in JSON-LD, in its head, and where a reader sees it. The surest word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..readers import publication as moments
from ..readers.places import saved_from, snapshot
from . import bylines, jsonld, places, visible
from .addresses import host_of, is_address, normal
from .clipping import Refused

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "parsely-pub-date", "sailthru.date", "publish-date", "publishdate",
    "publication_date", "pubdate", "date_published", "cxenseparse:recs:publishtime", "citation_publication_date",
    "dc.date", "dcterms.date", "date",
)  # fmt: skip
_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "byl",
    "citation_author",
)
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title")
_PUBLICATION = ("og:site_name", "application-name", "dc.publisher", "apple-mobile-web-app-title")
_MAX_SITE = 60  # characters of a site's name
_SEPARATOR = re.compile(r"\s+(?:[|\-–—»•·]|::)\s+")
_DAY_IN_PATH = re.compile(r"/(20\d\d|19\d\d)[/-](\d\d)[/-](\d\d)(?=[/-])")


@dataclass(frozen=True, slots=True)
class Facts:
    """A page's own word on its article; "" and () for what it doesn't say. `published` is as in `model.Article`."""

    title: str = ""
    url: str = ""
    publication: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    archive: str = ""
    free: bool = True


def facts(tree: HtmlElement, url: str = "", source: str = "") -> Facts:
    """The facts of a page; `url` is the address that it came from, "" for a file, which then names its own: in its
    head, or in what the browser that saved it wrote at the top of its `source`.
    """
    meta, said = _meta(tree), jsonld.described(tree)
    place, archive = _places(_address(tree, meta, said, url, saved_from(source)))
    publication = said.publisher or _one(meta, _PUBLICATION) or visible.publisher_of(tree) or _site_in_title(tree)
    publication = publication or host_of(place)
    return Facts(
        title=_title(tree, meta, said, publication),
        url=place,
        publication=publication,
        authors=_authors(tree, meta, said, publication),
        published=_published(tree, meta, said) or _day_in(place),
        language=_language(tree, meta, said),
        description=said.description or _one(meta, ("og:description", "description", "twitter:description")),
        keywords=said.keywords or _keywords(meta),
        archive=archive,
        free=said.free and _one(meta, ("article:content_tier",)) not in ("locked", "metered"),
    )


Meta = dict[str, list[str]]


def _meta(tree: HtmlElement) -> Meta:
    """The contents of the `meta` elements by lower-case name."""
    found: Meta = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = jsonld.plain(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _one(meta: Meta, names: tuple[str, ...]) -> str:
    return next((meta[name][0] for name in names if name in meta), "")


def _places(address: str) -> tuple[str, str]:
    """The article's own address and its archived copy's, where the page was saved from an archive."""
    copy = snapshot(address)
    return (copy.original, copy.archive) if copy else (address, "")


def _address(tree: HtmlElement, meta: Meta, said: jsonld.Described, url: str, saved: str) -> str:
    """The canonical address, where it lies on the host that the page came from; without one the address itself."""
    links = [e.get("href") or "" for e in tree.iter("link") if "canonical" in (e.get("rel") or "").lower().split()]
    own = [*links, *meta.get("og:url", ()), said.url]
    if not url:
        own.append(saved)
    for place in own:
        try:
            found = normal(place, url) if url or is_address(place) else ""
        except Refused:
            continue
        if found and (not url or host_of(found) == host_of(url)) and not _is_front_page(found, url):
            return found
    return url


def _is_front_page(found: str, url: str) -> bool:
    """Whether it names a site's first page: what some sites give as the canonical address of every page."""
    return found.count("/") <= 3 and found.endswith("/") and url.rstrip("/") != found.rstrip("/")


def _title(tree: HtmlElement, meta: Meta, said: jsonld.Described, publication: str) -> str:
    headlines, names = _headlines(tree), [_window_title(tree)]
    candidates = [said.headline, *(_without_site(name, publication) for name in [_one(meta, _TITLE)])]
    candidates += [*headlines[:1], *(_without_site(name, publication) for name in names)]
    title = next(filter(None, candidates), "")
    stem = title.rstrip("….").rstrip()  # a headline cut short for a search engine stands whole on the page
    return next((whole for whole in headlines if title != stem and whole.startswith(stem)), title)


def _headlines(tree: HtmlElement) -> list[str]:
    """The headings of the first order; first the one in the window's title: the site's name may be another."""
    found = [text for element in places.own(tree, "h1") if (text := places.words(element))]
    window = _window_title(tree)
    return sorted(found, key=lambda text: -len(text) if text in window else 0)


def _window_title(tree: HtmlElement) -> str:
    return next((places.words(element) for element in tree.iter("title")), "")


def _site_in_title(tree: HtmlElement) -> str:
    """What a window's title says beside the headline: "Headline | Site"; "" where that is more than a name."""
    window, headline = _window_title(tree), next(iter(_headlines(tree)), "")
    for beside in (window.removeprefix(headline), window.removesuffix(headline)):
        name = _SEPARATOR.sub("", f" {beside} ").strip() if len(_SEPARATOR.findall(f" {beside} ")) == 1 else ""
        if headline and beside != window and 0 < len(name) <= _MAX_SITE:
            return name
    return ""


def _without_site(title: str, publication: str) -> str:
    """A title without the publication's name at its end or its beginning."""
    known = {publication.casefold(), publication.casefold().rpartition(".")[0]} - {""}
    breaks = list(_SEPARATOR.finditer(title))
    if breaks and title[breaks[-1].end() :].casefold() in known:
        return title[: breaks[-1].start()]
    if breaks and title[: breaks[0].start()].casefold() in known:
        return title[breaks[0].end() :]
    return title


def _authors(tree: HtmlElement, meta: Meta, said: jsonld.Described, publication: str) -> tuple[str, ...]:
    """The names in the first place that gives any; what a reader sees counts where it gives more."""
    said_in = (said.authors, _author_meta(meta), tuple(visible.bylines_of(tree)))
    found = [tuple(dict.fromkeys(n for line in lines for n in bylines.names(line, publication))) for lines in said_in]
    first, seen = next(filter(None, found), ()), found[-1]
    return seen if set(seen) > set(first) else first


def _author_meta(meta: Meta) -> tuple[str, ...]:
    name = next((name for name in _AUTHOR if any(not is_address(value) for value in meta.get(name, ()))), "")
    return tuple(value for value in meta.get(name, ()) if not is_address(value))


def _published(tree: HtmlElement, meta: Meta, said: jsonld.Described) -> str:
    heads = [said.published, *(value for name in _PUBLISHED for value in meta.get(name, ()))]
    values = [value for line in heads if line and (value := moments.moment(line).value)]
    if not values:
        return next((value for line in visible.dates_of(tree) if (value := moments.moment(line).value)), "")
    same_day_with_clock = [v for v in values if len(v) > 10 and len(values[0]) == 10 and v.startswith(values[0])]
    return (same_day_with_clock or values)[0]


def _day_in(url: str) -> str:
    """The day that an address holds as a part of its path, "/2024/06/14/": many sites file their articles so."""
    found = _DAY_IN_PATH.search(url)
    return moments.moment("-".join(found.groups())).value if found else ""


def _language(tree: HtmlElement, meta: Meta, said: jsonld.Described) -> str:
    root = tree.getroottree().getroot()
    own = (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang"), root.get("xml:lang"))
    found = [*own, said.language, _one(meta, ("content-language",)), _one(meta, ("og:locale",))]
    tags = (value.partition(",")[0].strip().replace("_", "-") for value in found if value)
    return next((tag for tag in tags if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag)), "")


def _keywords(meta: Meta) -> tuple[str, ...]:
    values = meta.get("article:tag") or [part for line in meta.get("keywords", ())[:1] for part in line.split(",")]
    return tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
