"""Whatever lies in the folder: each file is used or reported with a reason, none is lost, none hangs."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from broken_files import SORTS, definition_files, files

from dateline import definitions, pipeline, readers
from dateline.definitions.faults import Faults
from dateline.definitions.files import read_text
from dateline.entities import gazetteer
from dateline.model import Seeds

SECONDS = 20  # of the processor for one file, a hundred times what the slowest takes


@contextmanager
def bounded(what: str) -> Iterator[None]:
    """Fails where the work takes unreasonably long, by the processor's time, so that a busy machine fails nothing."""

    def stop(*_: object) -> None:
        raise AssertionError(f"{what} hangs")

    if not hasattr(signal, "setitimer"):
        yield
        return
    previous = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, previous)


def used_or_reported(count: int, seed: int) -> tuple[int, int]:
    known = gazetteer()
    used = reported = 0
    for number, data in enumerate(files(count, seed)):
        sort = SORTS[number % len(SORTS)].__name__
        with bounded(f"file {number} of seed {seed} ({sort})"):
            try:
                article = readers.read_article(f"{number}.md", data)
            except readers.Unreadable as fault:
                assert fault.reason and fault.line >= 0
                reported += 1
                continue
            used += 1
            for statement in pipeline.extract(article, known):
                start, end = statement.span
                assert article.text[start:end] == statement.quote, f"{sort} {number}"
    return used, reported


def test_a_sample() -> None:
    used, reported = used_or_reported(280, seed=1)
    assert used + reported == 280 and used > 100 and reported > 20


@pytest.mark.slow
def test_ten_thousand() -> None:
    used, reported = used_or_reported(10_500, seed=20)
    print(f"{used:,} used, {reported:,} reported, {10_500 - used - reported} lost")
    assert used + reported == 10_500


READ = {"timeline": definitions.read_timeline, "note": definitions.read_notes, "entities": definitions.read_entities}


def definitions_used_or_reported(folder: Path, count: int, seed: int) -> tuple[int, int, int]:
    """How many of an editor's files were used whole or in part, only reported, and neither (lost)."""
    used = reported = lost = 0
    path = folder / "file"
    for number, (kind, data) in enumerate(definition_files(count, seed)):
        path.write_bytes(data)
        faults = Faults("seeds/file")
        with bounded(f"{kind} {number} of seed {seed}"):
            text = read_text(path, faults)
            found = tuple(READ[kind](text, faults)) if text is not None else ()  # type: ignore[operator]
        assert all(problem.message and problem.line >= 0 for problem in faults.problems)
        used += bool(found)
        reported += bool(not found and faults.problems)
        lost += bool(not found and not faults.problems and text is not None and _says_something(text))
    return used, reported, lost


def _says_something(text: str) -> bool:
    return any(line.strip() and not line.lstrip().startswith(("#", "---", "...")) for line in text.split("\n"))


def test_a_sample_of_an_editors_files(tmp_path: Path) -> None:
    used, reported, lost = definitions_used_or_reported(tmp_path, 126, seed=1)
    assert lost == 0 and used > 20 and reported > 20


@pytest.mark.slow
def test_two_thousand_of_an_editors_files(tmp_path: Path) -> None:
    used, reported, lost = definitions_used_or_reported(tmp_path, 2_100, seed=21)
    print(f"an editor's files: {used:,} used, {reported:,} reported, {lost} lost")
    assert lost == 0 and used + reported > 1_900


def test_a_line_of_fifty_megabytes_in_an_editors_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "timelines").mkdir()
    (tmp_path / "timelines" / "a.md").write_bytes(b"---\ntitle: " + b"x" * 50_000_000 + b"\n---\n")
    (problem,) = definitions.read(tmp_path).problems
    assert "larger" in problem.message and problem.path.endswith("timelines/a.md")


def test_two_timelines_with_one_slug_and_names_that_differ_in_case(tmp_path: Path) -> None:
    (tmp_path / "timelines").mkdir()
    for name in ("CSTO.md", "csto.md", "c s.md", "c-s.md", "x" * 252 + ".md", "a\nb.md"):
        (tmp_path / "timelines" / name).write_text("---\ntitle: T\n---\n", encoding="utf-8")
    read = definitions.read(tmp_path)
    assert len(read.timelines) == 4 and len({d.slug for d in read.timelines}) == 4
    assert [p.code for p in read.problems] == ["same-address"] * 2


def names(folder: Path) -> int:
    """Files of which only the name or the place is odd; how many of them there are."""
    article = "---\npublished: 2020-01-01\ntitle: {}\n---\nPeru quit the treaty on 3 May 2012.\n"
    odd = (
        "a\nb.md",
        "Straße.md",
        "x" * 252 + ".md",
        "Case.md",
        "case.md",
        "-rf.md",
        "con.md",
        "a b .md",
        "%2e%2e.md",
        "…md",
        "é.md",
        "e\u0301.md",
    )
    for number, name in enumerate(odd):
        (folder / name).write_text(article.format(name.splitlines()[0]) + str(number), encoding="utf-8")
    (folder / "loop").symlink_to(folder)
    (folder / "dangling.md").symlink_to(folder / "nowhere")
    (folder / "outside.md").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.md")
    (folder / "large.md").write_bytes(b"x" * 50_000_000)
    (folder / "folder.md").mkdir()
    (folder / "folder.md" / "inside.txt").write_text(article.format("inside") + "inside", encoding="utf-8")
    return len(odd) + 6


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links of POSIX")
def test_odd_names_and_places(tmp_path: Path) -> None:
    expected = names(tmp_path)
    seeds: Seeds = pipeline.read(tmp_path)
    used = {article.path for article in seeds.articles}
    unused = {
        problem.path for problem in seeds.problems if problem.code in ("unreadable", "not-an-article", "duplicate")
    }
    assert len(used) + len(unused) == expected
    assert not any("passwd" in article.text or "root:" in article.text for article in seeds.articles)
    made = pipeline.run(seeds)
    assert len({article.id for article in made.articles}) == len(used)
