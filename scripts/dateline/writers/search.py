"""The search index: Pagefind's, made from the finished site. It lies in `pagefind/` there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from . import folding

#: One index for the whole site, whatever languages its quotes are in: a reader searches once. The words of a language
#: without a stemmer here are found by their beginnings (`assets/search.js`), which is how inflected Russian is.
LANGUAGE = "en"

#: Pagefind's own user interfaces. The site has one of its own, over the same index.
_UNUSED = ("pagefind-component-ui", "pagefind-highlight", "pagefind-modular-ui", "pagefind-ui")


class SearchFailed(Exception):
    """Pagefind could not index the site; the message is its own."""


def index(site_dir: Path) -> None:
    """Index every page of `site_dir` that has a `data-pagefind-body`. Raises SearchFailed."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site_dir), "--force-language", LANGUAGE, "--quiet"]
    with folding.unfolded(site_dir):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchFailed((done.stderr or done.stdout).strip())
    for path in sorted((site_dir / "pagefind").glob("pagefind-*.*")):
        if path.stem in _UNUSED:
            path.unlink()
