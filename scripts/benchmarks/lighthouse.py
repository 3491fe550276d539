"""What Lighthouse says of the built site on the phone and network that it simulates: performance, by page.

python3 scripts/bench.py lighthouse [--site site] [--runs 3]

One page of each kind, served compressed as GitHub Pages does; the best of the runs, as whatever else the machine does
only slows. Build the site first. Lighthouse is an npm package, fetched once into `.cache/lighthouse`; Chromium is that
of DATELINE_CHROMIUM, else the system's. `tests/browser/test_lighthouse.py` asserts what does not depend on the clock.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
_PACKAGE = "lighthouse@12.8.2"  # the last that Node 20 can run
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_KINDS = ("timelines", "articles", "entities")


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where there is no site."""
    parser = argparse.ArgumentParser(prog="bench.py lighthouse")
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        print(f"{options.site} holds no site: build it first (python3 scripts/build.py)")
        return 1
    command = installed()
    chromium = os.environ.get("DATELINE_CHROMIUM") or next((p for p in map(shutil.which, _NAMES) if p), None)
    if not command or not chromium:
        print("skipped: Node, npm or Chromium is not installed")
        return 0
    with packed(options.site) as address:
        for path in ("", *(_first(options.site, kind) for kind in _KINDS), "search/"):
            found = [report(command, address + path, chromium, ("performance",)) for _ in range(options.runs)]
            best = max(float(one["categories"]["performance"]["score"]) for one in found)
            print(f"{path or 'home':48} performance {best:.2f}", flush=True)
    return 0


def _first(site: Path, kind: str) -> str:
    """The first page of a kind, as a path in the site."""
    return min(path.parent.relative_to(site).as_posix() for path in (site / kind).glob("*/index.html")) + "/"


def installed() -> list[str] | None:
    """Lighthouse's command, installed where it wasn't; None where Node or npm's registry can't be had."""
    if not shutil.which("npm") or not shutil.which("node"):
        return None
    folder = ROOT / ".cache/lighthouse"
    script = folder / "node_modules/lighthouse/cli/index.js"
    if not script.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund", _PACKAGE]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            return None
    return ["node", str(script)]


def report(command: list[str], url: str, chromium: str, categories: Sequence[str]) -> dict[str, Any]:
    """What Lighthouse reports of a page; RuntimeError, with its last words, where it fails."""
    environment = {**os.environ, "CHROME_PATH": chromium}
    chosen = f"--only-categories={','.join(categories)}"
    arguments = [url, "--output=json", "--quiet", chosen, f"--chrome-flags={_FLAGS}"]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@contextmanager
def packed(folder: Path) -> Iterator[str]:
    """The address where a folder is served, compressed, with a slash at the end."""
    handler = functools.partial(_Packed, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


class _Packed(http.server.SimpleHTTPRequestHandler):
    """Text goes out compressed and may be kept for ten minutes, as on GitHub Pages."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        kind, body = self.guess_type(path), path.read_bytes()
        small = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        body = gzip.compress(body, 6) if small else body
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "max-age=600")
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None
