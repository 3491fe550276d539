"""Commands that write into the editor's room: new."""

from __future__ import annotations

from pathlib import Path

import click

from .site import seeds_folder, seeds_option, shown


@click.group()
def new() -> None:
    """Write a new file into the seeds folder, to be filled in. Never writes over one that is there."""


@new.command("timeline")
@click.argument("title")
@seeds_option
def new_timeline(title: str, seeds: Path | None) -> None:
    """Start a timeline called TITLE."""
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
@click.option("--by", default="", help="Who writes it.")
@seeds_option
def new_note(id: str, by: str, seeds: Path | None) -> None:
    """Start a note on the statement or event ID (the part of its address after "#")."""
    from .. import pipeline, scaffolding

    folder = seeds_folder(seeds)
    collection = pipeline.run(pipeline.read(folder))
    try:
        path = scaffolding.note(folder, collection, id, by)
    except (scaffolding.AlreadyThere, scaffolding.Unknown) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"wrote {shown(path)}")
    click.echo("Keep the fields that you need and delete the others, then: dateline check")
