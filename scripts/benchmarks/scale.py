"""Time and memory of a build, stage by stage, against the number of articles; how they grow; MkDocs against Material.

python3 scripts/bench.py scale [--sizes 1000,3000,10485] [--workers N] [--archive FILE] [--chart FILE]

Reads `../shared/bench/articles/moldova-ru.tar.gz` unless another archive of articles is named. Memory is that of all
processes of the build together (PSS, so that shared pages count once), looked at four times a second; Linux only.
`--chart` draws the growth, as docs/architecture/scale.svg does.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import charting

SCRIPTS = Path(__file__).resolve().parents[1]
ARCHIVE = SCRIPTS.parent.parent / "shared" / "bench" / "articles" / "moldova-ru.tar.gz"
_BARE = "site_name: Bare\ntheme: {name: material, font: false}\nplugins: []\nnot_in_nav: '*'\nnav: [index.md]\n"
_STAGED = Path(__file__).with_name("_staged.py")


@dataclass(frozen=True, slots=True)
class Run:
    """One build: articles used, seconds and seconds of processors by stage, the peak of memory (MB), what came out."""

    articles: int
    statements: int
    events: int
    stages: dict[str, float]
    work: dict[str, float]
    memory: float
    site: float
    files: int

    @property
    def seconds(self) -> float:
        """The whole time."""
        return sum(self.stages.values())

    @property
    def processors(self) -> float:
        """The seconds that processors worked, whatever else the machine was doing."""
        return sum(self.work.values())


def main(arguments: list[str]) -> int:
    """Measure and print; 0 unless a build fails."""
    parser = argparse.ArgumentParser(prog="bench.py scale")
    parser.add_argument("--sizes", default="1000,3000,10485")
    parser.add_argument("--workers", type=int, default=0)
    parser.add_argument("--archive", type=Path, default=ARCHIVE)
    parser.add_argument("--chart", type=Path)
    options = parser.parse_args(arguments)
    if not options.archive.exists():
        print(f"skipped: {options.archive} is not there")
        return 0
    cold: list[Run] = []
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            root = _project(Path(folder), options.archive, size)
            cold.append(_build(root, options.workers))
            _print(f"cold, {size:,} articles", cold[-1])
            _change_one(root)
            again = _build(root, options.workers)
            _print("again after one changed article", again)
            _print_again(again, cold[-1])
            if size == int(options.sizes.split(",")[0]):
                _print_ratio(root, cold[-1])
    print(*_slopes(cold), sep="\n")
    if options.chart and len(cold) > 1:
        options.chart.write_text(_drawn(cold), encoding="utf-8")
    return 0


def _print_again(again: Run, cold: Run) -> None:
    warm, whole = _before(again.stages), _before(cold.stages)
    work = _before(again.work) / _before(cold.work)
    print(
        f"  up to MkDocs: {warm:.1f} s of {whole:.1f} s cold, {warm / whole:.1%}; of processors {work:.1%}", flush=True
    )


def _before(stages: dict[str, float]) -> float:
    """The time before MkDocs begins."""
    return sum(seconds for _, seconds in takewhile(lambda stage: "MkDocs" not in stage[0], stages.items()))


def _drawn(runs: Sequence[Run]) -> str:
    """The chart of all stages that take a second."""
    names = [name for name, seconds in runs[-1].work.items() if seconds >= 1]
    points = {name: tuple((float(r.articles), r.work.get(name, 0.0)) for r in runs) for name in names}
    lines = [charting.Line(name, found, _exponent(found)) for name, found in points.items()]
    return charting.svg("Seconds of a processor, by stage of a cold build, against number of articles", lines)


def _project(folder: Path, archive: Path, size: int) -> Path:
    """A project of its own with `size` articles, taken evenly from the archive."""
    subprocess.run(
        [sys.executable, "-m", "dateline", "init", str(folder / "p")], env=_env(), check=True, stdout=subprocess.DEVNULL
    )
    seeds = folder / "p" / "seeds" / "articles"
    seeds.mkdir(parents=True, exist_ok=True)
    with tarfile.open(archive) as packed:
        members = sorted((m for m in packed.getmembers() if m.isfile()), key=lambda m: m.name)
        wanted = {members[i * len(members) // size].name for i in range(min(size, len(members)))}
        for number, member in enumerate(m for m in members if m.name in wanted):
            content = packed.extractfile(member)
            if content:
                (seeds / f"{number:06}.md").write_bytes(content.read())
    return folder / "p"


def _build(root: Path, workers: int) -> Run:
    command = [sys.executable, str(_STAGED), str(root), str(workers)]
    process = subprocess.Popen(command, env=_env(), stdout=subprocess.PIPE, text=True)
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    output, _ = process.communicate()
    watcher.join()
    if process.returncode:
        raise SystemExit(process.returncode)
    found = json.loads(output.splitlines()[-1])
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    return Run(**found, memory=peak[0], site=size, files=len(files))


def _watch(process: subprocess.Popen[str], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_memory, _family(process.pid))))
        time.sleep(0.25)


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return
    for child in map(int, children):
        yield from _family(child)


def _memory(pid: int) -> float:
    """Megabytes that a process takes; 0 where it has ended or the system doesn't say."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1000 for line in lines if line.startswith("Pss:")), 0)


