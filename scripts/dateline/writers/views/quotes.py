"""One statement as it is shown: the words, where they stand, and how their date was read."""

from __future__ import annotations

from dataclasses import dataclass

from ... import edtf, phrasing
from ...model import Basis, Event, Note, Span, Statement
from ...phrasing import Phrase
from .. import prose, safety
from ..bidi import direction
from ..catalogue import Catalogue
from ..prose import Piece
from .sources import publisher


@dataclass(frozen=True, slots=True)
class QuoteView:
    """One statement as it is shown. `translations` are the code of a language, the words before, and the text."""

    id: str
    pieces: tuple[Piece, ...]
    language: str
    language_name: str
    direction: str
    source: str
    reported: tuple[Phrase, ...]
    article: str
    original: str
    archive: str
    archived: str
    credited: str
    edtf: str
    reading: str
    translations: tuple[tuple[str, str, str], ...]


def quote_view(statement: Statement, event: Event, catalogue: Catalogue) -> QuoteView:
    """The view of one of the statements of `event`."""
    article, say = catalogue.articles[statement.article], catalogue.say
    archive, origin = safety.safe_url(article.archive), statement.origin
    seen = prose.shown(statement.quote)
    return QuoteView(
        id=statement.id,
        pieces=prose.pieces(statement.quote, [(_wording(statement), statement.id)]),
        language=article.language,
        language_name=say.language_name(article.language),
        direction=direction(article.language),
        source=publisher(article, catalogue),
        reported=catalogue.dated("reported", article.published),
        article=safety.slug(article.id),
        original=safety.with_fragment(article.url, seen),
        archive=safety.with_fragment(article.archive, seen) if archive else "",
        archived=catalogue.archived(archive),
        credited="" if origin in ("", article.publication) else say("credited", origin=origin),
        edtf=statement.time.value,
        reading=_reading(statement, catalogue),
        translations=_translations(statement, event, catalogue),
    )


def _wording(statement: Statement) -> Span:
    """Where the wording of the date stands in the quote."""
    begin, wording = statement.span.start, statement.time.span
    return Span(wording.start - begin, wording.end - begin)


def _reading(statement: Statement, catalogue: Catalogue) -> str:
    """How the date of a statement was read, in plain words."""
    time, say = statement.time, catalogue.say
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


def _translations(statement: Statement, event: Event, catalogue: Catalogue) -> tuple[tuple[str, str, str], ...]:
    say, named = catalogue.say, (pair for n in event.notes if n.id in ("", statement.id) for pair in n.translations)
    if len(event.statements) > 1:
        named = (pair for note in event.notes if _meant(note, statement) for pair in note.translations)
    return tuple((code, say("translation", language=say.language_name(code)), text) for code, text in named)


def _meant(note: Note, statement: Statement) -> bool:
    return note.id == statement.id or (note.quote is not None and note.quote.exact in statement.quote)
