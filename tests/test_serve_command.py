"""`dateline serve`: an edit shows in the browser, and what is wrong is said there."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from project_made import content, run
from root import ROOT


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode("utf-8"))


def missing(address: str) -> str:
    """What is shown at an address that has no page."""
    with pytest.raises(urllib.error.HTTPError) as answer:
        fetched(address)
    return str(answer.value.read().decode("utf-8"))


def soon(address: str, words: str) -> bool:
    """Whether a page holds `words` within a minute."""
    for _ in range(240):
        with contextlib.suppress(OSError):
            if words in fetched(address):
                return True
        time.sleep(0.25)
    return False


def gone(address: str, words: str) -> bool:
    """Whether a page no longer holds `words` within a minute."""
    for _ in range(240):
        if words not in fetched(address):
            return True
        time.sleep(0.25)
    return False


def test_a_port_that_is_taken_is_said_before_anything_is_built(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = run("serve", "--port", port)
    assert refused.exit_code == 1 and f"can't show anything on port {port} (" in refused.output
    assert "try another: --port" in refused.output
    assert not (project / "site").exists()


@pytest.mark.slow
def test_an_edited_seed_shows_in_the_browser(project: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    listing = f"http://127.0.0.1:{port}/articles/"
    try:
        assert soon(listing, "The bridge is open")
        Path("seeds/rain.txt").write_text("6 March 2024\nRain in Porto\n\nIt rained in Porto.", encoding="utf-8")
        assert soon(listing, "Rain in Porto")
        Path("docs/stray.md").write_text("[nowhere](nowhere.md)", encoding="utf-8")  # a build that fails
        Path("seeds/sun.txt").write_text("7 March 2024\nSun in Porto\n\nIt shone in Porto.", encoding="utf-8")
        assert "Rain in Porto" in fetched(listing)
        Path("docs/stray.md").unlink()
        assert soon(listing, "Sun in Porto")
        Path("seeds/undated.txt").write_text("Fog in Porto.", encoding="utf-8")
        assert soon(listing, "1 error")  # said at the foot of the page, with a link to the list
        assert "seeds/undated.txt:1: no publication date" in fetched(f"http://127.0.0.1:{port}/_dateline/problems/")
        assert fetched(f"http://127.0.0.1:{port}/_dateline/live.js").startswith("//")
        assert not any("_dateline" in page.read_text("utf-8") for page in Path("site").rglob("*.html"))
        assert "_dateline/live.js" in missing(f"http://127.0.0.1:{port}/timelines/not-yet/")
        Path("seeds").rename("elsewhere")  # as while another state of a repository is checked out
        assert soon(f"http://127.0.0.1:{port}/_dateline/problems/", "read the folder")
        Path("elsewhere").rename("seeds")
        assert soon(listing, "1 error") and gone(f"http://127.0.0.1:{port}/_dateline/problems/", "read the folder")
        Path("seeds/undated.txt").unlink()
        Path("seeds/rain.txt").unlink()
        assert gone(listing, "Rain in Porto") and "1 error" not in fetched(listing)
        left = content(Path("site"))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
    assert run("build").exit_code == 0  # what was carried over from build to build is what a whole build makes
    made = content(Path("site"))
    assert {name for name in left if "pagefind" not in name} == {name for name in made if "pagefind" not in name}
    assert not [name for name in left if "pagefind" not in name and left[name] != made[name] and "sitemap" not in name]
