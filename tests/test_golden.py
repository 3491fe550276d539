"""The demo's pages and data, whole, against what was accepted: a change of output is seen before it is published.

`python3 scripts/test.py --bless tests/test_golden.py` accepts what comes out now; read the difference first.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dateline.model import Collection
from dateline.writers import pages
from dateline.writers.settings import Settings

GOLDEN = Path(__file__).parent / "golden" / "demo"


def made(collection: Collection) -> dict[str, bytes]:
    """What the build writes for the demo, without schemas and style sheets, which are files of the package."""
    files = pages.render(collection, Settings())
    contents = {path: c if isinstance(c, bytes) else c.encode("utf-8") for path, c in files}
    return {path: c for path, c in contents.items() if not path.startswith(("data/schemas/", "styles/"))}


def test_the_demo_is_what_was_accepted(collection: Collection, request: pytest.FixtureRequest) -> None:
    now = made(collection)
    if request.config.getoption("--bless"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, content in now.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_bytes(content)
    accepted = {p.relative_to(GOLDEN).as_posix(): p.read_bytes() for p in GOLDEN.rglob("*") if p.is_file()}
    assert sorted(now) == sorted(accepted)
    assert [path for path in sorted(now) if now[path] != accepted[path]] == []
