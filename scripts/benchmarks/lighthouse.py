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

from benchmarks import _others

_PACKAGE = "lighthouse@12.8.2"  # the last that Node 20 can run
_KINDS = ("timelines", "articles", "entities")


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where there is no site."""
    parser = argparse.ArgumentParser(prog="bench.py lighthouse")
    parser.add_argument("--site", type=Path, default=_others.ROOT / "site")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args(arguments)
    if not (options.site / "index.html").is_file():
        print(f"{options.site} holds no site: build it first (python3 scripts/build.py)")
        return 1
    command = installed()
    chromium = _others.chromium()
    if not command or not chromium:
        print("skipped: Node, npm or Chromium is not installed")
        return 0
    with packed(options.site) as address:
        for path in ("", *_first(options.site), "search/"):
            found = [report(command, address + path, chromium, ("performance",)) for _ in range(options.runs)]
            best = max(float(one["categories"]["performance"]["score"]) for one in found)
            print(f"{path or 'home':48} performance {best:.2f}", flush=True)
    return 0


def _first(site: Path) -> Iterator[str]:
    """The first page of each kind that the site has, as a path in it."""
    for kind in _KINDS:
        pages = sorted(path.parent.relative_to(site).as_posix() for path in (site / kind).glob("*/index.html"))
        yield from (f"{page}/" for page in pages[:1])


def installed() -> list[str] | None:
    """Lighthouse's command; None where Node or the package can't be had."""
    modules = _others.installed("lighthouse", _PACKAGE) if shutil.which("node") else None
    return ["node", str(modules / "lighthouse/cli/index.js")] if modules else None


def report(command: list[str], url: str, chromium: str, categories: Sequence[str]) -> dict[str, Any]:
    """What Lighthouse reports of a page; RuntimeError, with its last words, where it fails."""
    environment = {**os.environ, "CHROME_PATH": chromium}
    chosen = f"--only-categories={','.join(categories)}"
    arguments = [url, "--output=json", "--quiet", chosen, f"--chrome-flags=--headless {' '.join(_others.FLAGS)}"]
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
