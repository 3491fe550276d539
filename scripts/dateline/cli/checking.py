"""Commands that look over the editor's folder and write nothing: check, review."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .progress import shown as watched
from .site import FOLDER, located, seeds_folder, seeds_option, shown

if TYPE_CHECKING:
    from ..model import Collection


@click.command()
@seeds_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Lines for people, JSON lines for programs, or remarks beside the lines of a pull request.",
)
@click.option("--strict", is_flag=True, help="Exit with status 1 on an error; a note adrift is one.")
@click.option("--all", "every", is_flag=True, help="List every doubt, not only the first 20 of each kind.")
def check(seeds: Path | None, form: str, strict: bool, every: bool) -> None:
    """Say what is wrong or doubtful, most important first.

    An error is something of yours that the site can't use, such as an article without a date or a note that lost its
    quote; what is merely doubtful is a warning. A doubt that recurs is listed 20 times and then counted; JSON lines
    hold all of them. No site is made.

    \b
        dateline check
        dateline check --strict --format github
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
        counts = (problems.counted(failing, "error"), problems.counted(len(found) - failing, "warning"))
        click.echo(", ".join(counts), err=True)
    if strict and failing:
        sys.exit(1)


@click.command()
@seeds_option
@click.option(
    "--base", metavar="REF", default="HEAD", show_default=True, help="The commit to compare with, read by git."
)
@click.option(
    "--against",
    metavar="DIR",
    type=FOLDER,
    help="An earlier copy of the seeds folder to compare with, instead of a commit.",
)
def review(seeds: Path | None, base: str, against: Path | None) -> None:
    """Say what your changes would change on the site.

    For each new or changed article, a Markdown table says what it adds to which timelines, and what it changes. The
    folder as it is now is compared with the last commit, another one, or a folder.

    \b
        dateline review
        dateline review --base main
    """
    from .. import problems, reviewing
    from ..reviewing import versions

    folder = seeds_folder(seeds)
    if against is not None and not against.is_dir():
        raise click.ClickException(f"there is no folder {shown(against)}")
    try:
        with nullcontext(against) if against else versions.at(folder, base) as earlier:
            before = collected(earlier)
    except versions.NoVersion as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(reviewing.markdown(reviewing.compare(before, collected(folder), problems.folder_name(folder))), nl=False)


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
            with building.kept_results(means, cache) as store:
                return building.collect(folder, language, means, store)
    except building.BuildError as fault:
        raise click.ClickException(str(fault)) from fault
