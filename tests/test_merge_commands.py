"""`dateline events` and `dateline timeline` as a benchmark calls them: JSON lines out, problems beside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.cli import main

ARTICLE = """---
title: Armenia will leave the bloc
url: https://example.org/{number}
published: 2024-06-14
publication: Paper {number}
---

Armenia joined the Collective Security Treaty Organization in 2002. The council met in room {number}.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    for number in (1, 2):
        (tmp_path / "deep" / f"a{number}.md").write_text(ARTICLE.format(number=number), encoding="utf-8")
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    return tmp_path


def test_events_prints_a_line_a_statement_and_problems_apart(folder: Path) -> None:
    result = CliRunner().invoke(main, ["events", str(folder)])
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["article"] for row in rows] == ["deep/a1.md", "deep/a2.md"]
    assert {row["edtf"] for row in rows} == {"2002"}
    assert len({row["event"] for row in rows}) == 1
    assert rows[0]["quote"] in ARTICLE
    assert "empty.md" in result.stderr


def test_explain_says_why_and_names_an_unknown_id(folder: Path) -> None:
    first = CliRunner().invoke(main, ["events", str(folder)])
    id = json.loads(first.stdout.splitlines()[0])["id"]
    told = CliRunner().invoke(main, ["events", str(folder), "--explain", id])
    assert "the same sentence" in told.stdout
    lost = CliRunner().invoke(main, ["events", str(folder), "--explain", "snone"])
    assert (lost.exit_code, "no statement 'snone'" in lost.stderr) == (1, True)


def test_timeline_prints_days_in_order(folder: Path) -> None:
    options = ["--dates", "2", "--from", "2024-01-01", "--to", "2024-12-31", "--sentences", "1"]
    result = CliRunner().invoke(main, ["timeline", str(folder), *options])
    assert result.exit_code == 0, result.output
    (row,) = [json.loads(line) for line in result.stdout.splitlines()]
    assert (row["date"], len(row["sentences"]), row["by_report"]) == ("2024-06-14", 1, [True])


def test_a_period_that_ends_before_it_begins_is_refused(folder: Path) -> None:
    result = CliRunner().invoke(main, ["timeline", str(folder), "--from", "2024-02-01", "--to", "2024-01-01"])
    assert (result.exit_code, "is before" in result.stderr) == (2, True)
