"""The site: seeds -> collection -> pages -> MkDocs -> search index -> into place. A failed build leaves the old one.

The finished site takes the old one's place in one step at the very end; until then it is made in a folder beside it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from . import pipeline, problems
from .model import Collection, Seeds
from .writers import pages, search, settings, tree

OWNED = pages.OWNED  # folders of the site's sources that hold nothing but what the build writes
_EPOCH = (
    "SOURCE_DATE_EPOCH"  # what MkDocs dates its sitemap by; https://reproducible-builds.org/specs/source-date-epoch/
)


class BuildError(Exception):
    """Why there is no new site, in words for the editor."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site, what is on it, and how many of its source pages had changed."""

    site: Path
    collection: Collection
    changed: int


def find_config(start: Path) -> Path | None:
    """The `mkdocs.yml` in `start` or the nearest folder above it."""
    folders = (start.resolve(), *start.resolve().parents)
    return next((folder / "mkdocs.yml" for folder in folders if (folder / "mkdocs.yml").is_file()), None)


def build(config_file: Path, seeds: Path, site_dir: Path | None = None, mapper: pipeline.Mapper = map) -> Built:
    """Build the site of the project that `config_file` describes from the folder `seeds`. Raises BuildError."""
    config = _config(config_file)
    target = (site_dir or Path(config.site_dir)).resolve()
    _refuse_to_replace(target)
    with _alone(config_file.parent / ".cache"):
        _restore(target)
        read = read_seeds(seeds)
        collection = pipeline.run(read, settings.of(config).language, mapper)
        written = _write_pages(config, collection)
        with _fresh(target) as fresh:
            config.site_dir = str(fresh)
            with _dated(collection):
                _run_mkdocs(config)
            _index(fresh)
            _into_place(fresh, target)
    return Built(target, collection, written.changed + written.removed)


def docs_folder(config_file: Path) -> Path:
    """Where the sources of the site's pages lie. Raises BuildError."""
    return Path(_config(config_file).docs_dir)


def read_seeds(folder: Path) -> Seeds:
    """Everything in the editor's folder. Raises BuildError where it can't be read."""
    try:
        return pipeline.read(folder)
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


def _write_pages(config: MkDocsConfig, collection: Collection) -> tree.Written:
    try:
        return tree.write(pages.render(collection, settings.of(config)), Path(config.docs_dir), OWNED)
    except (OSError, tree.NotOwned) as fault:
        raise BuildError(f"can't write the pages: {fault}") from fault


def _run_mkdocs(config: MkDocsConfig) -> None:
    """MkDocs, strictly: a warning of its own is a reason to stop, and is said."""
    said = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(said)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
    except (Abort, ConfigurationError, OSError) as fault:
        raise BuildError("MkDocs stopped:\n" + "\n".join(f"  {line}" for line in said.lines or [str(fault)])) from fault
    finally:
        config.plugins.on_shutdown()
        logger.removeHandler(said)


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


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One build of a project at a time: a second one is refused. The lock goes with its process, however that ends."""
    try:
        folder.mkdir(exist_ok=True)
        lock = (folder / "build.lock").open("a")
    except OSError as fault:
        raise BuildError(f"can't write in {folder} ({fault.strerror})") from fault
    with lock:
        try:
            _lock(lock.fileno())
        except OSError as fault:
            raise BuildError("another build of this project is running; wait for it to end") from fault
        yield


def _lock(descriptor: int) -> None:
    """Lock a file until it is closed. Raises OSError where another process holds it."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _refuse_to_replace(target: Path) -> None:
    """Building replaces the whole folder: never one that holds something else."""
    if target.is_file() or (target.is_dir() and any(target.iterdir()) and not (target / "sitemap.xml").exists()):
        raise BuildError(f"{target} holds something that is no site; name another --site-dir or move it")


@contextmanager
def _fresh(target: Path) -> Iterator[Path]:
    """An empty folder beside `target` that the new site is made in; what a failure leaves of it is removed."""
    fresh = target.with_name(f".{target.name}.new")
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
    except OSError as fault:
        raise BuildError(f"can't write in {target.parent} ({fault.strerror})") from fault
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _into_place(fresh: Path, target: Path) -> None:
    old = target.with_name(f".{target.name}.old")
    try:
        shutil.rmtree(old, ignore_errors=True)
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except OSError as fault:
        raise BuildError(f"can't replace {target} ({fault.strerror})") from fault
    shutil.rmtree(old, ignore_errors=True)


def _restore(target: Path) -> None:
    """A build that was killed between the two renames left the old site aside: put it back."""
    old = target.with_name(f".{target.name}.old")
    if old.is_dir() and not target.exists():
        old.rename(target)


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
    return [f"{said} ({failing} of them errors)" if collection.problems else said]
