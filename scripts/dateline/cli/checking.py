"""Commands that look over the editor's folder and write nothing: check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .progress import shown as watched
from .site import located, seeds_folder, seeds_option

if TYPE_CHECKING:
    from ..model import Collection


@click.command()
@seeds_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Exit with status 1 on an error; a note adrift is one.")
@click.option("--all", "every", is_flag=True, help="List every doubt, not only the first 20 of each kind.")
def check(seeds: Path | None, form: str, strict: bool, every: bool) -> None:
    """Say everything that is wrong or doubtful, most important first. Builds no site.

    As text and for GitHub (workflow commands, shown beside the lines of a pull request), a doubt that recurs is listed
    20 times and then counted; JSON lines hold all of them.
    """
    from .. import checking, problems

    folder = seeds_folder(seeds)
    collection = collected(folder)
    found = problems.ordered((*collection.problems, *checking.doubts(collection, folder)))
    listed = found if every or form == "json" else problems.shortened(found)
    write = {"text": problems.line, "json": problems.as_json, "github": problems.as_github}[form]
    for problem in listed:
        click.echo(write(located(problem, folder)))
    failing = problems.errors(found)
    if form == "text":
        click.echo(f"{failing} errors, {len(found) - failing} warnings", err=True)
    if strict and failing:
        sys.exit(1)


def collected(folder: Path, language: str = "en") -> Collection:
    """The collection of `folder`, with a project's kept results where there is a project. Raises ClickException.

    `language` is that of titles and names.
    """
    from .. import building

    project = building.find_config(Path.cwd())
    cache = (project.parent if project else Path()) / ".cache"
    try:
        with watched(sys.stderr) as progress:
            means = building.Means(cached=project is not None, progress=progress)
            return building.collect(folder, language, means, cache)
    except building.BuildError as fault:
        raise click.ClickException(str(fault)) from fault
