# ruff: noqa: E501 (data and long expectations)
"""The built site in a real browser: served from 127.0.0.1 under /repo/, as GitHub Pages serves a project."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import hostile
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dateline.writers import pages, search, settings, tree

ROOT = Path(__file__).resolve().parent.parent.parent
_FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class _Server(http.server.SimpleHTTPRequestHandler):
    """As GitHub Pages: a missing page is 404.html, whatever its depth."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "repo", "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose pages are those of the hand-made collection and the hostile one."""
    project = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "mkdocs.yml", project)
    for part in ("architecture", "assets", "guide", "overrides"):
        shutil.copytree(ROOT / "docs" / part, project / "docs" / part, ignore=shutil.ignore_patterns("words"))
    (project / "scripts/dateline").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/dateline/hooks.py", project / "scripts/dateline")
    tree.write(pages.render(hostile.collection(), settings.Settings()), project / "docs", pages.OWNED)
    return project


def build(project: Path, site: Path) -> None:
    """Run MkDocs, strictly."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", "SOURCE_DATE_EPOCH": "0"}
    subprocess.run(command, cwd=project, check=True, env=environment)


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
    handler = functools.partial(_Server, directory=str(folder.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("DATELINE_CHROMIUM") or next((p for p in map(shutil.which, _NAMES) if p), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=_FLAGS.split())
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
