"""The start: seconds from a clone, and from `dateline init`, to a site of one's own folder of 50 articles.

python3 scripts/bench.py start [--articles N] [--archive FILE] [--setup]

The articles are taken evenly from `../shared/bench/articles/moldova-ru.tar.gz` or another archive that is named; where
it isn't there they are generated. The set-up (`.venv` and its packages, over the network) is left out unless `--setup`
asks for it; without it the clone is built by this Python, not by the button.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import resource
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
ROOT = SCRIPTS.parent
ARCHIVE = ROOT.parent / "shared" / "bench" / "articles" / "moldova-ru.tar.gz"
_TOLD = ("The port of Aveiro was closed on {day}.", "The mayor of Porto met the dockers on Monday.")
_FIRST = dt.date(2023, 1, 3)


@dataclass(frozen=True, slots=True)
class Step:
    """What was done, its seconds by the clock and of processors, and the first line that it said."""

    name: str
    seconds: float
    processors: float
    said: str


def main(arguments: list[str]) -> int:
    """Measure and print; 0 unless a step fails."""
    parser = argparse.ArgumentParser(prog="bench.py start")
    parser.add_argument("--articles", type=int, default=50)
    parser.add_argument("--archive", type=Path, default=ARCHIVE)
    parser.add_argument("--setup", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        origin = _lay_out(home / "my-articles", options.articles, options.archive)
        print(f"{options.articles} articles, {origin}\n\n| step | seconds | of processors | |\n|---|---|---|---|")
        for step in _steps(home, options.setup):
            print(f"| {step.name} | {step.seconds:.1f} | {step.processors:.1f} | {step.said} |", flush=True)
    return 0


def _steps(home: Path, setup: bool) -> Iterator[Step]:
    """First the clone and its one command, then a project of one's own."""
    clone, project = home / "dateline", home / "project"
    yield _run("git clone", ["git", "clone", "--quiet", str(ROOT), str(clone)], home)
    dateline = [sys.executable, "-m", "dateline"]
    button = [sys.executable, "scripts/build.py"] if setup else [*dateline, "build"]
    if setup:
        yield _run("set-up, once", [*button, "--help"], clone)
    yield _run("build --seeds ~/my-articles, in the clone", [*button, "--seeds", str(home / "my-articles")], clone)
    yield _run("dateline init", [*dateline, "init", str(project)], home)
    (home / "my-articles").rename(project / "seeds" / "my-articles")
    yield _run("dateline build", [*dateline, "build"], project)


def _run(name: str, command: list[str], folder: Path) -> Step:
    began, before = time.monotonic(), _processors()
    variables = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    said = (done.stdout.strip().splitlines() or [""])[0]
    return Step(name, time.monotonic() - began, _processors() - before, said)


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _lay_out(folder: Path, count: int, archive: Path) -> str:
    """Write `count` articles; where they come from."""
    folder.mkdir()
    if not archive.is_file():
        for number in range(count):
            (folder / f"{number:03}.md").write_text(_generated(number), encoding="utf-8")
        return f"generated ({archive} is not there)"
    with tarfile.open(archive) as packed:
        members = sorted((m for m in packed.getmembers() if m.isfile()), key=lambda m: m.name)
        for number in range(min(count, len(members))):
            content = packed.extractfile(members[number * len(members) // count])
            if content:
                (folder / f"{number:03}.md").write_bytes(content.read())
    return f"taken evenly from {archive.name}"


def _generated(number: int) -> str:
    published = _FIRST + dt.timedelta(days=9 * number)
    day = published - dt.timedelta(days=2)
    told = "\n\n".join(_TOLD).format(day=f"{day.day} {day:%B %Y}")
    return f"---\ntitle: News of the port, {number}\npublished: {published}\n---\n{told}\n"
