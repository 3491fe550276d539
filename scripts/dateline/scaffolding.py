"""New files for the editor: a timeline, a suggested one, or a note, with everything in place that can be known."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from .definitions import timelines
from .definitions.faults import did_you_mean
from .model import Collection, Condition, Dated, Event, Statement
from .readers.identity import slug
from .timelines import Suggestion, suggest
from .timelines.resolving import Resolver

_TIMELINE = """\
---
title: {title}
show:                 # all must hold; `any: [ … ]` and `not: {{ … }}` combine conditions
  entities: []        # names as the articles have them, or ids: [CSTO, Armenia]
  kinds: []           # such as agreement, founding, joining, leaving, conflict; empty: every kind
  # from: 1992        # a year, a month (1992-05) or a day, inclusive
  # to: 2024
order: oldest         # or newest
---

What this timeline tells, and what it leaves out.
"""

_NOTE = """\
---
notes:
  # {said}
  - quote: {{exact: {exact}}}
    article: {article}
    by: {by}
    comment: ""
    # or one or more of these instead:
    # title: ""
    # translation: {{en: ""}}
    # date: {{value: "{value}", because: ""}}
    # status: corroborated      # disputed, withdrawn
    # hide: true
    # correction: {{was: "", now: "", because: "", on: YYYY-MM-DD}}
---
"""


_ADOPTED = """\
---
title: {title}
show:
{show}
order: oldest
---
"""
_HELD = 0.9  # of the events of a suggestion that a timeline of the editor's shows: it is there already


class Refused(Exception):
    """Why nothing was written or chosen, in words for the editor."""


def timeline(folder: Path, title: str) -> Path:
    """Write `timelines/<slug>.md` below the seeds folder. Raises Refused."""
    title = " ".join(title.split())
    if not title:
        raise Refused("a timeline needs a title")
    name = slug(title)
    if not any(map(str.isalpha, name)):  # a title in other letters than Latin or Cyrillic
        name = timelines.slug(f"{title}.md")
    return _written(folder / "timelines" / f"{name}.md", _TIMELINE.format(title=_quoted(title)))


def suggestions(collection: Collection, language: str = "en") -> tuple[Suggestion, ...]:
    """What the collection offers and no timeline of the editor's shows yet; titles in `language`."""
    shown = [{event.id for event in line.events} for line in collection.timelines if line.definition]
    slugs = {line.slug for line in collection.timelines if line.definition}
    found = suggest(collection.events, {entity.id: entity for entity in collection.entities}, language)
    return tuple(s for s in found if s.slug not in slugs and not any(_is_shown(s, events) for events in shown))


def _is_shown(suggestion: Suggestion, events: set[str]) -> bool:
    held = len(events.intersection(suggestion.events))
    return held >= _HELD * max(len(events), len(suggestion.events))


def chosen(found: Iterable[Suggestion], id: str) -> Suggestion:
    """The suggestion with that slug. Raises Refused with the nearest."""
    by_slug = {suggestion.slug: suggestion for suggestion in found}
    if id in by_slug:
        return by_slug[id]
    raise Refused(f"there is no suggestion '{id}'{did_you_mean(id, by_slug) or '; `dateline suggest` lists them'}")


def adopted(folder: Path, collection: Collection, suggestion: Suggestion, language: str = "en") -> Path:
    """Write a suggestion as `timelines/<slug>.md`, with names in `language` where these tell. Raises Refused."""
    entities = {entity.id: entity for entity in collection.entities}
    articles = {article.id: article for article in collection.articles}
    resolver = Resolver(entities, articles, collection.events)

    def name(id: str) -> str:
        label = entities[id].label(language)
        return label if resolver.entity(label) == id else id

    show = "\n".join(f"  {line}" for line in _condition(suggestion.show, name))
    text = _ADOPTED.format(title=_quoted(suggestion.title), show=show)
    return _written(folder / "timelines" / f"{suggestion.slug}.md", text)


def _condition(condition: Condition, name: Callable[[str], str]) -> Iterator[str]:
    """The lines of `show:` that state a suggestion's condition."""
    if condition.entities:
        yield f"entities: {_listed(map(name, condition.entities))}"
    pairs = [pair for both in condition.all_of for pair in both.any_of]
    if pairs:
        names = (_listed(name(one.entities[0]) for one in pair.all_of) for pair in pairs)
        yield f"pairs: [{', '.join(names)}]"
    if condition.kinds:
        yield f"kinds: [{', '.join(condition.kinds)}]"
    if condition.any_of:
        yield "any:"
        for one in condition.any_of:
            first, *rest = _condition(one, name)
            yield f"  - {first}"
            yield from (f"    {line}" for line in rest)
    if condition.start:
        yield f"from: {condition.start}"
    if condition.end:
        yield f"to: {condition.end}"
    if condition.dated is not Dated.ANYHOW:
        yield f"dated: {condition.dated}          # leaves out what is dated less precisely"


def _listed(names: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, names))}]"


def note(folder: Path, collection: Collection, id: str, by: str = "") -> Path:
    """Write `notes/<id>.md`, anchored to the words of the statement (or of the event's first). Raises Refused."""
    event, statement = _find(collection, id)
    text = _NOTE.format(
        said=f"{event.value}: {' '.join(event.title.split())}",
        exact=_quoted(_words(collection, event, statement)),
        article=statement.article,
        by=_quoted(by),
        value=statement.time.value,
    )
    return _written(folder / "notes" / f"{statement.id}.md", text)


def _find(collection: Collection, id: str) -> tuple[Event, Statement]:
    id = id.rpartition("#")[2]  # a whole address names it too
    for event in collection.events:
        for statement in event.statements:
            if id in (statement.id, event.id if statement is event.statements[0] else ""):
                return event, statement
    known = (statement.id for event in collection.events for statement in event.statements)
    hint = (
        did_you_mean(id, known)
        or "; `dateline events DIR` lists them, and each event's link on the site ends in its id"
    )
    raise Refused(f"no statement or event has the id '{id}'{hint}")


def _words(collection: Collection, event: Event, statement: Statement) -> str:
    """The sentence; where it tells another event too, only the clause with the date of this one."""
    others = (s for e in collection.events if e is not event for s in e.statements)
    if not any((s.article, s.span) == (statement.article, statement.span) for s in others):
        return statement.quote
    text = next(article.text for article in collection.articles if article.id == statement.article)
    return text[statement.clause.start : statement.clause.end].strip()


def _quoted(words: str) -> str:
    """A YAML scalar in double quotes, which is what JSON writes."""
    return json.dumps(words, ensure_ascii=False)


def _written(path: Path, text: str) -> Path:
    if path.exists():
        raise Refused(f"{path} is there already; nothing was written")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as fault:
        raise Refused(f"can't write {path} ({fault.strerror})") from fault
    return path
