# ruff: noqa: E501 (data)
"""The same seeds give the same site, byte for byte: under any locale, zone, hash seed, clock, order and spread of work."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import archives_made
import pytest
from root import ROOT

from dateline import spreading
from dateline.building import starting

pytestmark = pytest.mark.slow

COUNT = spreading.CHUNK * 5 + 3  # enough that the work is spread
#: Debian's package libfaketime: a clock of one's own for a process and all that it starts.
CLOCK = next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))), None)
needs_clock = pytest.mark.skipif(
    CLOCK is None, reason="libfaketime is not installed (Debian: apt-get install libfaketime)"
)


def project(root: Path, backwards: bool = False) -> Path:
    """A project with the repository's own seeds and a small archive; `backwards` writes its files in the other order."""
    starting.start(root)
    shutil.rmtree(root / "seeds")
    archive = archives_made.write(root / "made", COUNT)
    files = [
        (p, root / "seeds" / p.relative_to(ROOT / "seeds")) for p in sorted((ROOT / "seeds").rglob("*")) if p.is_file()
    ]
    files += [(p, root / "seeds" / "archive" / p.name) for p in sorted(archive.iterdir())]
    for source, target in files[::-1] if backwards else files:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    shutil.rmtree(archive)
    return root


def built(root: Path, *arguments: str, **variables: str) -> dict[str, str]:
    """Build the project in a process of its own; the files of its site, with a hash of each."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment = {**kept, "PYTHONPATH": str(ROOT / "scripts"), "NO_COLOR": "1", **variables}
    command = [sys.executable, "-m", "dateline", "build", *arguments]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    site = root / "site"
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {p.relative_to(site).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def clock(moment: str) -> dict[str, str]:
    return {"LD_PRELOAD": str(CLOCK), "FAKETIME": f"@{moment}", "FAKETIME_DONT_RESET": "1"}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A project, and its site as one process makes it, cold."""
    root = project(tmp_path_factory.mktemp("first") / "project")
    site = built(root, "--workers", "1")
    assert {"index.html", "sitemap.xml", "data/events.json", "pagefind/pagefind.js"} <= set(site)
    return root, site


CASES = {
    "other hash seed, zone and locale": (("--workers", "1"), {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "C"}),
    "west of UTC, UTF-8": (("--workers", "1"), {"PYTHONHASHSEED": "8", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"}),
    "two workers, nothing kept": (("--workers", "2", "--no-cache"), {}),
    "three workers, another umask of words": (("--workers", "3"), {"LANGUAGE": "ru:tr", "PYTHONUTF8": "1"}),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_surroundings(case: str, first: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    arguments, variables = CASES[case]
    assert built(project(tmp_path / "project"), *arguments, **variables) == first[1]


@needs_clock
@pytest.mark.parametrize("moment", ["2001-01-01 00:00:00", "2038-01-19 03:14:08"])
def test_the_machines_date(moment: str, first: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    said = subprocess.run(["date", "-u", "+%Y"], env={**os.environ, **clock(moment)}, capture_output=True, text=True)
    assert said.stdout.strip() == moment[:4]
    assert built(project(tmp_path / "project"), "--workers", "2", **clock(moment)) == first[1]


def test_files_written_in_another_order(first: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    assert built(project(tmp_path / "project", backwards=True), "--workers", "2") == first[1]


def test_cached_and_after_a_change_and_back(first: tuple[Path, dict[str, str]]) -> None:
    root, site = first
    assert built(root) == site
    changed = root / "seeds" / "archive" / "0001.md"
    before = changed.read_text("utf-8")
    changed.write_text(before.replace("signed", "quit"), encoding="utf-8")
    assert built(root) != site
    changed.write_text(before, encoding="utf-8")
    assert built(root) == site
