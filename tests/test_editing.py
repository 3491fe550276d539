"""Commands that write into the editor's folder: new, suggest, adopt. What is written is read as it was meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six articles on one quarrel in two months, and a founding long before."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "seeds"
    folder.mkdir()
    days = [(3, 4), (3, 9), (3, 17), (3, 30), (4, 6), (4, 20)]
    for month, day in days:
        name = ("March", "April")[month - 3]
        text = f"On {day} {name} 2021 Serbian police arrested {day} men of the OPEC mission in Norway.\n"
        head = f"---\ntitle: Day {day}\npublished: 2021-0{month}-{day + 1:02}\npublication: Paper {day}\n---\n"
        (folder / f"{name}{day}.md").write_text(head + text + "OPEC was founded in 1960.\n", encoding="utf-8")
    return folder


def test_a_suggestion_is_listed_shown_and_adopted(seeds: Path) -> None:
    rows = [json.loads(line) for line in run("suggest", "--format", "json").stdout.splitlines()]
    story = next(row for row in rows if row["sort"] == "story")
    assert (len(story["events"]), story["first"], story["last"]) == (6, "2021-03-04", "2021-04-20")
    assert story["id"] in run("suggest").stdout
    assert run("suggest", story["id"]).stdout.count("2021-0") >= 6
    adopted = run("adopt", story["id"])
    assert adopted.exit_code == 0, adopted.output
    assert f"wrote seeds/timelines/{story['id']}.md, which shows 6 events in 6 articles" in adopted.stdout
    assert "dateline check" in adopted.stdout
    assert run("check", "--strict").exit_code == 0, run("check").output
    left = [json.loads(line)["id"] for line in run("suggest", "--format", "json").stdout.splitlines()]
    assert story["id"] not in left
    assert run("adopt", story["id"]).exit_code == 1


def test_every_suggestion_is_adopted_as_it_was_offered(seeds: Path) -> None:
    rows = [json.loads(line) for line in run("suggest", "--format", "json").stdout.splitlines()]
    assert {row["sort"] for row in rows} >= {"story", "entity"}
    for row in rows:
        adopted = run("adopt", row["id"])
        counted = f"{len(row['events'])} events in {row['articles']} article"
        assert adopted.exit_code == 0 or "there is no suggestion" in adopted.output  # one before it shows the same
        if adopted.exit_code == 0:
            assert counted in adopted.stdout
    checked = run("check").stdout
    assert "unknown" not in checked and "no event is shown" not in checked


def test_a_slip_in_an_id_is_answered_with_the_nearest(seeds: Path) -> None:
    row = json.loads(run("suggest", "--format", "json").stdout.splitlines()[0])
    slip = run("adopt", row["id"][:-1] + "x")
    assert slip.exit_code == 1 and f"did you mean {row['id']}?" in slip.output
    assert "dateline suggest" in run("adopt", "zzz").output
    id = json.loads(run("events", "seeds").stdout.splitlines()[0])["id"]
    slip = run("new", "note", ("b" if id[5] == "a" else "a").join((id[:5], id[6:])))
    assert slip.exit_code == 1 and f"did you mean {id}?" in slip.output
    assert "dateline events" in run("new", "note", "zzz").output


@pytest.mark.parametrize(
    ("title", "name"),
    [("Армия & мир", "armiia-mir"), ("林道大桥", "林道大桥"), ("Ελλάδα 2", "ελλάδα-2"), ("1999", "1999")],
)
def test_a_timeline_has_an_address_in_the_letters_of_its_title(seeds: Path, title: str, name: str) -> None:
    assert f"wrote seeds/timelines/{name}.md" in run("new", "timeline", title).stdout
    assert f"{name}.md" not in run("check").stdout


def test_a_timeline_needs_a_title(seeds: Path) -> None:
    refused = run("new", "timeline", " ")
    assert refused.exit_code == 1 and "a timeline needs a title" in refused.output
    assert not (seeds / "timelines").exists()


def test_a_folder_that_cannot_be_written_in_is_named(seeds: Path) -> None:
    (seeds / "timelines").touch()
    for command in (("new", "timeline", "T"), ("adopt", "opec")):
        refused = run(*command)
        assert refused.exit_code == 1 and "can't write" in refused.output, refused.output


def test_a_note_is_started_from_an_address(seeds: Path) -> None:
    id = json.loads(run("events", "seeds").stdout.splitlines()[0])["id"]
    made = run("new", "note", f"https://news.example.org/timelines/all-events/#{id}", "--by", "A. Editor")
    assert made.exit_code == 0, made.output
    assert f"wrote seeds/notes/{id}.md" in made.stdout and "dateline check" in made.stdout
