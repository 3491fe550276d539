"""schema.org JSON-LD for the pages, as the text of a `<script type="application/ld+json">`.

Each function gives text that no HTML parser can take for the end of the script: JSON with `<`, `>` and `&` escaped.
Only what is reported as having happened is called an Event: a machine can't read "denied" or "withdrawn".
"""

from __future__ import annotations

import re

from ... import edtf
from ...model import Article, Entity, EntityKind, Event, Modality, Status, Timeline
from .. import prose
from . import encoding
from .context import Context
from .records import Record

#: A page names no more events than this; the files under data/ have the rest.
MOST = 100

_TYPES = {
    EntityKind.COUNTRY: "Country",
    EntityKind.PLACE: "Place",
    EntityKind.ORGANISATION: "Organization",
    EntityKind.PERSON: "Person",
    EntityKind.AGREEMENT: "Thing",
}
_ISO_DATE = re.compile(r"(?!0000)\d{4}(-\d\d(-\d\d)?)?")
_ISO_INSTANT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")


def of_timeline(timeline: Timeline, context: Context) -> str:
    """A page of events: an ItemList of Events."""
    told = [e for e in timeline.events if e.status is not Status.WITHDRAWN and e.modality is Modality.REPORTED]
    chosen = [e for e in told if e.id in timeline.key] if len(told) > MOST and timeline.key else told
    places = context.places_in(timeline)
    rows = [_event(event, places[event.id], context) for event in chosen[:MOST]]
    order = "Descending" if timeline.newest_first else "Ascending"
    return _script(
        {
            "@type": "CollectionPage",
            **_page(context.timeline_page(timeline), encoding.line(timeline.title), context),
            "mainEntity": {
                "@type": "ItemList",
                "numberOfItems": len(timeline.events),
                "itemListOrder": f"https://schema.org/ItemListOrder{order}",
                "itemListElement": [
                    {"@type": "ListItem", "position": position, "item": row} for position, row in enumerate(rows, 1)
                ],
            },
        }
    )


def of_article(article: Article, context: Context) -> str:
    """A page about an article: the article itself is its publisher's."""
    title = encoding.line(prose.shown(article.title)) or encoding.line(context.source(article))
    about = _filled(
        {
            "@type": "NewsArticle",
            "headline": title,
            "url": encoding.address(article.url),
            "archivedAt": encoding.address(article.archive),
            "inLanguage": encoding.language(article.language),
            "datePublished": article.published if _ISO_INSTANT.fullmatch(article.published) else "",
            "publisher": _named("Organization", article.publication),
            "author": [person for person in (_named("Person", name) for name in article.authors) if person],
        }
    )
    return _script({"@type": "WebPage", **_page(context.article_page(article.id), title, context), "mainEntity": about})


def of_entity(entity: Entity, context: Context) -> str:
    """A page about someone or something, with its names in every language."""
    name = encoding.line(entity.label(context.say.language))
    labels = dict.fromkeys(encoding.line(label) for _, label in entity.labels)
    about = _filled(
        {
            "@type": _TYPES[entity.kind],
            "name": name,
            "alternateName": [label for label in labels if label and label != name],
            "sameAs": [address for address in map(encoding.address, entity.same_as) if address],
        }
    )
    return _script({"@type": "WebPage", **_page(context.entity_page(entity.id), name, context), "mainEntity": about})


def of_site(context: Context) -> str:
    """The front page: the site, and its data as a Dataset."""
    name = encoding.line(context.settings.site_name)
    downloads = [
        {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": context.absolute(f"data/{path}")}
        for path, kind in (
            ("index.json", "application/json"),
            ("events.json", "application/json"),
            ("events.csv", "text/csv"),
        )
    ]
    data = _filled(
        {
            "@type": "Dataset",
            "name": name,
            "description": encoding.line(context.settings.site_description) or context.say("home_lead"),
            "distribution": downloads if context.absolute("") else [],
        }
    )
    return _script({"@type": "WebSite", **_page("", name, context), "mainEntity": data})


def _event(event: Event, place: str, context: Context) -> Record:
    start, end = _dates(event.value)
    url = context.absolute(place)
    return _filled(
        {
            "@type": "Event",
            "@id": url,
            "url": url,
            "name": encoding.line(prose.headline(event.title)) or context.say(f"kind_{event.kind.value}"),
            "inLanguage": encoding.language(event.title_language),
            "startDate": start,
            "endDate": end,
            "about": [_about(name, context) for name in event.entities if name in context.entities],
            "subjectOf": [{"@type": "NewsArticle", "url": u} for u in _urls(event, context)],
        }
    )


def _about(name: str, context: Context) -> Record:
    return {"@type": _TYPES[context.entities[name].kind], "name": encoding.line(context.label(name))}


def _urls(event: Event, context: Context) -> list[str]:
    named = [context.articles[a].url for a in event.articles if a in context.articles] or [event.url]
    return [url for url in map(encoding.address, named) if url]


def _dates(value: str) -> tuple[str, str]:
    """Start and end where ISO 8601 alone can say them (a year, month or day of the years 1 to 9999), else ""."""
    if any(mark in value for mark in "~?%"):
        return "", ""
    start, _, end = value.partition("/")
    return start if _is_iso(start) else "", end if _is_iso(end) else ""


def _is_iso(value: str) -> bool:
    calendar = (edtf.Precision.DAY, edtf.Precision.MONTH, edtf.Precision.YEAR)
    return bool(_ISO_DATE.fullmatch(value)) and edtf.precision(value) in calendar


def _page(place: str, name: str, context: Context) -> Record:
    url = context.absolute(place)
    return _filled({"@id": url, "url": url, "name": name, "inLanguage": context.say.language})


def _named(kind: str, name: str) -> Record:
    said = encoding.line(name)
    return {"@type": kind, "name": said} if said else {}


def _filled(record: Record) -> Record:
    return {key: value for key, value in record.items() if value not in ("", [], {}, None)}


def _script(data: Record) -> str:
    return encoding.json_text({"@context": "https://schema.org", **data})
