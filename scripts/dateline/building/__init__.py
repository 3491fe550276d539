"""The site: seeds -> collection -> pages -> MkDocs -> search index -> into place. A failed build leaves the old one.

The finished site takes the old one's place in one step at the very end; until then it is made in a folder beside it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from .. import problems
from ..cache.keeping import Keep, anew
from ..model import Collection, Problem
from ..progress import Progress
from ..writers import pages, settings, tree
from . import publishing
from .collecting import USUAL, Means, collect, kept_results, read_seeds
from .replacing import BuildError as BuildError
from .replacing import alone, carry_over, fresh, into_place, keep_apart, refuse_to_replace, restore

__all__ = [
    "OWNED",
    "BuildError",
    "Built",
    "Means",
    "build",
    "collect",
    "docs_folder",
    "find_config",
    "kept_results",
    "newest",
    "read_seeds",
    "summary",
]

OWNED = pages.OWNED  # folders of the site's sources that hold nothing but what the build writes
_LARGE = 500_000_000  # bytes of a site from which on its size is mentioned: half of what GitHub Pages publishes


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a site shows."""

    articles: int
    statements: int
    events: int
    timelines: int


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site, how much it shows, what is wrong with its seeds, how many of its source pages had changed, and
    how many bytes it takes.
    """

    site: Path
    counts: Counts
    problems: tuple[Problem, ...]
    changed: int
    size: int = 0


def find_config(start: Path) -> Path | None:
    """The `mkdocs.yml` in `start` or the nearest folder above it."""
    folders = (start.resolve(), *start.resolve().parents)
    return next((folder / "mkdocs.yml" for folder in folders if (folder / "mkdocs.yml").is_file()), None)


def build(
    config_file: Path, seeds: Path, site_dir: Path | None = None, means: Means = USUAL, again: bool = False
) -> Built:
    """Build the site of the project that `config_file` describes from the folder `seeds`. Raises BuildError.

    `again`: only seeds have changed since the site was built, so pages whose source is the same are carried over, and
    the search index is left as it is (see `publishing.index`).
    """
    config, chosen = _config(config_file)
    target = (site_dir or Path(config.site_dir)).resolve()
    cache = config_file.parent / ".cache"
    keep_apart({"the articles": seeds, "the site's sources": Path(config.docs_dir), "the site": target})
    refuse_to_replace(target)
    with alone(cache):
        restore(target)
        made = _sources(config, chosen, seeds, means, cache)
        with fresh(target) as folder:
            config.site_dir = str(folder)
            if again:
                carry_over(target, folder, Path(config.docs_dir), frozenset(publishing.in_nav(config.nav)))
            publishing.publish(config, made.newest, made.written.pages, means.progress, again)
            size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            into_place(folder, target)
    return Built(target, made.counts, made.problems, made.written.changed + made.written.removed, size)


@dataclass(frozen=True, slots=True)
class _Sources:
    """What is left to know of the collection once the sources of its pages are written: it is large, and let go."""

    counts: Counts
    problems: tuple[Problem, ...]
    newest: int
    written: tree.Written


def _sources(config: MkDocsConfig, chosen: settings.Settings, seeds: Path, means: Means, cache: Path) -> _Sources:
    with _no_search_for_cycles(), kept_results(means, cache) as store:
        collection = collect(seeds, chosen.language, means, store)
        written = _write_pages(Path(config.docs_dir), chosen, collection, means.progress, store or anew)
        return _Sources(counted(collection), collection.problems, newest(collection), written)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """The values of the model hold no cycles; looking for some in millions of them takes a quarter of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def docs_folder(config_file: Path) -> Path:
    """Where the sources of the site's pages lie. Raises BuildError."""
    return Path(_config(config_file)[0].docs_dir)


def newest(collection: Collection) -> int:
    """The day of the latest publication as seconds since 1970: what "now" means to a build without a clock."""
    days = [article.published[:10] for article in collection.articles if article.published]
    latest = dt.date.fromisoformat(max(days, default="1970-01-01"))
    return max(calendar.timegm(latest.timetuple()), 0)


def _config(config_file: Path) -> tuple[MkDocsConfig, settings.Settings]:
    """What `config_file` says, to MkDocs and to Dateline. Raises BuildError."""
    try:
        config = load_config(str(config_file), strict=True)
        return config, settings.of(config)
    except (ConfigurationError, settings.BadSetting) as fault:
        raise BuildError(f"{config_file}: {fault}") from fault
    except Abort as fault:  # MkDocs has said why through its log
        raise BuildError(f"{config_file} can't be used") from fault


def _write_pages(
    docs: Path, chosen: settings.Settings, collection: Collection, progress: Progress, kept: Keep
) -> tree.Written:
    files = progress.counted(pages.files(collection, chosen, kept), "Writing pages and data")
    try:
        return tree.write(files, docs, OWNED)
    except (OSError, tree.NotOwned) as fault:
        raise BuildError(f"can't write the pages: {fault}") from fault


def counted(collection: Collection) -> Counts:
    """How much a collection holds."""
    events, timelines = collection.events, collection.timelines
    return Counts(len(collection.articles), len(collection.statements), len(events), len(timelines))


def summary(built: Built) -> list[str]:
    """What a finished build says: where, how much of what, and how many problems."""
    counts = (
        (built.counts.articles, "article"),
        (built.counts.statements, "dated statement"),
        (built.counts.events, "event"),
        (built.counts.timelines, "timeline"),
        (len(built.problems), "problem"),
    )
    said = ", ".join(problems.counted(number, noun) for number, noun in counts)
    lines = [f"{said} ({problems.errors(built.problems)} of them errors)" if built.problems else said]
    if built.size > _LARGE:
        lines.append(f"The site takes {built.size / 1e6:,.0f} MB; GitHub Pages publishes at most 1,000 MB.")
    return lines
