"""The nouns as JSON objects: one shape wherever they stand, every key there, "" or [] or null for what isn't known.

Quotes and wordings are verbatim: `quote` is the text between the code points of `span`.
"""

from __future__ import annotations

from ... import edtf
from ...model import Article, Dispute, Entity, Event, Note, Statement, TimeExpression
from . import calendar_days, encoding, instants
from .context import Context

Record = dict[str, object]


def date(value: str) -> Record:
    """An EDTF date, how precise it is, and its first and last day; an open end has none."""
    first, last = edtf.bounds(value)
    return {
        "edtf": value,
        "first": calendar_days.written(first) or None,
        "last": calendar_days.written(last) or None,
        "precision": edtf.precision(value).name.lower(),
    }


def event(of: Event, page: str, context: Context) -> Record:
    """An event with its statements and notes. `page` is its place from the site's root."""
    return {
        "id": of.id,
        "date": date(of.value),
        "disputed": list(of.disputed),
        "disputes": [_dispute(d) for d in of.disputes],
        "title": of.title,
        "title_language": of.title_language,
        "titled_by": of.titled_by,
        "kind": of.kind.value,
        "modality": of.modality.value,
        "status": of.status.value,
        "by_editor": of.by_editor,
        "entities": list(of.entities),
        "articles": list(of.articles),
        "origins": list(of.origins),
        "languages": list(of.languages),
        "first_reported": of.first_reported,
        "corrected": instants.rfc3339(instants.corrected(of)),
        "page": page,
        "url": encoding.address(of.url),
        "archive": encoding.address(of.archive),
        "quote": of.quote,
        "statements": [statement(s, context) for s in of.statements],
        "notes": [note(n) for n in of.notes],
    }


def statement(of: Statement, context: Context) -> Record:
    """A dated sentence: the words, where they stand, and how their date was read."""
    return {
        "id": of.id,
        "article": of.article,
        "quote": of.quote,
        "span": list(of.span),
        "clause": list(of.clause),
        "date": time(of.time),
        "entities": list(of.entities),
        "participants": list(of.participants),
        "kind": of.kind.value,
        "modality": of.modality.value,
        "speaker": of.speaker,
        "origin": of.origin,
        "page": context.statement_place(of),
    }


def time(of: TimeExpression) -> Record:
    """The date of a statement and how it was read."""
    return {
        **date(of.value),
        "wording": of.wording,
        "span": list(of.span),
        "basis": of.basis.value,
        "reckoned_from": of.reckoned_from,
        "rule": of.rule,
    }


def note(of: Note) -> Record:
    """What an editor added."""
    put_right = of.correction
    return {
        "by": of.by,
        "on": of.on,
        "comment": of.comment,
        "title": of.title,
        "translations": [{"language": language, "text": text} for language, text in of.translations],
        "date": of.date,
        "because": of.because,
        "status": of.status.value,
        "correction": put_right
        and {"was": put_right.was, "now": put_right.now, "because": put_right.because, "on": put_right.on},
    }


def article(of: Article, context: Context) -> Record:
    """An article's facts, without its text."""
    return {
        "id": of.id,
        "title": of.title,
        "language": of.language,
        "published": of.published,
        "publication": of.publication,
        "authors": list(of.authors),
        "url": encoding.address(of.url),
        "archive": encoding.address(of.archive),
        "page": context.article_page(of.id),
    }


def entity(of: Entity, context: Context) -> Record:
    """An entity and its names by language."""
    return {
        "id": of.id,
        "kind": of.kind.value,
        "labels": dict(of.labels),
        "same_as": [address for address in map(encoding.address, of.same_as) if address],
        "page": context.entity_page(of.id),
    }


def _dispute(of: Dispute) -> Record:
    claims = [{"value": claim.value, "statements": list(claim.statements)} for claim in of.claims]
    return {"matter": of.matter.value, "claims": claims}
