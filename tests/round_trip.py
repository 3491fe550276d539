"""Notes of every kind on a folder of articles, and edits of these articles: what the round trip is made of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline import pipeline
from dateline.model import Article, Collection, Event, Problem, Seeds, Statement
from dateline.text import fold

ADDED = "Редакция дополнила этот текст. / The editors have added to this text."
KINDS = (
    'comment: "Looked at."',
    'title: "A title"',
    'translation: {en: "What it says in English."}',
    'date: {value: "1999-12", because: "The archive says so."}',
    "status: corroborated",
    "status: disputed",
    "status: withdrawn",
    'correction: {was: "1998", now: "1999", because: "A slip.", on: 2026-11-21}',
    "hide: true",
    "split: true",
    "merge: [%s]",
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A note: its file below `notes/`, what it is about, and whether the typo will be fixed in its words."""

    name: str
    kind: str
    statement: Statement
    spoilt: bool


def run(folder: Path) -> tuple[Seeds, Collection]:
    seeds = pipeline.read(folder)
    return seeds, pipeline.run(seeds)


def place(folder: Path, count: int) -> list[Placed]:
    """Write `count` notes, one a file, on statements spread over the articles; anchors by whole quote, part, and id."""
    seeds, collection = run(folder)
    articles = {article.id: article for article in seeds.articles}
    chosen = list(_spread(collection, articles, count))
    assert len(chosen) == count
    _put_where_split(chosen)
    (folder / "notes").mkdir()
    placed = []
    for number, (event, statement) in enumerate(chosen):
        kind = KINDS[number % len(KINDS)]
        if kind.startswith("split") and len(event.statements) < 2:
            kind = KINDS[0]
        if "merge" in kind:
            others = {e.id for e, _ in chosen} - {event.id}
            kind %= next(s.id for e in collection.events if e.id not in others | {event.id} for s in e.statements)
        by_id = number % 5 == 4
        anchor = f"id: {statement.id}" if by_id else _quote(statement, articles[statement.article], number % 5)
        name = f"n{number:02}.md"
        text = f"---\n{anchor}\narticle: {statement.article}\nby: E\n{kind}\n---\n"
        (folder / "notes" / name).write_text(text, encoding="utf-8")
        placed.append(Placed(name, kind.split(":")[0], statement, spoilt=number % 3 == 0 and not by_id))
    return placed


def _put_where_split(chosen: list[tuple[Event, Statement]]) -> None:
    """Events of several statements, where there are any, to the places of the notes that split one."""
    told_twice = [at for at, (event, _) in enumerate(chosen) if len(event.statements) > 1]
    for at, place in zip(told_twice, range(KINDS.index("split: true"), len(chosen), len(KINDS)), strict=False):
        chosen[at], chosen[place] = chosen[place], chosen[at]


def _spread(collection: Collection, articles: dict[str, Article], count: int) -> Iterator[tuple[Event, Statement]]:
    """One statement of an event, article after article, of sentences that give one statement and stand once."""
    told = [(event, s) for event in collection.events for s in event.statements]
    sentences = [(s.article, s.span) for _, s in told]
    fit = [(e, s) for e, s in told if sentences.count((s.article, s.span)) == 1 and len(s.quote.split()) > 5]
    fit = [(e, s) for e, s in fit if fold(articles[s.article].text).count(fold(s.quote)) == 1]
    rounds: dict[str, list[tuple[Event, Statement]]] = {}
    for pair in sorted(fit, key=lambda p: (p[1].article, len(p[0].statements) < 2, p[1].span)):
        rounds.setdefault(pair[1].article, []).append(pair)
    taken: set[str] = set()
    while len(taken) < count and any(rounds.values()):
        for queue in rounds.values():
            if queue and len(taken) < count:
                event, statement = queue.pop(0)
                if event.id not in taken:
                    taken.add(event.id)
                    yield event, statement


def _quote(statement: Statement, article: Article, how: int) -> str:
    """The whole sentence, or the part with the date, with what stands before and after it where that is not enough."""
    words = statement.quote
    if how in (1, 2):
        start = statement.time.span.start - statement.span.start
        words = words[max(0, start - 25) : start + len(statement.time.wording) + 25]
    if how == 2:
        at = article.text.index(words, statement.span.start)
        before, after = article.text[max(0, at - 12) : at], article.text[at + len(words) : at + len(words) + 12]
        exact, prefix, suffix = map(json.dumps, (words, before, after))
        return f"quote: {{exact: {exact}, prefix: {prefix}, suffix: {suffix}}}"
    return f"quote: {json.dumps(words)}"


def edit(folder: Path, placed: list[Placed]) -> dict[str, str]:
    """Add a paragraph to every article, fix a typo in the words of the notes that are to be spoilt, rename every file.

    Gives the new sentence by the name of the note that quotes the old one.
    """
    paths = {article.id: folder / article.path for article in pipeline.read(folder).articles}
    fixed = {}
    for note in placed:
        if note.spoilt:
            path, quote = paths[note.statement.article], note.statement.quote
            at = _inside(note, (folder / "notes" / note.name).read_text("utf-8"))
            better = quote[:at] + quote[at] + quote[at:]  # a letter that was left out
            text = path.read_bytes().decode("utf-8")
            raw = quote.replace("\n", "\r\n") if quote not in text else quote
            assert text.count(raw) >= 1
            path.write_bytes(text.replace(raw, better.replace("\n", "\r\n") if raw != quote else better).encode())
            fixed[note.name] = better
    for number, article in enumerate(pipeline.read(folder).articles):
        path = folder / article.path
        text = path.read_bytes().decode("utf-8")
        first = article.text[article.body.start :].split("\n")[0].rstrip("\r")
        at = text.index(first) + len(first)
        path.with_name(f"renamed-{number:03}.md").write_bytes(f"{text[:at]}\n\n{ADDED}\n{text[at:]}".encode())
        path.unlink()
    return fixed


def _inside(note: Placed, written: str) -> int:
    """A letter of the sentence that the note quotes and that is no part of its date."""
    start = note.statement.time.span.start - note.statement.span.start
    end = start + len(note.statement.time.wording)
    near = [m.start() for m in re.finditer(r"[^\W\d_]{4,}", note.statement.quote) if not start - 4 < m.start() < end]
    before = [at for at in near if start - 25 <= at < start]
    after = [at for at in near if end <= at < end + 18]
    at = (after or before or near)[0] + 2
    assert note.statement.quote[at].isalpha()
    return at


def adrift(collection: Collection) -> dict[str, Problem]:
    """The notes that were reported as having no statement, by file name."""
    codes = ("note-adrift", "ambiguous-note")
    return {p.path.rpartition("/")[2]: p for p in collection.problems if p.code in codes}


def home(collection: Collection, name: str) -> Event | None:
    """The event that a note stands on."""
    found = [e for e in collection.events if any(n.path.endswith(f"/{name}") for n in e.notes)]
    assert len(found) <= 1
    return found[0] if found else None
