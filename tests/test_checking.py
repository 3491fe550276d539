"""What `dateline check` says: each doubt by example (corpus/checks.txt), in order, bounded, and for GitHub."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline import checking, pipeline, problems
from dateline.cli import main
from dateline.model import Problem, Severity

CORPUS = Path(__file__).parent / "corpus" / "checks.txt"
EXPECTED = re.compile(r"(?P<severity>\w+) (?P<code>[\w-]+) (?P<place>\S+?): (?P<words>.+)")


def cases() -> list[tuple[str, list[str], dict[str, str]]]:
    found = []
    for block in CORPUS.read_text("utf-8").split("\n====\n")[1:]:
        head, *files = re.split(r"(?m)^---- ", block)
        name, *expected = head.splitlines()
        named = (file.partition("\n") for file in files)
        found.append(
            (
                name,
                [] if expected == ["fine"] else expected,
                {path: text.rstrip("\n") + "\n" for path, _, text in named},
            )
        )
    return found


def checked(folder: Path, files: dict[str, str]) -> tuple[Problem, ...]:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    collection = pipeline.run(pipeline.read(folder))
    return problems.ordered((*collection.problems, *checking.doubts(collection, folder)))


@pytest.mark.parametrize(
    ("name", "expected", "files"), cases(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_is_doubtful_is_said(tmp_path: Path, name: str, expected: list[str], files: dict[str, str]) -> None:
    found = checked(tmp_path / "seeds", files)
    assert len(found) == len(expected), found
    for problem, line in zip(found, expected, strict=True):
        wanted = EXPECTED.fullmatch(line)
        assert wanted, line
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        assert (problem.severity, problem.code, place) == wanted.group("severity", "code", "place")
        assert wanted["words"] in problem.message


def padded(day: int) -> str:
    days = "\n".join(f"The council of Porto met on {day if n < 3 else 2 + n} March {1990 + n}." for n in range(24))
    return f"---\npublished: 2024-03-05\n---\n{days}\n"


def test_many_firsts_of_a_month_are_doubted(tmp_path: Path) -> None:
    timeline = "---\ntitle: Council\n---\n"
    (found,) = checked(tmp_path / "seeds", {"a.md": padded(1), "timelines/council.md": timeline})
    assert (found.path, found.code, found.severity) == ("seeds/timelines/council.md", "false-precision", "warning")
    assert "3 of 24 days are the first of a month (1990-03-01, 1991-03-01, 1992-03-01)" in found.message
    assert checked(tmp_path / "other", {"a.md": padded(30), "timelines/council.md": timeline}) == ()
    (whole,) = checked(tmp_path / "none", {"a.md": padded(1)})
    assert (whole.path, whole.code) == ("none", "false-precision")


def test_a_sentence_that_is_a_table_is_named_with_its_line(tmp_path: Path) -> None:
    days = ", ".join(f"{n % 28 + 1} March {1980 + n}" for n in range(41))
    text = f"---\npublished: 2024-03-05\n---\nThe council met often.\nIt met on {days}.\n"
    (found,) = checked(tmp_path / "seeds", {"a.md": text})
    assert (found.path, found.line, found.code) == ("seeds/a.md", 5, "crowded-sentence")
    assert "“It met on 1 March 1980" in found.message and "more than 40 dates" in found.message
    assert checked(tmp_path / "fewer", {"a.md": text.replace("1 March 1980, ", "", 1)}) == ()


def test_the_most_important_comes_first() -> None:
    codes = ("no-archive", "single-origin", "language", "no-publication-date", "note-adrift", "unreadable")
    errors = ("unreadable", "note-adrift", "no-publication-date")
    mixed = [Problem("seeds/a.md", 1, code, Severity("error" if code in errors else "warning"), code) for code in codes]
    assert [p.code for p in problems.ordered(mixed)] == [*errors, "language", "single-origin", "no-archive"]
    assert set(problems.RANKED) >= problems.RECURRING


def test_a_doubt_that_recurs_is_counted_and_an_error_never() -> None:
    doubts = [Problem(f"seeds/{n:03}.md", 1, "no copy", Severity.WARNING, "no-archive") for n in range(100)]
    faults = [Problem(f"seeds/{n:03}.md", 1, "no date", Severity.ERROR, "no-publication-date") for n in range(100)]
    listed = problems.shortened(problems.ordered([*doubts, *faults]))
    assert [p.code for p in listed] == ["no-publication-date"] * 100 + ["no-archive"] * 20
    assert listed[-1].message == "no copy (and 80 more like it: dateline check --all)"
    assert problems.shortened(doubts[:21]) == tuple(doubts[:21])  # one more is no longer than saying so


def test_strict_names_the_note_adrift(tmp_path: Path) -> None:
    name, _, files = cases()[0]
    assert name.startswith("a note adrift")
    checked(tmp_path / "seeds", files)
    result = CliRunner().invoke(main, ["check", "--strict", "--seeds", str(tmp_path / "seeds")])
    assert result.exit_code == 1
    assert "seeds/notes/n.md:2: the quote “The mayor of Porto closed" in result.stdout
    github = CliRunner().invoke(main, ["check", "--format", "github", "--seeds", str(tmp_path / "seeds")])
    assert github.exit_code == 0
    assert re.match(r"::error file=\S+notes/n\.md,line=2,title=note-adrift::the quote ", github.stdout)
    assert github.stdout.count("\n") == 1
