"""Events: how many dated statements of the labelled Russian articles are right, and whether each quote is verbatim.

`python3 scripts/bench.py events`. Articles, gold and scorer lie in `../shared/bench`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1]
BENCH = SCRIPTS.parents[1] / "shared" / "bench"


def main(arguments: list[str]) -> int:
    """Print the scorer's line; with `--errors N` up to N faults below it."""
    news = BENCH / "events" / "ru-news"
    if not news.is_dir():
        print(f"skipped: {news} is not there")
        return 0
    with tempfile.NamedTemporaryFile("w+", suffix=".jsonl") as found:
        command = [sys.executable, "-m", "dateline", "events", str(news / "articles")]
        subprocess.run(command, stdout=found, stderr=subprocess.DEVNULL, cwd=SCRIPTS, check=True)
        scorer = [sys.executable, str(BENCH / "score_events.py"), str(news / "gold.jsonl"), found.name, *arguments]
        return subprocess.run(scorer, check=False).returncode
