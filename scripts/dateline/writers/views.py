"""What the templates show: plain frozen values, made from the model once, in the words of the site's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .. import edtf, phrasing, words
from ..model import Article, Basis, Collection, Entity, Event, Kind, Modality, Note, Statement, Status
from ..phrasing import Phrase
from . import prose, safety
from .prose import Piece
from .settings import Settings

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Link:
    """A name and the slug of its page."""

    text: str
    slug: str


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One statement as it is shown: the words, where they stand, and how their date was read."""

    id: str
    language: str
    language_name: str
    direction: str
    pieces: tuple[Piece, ...]
    source: str
    reported: tuple[Phrase, ...]
    article: str
    original: str
    archive: str
    archived: str
    credited: str
    edtf: str
    reading: str
    rule: str
    translations: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class NoteView:
    """What an editor adds, in the site's words where they are not the editor's own."""

    heading: str
    text: str
    correction: str


@dataclass(frozen=True, slots=True)
class EventView:
    """One event as it is shown."""

    id: str
    edtf: str
    when: tuple[Phrase, ...]
    precision: str
    delay: str
    shape: str
    title: str
    title_language: str
    label: str | None
    kind: str
    kind_words: str
    modality: str
    modality_words: str
    status: str
    status_words: str
    entities: tuple[Link, ...]
    sources: str
    quotes: tuple[QuoteView, ...]
    more: tuple[QuoteView, ...]
    notes: tuple[NoteView, ...]
    disputed: str
    by_editor: bool
    url: str
    archive: str
    first: int
    last: int
    year: str
    origins: tuple[Link, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Views:
    """The whole collection seen in one language. Values are made when first asked for, and kept."""

    collection: Collection
    settings: Settings
    _events: dict[str, EventView] = field(default_factory=dict)

    @cached_property
    def say(self) -> words.Words:
        """The words of the site."""
        return words.of(self.settings.language)

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.collection.articles}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.collection.entities}

    def date(self, value: str) -> str:
        """An EDTF date, or the day of an ISO 8601 instant, in words."""
        return phrasing.say(value[:10] if "T" in value else value, self.say.language)

    def dated(self, key: str, instant: str) -> tuple[Phrase, ...]:
        """The words of `key` around the day of an ISO 8601 instant; nothing where there is none."""
        if not instant:
            return ()
        return phrasing.around(self.say(key), phrasing.phrases(instant[:10], self.say.language))

    def archived(self, archive: str) -> str:
        """The day of a copy in the Internet Archive, from its address, in words; "" for another archive."""
        stamp = archive.partition("/web/")[2][:8]
        value = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}"
        return phrasing.say(value, self.say.language) if stamp.isdigit() and edtf.is_valid(value) else ""

    def label(self, entity: str) -> str:
        """The name of an entity in the site's language; its id where the collection doesn't know it."""
        known = self.entities.get(entity)
        return known.label(self.say.language) if known else entity

    def source(self, article: Article) -> str:
        """Who published an article: the publication, else the article's title in quotation marks."""
        if article.publication:
            return article.publication
        return self.say("quoted", text=prose.shown(article.title)) if article.title else self.say("unknown_publication")

    def event(self, event: Event) -> EventView:
        """The view of `event`. One is made for each id."""
        if event.id not in self._events:
            self._events[event.id] = _event(event, self)
        return self._events[event.id]

    def events(self, events: Iterable[Event]) -> tuple[EventView, ...]:
        """The views of `events`, in their order."""
        return tuple(map(self.event, events))


