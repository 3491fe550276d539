"""The recipe: seeds -> articles -> statements -> events -> timelines. The only module that knows the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path

from . import days, definitions, entities, events, notes, readers, sentences, statements, timelines, times
from .model import Article, Collection, Entity, Event, Naming, Note, Seeds, Span, Statement
from .spreading import Mapper, here


def read(folder: Path, mapper: Mapper = here) -> Seeds:
    """All that stands in the editor's folder, with a problem for each file that could not be used.

    Raises OSError where the folder itself can't be read.
    """
    articles, faults = readers.read_articles(folder, mapper)
    desk = definitions.read(folder)
    return Seeds(articles, desk.entities, desk.timelines, desk.notes, tuple(sorted((*faults, *desk.problems))))


def extract(article: Article, gazetteer: entities.Gazetteer) -> tuple[Statement, ...]:
    """The dated statements of one article, in order of place. Pure: nothing outside its arguments counts."""
    dates = times.find(article.text, article.dct, article.language)
    return statements.find(article, dates, entities.find(article, gazetteer), gazetteer) if dates else ()


def told(
    seeds: Seeds, mapper: Mapper = here, naming: Mapper | None = None
) -> tuple[list[Statement], dict[str, Entity]]:
    """The dated statements of all articles, and whoever may be named in them, by id.

    First every article gives the names that it writes (by `naming`, else by `mapper`); those who recur become entities.
    Then each is read with only those of them whom it names, so that a new name asks no other article again.
    """
    namings = tuple((naming or mapper)(partial(_naming, extra=seeds.entities), seeds.articles))
    people = entities.people(namings, _gazetteer(seeds.entities))
    named = [(article, people.named(names)) for article, names in zip(seeds.articles, namings, strict=True)]
    found = mapper(partial(_extract, extra=seeds.entities), named)
    known = {entity.id: entity for entity in (*people.entities, *_gazetteer(seeds.entities).entities)}
    return [statement for of_article in found for statement in of_article], known


def tables(articles: Iterable[Article], mapper: Mapper = here) -> list[tuple[Article, Span]]:
    """Sentences that make no statement for all the dates in them (`statements.tables`), with their articles.

    Dates are found again for the few articles with sentences of that length.
    """
    long = [article for article in articles if statements.may_have_tables(article)]
    found = zip(long, mapper(_tables, long), strict=True)
    return [(article, span) for article, spans in found for span in spans]


def explain(id: str, seeds: Seeds, mapper: Mapper = here) -> tuple[str, ...]:
    """Why the statement `id` and those near it are one event or aren't, line by line; () where there is no such id."""
    statements, known = told(seeds, mapper)
    return events.explain(id, statements, {article.id: article for article in seeds.articles}, known)


def key_days(
    articles: Iterable[Article], count: int, first: dt.date, last: dt.date, most: int, mapper: Mapper = here
) -> list[days.KeyDay]:
    """The days from `first` to `last` that matter most, at most `count`, each with one to `most` verbatim sentences."""
    return days.key_days(filter(None, mapper(_telling, articles)), count, first, last, most)


def run(seeds: Seeds, language: str = "en", mapper: Mapper = here, naming: Mapper | None = None) -> Collection:
    """The whole way from seeds to timelines. `language` is the site's: titles prefer sources in it."""
    statements, known = told(seeds, mapper, naming)
    articles = {article.id: article for article in seeds.articles}
    merged = events.merge(statements, articles, known, pinned(seeds), language)
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
    """The statement ids that the editor's files name: an event that holds one keeps it as its own id."""
    keys = (name for definition in seeds.definitions for name in definition.key)
    noted = (name for note in all_notes(seeds) for name in (note.id, *note.merge) if name)
    return frozenset((*keys, *noted))


def all_notes(seeds: Seeds) -> tuple[Note, ...]:
    """The notes of `seeds/notes/` and of every timeline's file."""
    return (*seeds.notes, *(note for definition in seeds.definitions for note in definition.notes))


@cache
def _gazetteer(extra: tuple[Entity, ...]) -> entities.Gazetteer:
    # A worker process builds it once; sending only the editor's part of it keeps each task small.
    return entities.gazetteer(extra)


def _naming(article: Article, extra: tuple[Entity, ...]) -> Naming:
    return entities.naming(article, _gazetteer(extra))


def _extract(named: tuple[Article, tuple[Entity, ...]], extra: tuple[Entity, ...]) -> tuple[Statement, ...]:
    article, people = named
    return extract(article, _gazetteer(extra).with_people(people))


def _tables(article: Article) -> tuple[Span, ...]:
    return statements.tables(article, times.find(article.text, article.dct, article.language))


def _telling(article: Article) -> days.Telling | None:
    dates = times.find(article.text, article.dct, article.language)
    return days.tell(article, dates, sentences.split(article.text, article.language))


def _named(of: tuple[Event, ...]) -> set[str]:
    return {name for event in of for name in event.entities}
