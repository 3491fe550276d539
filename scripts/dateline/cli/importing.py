"""Commands: add."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..problems import printable
from .site import seeds_folder, seeds_option, shown

if TYPE_CHECKING:
    from ..importing.clipping import Clipping
    from ..importing.fetch import Client

_OUTCOMES = ("saved", "there already", "given an archived copy", "without an archived copy", "refused")
_PACKAGES = ("trafilatura", "lxml_html_clean", "warcio", "pypdf")


@click.command()
@click.argument("sources", nargs=-1, metavar="[FILE_OR_URL]...")
@seeds_option
@click.option(
    "--archive",
    is_flag=True,
    help="Look up the archived copy nearest to publication and note its address: for the articles just added, "
    "or without FILE_OR_URL for every article that has none.",
)
@click.option(
    "--timegate",
    default="",
    metavar="URL",
    help="Ask this Memento TimeGate for archived copies, not the Wayback Machine.",
)
@click.option(
    "--issue",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Take the addresses from an issue that was written with the form “Add this article”: FILE is the event as "
    "GitHub hands it to a workflow (JSON). Only web addresses are taken.",
)
@click.option("--allow-private", is_flag=True, help="Fetch from this computer and from private networks too.")
def add(
    sources: tuple[str, ...],
    seeds: Path | None,
    archive: bool,
    timegate: str,
    issue: Path | None,
    allow_private: bool,
) -> None:
    """Save articles from the web or from files.

    FILE_OR_URL is a web address or a file: a saved page (.html, .mhtml), a letter (.eml), a PDF, a web archive
    (.warc, .warc.gz, .wacz), a feed (RSS, Atom), or a text file with one of these on each line. The articles go into
    articles/ of your folder. Nothing is overwritten, and what is there already isn't saved again.

    \b
        dateline add https://www.example.org/news/bridge.html
        dateline add newsletter.eml saved-page.html
        dateline add --archive
    """
    from .. import building

    sources += _of_issue(issue) if issue else ()
    if not sources and not archive:
        raise click.UsageError("name at least one file or web address, or use --archive or --issue")
    folder = seeds_folder(seeds, building.find_config(Path.cwd()))
    client = _client(allow_private)
    counts: Counter[str] = Counter()
    saved: list[Path] = []
    if sources:
        _require_packages()
        for outcome, path in _added(sources, folder, client):
            counts[outcome] += 1
            saved += [path] if path else []
    if archive:
        for outcome in _archived(folder, frozenset(saved) if sources else None, client, timegate):
            counts[outcome] += 1
    click.echo(", ".join(f"{counts[name]} {name}" for name in _OUTCOMES if counts[name]) or "nothing to do")
    if counts["refused"]:
        raise click.exceptions.Exit(1)


def _of_issue(file: Path) -> tuple[str, ...]:
    from ..importing.clipping import Refused
    from ..importing.issue import addresses

    try:
        return addresses(file.read_text("utf-8", "replace"))
    except Refused as fault:
        raise click.ClickException(printable(f"{shown(file)}: {fault}")) from fault
    except OSError as fault:
        raise click.ClickException(printable(f"{shown(file)}: can't be read ({fault.strerror})")) from fault


def _client(allow_private: bool) -> Client:
    from ..importing import addresses, fetch

    return fetch.Client(may_connect=(lambda _: True) if allow_private else addresses.is_public)


def _require_packages() -> None:
    missing = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise click.ClickException(
            f"`dateline add` needs {', '.join(missing)}, which {'is' if len(missing) == 1 else 'are'} not installed: "
            f"{sys.executable} -m pip install {' '.join(missing)}"
        )


def _added(sources: tuple[str, ...], seeds: Path, client: Client) -> Iterator[tuple[str, Path | None]]:
    """What came of each article, and the file of a saved one."""
    from ..importing import gather, save
    from ..importing.clipping import Refused

    shelf = save.look(seeds)
    for source in sources:
        for name, result in gather.gather(source, client):
            try:
                if isinstance(result, Refused):
                    raise result
                there = save.there_already(result, shelf)
                if there:
                    click.echo(f"{printable(name)}: {there}")
                    yield "there already", None
                    continue
                path = save.save(result, shelf, _now())
            except Refused as fault:
                click.echo(_refusal(name, fault), err=True)
                yield "refused", None
                continue
            click.echo(_said(path, result))
            yield "saved", path


def _refusal(name: str, fault: Exception) -> str:
    advice = " (--allow-private lets it through)" if "private network" in str(fault) else ""
    return printable(f"{name}: {fault}{advice}")


def _said(path: Path, clipping: Clipping) -> str:
    """What was saved, and what the editor should add by hand."""
    missing = [
        f"no {name} found: add a line `{field}:`"
        for name, field, value in (
            ("title", "title", clipping.title),
            ("publication date", "published", clipping.published),
            ("address", "url", clipping.url),
        )
        if not value
    ]
    about = ", ".join(filter(None, ("; ".join(clipping.authors), clipping.published[:10], clipping.publication)))
    first = f'{shown(path)}: saved "{clipping.title}"' + (f" ({about})" if about else "")
    return "\n".join([printable(first), *(f"  {words}" for words in missing)])


def _archived(seeds: Path, only: frozenset[Path] | None, client: Client, timegate: str) -> Iterator[str]:
    """What came of each article without an archived copy."""
    from ..importing import archive
    from ..importing.clipping import Refused

    services = archive.Services(availability="", timegate=timegate) if timegate else archive.Services()
    for article in archive.unarchived(seeds, only):
        try:
            copy = archive.nearest(article.url, article.day, client, services)
            if copy:
                archive.note(article.path, copy.url)
        except Refused as fault:
            click.echo(_refusal(shown(article.path), fault), err=True)
            yield "refused"
            continue
        if copy:
            click.echo(printable(f"{shown(article.path)}: archived on {copy.taken:%Y-%m-%d}: {copy.url}"))
            yield "given an archived copy"
        else:
            click.echo(printable(f"{shown(article.path)}: no archived copy of {article.url}"))
            yield "without an archived copy"


def _now() -> str:
    """The instant of a fetch. The only place where Dateline reads the machine's clock."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
