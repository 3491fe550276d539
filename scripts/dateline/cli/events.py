"""Commands that give the text's own data: `events` and `timeline`."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

import click

from ..model import Collection, Problem
from .values import DAY, LANGUAGE

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--explain", "explained", metavar="ID", help="Say why this statement and those near it are one event or not."
)
@click.option(
    "--language", metavar="XX", type=LANGUAGE, default="en", show_default=True, help="Language that titles prefer."
)
def events(folder: Path, explained: str | None, language: str) -> None:
    """Print every dated statement in DIR as a JSON line.

    Fields: article (path below DIR), quote (verbatim), edtf, kind, entities, event (an id), id, modality (reported,
    planned, denied), origin (who is credited), title of the event.

    \b
        dateline events seeds
        dateline events seeds --explain s7xmqszq3o4ja
    """
    from .. import pipeline, spreading

    with spreading.workers(spreading.cores()) as mapper:
        seeds = pipeline.read(folder, mapper)
        _report(seeds.problems)
        if explained:
            lines = pipeline.explain(explained, seeds, mapper)
            if not lines:
                raise click.ClickException(f"no statement '{explained}' in {folder}")
            click.echo("\n".join(lines))
            return
        _print(pipeline.run(seeds, language, mapper))


def _print(result: Collection) -> None:
    paths = {article.id: article.path for article in result.articles}
    for event in result.events:
        for statement in event.statements:
            row = {
                "article": paths[statement.article],
                "quote": statement.quote,
                "edtf": statement.time.value,
                "kind": statement.kind,
                "entities": list(statement.entities),
                "event": event.id,
                "id": statement.id,
                "modality": statement.modality,
                "origin": statement.origin,
                "title": event.title,
            }
            click.echo(json.dumps(row, ensure_ascii=False))


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
@click.option(
    "--dates",
    "count",
    metavar="N",
    type=click.IntRange(1),
    default=10,
    show_default=True,
    help="How many days at most.",
)
@click.option("--from", "first", metavar="DAY", type=DAY, help="First day, such as 2011-02-15.")
@click.option("--to", "last", metavar="DAY", type=DAY, help="Last day.")
@click.option(
    "--sentences",
    metavar="N",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="How many sentences a day at most.",
)
def timeline(folder: Path, count: int, first: dt.date | None, last: dt.date | None, sentences: int) -> None:
    """Print the key days of the story in DIR as JSON lines.

    They come in order of time. Fields: date, sentences (verbatim), by_report (true of a sentence that is dated by its
    article, not by its words).

    \b
        dateline timeline seeds --dates 5 --from 2020-01-01 --to 2024-12-31
    """
    from .. import pipeline, spreading

    begin, end = first or dt.date.min, last or dt.date.max
    if end < begin:
        raise click.BadParameter(f"{end} is before {begin}", param_hint="--to")
    with spreading.workers(spreading.cores()) as mapper:
        seeds = pipeline.read(folder, mapper)
        _report(seeds.problems)
        days = pipeline.key_days(seeds.articles, count, begin, end, sentences, mapper)
    for key in days:
        row = {
            "date": key.day.isoformat(),
            "sentences": [sentence.text for sentence in key.sentences],
            "by_report": [sentence.by_report for sentence in key.sentences],
        }
        click.echo(json.dumps(row, ensure_ascii=False))


def _report(problems: Iterable[Problem]) -> None:
    from ..problems import line

    for problem in problems:
        click.echo(line(problem), err=True)
