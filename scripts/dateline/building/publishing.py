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

from ..progress import Progress
from ..writers import search
from . import hooks
from .replacing import BuildError

# What MkDocs dates its sitemap by. Source: https://reproducible-builds.org/specs/source-date-epoch/
_EPOCH = "SOURCE_DATE_EPOCH"


def publish(config: MkDocsConfig, today: int, pages: int, progress: Progress, again: bool = False) -> None:
    """Make the site of `config`. `today` is in seconds since 1970, `pages` is how many there are. Raises BuildError.

    `again`: what is in the site's folder already is kept, and the search index left for later.
    """
    _give_back()
    with _dated(today):
        _run_mkdocs(config, progress, pages, again)
    if not again:
        progress.stage("Making the search index")
        _give_back()
        index(Path(config.site_dir))


def in_nav(nav: object) -> Iterator[str]:
    """The sources of the pages that every page's menu names: MkDocs knows the title only of what it makes."""
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from in_nav(entry)


def index(site: Path) -> None:
    """Make the search index of a finished site. Raises BuildError."""
    try:
        search.index(site)
    except (search.SearchFailed, OSError) as fault:
        raise BuildError(f"the search index could not be made: {fault}") from fault


def _give_back() -> None:
    """Hand freed memory to the system: glibc keeps it, and the next step, which may be another process, needs it."""
    gc.collect()
    if sys.platform == "linux":
        with suppress(AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)


def _run_mkdocs(config: MkDocsConfig, progress: Progress, pages: int, again: bool) -> None:
    """MkDocs, strictly: a warning of its own is a reason to stop, and is said. `again`: what is there is kept."""
    progress.stage("Building pages (MkDocs)", pages)
    config.plugins["dateline/progress"] = _Counted(progress)
    said = _Warnings()
    logger = logging.getLogger("mkdocs")
    if not config.hooks:  # a project of its own, which can't name a file of this package
        config.plugins["dateline"] = _Shortcut()
    logger.addHandler(said)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        config.strict = not again  # that it keeps pages is a warning to MkDocs
        mkdocs_build.build(config, dirty=again)
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
