"""Commands that make the site: build, serve, init."""

from __future__ import annotations

import os
import shlex
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..model import Problem

FOLDER = click.Path(file_okay=False, path_type=Path)
_LAST_PORT = 65535
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def seeds_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The editor's folder."""
    return click.option(
        "--seeds", metavar="DIR", type=FOLDER, help="Your folder of articles. [default: seeds/ beside mkdocs.yml]"
    )(command)


def config_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The site's settings."""
    return click.option(
        "-f",
        "--config-file",
        metavar="FILE",
        type=FILE,
        help="The site's settings. [default: the nearest mkdocs.yml, here or in a folder above]",
    )(command)


@click.command()
@seeds_option
@config_option
@click.option(
    "--site-dir",
    metavar="DIR",
    type=FOLDER,
    help="Where the finished site goes. [default: what mkdocs.yml says, site/ beside it]",
)
@click.option("--strict", is_flag=True, help="Exit with status 1 where a file can't be used or a note lost its quote.")
@click.option(
    "--workers", metavar="N", type=click.IntRange(1), help="Read articles in N processes. [default: one a core]"
)
@click.option(
    "--scheduler", metavar="ADDRESS", default="", help="Read on the Dask cluster there, such as tcp://10.0.0.1:8786."
)
@click.option("--cache/--no-cache", "cached", default=True, help="Use what earlier builds found in unchanged articles.")
def build(
    seeds: Path | None,
    config_file: Path | None,
    site_dir: Path | None,
    strict: bool,
    workers: int | None,
    scheduler: str,
    cached: bool,
) -> None:
    """Make the site from your folder of articles.

    What can't be used is named with file, line and reason; the site is made of the rest. A build that fails leaves the
    last good site as it was, and none uses the network.

    \b
        dateline build --strict
        dateline build --seeds ~/my-articles --site-dir ~/my-site
    """
    from .. import building, problems
    from .progress import shown as watched

    project = _project(config_file)
    folder = seeds_folder(seeds, project)
    try:
        with watched(sys.stderr) as progress:
            means = building.Means(workers or 0, scheduler, cached, progress)
            built = building.build(project, folder, site_dir, means)
    except building.BuildError as fault:
        raise click.ClickException(str(fault)) from fault
    report(built.problems, folder)
    for line in building.summary(built):
        click.echo(line)
    look = f" Look at it: {_serving(seeds, config_file)}" if site_dir is None else ""
    click.echo(f"The site is in {shown(built.site)}.{look}")
    if strict and problems.errors(built.problems):
        sys.exit(1)


def _serving(seeds: Path | None, config_file: Path | None) -> str:
    """The command that shows what was built, with the same folders: without them it would show another site."""
    button = os.environ.get("DATELINE_SERVE")  # what the button's user types, who names no settings
    words = [button or "dateline serve"]
    words += ["--seeds", shlex.quote(shown(seeds))] if seeds else []
    words += ["-f", shlex.quote(shown(config_file))] if config_file and not button else []
    return " ".join(words)


@click.command()
@seeds_option
@config_option
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(1, _LAST_PORT),
    default=8000,
    show_default=True,
    help="The port on 127.0.0.1.",
)
@click.option("--open/--no-open", "browser", default=False, help="Open a browser on it.")
def serve(seeds: Path | None, config_file: Path | None, port: int, browser: bool) -> None:
    """Show the site live on this computer.

    An edit in your folder of articles or in docs/ shows in the browser. Ctrl+C ends it.

    \b
        dateline serve --open
    """
    from .. import building
    from ..building import serving

    project = _project(config_file)
    folder = seeds_folder(seeds, project)
    _require_port(port)

    def built(done: building.Built) -> None:
        report(done.problems, folder)
        click.echo("\n".join(building.summary(done)))

    try:
        serving.serve(project, folder, port, built, click.echo, browser)
    except building.BuildError as fault:
        raise click.ClickException(str(fault)) from fault


def _require_port(port: int) -> None:
    """Find out before a long build whether the port is free. Raises ClickException."""
    from ..building.serving import HOST

    try:
        socket.create_server((HOST, port)).close()
    except OSError as fault:
        other = port + 1 if port < _LAST_PORT else port - 1
        words = f"can't show anything on port {port} ({fault.strerror}); try another: --port {other}"
        raise click.ClickException(words) from fault


@click.command()
@click.argument("folder", metavar="DIR", type=FOLDER)
def init(folder: Path) -> None:
    """Start a project of your own in the new folder DIR.

    It gets the settings (mkdocs.yml), the look of the site (docs/), and seeds/ for articles and timelines.

    \b
        dateline init my-timelines
    """
    from ..building import starting

    try:
        written = starting.start(folder)
    except starting.Occupied as fault:
        raise click.ClickException(str(fault)) from fault
    for path in written:
        click.echo(f"wrote {shown(path)}")
    click.echo(f"Put articles into {shown(folder / 'seeds' / 'articles')}, then: cd {shown(folder)} && dateline build")


def report(found: Iterable[Problem], seeds: Path) -> None:
    """Say the problems on standard error, errors first; of a doubt that recurs, the first ones."""
    from .. import problems

    for problem in problems.shortened(problems.ordered(found)):
        click.echo(problems.line(located(problem, seeds)), err=True)


def located(problem: Problem, seeds: Path) -> Problem:
    """A problem with a path that can be opened from the working folder."""
    from dataclasses import replace

    return replace(problem, path=shown(seeds.resolve().parent / problem.path))


def shown(path: Path) -> str:
    """A path as one would type it: from the working folder where it lies in it."""
    whole = Path(os.path.normpath(Path.cwd() / path))
    return str(whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole)


def _project(config_file: Path | None) -> Path:
    from .. import building

    found = config_file.resolve() if config_file else building.find_config(Path.cwd())
    if found is None:
        raise click.ClickException(
            "there is no mkdocs.yml here or in a folder above; `dateline init DIR` makes a project"
        )
    return found


def seeds_folder(given: Path | None, project: Path | None = None) -> Path:
    """The editor's folder: the one that is named, else the one beside the nearest mkdocs.yml. Raises UsageError."""
    from .. import building

    project = project or building.find_config(Path.cwd())
    folder = given or (project.parent if project else Path()) / "seeds"
    if not folder.is_dir():
        raise click.ClickException(f"there is no folder {shown(folder)}; name one with --seeds")
    return folder
