"""One build of the project in a folder, which says as JSON how long each stage took: `_staged.py FOLDER WORKERS`."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from dateline import building
from dateline.progress import Progress


class Timed(Progress):
    """Seconds by stage: `passed` on the clock, `worked` by the processors for this process and all that it started."""

    def __init__(self) -> None:
        self.passed: dict[str, float] = {}
        self.worked: dict[str, float] = {}
        self._name, self._began, self._before = "Starting", time.monotonic(), 0.0

    def stage(self, name: str, total: int | None = None) -> None:
        """The stage before ends."""
        now, done = time.monotonic(), sum(map(_worked, _family(os.getpid())))
        self.passed[self._name] = self.passed.get(self._name, 0) + now - self._began
        self.worked[self._name] = self.worked.get(self._name, 0) + done - self._before
        self._name, self._began, self._before = name, now, done


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text("ascii").split()]
    except OSError:  # ended, or no Linux
        return
    for child in map(int, children):
        yield from _family(child)


def _worked(pid: int) -> float:
    """Seconds that a process, and those it has waited for, used. Source: proc(5), utime to cstime."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def main(root: Path, workers: int) -> None:
    """Build, and print the figures."""
    timed = Timed()
    done = building.build(root / "mkdocs.yml", root / "seeds", None, building.Means(workers, progress=timed))
    timed.stage("")
    counts = asdict(done.counts)
    del counts["timelines"]
    print(json.dumps({"stages": timed.passed, "work": timed.worked, **counts}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
