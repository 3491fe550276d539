"""The recipe: seeds -> articles -> statements -> events -> timelines. The only module that knows the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

from . import days, definitions, entities, events, notes, readers, sentences, statements, timelines, times
from .model import Article, Collection, Entity, Event, Note, Seeds, Statement
from .spreading import Mapper, here


def read(folder: Path, mapper: Mapper = here) -> Seeds:
    """All that stands in the editor's folder, with a problem for each file that could not be used.

    Raises OSError where the folder itself can't be read.
    """
    articles, faults = readers.read_articles(folder, mapper)
    desk = definitions.read(folder)
    faulty = tuple(sorted((*faults, *desk.problems)))
    return Seeds(articles, desk.entities, desk.timelines, desk.notes, faulty, desk.named)


def extract(article: Article, gazetteer: entities.Gazetteer) -> tuple[Statement, ...]:
    """The dated statements of one article, in order of place. Pure: nothing outside its arguments counts."""
    dates = times.find(article.text, article.dct, article.language)
    return statements.find(article, dates, entities.find(article, gazetteer), gazetteer) if dates else ()


def told(seeds: Seeds, mapper: Mapper = here) -> list[Statement]:
    """The dated statements of all articles."""
    found = mapper(partial(_extract, extra=seeds.entities), seeds.articles)
    return [statement for of_article in found for statement in of_article]


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
    merged = events.merge(told(seeds, mapper), articles, known, pinned(seeds), language)
    annotated, adrift = notes.apply(merged, all_notes(seeds), articles, language)
    lines, empty = timelines.make(annotated, seeds.definitions, known, articles, language)
    return Collection(
        articles=tuple(sorted(seeds.articles, key=lambda a: (a.published, a.id), reverse=True)),
        events=annotated,
        timelines=lines,
        entities=tuple(known[name] for name in sorted(_named(annotated))),
        problems=tuple(sorted((*seeds.problems, *adrift, *empty))),
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


def _extract(article: Article, extra: tuple[Entity, ...]) -> tuple[Statement, ...]:
    # A worker process builds the gazetteer once; sending only the editor's part of it keeps each task small.
    return extract(article, _gazetteer(extra))


def _telling(article: Article) -> days.Telling | None:
    dates = times.find(article.text, article.dct, article.language)
    return days.tell(article, dates, sentences.split(article.text, article.language))


def _by_id(gazetteer: entities.Gazetteer) -> dict[str, Entity]:
    return {entity.id: entity for entity in gazetteer.entities}


def _named(of: tuple[Event, ...]) -> set[str]:
    return {name for event in of for name in event.entities}
