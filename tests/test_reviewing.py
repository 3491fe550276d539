"""What `dateline review` says of new and changed articles, against a folder and against git."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import markdown
import pytest
from click.testing import CliRunner, Result

from dateline import pipeline, reviewing
from dateline.cli import main
from dateline.reviewing import Change, Effect, Review
from dateline.reviewing.table import plain

FIRST = "The mayor of Porto opened the bridge on 4 March 2024. Serbia joined OPEC in 1999."
TIMELINE = """---
title: Bridges
show: {text: [bridge]}
notes:
  - quote: The mayor of Porto opened the bridge on 4 March 2024.
    comment: Seen.
---
"""


def article(folder: Path, name: str, text: str, publication: str = "Daily", title: str = "") -> None:
    head = f"---\ntitle: {title or name}\npublished: 2024-03-09\npublication: {publication}\n---\n"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(head + text + "\n", encoding="utf-8")


@pytest.fixture
def before(tmp_path: Path) -> Path:
    folder = tmp_path / "before" / "seeds"
    article(folder, "first", FIRST)
    article(folder, "other", "It rained in Lisbon on 2 March 2024.")
    (folder / "timelines").mkdir()
    (folder / "timelines/bridges.md").write_text(TIMELINE, encoding="utf-8")
    return folder


@pytest.fixture
def after(before: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(before, tmp_path / "after" / "seeds"))


def compared(before: Path, after: Path) -> Review:
    one, other = (pipeline.run(pipeline.read(folder)) for folder in (before, after))
    return reviewing.compare(one, other)


def test_nothing_changed_and_a_renamed_file_changes_nothing(before: Path, after: Path) -> None:
    (after / "other.md").rename(after / "renamed.md")
    assert compared(before, after) == Review((), (), ())
    assert "Nothing" in reviewing.markdown(compared(before, after))


def test_a_new_article_adds_events_and_joins_others(before: Path, after: Path) -> None:
    text = "On 4 March 2024 the mayor of Porto opened the bridge. The bridge was closed in Porto on 7 March 2024."
    article(after, "new", text, "Weekly")
    found = compared(before, after)
    (effect,) = found.effects
    assert (effect.change, effect.path, effect.timelines) == (Change.NEW, "seeds/new.md", ("Bridges",))
    assert [date for date, _ in effect.new] == ["2024-03-07"]
    assert [date for date, _ in effect.joined] == ["2024-03-04"]
    assert (effect.gone, effect.dated, effect.adrift) == ((), (), ())
    (line,) = found.lines
    assert (line.title, line.before, line.after) == ("Bridges", 1, 2)


def test_a_changed_date_is_told_and_what_sets_a_note_adrift(before: Path, after: Path) -> None:
    article(
        after, "first", FIRST.replace("4 March", "5 March").replace("joined OPEC in 1999", "joined OPEC in May 1999")
    )
    (effect,) = compared(before, after).effects
    assert effect.change is Change.CHANGED
    assert effect.adrift == ("seeds/timelines/bridges.md:5",)
    assert {date for date, _ in (*effect.new, *effect.reworded)} == {"2024-03-05", "1999-05"}
    assert {date for date, _ in effect.gone} >= {"2024-03-04"}


def test_a_report_that_disagrees_on_a_date_is_told(before: Path, after: Path) -> None:
    article(before, "leaving", "Uzbekistan left the CSTO in 2012.")
    article(after, "leaving", "Uzbekistan left the CSTO in 2012.")
    article(after, "rival", "Uzbekistan left the CSTO in 2013.", "Weekly")
    effect = next(e for e in compared(before, after).effects if e.path == "seeds/rival.md")
    assert [(was, now) for _, was, now in effect.dated] == [("2012", "2012/2013")]
    assert [date for date, _ in effect.disputed] == ["2012/2013"]


def test_events_of_other_articles_that_come_apart_or_become_one_are_told(before: Path, after: Path) -> None:
    for folder in (before, after):
        article(folder, "vague", "Armenia left the CSTO in June 2023.", "Monthly")
        article(folder, "one", "On Monday, 12 June 2023, Armenian troops left the CSTO.", "Yearly")
    article(after, "two", "Armenia left the CSTO on 23 June 2023.", "Weekly")
    apart, together = compared(before, after), compared(after, before)
    assert [date for date, _ in apart.parted] == [date for date, _ in together.united] == ["2023-06-12"]
    assert "1 event parted" in reviewing.markdown(apart)
    assert "Events that come apart: 2023-06-12 " in reviewing.markdown(apart)
    assert "Events that become one with others: 2023-06-12 " in reviewing.markdown(together)


def test_a_removed_article_takes_its_events_along(before: Path, after: Path) -> None:
    (after / "other.md").unlink()
    (effect,) = compared(before, after).effects
    assert (effect.change, effect.path) == (Change.REMOVED, "seeds/other.md")
    assert [date for date, _ in effect.gone] == ["2024-03-02"]


def test_key_events_that_come_and_go_are_told(before: Path, after: Path) -> None:
    def keyed(folder: Path, publication: str) -> None:
        for n in range(1, 15):
            article(folder, f"b{n}", f"The bridge number {n} was opened in Porto on {n} May 2001.", publication)
        for name in ("Weekly", "Monthly", "Yearly"):
            article(
                folder, name, f"The bridge number 9 was opened in Porto on 9 May 2001. So said {name} was there.", name
            )

    keyed(after, "Daily")
    (line,) = compared(before, after).lines
    assert "2001-05-09" in {date for date, _ in line.now_key}
    assert line.no_longer_key == ()
    (back,) = compared(after, before).lines
    assert (back.no_longer_key, back.now_key) == (line.now_key, ())


HOSTILE = (
    "a | b\n<script>x</script> ![i](http://e.org) [x](javascript:y) @octocat #12 `c` **b** \\ www.e.org :bomb: \u202e"
)


def test_a_hostile_title_is_text_in_its_cell() -> None:
    effect = Effect(
        Change.NEW, "seeds/a|b`.md", HOSTILE, new=(("2024", HOSTILE),), timelines=(HOSTILE,), adrift=("|:1",)
    )
    written = reviewing.markdown(Review((effect,), (), ("seeds/|.md:3",)))
    row = next(line for line in written.splitlines() if "**new**" in line)
    assert row.count("|") == 5
    html = markdown.markdown(written, extensions=["tables"])
    assert {*re.findall(r"<(\w+)", html)} <= {"h2", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "br"}
    assert not re.search(r"@\w|#\d|http://|www\.|:bomb:|\u202e", re.sub(r"&#\d+;", "", written))
    assert "&#60;script&#62;" in plain(HOSTILE)


def test_a_long_list_is_counted() -> None:
    effect = Effect(Change.NEW, "a.md", "T", new=tuple((f"20{n:02}", "x") for n in range(30)))
    assert "and 25 more" in reviewing.markdown(Review((effect,), (), ()))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["review", *map(str, arguments)], catch_exceptions=False)


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=E", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


def test_against_git_and_against_a_folder_say_the_same(
    before: Path, after: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(after.parent)
    git(after.parent, "init", "-q")
    empty = run()
    assert empty.exit_code == 1 and "nothing is committed yet" in empty.output
    (after / "with space").mkdir()
    article(after / "with space", "ärtikel", "It rained in Oslo on 1 March 2024.")
    article(before / "with space", "ärtikel", "It rained in Oslo on 1 March 2024.")
    git(after.parent, "add", "-A")
    git(after.parent, "commit", "-qm", "first")
    article(after, "new", "The bridge was closed in Porto on 7 March 2024.")
    by_git, by_folder = run(), run("--against", before)
    assert by_git.exit_code == 0, by_git.output
    assert "**new** seeds/new.md" in by_git.stdout and "1 new article, 1 new event" in by_git.stdout
    assert by_git.stdout == by_folder.stdout
    git(after.parent, "add", "-A")
    git(after.parent, "commit", "-qm", "second")
    assert "Nothing" in run().stdout and run("--base", "HEAD~1").stdout == by_git.stdout
    for ref in ("nowhere", "--output=x"):
        failed = run("--base", ref)
        assert failed.exit_code == 1 and "git knows no commit" in failed.output
    assert not (after.parent / "x").exists()


def test_without_git_it_says_so_and_what_to_do(before: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    nowhere = run("--seeds", before)
    assert nowhere.exit_code == 1 and "in no git repository" in nowhere.output and "--against" in nowhere.output
    monkeypatch.setenv("PATH", str(tmp_path))
    lacking = run("--seeds", before)
    assert lacking.exit_code == 1 and "no git on this computer" in lacking.output
