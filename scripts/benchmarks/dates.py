"""Dates: how many are right on each gold set, and how many megabytes a second are read.

`python3 scripts/bench.py dates [SET…]`. The sets and the scorer lie in `../shared/bench`; speed is over the English
TimeBank articles and every tenth article of the Moldova archive, on one core, start-up left out.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import sys
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from dateline import times

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
BEST_OTHER = {
    "en-timebank": 85.5,
    "en-aquaint": 85.3,
    "de-krauts-diezeit": 83.0,
    "de-krauts-dolomiten42": 87.3,
    "ru-news": 62.3,
}
EVERY = 10  # articles of the archive of which one is read


def main(arguments: list[str]) -> int:
    """Print the table of figures, for the sets named or for all."""
    if not BENCH.is_dir():
        print(f"skipped: {BENCH} is not there")
        return 0
    scorer = _scorer()
    print("| set | best other tool | found F1 | right F1 |\n|---|---|---|---|")
    for path in sorted((BENCH / "dates").glob("*.jsonl")):
        if not arguments or path.stem in arguments:
            found, right = _figures(scorer, path)
            print(f"| {path.stem} | {BEST_OTHER.get(path.stem, '–')} | {found} | {right} |")
    for name, language, texts in (("en-timebank", "en", _timebank()), ("moldova archive", "ru", _archive())):
        size, seconds, dates = _speed(list(texts), language)
        print(f"{name}: {size / 1e6:.2f} MB in {seconds:.2f} s, {size / seconds / 1e6:.2f} MB/s, {dates} dates")
    return 0


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_dates", BENCH / "score_dates.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_dates"] = module
    spec.loader.exec_module(module)
    return module


def _figures(scorer: ModuleType, path: Path) -> tuple[float, float]:
    gold = {document["doc"]: document for document in scorer.documents(path)}
    result = scorer.score(gold, {name: _dates(document) for name, document in gold.items()})
    return result["found_f1"], result["right_f1"]


def _dates(document: dict[str, Any]) -> list[dict[str, Any]]:
    dct = dt.date.fromisoformat(document["dct"]) if document.get("dct") else None
    found = times.find(document["text"], dct, document["lang"])
    return [{"start": t.span.start, "end": t.span.end, "edtf": t.value} for t in found]


def _timebank() -> Iterator[str]:
    with (BENCH / "dates" / "en-timebank.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _archive() -> Iterator[str]:
    with tarfile.open(BENCH / "articles" / "moldova-ru.tar.gz") as archive:
        files = (member for member in archive if member.isfile())
        for number, member in enumerate(files):
            if number % EVERY == 0 and (data := archive.extractfile(member)) is not None:
                yield data.read().decode("utf-8", "replace")


def _speed(texts: list[str], language: str) -> tuple[int, float, int]:
    """Bytes of UTF-8, seconds of one core, dates found."""
    day = dt.date(2022, 3, 3)
    times.find("On 5 May 2020.", day, language)
    start = time.process_time()
    dates = sum(len(times.find(text, day, language)) for text in texts)
    return sum(len(text.encode("utf-8", "replace")) for text in texts), time.process_time() - start, dates
