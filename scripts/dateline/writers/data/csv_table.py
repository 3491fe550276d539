"""A timeline as a table: a row for each statement, and one for each event that the editor added by hand.

A spreadsheet runs a cell that begins with one of = + - @ as a formula. Such a cell, or line, or part after a semicolon
or tab (which a spreadsheet of another language takes for the end of a cell), gets an apostrophe before that character.
Source: OWASP, "CSV Injection"; RFC 4180.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ... import edtf, phrasing
from ...model import Article, Event, Statement, Timeline
from . import calendar_days, encoding, instants
from .context import Context

# Excel knows UTF-8 by its byte order mark only.
_MARK = "\ufeff"
# What begins a cell, or might, and what is not seen or not counted before its first character.
_BEGINNING = r"""(?:^|[;\t\n])(?:[^\S\t\n]|["'\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff])*"""
_OPERATOR = r"[=+\-@\uff1d\uff0b\uff0d\uff20]"
_FORMULA = re.compile(f"{_BEGINNING}(?={_OPERATOR})")
_LEADING = re.compile(r"^'*(?=[\t\n])")
_LIST = "; "

COLUMNS = (
    *("event", "date", "date_from", "date_to", "date_said", "disputed", "title", "title_language", "kind", "modality"),
    *("status", "by_editor", "entities", "origins", "first_reported", "corrected", "page"),
    *("statement", "quote", "date_wording", "date_read", "date_basis", "reckoned_from", "said_as", "speaker", "origin"),
    *("article", "article_title", "article_language", "publication", "authors", "published", "url", "archive"),
)


def render(timeline: Timeline, context: Context) -> bytes:
    """The table: UTF-8 with a byte order mark, comma-separated, every cell in quotation marks, lines ended by LF."""
    parts = [_MARK.encode() + _written([COLUMNS])]
    for events in context.chunks(timeline.events):
        made = context.marks(timeline, events)
        parts.append(context.keep("csv", made, lambda events=events: _table(events, timeline, context)))  # type: ignore[misc]
    return b"".join(parts)


def _table(events: Iterable[Event], timeline: Timeline, context: Context) -> bytes:
    places = context.places_in(timeline)
    rows = (row for event in events for row in _rows(event, context, places[event.id]))
    return _written([defused(row.get(column, "")) for column in COLUMNS] for row in rows)


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8")


@lru_cache(maxsize=8192)
def defused(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula, without what a text file can't hold."""
    found = _FORMULA.sub(lambda match: f"{match[0]}'", encoding.showable(text))
    return _LEADING.sub(lambda match: f"{match[0]}'", found)


def _rows(event: Event, context: Context, page: str) -> Iterator[Mapping[str, str]]:
    told = _event(event, context, page)
    if event.by_editor:
        links = {"url": encoding.address(event.url), "archive": encoding.address(event.archive)}
        yield told | {"quote": event.quote} | links
    for statement in event.statements:
        article = context.articles.get(statement.article)
        yield told | _statement(statement, context) | (_article(article) if article else {})


def _event(event: Event, context: Context, page: str) -> dict[str, str]:
    first, last = edtf.bounds(event.value)
    return {
        "event": event.id,
        "date": event.value,
        "date_from": calendar_days.written(first),
        "date_to": calendar_days.written(last),
        "date_said": phrasing.say(event.value, context.say.language),
        "disputed": _LIST.join(event.disputed),
        "title": event.title,
        "title_language": event.title_language,
        "kind": event.kind.value,
        "modality": event.modality.value,
        "status": event.status.value,
        "by_editor": "yes" if event.by_editor else "no",
        "entities": _LIST.join(context.label(entity) for entity in event.entities),
        "origins": _LIST.join(event.origins),
        "first_reported": event.first_reported,
        "corrected": instants.rfc3339(instants.corrected(event)),
        "page": context.absolute(page) or page,
    }


def _statement(statement: Statement, context: Context) -> dict[str, str]:
    time, speaker = statement.time, statement.speaker
    return {
        "statement": statement.id,
        "quote": statement.quote,
        "date_wording": time.wording,
        "date_read": time.value,
        "date_basis": time.basis.value,
        "reckoned_from": time.reckoned_from,
        "said_as": statement.modality.value,
        "speaker": context.label(speaker) if speaker else "",
        "origin": statement.origin,
        "article": statement.article,
    }


def _article(article: Article) -> dict[str, str]:
    return {
        "article_title": article.title,
        "article_language": article.language,
        "publication": article.publication,
        "authors": _LIST.join(article.authors),
        "published": article.published,
        "url": encoding.address(article.url),
        "archive": encoding.address(article.archive),
    }
