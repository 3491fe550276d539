"""The recipe: seeds -> articles -> statements -> events -> timelines. The only module that knows the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from . import days, definitions, entities, events, notes, readers, statements, timelines, times
from .cache.keeping import Keep, anew
from .model import Article, Collection, Entity, Event, Naming, Note, Problem, Seeds, Severity, Span, Statement
from .problems import folder_name, place
from .spreading import Mapper, here
from .text import sentences


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


class Told(NamedTuple):
    """What all articles tell: their statements, whoever may be named in them by id, and sentences that tell nothing
    for all the dates in them.
    """

    statements: list[Statement]
    entities: dict[str, Entity]
    problems: list[Problem]


def told(seeds: Seeds, mapper: Mapper = here, naming: Mapper | None = None) -> Told:
    """The dated statements of all articles.

    First every article gives the names that it writes (by `naming`, else by `mapper`); those who recur become entities.
    Then each is read with only those of them whom it names, so that a new name asks no other article again.
    """
    namings = tuple((naming or mapper)(partial(_naming, extra=seeds.entities), seeds.articles))
    people = entities.people(namings, _gazetteer(seeds.entities))
    named = [(article, people.named(names)) for article, names in zip(seeds.articles, namings, strict=True)]
    known = {entity.id: entity for entity in (*people.entities, *_gazetteer(seeds.entities).entities)}
    found = Told([], known, [])
    of_articles = mapper(partial(_extract, extra=seeds.entities), named)
    for article, (of_article, tables) in zip(seeds.articles, of_articles, strict=True):
        found.statements.extend(of_article)
        found.problems.extend(_table(seeds.folder, article, span) for span in tables)
    return found


def _table(folder: str, article: Article, sentence: Span) -> Problem:
    line = article.first_line + article.text.count("\n", 0, sentence.start) if article.first_line else 0
    start = " ".join(article.text[sentence.start : sentence.end].split())[:60]
    words = f"“{start}…” holds more than {statements.MOST_DATES} dates, so it was read as a table and gives no event"
    return Problem(f"{folder}/{article.path}", line, words, Severity.WARNING, "crowded-sentence")


def explain(id: str, seeds: Seeds, mapper: Mapper = here) -> tuple[str, ...]:
    """Why the statement `id` and those near it are one event or aren't, line by line; () where there is no such id."""
    found = told(seeds, mapper)
    return events.explain(id, found.statements, {article.id: article for article in seeds.articles}, found.entities)


def key_days(
    articles: Iterable[Article], count: int, first: dt.date, last: dt.date, most: int, mapper: Mapper = here
) -> list[days.KeyDay]:
    """The days from `first` to `last` that matter most, at most `count`, each with one to `most` verbatim sentences."""
    return days.key_days(filter(None, mapper(_telling, articles)), count, first, last, most)


def run(
    seeds: Seeds, language: str = "en", mapper: Mapper = here, naming: Mapper | None = None, keep: Keep = anew
) -> Collection:
    """The whole way from seeds to timelines. `language` is the site's: titles prefer sources in it. The same comes out
    whatever `keep` has of an earlier time.
    """
    found = told(seeds, mapper, naming)
    known, articles = found.entities, {article.id: article for article in seeds.articles}
    merged = events.merge(found.statements, articles, known, pinned(seeds), language, keep)
    annotated, adrift = notes.apply(merged, all_notes(seeds), articles, language)
    lines, empty = timelines.make(annotated, seeds.definitions, known, articles, language, keep)
    return Collection(
        articles=tuple(sorted(seeds.articles, key=lambda a: (a.published, a.id), reverse=True)),
        events=annotated,
        timelines=lines,
        entities=tuple(known[name] for name in sorted(_named(annotated))),
        problems=tuple(sorted((*seeds.problems, *found.problems, *adrift, *empty))),
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


def _naming(article: Article, extra: tuple[Entity, ...]) -> Naming:
    return entities.naming(article, _gazetteer(extra))


def _extract(
    named: tuple[Article, tuple[Entity, ...]], extra: tuple[Entity, ...]
) -> tuple[tuple[Statement, ...], tuple[Span, ...]]:
    # A worker process builds the gazetteer once; sending only the editor's part of it keeps each task small.
    article, people = named
    return _read(article, _gazetteer(extra).with_people(people))


def _read(article: Article, gazetteer: entities.Gazetteer) -> tuple[tuple[Statement, ...], tuple[Span, ...]]:
    """The statements of an article, and its sentences with too many dates to make one."""
    dates = times.find(article.text, article.dct, article.language)
    if not dates:
        return (), ()
    mentions = entities.find(article, gazetteer)
    return statements.find(article, dates, mentions, gazetteer), statements.tables(article, dates)


def _telling(article: Article) -> days.Telling | None:
    dates = times.find(article.text, article.dct, article.language)
    return days.tell(article, dates, statements.dating(article, dates), sentences.split(article.text, article.language))


def _named(of: tuple[Event, ...]) -> set[str]:
    return {name for event in of for name in event.entities}
