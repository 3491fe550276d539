"""Commands that write into the editor's room: new, suggest (which writes nothing), adopt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..problems import counted, printable
from .checking import collected
from .site import seeds_folder, seeds_option, shown
from .values import LANGUAGE

if TYPE_CHECKING:
    from ..model import Collection
    from ..timelines import Suggestion

_LISTED = 10  # suggestions of each sort
_NEXT = "Look at it: dateline serve. Check it: dateline check"
_HEADINGS = {"story": "Stories", "pair": "Two together", "entity": "Names", "kind": "Kinds"}
language_option = click.option(
    "--language",
    metavar="XX",
    type=LANGUAGE,
    default="en",
    show_default=True,
    help="Language of the titles, such as the site's.",
)


@click.group()
def new() -> None:
    """Start a timeline or a note, to be filled in.

    The file has everything in place that can be known. A file that is there is never written over.

    \b
        dateline new timeline "The bridge"
    """


@new.command("timeline")
@click.argument("title")
@seeds_option
def new_timeline(title: str, seeds: Path | None) -> None:
    """Start a timeline called TITLE.

    \b
        dateline new timeline "The bridge"
    """
    from .. import scaffolding

    folder = seeds_folder(seeds)
    try:
        path = scaffolding.timeline(folder, title)
    except scaffolding.Refused as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"wrote {shown(path)}")
    click.echo("Say under `show` what belongs (names of entities, kinds, a period), then: dateline check")


@new.command("note")
@click.argument("id")
@click.option("--by", metavar="NAME", default="", help="Who writes it.")
@seeds_option
def new_note(id: str, by: str, seeds: Path | None) -> None:
    """Start a note on the event or statement ID.

    ID is the part of its address after "#", or the address; `dateline events` prints it too.

    \b
        dateline new note s7xmqszq3o4ja --by "A. Editor"
    """
    from .. import scaffolding

    folder = seeds_folder(seeds)
    try:
        path = scaffolding.note(folder, collected(folder), id, by)
    except scaffolding.Refused as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"wrote {shown(path)}")
    click.echo("Keep the fields that you need and delete the others, then: dateline check")


@click.command()
@click.argument("suggestion", required=False)
@seeds_option
@language_option
@click.option("--all", "every", is_flag=True, help=f"List every suggestion, not only the first {_LISTED} of each sort.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A list for people, or JSON lines for programs.",
)
def suggest(suggestion: str | None, seeds: Path | None, language: str, every: bool, form: str) -> None:
    """List the timelines that your articles offer.

    Those that nobody has defined, stories first: what a few do together within a short time. With SUGGESTION, say what
    that one would show. JSON lines hold every suggestion. Nothing is written.

    \b
        dateline suggest
    """
    from .. import scaffolding

    collection = collected(seeds_folder(seeds), language)
    found = scaffolding.suggestions(collection, language)
    if suggestion:
        try:
            lines: Iterable[str] = _events(scaffolding.chosen(found, suggestion), collection)
        except scaffolding.Refused as fault:
            raise click.ClickException(str(fault)) from fault
    elif form == "json":
        lines = map(_row, found)
    else:
        lines = _listing(found, None if every else _LISTED)
    for line in lines:
        click.echo(line)


@click.command()
@click.argument("suggestion")
@seeds_option
@language_option
def adopt(suggestion: str, seeds: Path | None, language: str) -> None:
    """Write the timeline of a suggestion, to be edited.

    SUGGESTION is an id that `dateline suggest` lists.

    \b
        dateline adopt uz
    """
    from .. import scaffolding

    folder = seeds_folder(seeds)
    collection = collected(folder, language)
    try:
        found = scaffolding.chosen(scaffolding.suggestions(collection, language), suggestion)
        path = scaffolding.adopted(folder, collection, found, language)
    except scaffolding.Refused as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"wrote {shown(path)}, which shows {_counted(found)}")
    click.echo("Give it a title and an introduction of your own, and narrow `show` where something doesn't belong.")
    if not any(line.definition for line in collection.timelines):
        click.echo("It is the first that you define: from now on the site shows the timelines in seeds/timelines only.")
    click.echo(_NEXT)


def _listing(found: Iterable[Suggestion], most: int | None) -> Iterator[str]:
    none = True
    for sort, group in groupby(found, key=lambda s: s.sort):
        none, of_sort = False, list(group)
        yield _HEADINGS[sort]
        yield from (f"  {s.slug:32}  {printable(s.title)}: {_counted(s)}" for s in of_sort[:most])
        if len(of_sort[:most]) < len(of_sort):
            yield f"  … and {len(of_sort) - len(of_sort[:most])} more (--all)"
    yield "Nothing to suggest: a timeline needs three events." if none else "Take one: dateline adopt ID"


def _counted(suggestion: Suggestion) -> str:
    told = f"{counted(len(suggestion.events), 'event')} in {counted(suggestion.articles, 'article')}"
    return f"{told}, {suggestion.first} to {suggestion.last}"


def _events(suggestion: Suggestion, collection: Collection) -> Iterator[str]:
    yield f"{printable(suggestion.title)}: {_counted(suggestion)}"
    by_id = {event.id: event for event in collection.events}
    for id in suggestion.events:
        yield f"  {by_id[id].value:24}  {printable(' '.join(by_id[id].title.split()))}"
    yield f"Take it: dateline adopt {suggestion.slug}"


def _row(suggestion: Suggestion) -> str:
    fields = ("sort", "title", "articles", "first", "last", "events")
    return json.dumps({"id": suggestion.slug} | {f: getattr(suggestion, f) for f in fields}, ensure_ascii=False)
