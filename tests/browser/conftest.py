# ruff: noqa: E501 (data and long expectations)
"""The built site in a real browser: served from 127.0.0.1 under /repo/, as GitHub Pages serves a project."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hostile
import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from sites import build, lay_out, served

from dateline.writers import search, settings

_FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
_NOBODY = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # whoever else is asked isn't there
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose pages are those of the hand-made collection and the hostile one."""
    project = tmp_path_factory.mktemp("project")
    lay_out(project, hostile.collection(), settings.Settings())
    return project


@pytest.fixture(scope="session")
def folder(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site, in a folder `repo`."""
    served = tmp_path_factory.mktemp("served")
    build(project, served / "repo")
    search.index(served / "repo")
    return served / "repo"


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    with served(folder) as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("DATELINE_CHROMIUM") or next((p for p in map(shutil.which, _NAMES) if p), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=[*_FLAGS.split(), _NOBODY])
        yield opened
        opened.close()


Opener = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens a page of the site by its path. Whatever leaves this host, fails, or is said on the console fails the test."""
    contexts, faults = [], []

    def opener(path: str, width: int = 1280, expect: tuple[str, ...] = (), **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request",
            lambda r: faults.append(f"request: {r.url}") if not r.url.startswith((address, "data:")) else None,
        )
        page.on("pageerror", lambda e: faults.append(f"error: {e}"))
        page.on("console", lambda m: None if any(e in m.text for e in expect) else faults.append(f"console: {m.text}"))
        page.on("dialog", lambda d: faults.append(f"dialog: {d.message}"))
        page.goto(address + path)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert faults == []
