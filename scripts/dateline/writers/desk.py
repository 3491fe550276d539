"""What all pages are made with: the collection as it is shown, where everything stands, and the pieces pages share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from .. import edtf, phrasing
from ..cache.keeping import each
from ..model import Era, Event, Statement
from . import filters, layout, strip
from .data.context import Context
from .views import EventView, Views
from .years import calendar_year

_ROOT = "\ufdd0"  # stands for the way to the root until that is known: a noncharacter, which no page can hold
_SPOKEN_DATES = 30
_ROUGH = (edtf.Precision.DECADE, edtf.Precision.CENTURY, edtf.Precision.MILLENNIUM)
_MANY = 200  # events whose strip is drawn once for all pages that show it: that of fewer is soon drawn
_FEW_ROUGH = 0.05  # of the events: up to so many rough dates don't count for the period
# Line ends of the template, each a node of its own in a browser. One before a marked wording may be the quote's own.
_BETWEEN_TAGS = re.compile(r">\n+<(?!mark)")


@dataclass(frozen=True, slots=True)
class Part:
    """One page of several: its name, where it is, how much it holds (None: not said), whether it is the one being
    shown, and the day (ordinal) that it begins on, where it is of a time."""

    text: str
    href: str
    count: int | None
    current: bool
    day: int | None = None


@dataclass(frozen=True)
class Desk:
    """One build's views and context. What costs time is made when first asked for, and kept."""

    views: Views
    context: Context
    _rendered: dict[str, tuple[str, tuple[filters.Offer, ...]]] = field(default_factory=dict)
    _spans: dict[tuple[str, ...], str] = field(default_factory=dict)
    _drawings: dict[tuple[tuple[str, ...], tuple[Era, ...]], tuple[strip.Strip | None, str]] = field(
        default_factory=dict
    )

    @cached_property
    def hrefs(self) -> Mapping[str, str]:
        """Where an event stands, without the root."""
        return self.context.places

    @cached_property
    def event_of(self) -> dict[str, Event]:
        """The event of a statement, by the statement's id."""
        return {s.id: event for event in self.views.collection.events for s in event.statements}

    @cached_property
    def statements_of(self) -> dict[str, tuple[Statement, ...]]:
        """The statements of an article, by the article's id."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.views.collection.statements:
            found[statement.article].append(statement)
        return {article: tuple(statements) for article, statements in found.items()}

    def event(self, event: Event, root: str) -> Markup:
        """An event is rendered once, however many pages it stands on; only the way to the root differs."""
        return Markup(self._event(event)[0].replace(_ROOT, root))

    def offers(self, event: Event) -> tuple[filters.Offer, ...]:
        """What an event is found by."""
        return self._event(event)[1]

    def _event(self, event: Event) -> tuple[str, tuple[filters.Offer, ...]]:
        def made() -> tuple[str, tuple[filters.Offer, ...]]:
            view, say = self.views.event(event), self.views.say
            return _BETWEEN_TAGS.sub("><", layout.macro("event", view, _ROOT, say)), filters.offers(view, say)

        if event.id not in self._rendered:
            self._rendered[event.id] = self.views.keep("event", (self.context.mark(event),), made)
        return self._rendered[event.id]

    def drawing(self, events: Sequence[Event], eras: Sequence[Era] = ()) -> tuple[strip.Strip | None, str]:
        """The strip of some events, and what it shows in words."""
        if len(events) < _MANY:
            return self._drawing(events, eras)
        key = (tuple(e.id for e in events), tuple(eras))
        if key not in self._drawings:
            self._drawings[key] = self._drawing(events, eras)
        return self._drawings[key]

    def _drawing(self, events: Sequence[Event], eras: Sequence[Era]) -> tuple[strip.Strip | None, str]:
        seen, say = [_Drawn(*self._briefs[e.id][0]) for e in events], self.views.say
        first = min((e.first for e in seen), default=0)
        last = max((e.last for e in seen), default=0)
        marks = [_mark(e, first, last) for e in seen]
        drawing = strip.draw(marks, eras, say.language)
        counted = say("count_events", n=len(seen))
        if len(seen) > _SPOKEN_DATES:
            return drawing, say("overview_many", events=counted, span=self.span(events))
        dates = ", ".join(dict.fromkeys(e.said for e in seen))
        return drawing, say("overview_text", events=counted, span=self.span(events), dates=dates)

    @cached_property
    def _briefs(self) -> dict[str, _Brief]:
        """Every event in brief, by id."""
        events = {event.id: event for event in self.context.everything.events}
        marks = {id_: self.context.mark(event) for id_, event in events.items()}
        return each(self.views.keep, "brief", marks, lambda id_: self._brief(events[id_]))

    def _brief(self, event: Event) -> _Brief:
        view = self.views.outline(event)
        return (_of(view)[:], str(layout.macro("brief", view, self.hrefs[event.id])))

    def briefly(self, events: Iterable[Event]) -> list[Markup]:
        """Events as the page of a name lists them, each a line of a list."""
        return [Markup(self._briefs[event.id][1]) for event in events]

    def span(self, events: Iterable[Event]) -> str:
        """From the first year to the last, in words. A few events of no certain year ("in the 11th century") don't
        stretch it: they are counted beside it."""
        values = tuple(event.value for event in events)
        if values not in self._spans:
            self._spans[values] = self._span(values)
        return self._spans[values]

    def _span(self, values: Iterable[str]) -> str:
        bounds = [(value, [day for day in edtf.bounds(value) if day is not None]) for value in values]
        rough = [days for value, days in bounds if edtf.precision(value) in _ROUGH]
        few = 0 < len(rough) <= _FEW_ROUGH * len(bounds)
        days = [day for value, days in bounds for day in days if not (few and edtf.precision(value) in _ROUGH)]
        if not days:
            return ""
        first, last = (edtf.of_year(calendar_year(day)) for day in (min(days), max(days)))
        say = self.views.say
        span = phrasing.say(edtf.of_interval(first, last), say.language)
        return f"{span}, {say('without_year', n=len(rough))}" if few else span

    def titled(self, title: str, events: Iterable[Event]) -> str:
        """A title with its span, "CSTO membership, 1992–2024", for where it stands alone; one that says so stays."""
        span = self.span(events)
        return self.views.say("page_span", title=title, span=span) if span and span not in title else title

    def facts(self, events: Sequence[Event]) -> tuple[str, ...]:
        """How many events and articles, from when to when, in which languages."""
        say = self.views.say
        articles = {a for e in events for a in e.articles}
        codes = sorted({code for e in events for code in e.languages})
        counted = say("count_articles", n=len(articles))
        languages = f"{counted}, {', '.join(map(say.language_name, codes))}" if codes else counted
        span = self.span(events)
        found = f"{say('count_events', n=len(events))}, {span}" if span else say("count_events", n=len(events))
        return (found, languages) if articles else (found,)


def listing(desk: Desk, title: str, lead: str, body: Markup, parts: Sequence[Part] = ()) -> str:
    """A page that lists something under a title."""
    whole = layout.fragment("listing", desk.views.say, title=title, lead=lead, body=body, parts=parts)
    return layout.page(title, whole, hide=["navigation", "toc"], description=lead)


class _Drawn(NamedTuple):
    """What the strip needs of an event."""

    id: str
    first: int
    last: int
    shape: str
    modality: str
    said: str
    title: str
    label: str


#: An event as a strip draws it, and as a line of a list.
_Brief = tuple[tuple[str, int, int, str, str, str, str, str], str]


def _of(event: EventView) -> _Drawn:
    label = "" if event.kind.value == "other" else event.kind.text
    date = event.date
    return _Drawn(event.id, date.first, date.last, date.shape, event.modality.value, _said(event), event.title, label)


def _mark(event: _Drawn, first: int, last: int) -> strip.Mark:
    """What the strip draws of an event; an open end reaches to the `first` or `last` day of all."""
    return strip.Mark(
        id=event.id,
        first=first if event.shape == "open-start" else event.first,
        last=last if event.shape == "open-end" else event.last,
        shape=event.shape,
        modality=event.modality,
        title=f"{event.said}: {event.title}",
        label=event.label,
    )


def _said(event: EventView) -> str:
    return "".join(p.text for p in event.date.when)
