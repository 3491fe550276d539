"""Many made-up events: as a collection of Dateline's, built into one page, and as the same list for other tools."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.model import (
    Article,
    Basis,
    Collection,
    Entity,
    EntityKind,
    Event,
    Kind,
    Modality,
    Span,
    Statement,
    TimeExpression,
)  # fmt: skip
from dateline.writers import registers, style_sheets, timeline_pages
from dateline.writers.data.context import Context
from dateline.writers.desk import Desk
from dateline.writers.settings import Settings
from dateline.writers.views import Views

ROOT = Path(__file__).resolve().parents[3]
_A_PAGE = 8  # events of one article
_PLACES = (
    "the town hall",
    "the market hall",
    "the guildhall",
    "parliament",
    "the court",
    "the old town",
    "the harbour",
)
_KINDS = (Kind.MEETING, Kind.DECISION, Kind.STATEMENT, Kind.AGREEMENT, Kind.TRIAL, Kind.OTHER)
_STUBS = ("index", "timelines/index", "articles/index", "entities/index")


def collection(count: int) -> Collection:
    """`count` events, each quoted from one of as few articles as real ones would fill; always the same."""
    chance = random.Random(count)
    days = sorted(dt.date(2004, 1, 1) + dt.timedelta(days=chance.randint(0, 7300)) for _ in range(count))
    told = [_sentence(i, day, chance) for i, day in enumerate(days)]
    articles, events = [], []
    for start in range(0, count, _A_PAGE):
        number = start // _A_PAGE
        article = _article(number, [words for _, words in told[start : start + _A_PAGE]], days[start])
        articles.append(article)
        for i in range(start, min(start + _A_PAGE, count)):
            events.append(_event(i, days[i], *told[i], article))
    names = tuple(Entity(f"party-{n}", EntityKind.ORGANISATION, (("en", f"Party {n}"),)) for n in range(30))
    return Collection(tuple(articles), tuple(events), (), names)


def plain(found: Collection) -> list[dict[str, str]]:
    """The events as other tools take them: a day, a title, a quotation."""
    return [{"date": e.value, "title": e.title, "quote": e.statements[0].quote} for e in found.events]


def build(found: Collection, folder: Path) -> None:
    """The page of all events, not split, as `folder`/site/events/, by MkDocs with the project's own theme."""
    settings = Settings(split=0)
    desk = Desk(Views(found, settings), Context(found, settings))
    docs = shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets").parent
    shutil.copytree(ROOT / "docs" / "overrides", docs / "overrides", ignore=shutil.ignore_patterns("words"))
    building = folder / "scripts" / "dateline" / "building"
    building.mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "dateline" / "building" / "hooks.py", building)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for path, text in _sources(desk):
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, "utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "scripts"), "SITE_URL": ""}
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build"]
    subprocess.run(command, cwd=folder, check=True, env=environment)


def for_others(found: Collection, folder: Path) -> None:
    """The pages of the other tools beside ours; they find their packages in `folder`/site/node_modules."""
    (folder / "site" / "events.json").write_text(json.dumps(plain(found)), "utf-8")
    for page in Path(__file__).parent.glob("*.html"):
        shutil.copy(page, folder / "site")


def _sources(desk: Desk) -> Iterator[tuple[str, str]]:
    for name in _STUBS:
        yield f"{name}.md", f"# {name}\n"
    for path, page in timeline_pages.all_events(desk):
        yield path, page if isinstance(page, str) else page.read()
    yield from style_sheets.files()
    yield "overrides/words/words.html", registers.words_template(desk.views)


def _sentence(number: int, day: dt.date, chance: random.Random) -> tuple[str, str]:
    """A title, and the sentence it stands in."""
    where = chance.choice(_PLACES)
    title = f"Committee {number} took up measure {chance.randint(1, 999)} in {where}"
    when = f"{day:%B} {day.day}, {day.year}"
    end = "and put off the vote until those who had asked for it could be heard, its chair told reporters afterwards."
    return title, f"On {when}, {title[0].lower()}{title[1:]} {end}"


def _article(number: int, sentences: list[str], day: dt.date) -> Article:
    text = "\n\n".join(sentences)
    return Article(
        id=f"article{number:06}", path=f"seeds/{number}.md", text=text, language="en", title=f"Report {number}",
        body=Span(0, len(text)), published=f"{day + dt.timedelta(days=1)}", publication=f"Gazette {number % 12}",
        url=f"https://gazette{number % 12}.example/{day.year}/report-{number}.html",
        archive=f"https://web.archive.org/web/{day:%Y%m%d}000000/https://gazette{number % 12}.example/{number}.html",
    )  # fmt: skip


def _event(number: int, day: dt.date, title: str, words: str, article: Article) -> Event:
    start, wording = article.text.index(words), words[3 : words.index(",", words.index(",") + 1)]
    span, kind = Span(start, start + len(words)), _KINDS[number % len(_KINDS)]
    time = TimeExpression(
        Span(start + 3, start + 3 + len(wording)), wording, f"{day}", Basis.EXPLICIT, "month-day-year"
    )
    parties = tuple(dict.fromkeys((f"party-{number % 30}", f"party-{number * 7 % 11}")))
    told = Statement(
        f"s{number:011}", article.id, span, words, span, time, parties, parties, kind, origin=article.publication
    )
    return Event(
        told.id, f"{day}", title, "en", told.id, kind, Modality.REPORTED, parties, (told,), (article.id,),
        (article.publication,), ("en",), article.published,
    )  # fmt: skip