def _change_one(root: Path) -> None:
    first = sorted((root / "seeds" / "articles").iterdir())[0]
    first.write_bytes(first.read_bytes() + b"\nOn 3 May 2021 this line was added.\n")


def _print_ratio(root: Path, run: Run) -> None:
    """MkDocs's own time for these pages with Material alone: no templates, no hook, no data of ours."""
    bare = root.parent / "bare"
    pages = [p for p in (root / "docs").rglob("*.md") if "overrides" not in p.parts]
    for page in pages:
        target = bare / "docs" / page.relative_to(root / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        # A template of ours is none that bare Material has.
        target.write_text(re.sub(r"(?m)^template: .*\n", "", page.read_text("utf-8"), count=1), encoding="utf-8")
    (bare / "mkdocs.yml").write_text(_BARE, encoding="utf-8")
    began = time.monotonic()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(bare / "mkdocs.yml")]
    subprocess.run(command, check=True, env=_env())
    alone = time.monotonic() - began
    ours = next(seconds for name, seconds in run.stages.items() if "MkDocs" in name)
    print(f"MkDocs on {len(pages):,} pages: {ours:.1f} s; bare Material {alone:.1f} s; ratio {ours / alone:.2f}")


def _print(title: str, run: Run) -> None:
    print(f"\n{title}: {run.articles:,} used, {run.statements:,} statements, {run.events:,} events")
    for name, seconds in run.stages.items():
        print(f"  {name:28} {seconds:8.1f} s; of processors {run.work[name]:.1f} s")
    print(f"  {'together':28} {run.seconds:8.1f} s; of processors {run.processors:.1f} s; at most {run.memory:,.0f} MB")
    print(f"  the site: {run.files:,} files, {run.site:,.0f} MB", flush=True)


def _slopes(runs: Sequence[Run]) -> Iterable[str]:
    """The exponent of growth a stage: 1 is linear, 2 quadratic. Seconds are those of processors."""
    if len(runs) < 2:
        return
    yield "\ngrowth: seconds of processors ~ articles^n"
    for name in runs[-1].work:
        points = [(r.articles, r.work.get(name, 0)) for r in runs]
        yield f"  {name:28} n = {_exponent(points):.2f}"
    yield f"  {'together':28} n = {_exponent([(r.articles, r.processors) for r in runs]):.2f}"
    yield f"  {'memory':28} n = {_exponent([(r.articles, r.memory) for r in runs]):.2f}"


def _exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the least-squares line through the logarithms."""
    logs = [(math.log(x), math.log(max(y, 0.01))) for x, y in points]
    mean_x, mean_y = (sum(column) / len(logs) for column in zip(*logs, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in logs)
    return sum((x - mean_x) * (y - mean_y) for x, y in logs) / spread if spread else math.nan


def _env() -> dict[str, str]:
    """As a user has it: Python keeps what it has compiled, whatever this machine says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(SCRIPTS), "NO_MKDOCS_2_WARNING": "1"}
