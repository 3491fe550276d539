"""MkDocs, run from here: strictly, with this package's shortcut, counted, and its warnings caught."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from . import hooks
from .progress import Progress
from .replacing import BuildError


def in_nav(nav: object) -> Iterator[str]:
    """The sources of the pages that every page's menu names: MkDocs knows the title only of what it makes."""
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from in_nav(entry)


def run(config: MkDocsConfig, progress: Progress, pages: int, again: bool) -> None:
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