def direction(language: str) -> str:
    """ "rtl" or "ltr", by the language's usual script."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"


def _event(event: Event, views: Views) -> EventView:
    say, quotes = views.say, tuple(_quote(s, event, views) for s in event.statements)
    first, last = edtf.bounds(event.value)
    start = first if first is not None else last if last is not None else 0
    shown, more = _chosen(event, quotes)
    kind_words = say(f"kind_{event.kind.value}")
    return EventView(
        id=event.id,
        edtf=event.value,
        when=phrasing.phrases(event.value, say.language),
        precision=phrasing.precision(event.value, say.language),
        delay=_delay(event, views),
        shape=_shape(event.value),
        title=prose.shown(event.title),
        title_language=event.title_language,
        label=_label(event, views),
        kind=event.kind.value,
        kind_words=kind_words,
        modality=event.modality.value,
        modality_words="" if event.modality is Modality.REPORTED else say(f"modality_{event.modality.value}"),
        status=event.status.value,
        status_words="" if event.status is Status.OPEN else say(f"status_{event.status.value}"),
        entities=tuple(Link(views.label(e), safety.slug(e)) for e in event.entities if e in views.entities),
        sources=_sources(event, views),
        quotes=shown,
        more=more,
        notes=tuple(v for v in (_note(n, views) for n in event.notes) if v),
        disputed=_disputed(event, views),
        by_editor=event.by_editor,
        url=safety.safe_url(event.url),
        archive=safety.safe_url(event.archive),
        first=start,
        last=last if last is not None else start,
        year=year_of(event.value),
        origins=tuple(Link(o, safety.slug(o)) for o in origins(event, views)),
        languages=event.languages,
    )


def year_of(value: str) -> str:
    """The year that a value begins in (of an open start: ends in), as EDTF writes it; it sorts by `sort_key` only."""
    first = next(end for end in value.split("/") if end not in ("", ".."))
    first = first.rstrip("~?%")
    if "X" in first.split("-X")[0]:
        near = first.split("-X")[0].replace("X", "9" if first.startswith("-") else "0")
        return near
    sign = "-" if first.startswith("-") else ""
    return sign + first.lstrip("-").split("-")[0] if not first.startswith("Y") else first


def calendar_year(ordinal: int) -> int:
    """The year (astronomical) of a day, an ordinal as of `edtf.bounds`."""
    year = int((ordinal - 1) // 365.2425) + 1
    while edtf.ordinal(year, 1, 1) > ordinal:
        year -= 1
    while edtf.ordinal(year + 1, 1, 1) <= ordinal:
        year += 1
    return year


def _shape(value: str) -> str:
    """How the date is drawn: a dot for a day, a bar for more, an open bar where an end is not told."""
    first, last = edtf.bounds(value)
    if first is None or last is None:
        return "open-start" if first is None else "open-end"
    return edtf.precision(value).name.lower()


def _delay(event: Event, views: Views) -> str:
    """How long after a day-precise event its first report came, in words; "" where that says nothing."""
    if not event.first_reported or event.by_editor:
        return ""
    first, last = edtf.bounds(event.value)
    days = dt.date.fromisoformat(event.first_reported[:10]).toordinal() - (first or 0)
    if first != last or not 0 <= days <= 31:
        return views.say("reported_on", date=views.date(event.first_reported))
    return views.say("reported_later", n=days) if days else views.say("reported_same_day")


def _label(event: Event, views: Views) -> str | None:
    """To whom it happened in the site's language, for a title that is in another one; else None."""
    if event.title_language == views.say.language:
        return None
    takers = {p: None for s in event.statements if s.id == event.titled_by for p in s.participants} or event.entities
    names = ", ".join(views.label(e) for e in takers if e in views.entities)
    return names if names or event.kind is not Kind.OTHER else None


def origins(event: Event, views: Views) -> tuple[str, ...]:
    """Whom the statements of an event go back to, each once: what they credit, else who published them."""
    return tuple(dict.fromkeys(s.origin or views.source(views.articles[s.article]) for s in event.statements))


def _sources(event: Event, views: Views) -> str:
    """In how many articles the event stands, and whether they all relay one origin: "2 articles, both after X"."""
    if event.by_editor:
        return views.say("by_editor")
    n, say, named = len(event.articles), views.say, origins(event, views)
    counted = say("count_articles", n=n)
    publications = {views.source(views.articles[a]) for a in event.articles}
    if len(named) == 1 and set(named) != publications:
        key = "after_one" if n == 1 else "after_both" if n == 2 else "after_all"
        return f"{counted}, {say(key, origin=named[0])}"
    return counted


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


