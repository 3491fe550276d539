"""Timelines: how well the key days of a story agree with journalists' own timelines.

`python3 scripts/bench.py timelines [TOPIC…]`. Topics and scorer lie in `../shared/bench`; a mean for each language.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from itertools import groupby
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
BENCH = SCRIPTS.parents[1] / "shared" / "bench"


def main(arguments: list[str]) -> int:
    """Print a line a reference timeline and the mean of each language's, for the topics named or for all."""
    if not (BENCH / "timelines").is_dir():
        print(f"skipped: {BENCH / 'timelines'} is not there")
        return 0
    topics = sorted(p for p in (BENCH / "timelines").iterdir() if not arguments or p.name in arguments)
    command = f"{shlex.quote(sys.executable)} -m dateline timeline"
    for _, of_language in groupby(topics, lambda topic: topic.name.partition("-")[0]):
        scorer = [sys.executable, str(BENCH / "score_timelines.py"), *map(str, of_language), "--command", command]
        variables = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
        subprocess.run(scorer, stderr=subprocess.DEVNULL, env=variables, check=True)
    return 0
