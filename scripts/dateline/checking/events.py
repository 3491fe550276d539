"""Doubts about events: told by many, known from one."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Collection, Problem
from .doubt import doubt, short


def on_a_single_origin(collection: Collection, folder: str) -> Iterator[Problem]:
    """Events of several articles that all rest on one origin, those that most articles repeat first."""
    articles = {article.id: article for article in collection.articles}
    alone = [e for e in collection.events if len(e.articles) > 1 and len(e.origins) == 1 and e.statements]
    for event in sorted(alone, key=lambda e: (-len(e.articles), e.id)):
        words = (
            f"{len(event.articles)} articles tell of {event.value} “{short(event.title)}”, all after "
            f"{event.origins[0]}: that is one source"
        )
        statement = event.statements[0]
        yield doubt(folder, articles[statement.article], statement.span.start, words, "single-origin")