def _quote(statement: Statement, event: Event, views: Views) -> QuoteView:
    article = views.articles[statement.article]
    time = statement.time
    begin = statement.span.start
    mark = type(time.span)(time.span.start - begin, time.span.end - begin)
    archive, origin = safety.safe_url(article.archive), statement.origin
    seen = prose.shown(statement.quote)
    return QuoteView(
        id=statement.id,
        language=article.language,
        language_name=views.say.language_name(article.language),
        direction=direction(article.language),
        pieces=prose.pieces(statement.quote, [(mark, statement.id)]),
        source=views.source(article),
        reported=views.dated("reported", article.published),
        article=safety.slug(article.id),
        original=safety.with_fragment(article.url, seen),
        archive=safety.with_fragment(article.archive, seen) if archive else "",
        archived=views.archived(archive),
        credited="" if origin in ("", article.publication) else views.say("credited", origin=origin),
        edtf=time.value,
        reading=reading(statement, views),
        rule=time.rule,
        translations=_translations(statement, event, views),
    )


def reading(statement: Statement, views: Views) -> str:
    """How the date of a statement was read, in plain words."""
    time, say = statement.time, views.say
    value = phrasing.say(time.value, say.language)
    since = phrasing.say(time.reckoned_from, say.language) if time.reckoned_from else ""
    if since and edtf.precision(time.reckoned_from) is edtf.Precision.DAY:
        since = f"{phrasing.precision(time.reckoned_from, say.language)}, {since}".lstrip(", ")
    key = {Basis.EXPLICIT: "read_explicit", Basis.DOCUMENT: "read_document", Basis.CONTEXT: "read_context"}[time.basis]
    fields = {"wording": say("quoted", text=time.wording), "date": value, "since": since}
    told = say(key if since or time.basis is Basis.EXPLICIT else "read_explicit", None, **fields)
    if edtf.precision(time.value) is edtf.Precision.DAY:
        return told
    return f"{told} {say('read_limit')}"


def _translations(statement: Statement, event: Event, views: Views) -> tuple[tuple[str, str, str], ...]:
    named = (pair for note in event.notes if note.id in ("", statement.id) for pair in note.translations)
    if len(event.statements) > 1:
        named = (pair for note in event.notes if _meant(note, statement) for pair in note.translations)
    return tuple((code, views.say("translation", language=views.say.language_name(code)), text) for code, text in named)


def _meant(note: Note, statement: Statement) -> bool:
    return note.id == statement.id or (note.quote is not None and note.quote.exact in statement.quote)


def _note(note: Note, views: Views) -> NoteView | None:
    say, correction = views.say, ""
    if note.correction:
        c = note.correction
        correction = say("correction_text", was=c.was, now=c.now, because=c.because)
    texts = [note.comment]
    if note.date:
        texts.append(say("read_editor", date=views.date(note.date), because=note.because))
    text = " ".join(t for t in texts if t)
    if not (text or correction):
        return None
    day = note.correction.on if note.correction and note.correction.on else note.on
    named = [say("correction") if correction else say("editors_note"), note.by, views.date(day) if day else ""]
    return NoteView(", ".join(n for n in named if n), text, correction)


def _disputed(event: Event, views: Views) -> str:
    """Who says what, where the sources don't agree: "2002 (Nokta); 2003 (Politico)"."""
    if not event.disputed:
        return ""
    tellers: dict[str, dict[str, None]] = {value: {} for value in event.disputed}
    for statement in event.statements:
        name = statement.origin or views.source(views.articles[statement.article])
        tellers.setdefault(statement.time.value, {})[name] = None
    said = (
        f"{views.date(value)} ({', '.join(names)})" if names else views.date(value) for value, names in tellers.items()
    )
    return views.say("disputed", values="; ".join(said))
