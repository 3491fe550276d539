"""The site: seeds -> collection -> pages -> MkDocs -> search index -> into place. A failed build leaves the old one.

The finished site takes the old one's place in one step at the very end; until then it is made in a folder beside it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import logging
import os
import sqlite3
from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from . import hooks, pipeline, problems, remembering, spreading
from .model import Collection, Seeds
from .progress import SILENT, Progress
from .replacing import BuildError as BuildError
from .replacing import alone, fresh, into_place, refuse_to_replace, restore
from .spreading import Mapper
from .writers import pages, search, settings, tree

__all__ = ["OWNED", "BuildError", "Built", "build", "docs_folder", "find_config", "newest", "read_seeds", "summary"]

OWNED = pages.OWNED  # folders of the site's sources that hold nothing but what the build writes
# What MkDocs dates its sitemap by. Source: https://reproducible-builds.org/specs/source-date-epoch/
_EPOCH = "SOURCE_DATE_EPOCH"
_LARGE = 800_000_000  # bytes of a site from which on its size is mentioned


@dataclass(frozen=True, slots=True)
class Means:
    """What a build works with: how many processes (0: one a core), or the Dask scheduler at an address instead;
    whether results of earlier builds count; and who is told how far it is. None of them changes the site.
    """

    workers: int = 0
    scheduler: str = ""
    cached: bool = True
    progress: Progress = SILENT


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site, what is on it, how many of its source pages had changed, and how many bytes it takes."""

    site: Path
    collection: Collection
    changed: int
    size: int = 0


def find_config(start: Path) -> Path | None:
    """The `mkdocs.yml` in `start` or the nearest folder above it."""
    folders = (start.resolve(), *start.resolve().parents)
    return next((folder / "mkdocs.yml" for folder in folders if (folder / "mkdocs.yml").is_file()), None)


def build(config_file: Path, seeds: Path, site_dir: Path | None = None, means: Means = Means()) -> Built:
    """Build the site of the project that `config_file` describes from the folder `seeds`. Raises BuildError."""
    config = _config(config_file)
    target = (site_dir or Path(config.site_dir)).resolve()
    cache = config_file.parent / ".cache"
    refuse_to_replace(target)
    with alone(cache):
        restore(target)
        collection = collect(seeds, settings.of(config).language, means, cache)
        written = _write_pages(config, collection, means.progress)
        with fresh(target) as made:
            config.site_dir = str(made)
            with _dated(collection):
                _run_mkdocs(config, means.progress, written.pages)
            means.progress.stage("Making the search index")
            _index(made)
            size = sum(path.stat().st_size for path in made.rglob("*") if path.is_file())
            into_place(made, target)
    return Built(target, collection, written.changed + written.removed, size)


def collect(seeds: Path, language: str, means: Means, cache: Path) -> Collection:
    """The collection of the folder `seeds`, by the means given, with results kept in `cache`. Raises BuildError."""
    progress = means.progress
    try:
        with _spread(means, cache) as mapper:
            read = read_seeds(seeds, progress.mapper(mapper, "Reading files"))
            naming = progress.mapper(mapper, "Finding names")
            extracting = progress.mapper(mapper, "Finding dates and events", "Putting events together")
            return pipeline.run(read, language, extracting, naming)
    except spreading.Unreachable as fault:
        raise BuildError(str(fault)) from fault
    except BrokenExecutor as fault:
        raise BuildError(
            "a worker process was ended from outside, perhaps for want of memory; try --workers 1"
        ) from fault
    except (sqlite3.Error, OSError) as fault:
        raise BuildError(f"can't keep results in {cache} ({fault}); --no-cache does without") from fault


@contextmanager
def _spread(means: Means, cache: Path) -> Iterator[Mapper]:
    used = (
        spreading.cluster(means.scheduler) if means.scheduler else spreading.workers(means.workers or spreading.cores())
    )
    with used as mapper:
        if not means.cached:
            yield mapper
            return
        with remembering.store(cache / "results.sqlite") as store:
            yield store.mapper(mapper)


