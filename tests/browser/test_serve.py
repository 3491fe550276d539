"""The site as `dateline serve` shows it: an edit comes by itself, the reader stays in place, problems are said."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent.parent
HEAD = "---\ntitle: {title}\npublished: 2024-03-05\npublication: Daily\n---\n"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project with forty events, and the address it is served at."""
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    project = tmp_path / "p"
    subprocess.run([sys.executable, "-m", "dateline", "init", str(project)], env=surroundings, check=True)
    days = "\n\n".join(f"The mayor of Porto opened bridge number {n} on {n} March {1980 + n}." for n in range(1, 31))
    (project / "seeds/a.md").write_text(HEAD.format(title="Bridges") + days + "\n", encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=project, env=surroundings, stdout=quiet, stderr=quiet)
    address = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(address, timeout=60).close()
                break
            except OSError:
                time.sleep(0.2)
        yield project, address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=60)


@pytest.mark.slow
def test_an_edit_shows_by_itself_where_the_reader_was(served: tuple[Path, str], browser: Browser) -> None:
    project, address = served
    page = browser.new_page(viewport={"width": 900, "height": 600})
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text))
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.goto(f"{address}events/")
    assert page.locator("#dateline-live").count() == 0
    place = "document.querySelectorAll('article[id], li[id], section[id]')"
    page.evaluate(f"[...{place}].at(-6).scrollIntoView({{block: 'start', behavior: 'instant'}})")
    top = "(id) => document.getElementById(id).getBoundingClientRect().top"
    id = page.evaluate(f"[...{place}].at(-6).id")
    before = page.evaluate(top, id)
    more = HEAD.format(title="Older") + "The mayor of Porto opened bridge number 99 on 5 May 1970.\n"
    (project / "seeds/b.md").write_text(more, encoding="utf-8")
    page.get_by_text("bridge number 99").first.wait_for(state="attached", timeout=60_000)
    page.wait_for_timeout(500)
    assert abs(page.evaluate(top, id) - before) < 3  # although an event now stands above
    (project / "seeds/c.md").write_text("No day at all.", encoding="utf-8")
    page.locator("#dateline-live.error").wait_for(timeout=60_000)
    page.locator("#dateline-live a").click()
    assert "seeds/c.md:1: no publication date" in page.inner_text("ol")
    (project / "seeds/c.md").unlink()
    page.get_by_text("seeds/c.md").wait_for(state="detached", timeout=60_000)
    assert faults == []
    page.close()
