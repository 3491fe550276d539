"""Who tells an event: the publications, and whom they credit."""

from __future__ import annotations

from ...model import Article, Event, Statement
from .. import prose
from ..catalogue import Catalogue


def publisher(article: Article, catalogue: Catalogue) -> str:
    """Who published an article: the publication, else the article's title in quotation marks."""
    say = catalogue.say
    if article.publication:
        return article.publication
    return say("quoted", text=prose.shown(article.title)) if article.title else say("unknown_publication")


def teller(statement: Statement, catalogue: Catalogue) -> str:
    """Whom a statement goes back to: what it credits, else who published it."""
    return statement.origin or publisher(catalogue.articles[statement.article], catalogue)


def origins(event: Event, catalogue: Catalogue) -> tuple[str, ...]:
    """Whom the statements of an event go back to, each once."""
    return tuple(dict.fromkeys(teller(statement, catalogue) for statement in event.statements))


def counted(event: Event, catalogue: Catalogue) -> str:
    """In how many articles the event stands, and whether they all relay one origin: "2 articles, both after X"."""
    if event.by_editor:
        return catalogue.say("by_editor")
    n, say, named = len(event.articles), catalogue.say, origins(event, catalogue)
    articles = say("count_articles", n=n)
    publications = {publisher(catalogue.articles[a], catalogue) for a in event.articles}
    if len(named) == 1 and set(named) != publications:
        key = "after_one" if n == 1 else "after_both" if n == 2 else "after_all"
        return f"{articles}, {say(key, origin=named[0])}"
    return articles
