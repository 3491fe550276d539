"""The recipe: seeds -> articles -> statements -> events -> timelines. The only module that knows the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

from . import days, definitions, entities, events, notes, readers, sentences, statements, timelines, times
from .model import Article, Collection, Entity, Event, Note, Problem, Seeds, Severity, Span, Statement
from .problems import folder_name, place
from .spreading import Mapper, here


def read(folder: Path, mapper: Mapper = here) -> Seeds:
    """All that stands in the editor's folder, with a problem for each file that could not be used.

    Raises OSError where the folder itself can't be read.
    """
    articles, faults = readers.read_articles(folder, mapper)
    desk = definitions.read(folder)
    hinted = tuple(entities.hinted(desk.hints, _gazetteer(desk.entities))) if desk.hints else ()
    if desk.pages:  # a vault's pages about somebody or something are no articles
        named = {place(folder, page) for page in desk.pages}
        articles = tuple(article for article in articles if article.path not in desk.pages)
        faults = tuple(fault for fault in faults if fault.path not in named)
    return Seeds(
        articles,
        (*desk.entities, *hinted),
        desk.timelines,
        desk.notes,
        tuple(sorted((*faults, *desk.problems))),
        desk.named,
        folder_name(folder),
    )


def extract(article: Article, gazetteer: entities.Gazetteer) -> tuple[Statement, ...]:
    """The dated statements of one article, in order of place. Pure: nothing outside its arguments counts."""
    return _read(article, gazetteer)[0]


def told(seeds: Seeds, mapper: Mapper = here) -> list[Statement]:
    """The dated statements of all articles."""
    return _told(seeds, mapper)[0]


def _told(seeds: Seeds, mapper: Mapper) -> tuple[list[Statement], list[Problem]]:
    """The statements of all articles, and a problem for each sentence that holds too many dates to give any."""
    found: list[Statement] = []
    problems: list[Problem] = []
    for article, (of_article, crowded) in zip(
        seeds.articles, mapper(partial(_extract, extra=seeds.entities), seeds.articles), strict=True
    ):
        found += of_article
        problems += (_crowded(seeds.folder, article, span) for span in crowded)
    return found, problems


def _crowded(folder: str, article: Article, sentence: Span) -> Problem:
    line = article.first_line + article.text.count("\n", 0, sentence.start) if article.first_line else 0
    start = " ".join(article.text[sentence.start : sentence.end].split())[:60]
    words = f"“{start}…” holds more than {statements.MOST_DATES} dates, so it was read as a table and gives no event"
    return Problem(f"{folder}/{article.path}", line, words, Severity.WARNING, "crowded-sentence")


def explain(id: str, seeds: Seeds, mapper: Mapper = here) -> tuple[str, ...]:
    """Why the statement `id` and those near it are one event or aren't, line by line; () where there is no such id."""
    articles = {article.id: article for article in seeds.articles}
    return events.explain(id, told(seeds, mapper), articles, _by_id(_gazetteer(seeds.entities)))


def key_days(
    articles: Iterable[Article], count: int, first: dt.date, last: dt.date, most: int, mapper: Mapper = here
) -> list[days.KeyDay]:
    """The days from `first` to `last` that matter most, at most `count`, each with one to `most` verbatim sentences."""
    return days.key_days(filter(None, mapper(_telling, articles)), count, first, last, most)


def run(seeds: Seeds, language: str = "en", mapper: Mapper = here) -> Collection:
    """The whole way from seeds to timelines. `language` is the site's: titles prefer sources in it."""
    gazetteer = _gazetteer(seeds.entities)
    known = _by_id(gazetteer)
    articles = {article.id: article for article in seeds.articles}
    found, crowded = _told(seeds, mapper)
    merged = events.merge(found, articles, known, pinned(seeds), language)
    annotated, adrift = notes.apply(merged, all_notes(seeds), articles, language)
    lines, empty = timelines.make(annotated, seeds.definitions, known, articles, language)
    return Collection(
        articles=tuple(sorted(seeds.articles, key=lambda a: (a.published, a.id), reverse=True)),
        events=annotated,
        timelines=lines,
        entities=tuple(known[name] for name in sorted(_named(annotated))),
        problems=tuple(sorted((*seeds.problems, *crowded, *adrift, *empty))),
    )


def pinned(seeds: Seeds) -> frozenset[str]:
    """The statement ids that the editor's files name, also in a link or a comment: an event that holds one keeps it as
    its own id, so that what was said of it and linked to it holds whatever merges later."""
    keys = (name for definition in seeds.definitions for name in definition.key)
    noted = (name for note in all_notes(seeds) for name in (note.id, *note.merge) if name)
    return frozenset((*keys, *noted)) | seeds.named


def all_notes(seeds: Seeds) -> tuple[Note, ...]:
    """The notes of `seeds/notes/` and of every timeline's file."""
    return (*seeds.notes, *(note for definition in seeds.definitions for note in definition.notes))


@cache
def _gazetteer(extra: tuple[Entity, ...]) -> entities.Gazetteer:
    return entities.gazetteer(extra)


def _extract(article: Article, extra: tuple[Entity, ...]) -> tuple[tuple[Statement, ...], tuple[Span, ...]]:
    # A worker process builds the gazetteer once; sending only the editor's part of it keeps each task small.
    return _read(article, _gazetteer(extra))


def _read(article: Article, gazetteer: entities.Gazetteer) -> tuple[tuple[Statement, ...], tuple[Span, ...]]:
    """The statements of an article, and its sentences with too many dates to be one."""
    dates = times.find(article.text, article.dct, article.language)
    if not dates:
        return (), ()
    mentions = entities.find(article, gazetteer)
    return statements.find(article, dates, mentions, gazetteer), statements.crowded(article, dates)


def _telling(article: Article) -> days.Telling | None:
    dates = times.find(article.text, article.dct, article.language)
    return days.tell(article, dates, sentences.split(article.text, article.language))


def _by_id(gazetteer: entities.Gazetteer) -> dict[str, Entity]:
    return {entity.id: entity for entity in gazetteer.entities}


def _named(of: tuple[Event, ...]) -> set[str]:
    return {name for event in of for name in event.entities}
