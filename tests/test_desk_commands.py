"""The commands at the editor's desk: what `check` says, what `new` writes."""

from __future__ import annotations

import json
from pathlib import Path

from project_made import ARTICLE, content, run

from dateline import problems
from dateline.model import Problem, Severity

# -- check ----------------------------------------------------------------------------------------------------------


def test_check_says_errors_first_and_builds_nothing(project: Path) -> None:
    Path("seeds/articles/a.md").write_text("The mayor opened the bridge.", encoding="utf-8")
    bare = ARTICLE.replace("archive:", "x:").replace("org/bridge", "org/other").replace("4 March", "3 March")
    Path("seeds/articles/b.md").write_text(bare, encoding="utf-8")
    checked = run("check")
    assert checked.stdout.splitlines()[0] == "seeds/articles/a.md:1: no publication date"
    assert "seeds/articles/b.md:1: warning: has no archived copy" in checked.stdout
    assert checked.exit_code == 0 and run("check", "--strict").exit_code == 1
    assert not (project / "site").exists() and content(project / "docs").keys().isdisjoint({"index.md"})


def test_check_writes_for_programs(project: Path) -> None:
    Path("seeds/articles/a.md").write_text("The mayor opened the bridge.", encoding="utf-8")
    fields = json.loads(run("check", "--format", "json").stdout.splitlines()[0])
    assert fields == {
        "path": "seeds/articles/a.md",
        "line": 1,
        "severity": "error",
        "code": "no-publication-date",
        "message": "no publication date",
    }
    assert run("check", "--format", "github").stdout.startswith(
        "::error file=seeds/articles/a.md,line=1,title=no-publication-date::no publication date\n"
    )


def test_hostile_names_break_no_line() -> None:
    problem = Problem("seeds/a,b:c\n::error::.md", 2, "100 % wrong\r\x1b[2J", Severity.WARNING, "code")
    assert problems.as_github(problem) == (
        "::warning file=seeds/a%2Cb%3Ac\\n%3A%3Aerror%3A%3A.md,line=2,title=code::100 %25 wrong\\r\\x1b[2J"
    )
    assert problems.line(problem) == "seeds/a,b:c\\n::error::.md:2: warning: 100 % wrong\\r\\x1b[2J"


# -- new ------------------------------------------------------------------------------------------------------------


def test_a_new_timeline_is_read_as_it_was_meant_and_never_written_over(project: Path) -> None:
    made = run("new", "timeline", 'Bridges: "old" & new')
    assert made.exit_code == 0 and "seeds/timelines/bridges-old-new.md" in made.stdout
    assert run("new", "timeline", 'Bridges: "old" & new').exit_code == 1
    assert run("build", "--strict").exit_code == 0
    assert "Bridges: &#34;old&#34; &amp; new" in (project / "site/timelines/index.html").read_text("utf-8").replace(
        "&quot;", "&#34;"
    )


def test_a_new_note_finds_its_statement(project: Path) -> None:
    listed = [json.loads(line) for line in run("events", "seeds").stdout.splitlines()]
    for statement in listed:
        made = run("new", "note", statement["event"], "--by", "A. Editor")
        assert made.exit_code == 0, made.output
    for path in Path("seeds/notes").iterdir():
        path.write_text(path.read_text("utf-8").replace('comment: ""', 'comment: "Checked."'), encoding="utf-8")
    assert len(listed) == 2
    assert run("check", "--strict").exit_code == 0, run("check").output
    assert run("new", "note", "s234567234567").exit_code == 1


def test_a_new_note_on_one_of_two_dates_of_a_sentence_quotes_the_part_with_its_date(project: Path) -> None:
    words = "In 2011 Portugal joined the bridge convention, but in 2019 it left the convention."
    Path("seeds/articles/two.md").write_text(f"---\npublished: 2024-03-05\n---\n{words}\n", encoding="utf-8")
    listed = [json.loads(line) for line in run("events", "seeds").stdout.splitlines()]
    both = [row["event"] for row in listed if row["quote"] == words]
    assert len(set(both)) == 2
    for event in both:
        assert run("new", "note", event).exit_code == 0
        note = Path(f"seeds/notes/{event}.md")
        note.write_text(note.read_text("utf-8").replace('comment: ""', 'comment: "Checked."'), encoding="utf-8")
    assert run("check", "--strict").exit_code == 0, run("check").output
