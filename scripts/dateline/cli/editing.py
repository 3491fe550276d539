"""Commands that write into the editor's room: new."""

from __future__ import annotations

from pathlib import Path

import click

from .site import seeds_folder, seeds_option, shown


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
    except scaffolding.AlreadyThere as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"wrote {shown(path)}")
    click.echo("Say under `show` what belongs (names of entities, kinds, a period), then: dateline check")


@new.command("note")
@click.argument("id")
@click.option("--by", metavar="NAME", default="", help="Who writes it.")
@seeds_option
def new_note(id: str, by: str, seeds: Path | None) -> None:
    """Start a note on the event or statement ID.

    ID is the part of its address after "#"; `dateline events` prints it too.

    \b
        dateline new note s7xmqszq3o4ja --by "A. Editor"
    """
    from .. import pipeline, scaffolding

    folder = seeds_folder(seeds)
    collection = pipeline.run(pipeline.read(folder))
    try:
        path = scaffolding.note(folder, collection, id, by)
    except (scaffolding.AlreadyThere, scaffolding.Unknown) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"wrote {shown(path)}")
    click.echo("Keep the fields that you need and delete the others, then: dateline check")
