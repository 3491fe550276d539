"""An event as it is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from ...model import Event, Kind, Modality, Status
from .. import disputes, prose, safety
from ..catalogue import Catalogue
from .dates import DateView, date_view
from .notes import NoteView, note_view
from .quotes import QuoteView, quote_view
from .sources import counted, origins, teller


@dataclass(frozen=True, slots=True)
class Link:
    """A name, what stands for it in data and addresses, and whether it has a page."""

    text: str
    slug: str
    has_page: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One of the model's fixed terms, and its words; "" where it goes without saying."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class EventView:
    """One event as it is shown. `more` are the quotes that a reader asks for. `anchors` are the ids of statements that
    are not shown but still lead here.
    """

    id: str
    date: DateView
    title: str
    title_language: str
    label: str | None
    kind: Term
    modality: Term
    status: Term
    entities: tuple[Link, ...]
    sources: str
    quotes: tuple[QuoteView, ...]
    more: tuple[QuoteView, ...]
    notes: tuple[NoteView, ...]
    disputed: str
    url: str
    archive: str
    origins: tuple[Link, ...]
    languages: tuple[str, ...]
    anchors: tuple[str, ...] = ()


def event_view(event: Event, catalogue: Catalogue, quoted: bool = True) -> EventView:
    """The view of `event`. A withdrawn one is a marked empty place: its day, why it is gone, and where links led.

    Most of the work is in the quotes; a view that is not `quoted` has none.
    """
    if event.status is Status.WITHDRAWN:
        return _emptied(event, catalogue)
    return _told(event, catalogue, quoted)


def _emptied(event: Event, catalogue: Catalogue) -> EventView:
    return replace(
        _told(replace(event, modality=Modality.REPORTED, statements=(), disputed=()), catalogue, False),
        title=catalogue.say("withdrawn"),
        title_language=catalogue.say.language,
        label=None,
        kind=Term(Kind.OTHER.value, ""),
        entities=(),
        sources="",
        url="",
        archive="",
        languages=(),
        anchors=tuple(s.id for s in event.statements if s.id != event.id),
    )


def _told(event: Event, catalogue: Catalogue, quoted: bool) -> EventView:
    told = event.statements if quoted else ()
    shown, more = _chosen(event, tuple(quote_view(s, event, catalogue) for s in told))
    return EventView(
        id=event.id,
        date=date_view(event, catalogue),
        title=prose.headline(event.title),
        title_language=event.title_language,
        label=_label(event, catalogue),
        kind=Term(event.kind.value, catalogue.say(f"kind_{event.kind.value}")),
        modality=_modality(event.modality, catalogue),
        status=_status(event.status, catalogue),
        entities=tuple(_named(e, catalogue) for e in event.entities if e in catalogue.entities),
        sources=counted(event, catalogue),
        quotes=shown,
        more=more,
        notes=tuple(view for view in (note_view(note, catalogue) for note in event.notes) if view),
        disputed=disputes.in_words(event, catalogue.say, catalogue.date, partial(teller, catalogue=catalogue)),
        url=safety.safe_url(event.url),
        archive=safety.safe_url(event.archive),
        origins=tuple(Link(origin, safety.slug(origin)) for origin in origins(event, catalogue)),
        languages=event.languages,
    )


def _named(entity: str, catalogue: Catalogue) -> Link:
    return Link(catalogue.label(entity), safety.slug(entity), entity in catalogue.entities_with_page)


def _modality(modality: Modality, catalogue: Catalogue) -> Term:
    return Term(modality.value, "" if modality is Modality.REPORTED else catalogue.say(f"modality_{modality.value}"))


def _status(status: Status, catalogue: Catalogue) -> Term:
    return Term(status.value, "" if status is Status.OPEN else catalogue.say(f"status_{status.value}"))


def _label(event: Event, catalogue: Catalogue) -> str | None:
    """To whom it happened in the site's language, for a title that is in another one; else None."""
    if event.title_language == catalogue.say.language:
        return None
    takers = {p: None for s in event.statements if s.id == event.titled_by for p in s.participants} or event.entities
    names = ", ".join(catalogue.label(e) for e in takers if e in catalogue.entities)
    return names if names or event.kind is not Kind.OTHER else None


def _chosen(event: Event, quotes: tuple[QuoteView, ...]) -> tuple[tuple[QuoteView, ...], tuple[QuoteView, ...]]:
    """The quotes to show at once (the first of each language, the one that gave the title before others) and the rest.

    Where sources disagree all are shown.
    """
    if event.disputed:
        return quotes, ()
    best: dict[str, QuoteView] = {}
    for quote in sorted(quotes, key=lambda q: q.id != event.titled_by):
        best.setdefault(quote.language, quote)
    chosen = {q.id for q in best.values()}
    return tuple(best.values()), tuple(q for q in quotes if q.id not in chosen)
