"""Sites for the browser's tests: laid out, built, and served from 127.0.0.1 under /repo/, as GitHub Pages does."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.model import Collection
from dateline.writers import pages, settings, tree

ROOT = Path(__file__).resolve().parent.parent.parent


class _Server(http.server.SimpleHTTPRequestHandler):
    """As GitHub Pages: a missing page is 404.html, whatever its depth."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def end_headers(self) -> None:
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages
        super().end_headers()

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


def lay_out(project: Path, collection: Collection, shown: settings.Settings) -> None:
    """Make `project` one whose pages are those of `collection`."""
    shutil.copy(ROOT / "mkdocs.yml", project)
    for part in ("architecture", "assets", "guide", "overrides"):
        shutil.copytree(ROOT / "docs" / part, project / "docs" / part, ignore=shutil.ignore_patterns("words"))
    (project / "scripts/dateline/building").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/dateline/building/hooks.py", project / "scripts/dateline/building")
    tree.write(pages.render(collection, shown), project / "docs", pages.OWNED)


def build(project: Path, site: Path, repository: str = "example/site", site_url: str = "") -> None:
    """Run MkDocs, strictly."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "0"}
    environment |= {"REPOSITORY": repository, "SITE_URL": site_url}
    subprocess.run(command, cwd=project, check=True, env=environment)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a finished site that lies in a folder `repo`."""
    handler = functools.partial(_Server, directory=str(folder.parent))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/repo/"
    server.shutdown()
