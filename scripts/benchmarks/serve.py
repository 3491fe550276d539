"""Seconds from saving a seed until `dateline serve` shows it: on the project's own seeds and on 1,000 articles.

python3 scripts/bench.py serve [--size N] [--archive FILE] [--times N]

Starts the server, changes one article several times, and asks for the list of events until it shows the change. The
machine's load is printed with the figures: on a busy machine they say little by themselves, so the seconds of a
processor that the server used between the two moments are given too. The large part reads
`../shared/bench/articles/moldova-ru.tar.gz` unless another archive of articles is named; without one it is skipped.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

scale = importlib.import_module("benchmarks.scale")  # the same articles, in a project of their own

_START = 900.0  # seconds that the first build may take


def main(arguments: list[str]) -> int:
    """Measure and print; 0 unless a change never shows."""
    parser = argparse.ArgumentParser(prog="bench.py serve")
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--archive", type=Path, default=scale.ARCHIVE)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "demo"
        command = [sys.executable, "-m", "dateline", "init", str(root)]
        subprocess.run(command, env=scale._env(), check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(root / "seeds")
        shutil.copytree(scale.SCRIPTS.parent / "seeds", root / "seeds")
        _measure("demo", root, options.times)
    if not options.archive.exists():
        print(f"skipped: {options.archive} is not there")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        _measure(
            f"{options.size:,} articles", scale._project(Path(folder), options.archive, options.size), options.times
        )
    return 0


def _measure(name: str, root: Path, times: int) -> None:
    port = _free_port()
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    server = subprocess.Popen(command, cwd=root, env=scale._env(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/articles/"
    try:
        _await(address, "", time.monotonic() + _START)
        time.sleep(3)
        waited, worked = [], []
        for number in range(times):
            words = f"Edit number {number} of the bench"
            began, used = time.monotonic(), _processor(server.pid)
            (root / "seeds" / "edited.md").write_text(_article(words), encoding="utf-8")
            _await(address, words, began + _START)
            waited.append(time.monotonic() - began)
            worked.append(_processor(server.pid) - used)
            time.sleep(1)
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=60)
    load = os.getloadavg()[0]
    said = ", ".join(f"{seconds:.1f}" for seconds in waited)
    print(f"{name}: shown after {statistics.median(waited):.1f} s (median of {said}); ", end="")
    print(f"of a processor {statistics.median(worked):.1f} s; load {load:.1f} on {os.cpu_count()} cores", flush=True)


def _article(words: str) -> str:
    head = f"title: {words}\nurl: https://example.org/edited\npublished: 2024-03-05"
    return f"---\n{head}\n---\nIt rained in Porto on 4 March 2024.\n"


def _await(address: str, words: str, until: float) -> None:
    """Ask until the page holds the words, as a browser does that reloads. Raises SystemExit after `until`."""
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                if words in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass  # not up yet: asked again
        time.sleep(0.05)
    raise SystemExit(f"{address} never showed {words!r}")


def _processor(pid: int) -> float:
    """Seconds of a processor that a process has used so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
