"""Pages to site: MkDocs makes the site of the sources that were written, Pagefind makes its search index."""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from . import hooks
from .progress import Progress
from .replacing import BuildError
from .writers import search

# What MkDocs dates its sitemap by. Source: https://reproducible-builds.org/specs/source-date-epoch/
_EPOCH = "SOURCE_DATE_EPOCH"


def publish(config: MkDocsConfig, today: int, pages: int, progress: Progress) -> None:
    """Make the site of `config`. `today` is in seconds since 1970, `pages` is how many there are. Raises BuildError."""
    _give_back()
    with _dated(today):
        _run_mkdocs(config, progress, pages)
    progress.stage("Making the search index")
    _give_back()
    _index(Path(config.site_dir))


def _give_back() -> None:
    """Hand freed memory to the system: glibc keeps it, and the next step, which may be another process, needs it."""
    gc.collect()
    if sys.platform == "linux":
        with suppress(AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)


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
def _dated(today: int) -> Iterator[None]:
    """While MkDocs runs it takes the day of the latest publication for `today`, unless the caller has set another."""
    given: Mapping[str, str] = dict(os.environ)
    os.environ.setdefault(_EPOCH, str(today))
    try:
        yield
    finally:
        if _EPOCH not in given:
            del os.environ[_EPOCH]
