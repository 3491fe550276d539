"""What Lighthouse finds on a phone, apart from the clock: no fault, nothing that moves, nothing that holds a page up.

How fast it says the pages are depends on what else the machine does: `python3 scripts/bench.py lighthouse` tells.
Where Node or Lighthouse can't be had, the test is skipped.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks import lighthouse

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_WHOLE = ("accessibility", "best-practices", "seo")
_STILL = {  # of performance, those that say how a page is made, not how long this machine took
    "cumulative-layout-shift",
    "total-byte-weight",
    "uses-text-compression",
    "uses-optimized-images",
    "offscreen-images",
    "unsized-images",
    "duplicated-javascript",
    "legacy-javascript",
    "redirects",
    "third-party-summary",
    "non-composited-animations",
}
PAGES = (
    "",
    "timelines/csto-membership/",
    "articles/a000belarusoruzhie/",
    "entities/uz/",
    "search/",
)


@pytest.fixture(scope="module")
def packed(folder: Path) -> Iterator[str]:
    """Where the site is served, compressed."""
    with lighthouse.packed(folder.parent) as address:
        yield f"{address}repo/"


@pytest.fixture(scope="module")
def command() -> list[str]:
    return lighthouse.installed() or pytest.skip("Node or npm's Lighthouse can't be had: it was not run")


@pytest.mark.parametrize("path", PAGES)
def test_lighthouse_finds_no_fault(command: list[str], packed: str, browser: Browser, path: str) -> None:
    chromium = os.environ.get("DATELINE_CHROMIUM") or browser.browser_type.executable_path
    found = lighthouse.report(command, packed + path, chromium, ("performance", *_WHOLE))
    weighed = {ref["id"] for name in _WHOLE for ref in found["categories"][name]["auditRefs"] if ref["weight"]}
    assert _STILL - found["audits"].keys() == set()
    faults = [name for name in sorted(weighed | _STILL) if found["audits"][name]["score"] not in (1, None)]
    assert faults == []
    assert {name: found["categories"][name]["score"] for name in _WHOLE} == dict.fromkeys(_WHOLE, 1)
