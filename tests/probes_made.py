# ruff: noqa: E501 (data)
"""One site that holds every probe in every field: of articles, timelines, notes and entities, by both ways in.

`seeds` writes them as an editor's folder would hold them, so that readers have their say; `past_the_readers` makes the
values by hand, so that what a reader would have refused reaches the writers all the same.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import collections_made as made

from dateline import pipeline
from dateline.model import Collection, Definition, Timeline

# Characters that a YAML file can't hold but as escapes, lone surrogates among them.
_UNWRITABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")

HEAD = "---\n{fields}\n---\n{words}\n"


def seeds(folder: Path, probes: list[str]) -> Path:
    """A seeds folder with an article, a timeline, a note and an entity for each probe."""
    for name in ("articles", "timelines", "notes"):
        (folder / name).mkdir(parents=True)
    entities = []
    for number, probe in enumerate(probes):
        name = f"p{number:03}"
        _write(folder / "articles" / f"{name}.md", _article(number, probe))
        _write(folder / "timelines" / f"{name}.md", _timeline(number, probe))
        _write(folder / "notes" / f"{name}.md", _note(number, probe))
        entities.append(_entity(number, probe))
    _write(folder / "entities.yml", "\n".join(f"- {_json(entity)}" for entity in entities))
    return folder


def collection(folder: Path, probes: list[str]) -> Collection:
    """The collection of `folder`, and every probe once more past the readers."""
    read = pipeline.run(pipeline.read(folder))
    more = [past_the_readers(number, probe) for number, probe in enumerate(probes)]
    events = tuple(event for one in more for event in one.timelines[0].events)
    definition = Definition("past-the-readers", "seeds/timelines/x.md", "Past the readers")
    whole = Timeline("past-the-readers", "Past the readers", events, definition=definition)
    return Collection(
        (*read.articles, *(a for one in more for a in one.articles)),
        (*read.events, *(e for one in more for e in one.events)),
        (*read.timelines, whole),
        (*read.entities, *(e for one in more for e in one.entities)),
        read.problems,
    )


def past_the_readers(number: int, probe: str) -> Collection:
    """`collections_made.saying`, with ids of its own."""
    said = made.saying(probe)
    ids = {old: f"x{number:03}{old}" for old in ("a1", "s1", "e1", "o1")}
    (entity,), (article,) = said.entities, said.articles

    def renamed(event: object) -> object:
        told = tuple(
            replace(s, id=ids["s1"], article=ids["a1"], participants=(ids["e1"],), entities=(ids["e1"],))
            for s in event.statements  # type: ignore[attr-defined]
        )
        facts = {"articles": (ids["a1"],), "titled_by": ids["s1"], "entities": (ids["e1"],)} if told else {}
        return replace(event, id=ids[event.id], statements=told, **facts)  # type: ignore[type-var,attr-defined]

    line = replace(said.timelines[0], events=tuple(map(renamed, said.timelines[0].events)))
    return Collection(
        (replace(article, id=ids["a1"]),),
        tuple(map(renamed, said.events)),  # type: ignore[arg-type]
        (line,),
        (replace(entity, id=ids["e1"]),),
    )


def _article(number: int, probe: str) -> str:
    fields = {
        **dict.fromkeys(("title", "publication", "description", "language", "archive"), probe),
        "author": [probe, probe],
        "keywords": [probe],
        "url": f"https://news.example/{number}",
        "published": "2024-06-14",
        "full_text": number % 2 == 0,
    }
    words = f"On 3 May 2024 the Order of {number} signed {probe} with Chile.\n\n{probe}\n\nAs {probe} said, Peru quit in 2012."
    return _document(fields, words)


def _timeline(number: int, probe: str) -> str:
    fields = {
        "title": probe,
        "show": {"entities": [f"order-{number}"], "text": probe},
        "eras": [{"title": probe, "from": "2012", "to": "2024"}],
        "events": [
            {"date": "2023", "title": probe, "quote": probe, "url": f"https://news.example/{probe}"},
            {"date": "2022", "title": probe, "url": probe, "archive": probe},
        ],
        "key": [probe],
    }
    return _document(fields, f"*An introduction.*\n\n{probe}\n\n*Its* {probe} *end.*")


def _note(number: int, probe: str) -> str:
    about = {"quote": {"exact": f"the Order of {number} signed"}}
    said = dict.fromkeys(("by", "comment", "title"), probe)
    date = {"value": "2024-05", "because": probe}
    correction = {"was": probe, "now": probe, "because": probe, "on": "2026-11-21"}
    return _document({**about, **said, "date": date, "correction": correction, "translation": {"en": probe}}, probe)


def _entity(number: int, probe: str) -> dict[str, object]:
    return {
        "id": f"order-{number}",
        "labels": {"en": f"Order of {number}", "ru": probe},
        "aliases": {"en": [probe]},
        "types": [probe],
        "same_as": [probe, f"https://e.example/{probe}"],
    }


def _document(fields: dict[str, object], words: str) -> str:
    return HEAD.format(fields="\n".join(f"{name}: {_json(value)}" for name, value in fields.items()), words=words)


def _json(value: object) -> str:
    """A value that YAML reads as what it is, whatever is in it."""
    return _UNWRITABLE.sub(lambda odd: f"\\u{ord(odd[0]):04x}", json.dumps(value, ensure_ascii=False))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