def docs_folder(config_file: Path) -> Path:
    """Where the sources of the site's pages lie. Raises BuildError."""
    return Path(_config(config_file).docs_dir)


def read_seeds(folder: Path, mapper: Mapper = spreading.here) -> Seeds:
    """Everything in the editor's folder. Raises BuildError where it can't be read."""
    try:
        return pipeline.read(folder, mapper)
    except OSError as fault:
        raise BuildError(f"can't read the folder {folder} ({fault.strerror})") from fault


def newest(collection: Collection) -> int:
    """The day of the latest publication as seconds since 1970: what "now" means to a build without a clock."""
    days = [article.published[:10] for article in collection.articles if article.published]
    latest = dt.date.fromisoformat(max(days, default="1970-01-01"))
    return max(calendar.timegm(latest.timetuple()), 0)


def _config(config_file: Path) -> MkDocsConfig:
    try:
        return load_config(str(config_file), strict=True)
    except ConfigurationError as fault:
        raise BuildError(f"{config_file}: {fault}") from fault
    except Abort as fault:  # MkDocs has said why through its log
        raise BuildError(f"{config_file} can't be used") from fault


def _write_pages(config: MkDocsConfig, collection: Collection, progress: Progress) -> tree.Written:
    files = progress.counted(pages.render(collection, settings.of(config)), "Writing pages and data")
    try:
        return tree.write(files, Path(config.docs_dir), OWNED)
    except (OSError, tree.NotOwned) as fault:
        raise BuildError(f"can't write the pages: {fault}") from fault


def _run_mkdocs(config: MkDocsConfig, progress: Progress, pages: int) -> None:
    """MkDocs, strictly: a warning of its own is a reason to stop, and is said."""
    progress.stage("Building pages (MkDocs)", pages)
    config.plugins["dateline/progress"] = _Counted(progress)
    said = _Warnings()
    logger = logging.getLogger("mkdocs")
    if not config.hooks:  # a project of its own, which can't name a file of this package
        config.plugins["dateline"] = _Shortcut()
    logger.addHandler(said)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
    except (Abort, ConfigurationError, OSError) as fault:
        raise BuildError("MkDocs stopped:\n" + "\n".join(f"  {line}" for line in said.lines or [str(fault)])) from fault
    finally:
        config.plugins.on_shutdown()
        logger.removeHandler(said)


class _Shortcut(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """The package's hooks as a plugin."""

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        return hooks.on_page_markdown(markdown, page=page)

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        return hooks.on_page_content(html, page=page)


class _Counted(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Counts the pages that MkDocs has built."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def on_post_page(self, output: str, **_: object) -> str:
        self._progress.step()
        return output


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _index(site: Path) -> None:
    try:
        search.index(site)
    except (search.SearchFailed, OSError) as fault:
        raise BuildError(f"the search index could not be made: {fault}") from fault


@contextmanager
def _dated(collection: Collection) -> Iterator[None]:
    """While MkDocs runs it takes the day of the latest publication for today, unless the caller has set another."""
    given: Mapping[str, str] = dict(os.environ)
    os.environ.setdefault(_EPOCH, str(newest(collection)))
    try:
        yield
    finally:
        if _EPOCH not in given:
            del os.environ[_EPOCH]


def summary(built: Built) -> list[str]:
    """What a finished build says: where, how much of what, and how many problems."""
    collection = built.collection
    counts = (
        (len(collection.articles), "article"),
        (len(collection.statements), "dated statement"),
        (len(collection.events), "event"),
        (len(collection.timelines), "timeline"),
        (len(collection.problems), "problem"),
    )
    said = ", ".join(f"{number:,} {noun}{'' if number == 1 else 's'}" for number, noun in counts)
    failing = problems.errors(collection.problems)
    lines = [f"{said} ({failing} of them errors)" if collection.problems else said]
    if built.size > _LARGE:
        lines.append(f"The site takes {built.size / 1e6:,.0f} MB; GitHub Pages publishes at most 1,000 MB.")
    return lines
