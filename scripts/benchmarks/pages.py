"""A page of 2,000 and of 10,000 events against vis-timeline and TimelineJS3, in one Chromium; and what a page weighs.

python3 scripts/bench.py pages [--sizes 2000,10000] [--runs 5]

usable: from the start of navigation until a frame sees the page's own sign that it can be used (`window.usable` of the
others' pages, the mark "usable" of ours). find: from the first letter typed into a fresh page's filter, or what comes
nearest to a filter in the other tool, until what is left is laid out; show all: until everything is again, ours only.
unfolded: from the start until every event of ours is there as elements, which nobody waits for who reads or filters.
Medians; the pages take turns. Times of a busy machine are noise, their ratios much less so. The other tools come from
npm into `.cache/peers`; without npm only our own figures are printed.
Chromium is the one in DATELINE_CHROMIUM, else the system's.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import _others, crowd

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Request

    from dateline.model import Collection

_PEERS = ("vis-timeline@8.5.4", "vis-data@8.0.6", "@knight-lab/timelinejs@3.9.11")
_OURS, _VIS, _TIMELINEJS = "Dateline", "vis-timeline", "TimelineJS3"
_PATHS = {_OURS: "events/", _VIS: "vis.html", _TIMELINEJS: "timelinejs.html"}
_SLOW = 20_000  # milliseconds: what takes longer is measured once
_LABELS = ("usable", "find", "show all")
_SOUGHT = "hall"  # in three of seven events
_USABLE = """new Promise((done) => {
  const look = () => {
    if (window.usable || performance.getEntriesByName("usable").length) done();
    else requestAnimationFrame(look);
  };
  look();
})"""
_SEEK = """window.seek ??= (text) => {
  const field = document.querySelector("form.filters input[name=text]"), began = performance.now();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.offsetHeight;
  return performance.now() - began;
}"""
_UNFOLDED = """new Promise((done) => {
  const look = () => (document.querySelector("li > noscript") ? setTimeout(look, 10) : done(performance.now()));
  look();
})"""
_LEFT = "[...document.querySelectorAll('li.event')].filter((item) => item.checkVisibility()).length"


@dataclass(frozen=True, slots=True)
class Timing:
    """What was measured of one page, in milliseconds; `back` is showing all again."""

    usable: list[float] = field(default_factory=list)
    find: list[float] = field(default_factory=list)
    back: list[float] = field(default_factory=list)

    def rows(self) -> tuple[list[float], ...]:
        """As `_LABELS` names them."""
        return self.usable, self.find, self.back


def main(arguments: list[str]) -> int:
    """Measure and print; 0 unless a page can't be opened."""
    parser = argparse.ArgumentParser(prog="bench.py pages")
    parser.add_argument("--sizes", default="2000,10000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--alone", action="store_true", help="our own pages only")
    options = parser.parse_args(arguments)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("skipped: Playwright is not installed (scripts/requirements/test.txt has it)")
        return 0
    peers = None if options.alone else _peers()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_others.chromium(), args=list(_others.FLAGS))
        for size in map(int, options.sizes.split(",")):
            _one_size(browser, size, options.runs, peers)
        print()
        for size in (20, 200):
            _weigh(browser, size)
        browser.close()
    return 0


def _peers() -> Path | None:
    """The folder of the other tools' packages; None, and a line that says so, where they can't be had."""
    folder = _others.installed("peers", *_PEERS)
    if not folder:
        print("not run: vis-timeline and TimelineJS3 (npm is not installed, or could not install them)")
    return folder


def _one_size(browser: Browser, size: int, runs: int, peers: Path | None) -> None:
    found = crowd.collection(size)
    expected = sum(_SOUGHT in event["title"] + event["quote"] for event in crowd.plain(found))
    timings = {name: Timing() for name in _PATHS if name == _OURS or peers}
    unfolded: list[float] = []
    with _site(found, peers) as address:
        for _ in range(runs):
            for name, timing in timings.items():
                left = _measure(browser, address + _PATHS[name], timing)
                if name == _OURS and left != expected:
                    raise SystemExit(f"{left} events were found, not {expected}: what was measured is not a filter")
            unfolded.append(_unfolded(browser, address + _PATHS[_OURS]))
    print(f"\n{size:,} events on one page, {_SOUGHT!r} in {expected:,}. Medians in ms; in brackets ours to the other's")
    ours = timings[_OURS]
    for name, timing in timings.items():
        cells = (_cell(mine, theirs, name) for mine, theirs in zip(ours.rows(), timing.rows(), strict=True))
        print(f"  {name:14}", *(f"{label} {cell:24}" for label, cell in zip(_LABELS, cells, strict=True)), flush=True)
    print(f"  {_OURS:14} unfolded {statistics.median(unfolded):,.0f}")


def _cell(ours: Sequence[float], theirs: Sequence[float], name: str) -> str:
    """A median, and for another tool how many of ours it is."""
    if not theirs:
        return "none"
    median, mine = statistics.median(theirs), statistics.median(ours)
    return f"{median:,.0f}" + ("" if name == _OURS else f" ({_ratio(mine / median)})")


def _ratio(share: float) -> str:
    return f"{share:.2f} x" if share > 0.1 else f"1/{1 / share:,.0f}"


def _measure(browser: Browser, address: str, timing: Timing) -> int:
    """One load of a fresh page, and the text filter; how many of our events the filter left (-1: another's page)."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(600_000)
    began = time.monotonic()
    page.goto(address, wait_until="commit")
    page.evaluate(_USABLE)
    timing.usable.append(1000 * (time.monotonic() - began))
    left = -1
    if _PATHS[_TIMELINEJS] not in address and max(timing.find, default=0) < _SLOW:
        page.evaluate(_SEEK)
        timing.find.append(float(page.evaluate(f"seek('{_SOUGHT}')")))
    if address.endswith(_PATHS[_OURS]):
        left = int(page.evaluate(_LEFT))
    if left >= 0:
        timing.back.append(float(page.evaluate("seek('')")))
    page.close()
    return left


def _unfolded(browser: Browser, address: str) -> float:
    """When everything of a fresh page of ours is there as elements, in milliseconds from the start."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(600_000)
    page.goto(address, wait_until="commit")
    page.evaluate(_USABLE)
    taken = float(page.evaluate(_UNFOLDED))
    page.close()
    return taken


def _weigh(browser: Browser, size: int) -> None:
    """What a first view of a page of `size` events transfers, compressed as GitHub Pages does."""
    page = browser.new_page()
    seen: list[Request] = []
    with _site(crowd.collection(size), None) as address:
        page.on("requestfinished", lambda request: seen.append(request))
        page.goto(address + _PATHS[_OURS], wait_until="networkidle")
        bodies = {request.url: response.body() for request in seen if (response := request.response())}
        page.close()
    packed = {url: len(gzip.compress(body, 6)) for url, body in bodies.items()}
    whole = sum(packed.values()) / 1000
    scripts = [url for url in bodies if url.endswith(".js")]
    plain, small = (sum(len(bodies[u]) for u in scripts) / 1000, sum(packed[u] for u in scripts) / 1000)
    print(f"first view of {size:,} events: {whole:.1f} KB gzip, of it JavaScript {small:.1f} KB ({plain:.1f} KB plain)")


@contextmanager
def _site(found: Collection, peers: Path | None) -> Iterator[str]:
    """The address of a folder with our page, and the others' pages where their packages are there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        crowd.build(found, folder)
        if peers:
            crowd.for_others(found, folder)
            (folder / "site" / "node_modules").symlink_to(peers)
        handler = functools.partial(_Quiet, directory=str(folder / "site"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass
