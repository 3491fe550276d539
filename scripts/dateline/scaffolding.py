"""New files for the editor: a timeline or a note, as text with everything in place that can be known."""

from __future__ import annotations

import json
from pathlib import Path

from .model import Collection, Event, Statement
from .readers.identity import slug

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


class AlreadyThere(Exception):
    """A file of that name is there; nothing was written."""


class Unknown(Exception):
    """No statement and no event has that id."""


def timeline(folder: Path, title: str) -> Path:
    """Write `timelines/<slug>.md` below the seeds folder. Raises AlreadyThere."""
    return _written(folder / "timelines" / f"{slug(title) or 'timeline'}.md", _TIMELINE.format(title=_quoted(title)))


def note(folder: Path, collection: Collection, id: str, by: str = "") -> Path:
    """Write `notes/<id>.md`, anchored to the words of the statement (or of the event's first). Raises Unknown."""
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
    for event in collection.events:
        for statement in event.statements:
            if id in (statement.id, event.id if statement is event.statements[0] else ""):
                return event, statement
    raise Unknown(f"no statement or event has the id {id!r}")


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
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as fault:
        raise AlreadyThere(f"{path} is there already; nothing was written") from fault
    return path
