"""Editorial doubts about a collection: nothing is broken, but someone should look. All are warnings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .model import Article, Basis, Collection, Event, Problem, Severity, Timeline
from .problems import place

_FIRSTS = 0.06  # of day-precise dates; by chance 12 days of 365 are a first, 3.3 in 100
_ENOUGH = 20  # day-precise dates, below which a share says nothing


def doubts(collection: Collection, folder: Path) -> Iterator[Problem]:
    """Dates read from context, events on one origin, false precision, links without an archived copy."""
    articles = {article.id: article for article in collection.articles}
    for event in collection.events:
        yield from _about_event(event, articles, folder)
    for timeline in collection.timelines:
        if timeline.definition:
            yield from _false_precision(timeline)
    for article in collection.articles:
        if article.url and not article.archive:
            yield _doubt(folder, article, 1, "has no archived copy; its source may vanish", "no-archive")


def _about_event(event: Event, articles: dict[str, Article], folder: Path) -> Iterator[Problem]:
    for statement in event.statements:
        if statement.time.basis is Basis.CONTEXT:
            time, article = statement.time, articles[statement.article]
            words = f"“{time.wording}” was read as {time.value}, reckoned from {time.reckoned_from} ({time.rule})"
            yield _doubt(folder, article, _line(article, time.span.start), words, "date-from-context")
    if len(event.articles) > 1 and len(event.origins) == 1:
        article = articles[event.statements[0].article]
        words = (
            f"{len(event.articles)} articles tell of {event.value} “{event.title[:80]}”, all after {event.origins[0]}"
        )
        yield _doubt(folder, article, _line(article, event.statements[0].span.start), words, "single-origin")


def _false_precision(timeline: Timeline) -> Iterator[Problem]:
    """Dates padded to the first of a month show as too many firsts."""
    days = [
        event.value for event in timeline.events if len(event.value) == 10 and event.value[4] == event.value[7] == "-"
    ]
    firsts = sum(day.endswith("-01") for day in days)
    if len(days) >= _ENOUGH and firsts > _FIRSTS * len(days) and timeline.definition:
        words = f"{firsts} of {len(days)} days are the first of a month: are some of these dates padded?"
        yield Problem(timeline.definition.path, 0, words, Severity.WARNING, "false-precision")


def _doubt(folder: Path, article: Article, line: int, words: str, code: str) -> Problem:
    return Problem(place(folder, article.path), line, words, Severity.WARNING, code)


def _line(article: Article, offset: int) -> int:
    return article.first_line + article.text.count("\n", 0, offset) if article.first_line else 0
