"""An Obsidian vault works as it is: links and aliases are hints, its furniture is ignored, nothing changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dateline import definitions, pipeline
from dateline.cli import main
from dateline.model import EntityKind, Severity

FILES = {
    ".obsidian/app.json": '{"alwaysUpdateLinks": true}',
    ".obsidian/workspace.json": "{}",
    ".trash/old.md": "On 1 March 2024 it was deleted.",
    "Board.canvas": '{"nodes": []}',
    "Clippings/Bridge.md": """---
title: "[[Porto]]: the bridge"
published: 2024-03-05
tags: [clippings]
---
The [[Vasile Munteanu|envoy Munteanu]] opened the bridge on 4 March 2024. ![[plan.png]]

On 3 March 2024 the Alvor Trust closed a school. On 2 March 2024 [[Zeta Group]] left the Cartel.
""",
    "Clippings/School.md": """---
published: 2024-03-06
source: https://example.org/school
aliases: [The school]
---
On 5 March 2024 Мунтяну met the [[Zeta Group]].
""",
    "People/Vasile Munteanu.md": "---\naliases: [Munteanu, Мунтяну]\ntags: [person]\n---\nAn envoy.\n",
    "Alvor Foundation.md": "---\naliases:\n  - Alvor Trust\n---\n",
    "OPEC.md": "---\naliases: [the Cartel]\n---\n",
    "timelines/bridges.md": "---\ntitle: Bridges\nshow: {entities: [Vasile Munteanu]}\n---\n",
}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "My vault"
    for path, text in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "Clippings" / "plan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    paths = [folder, *sorted(folder.rglob("*"))]
    return {str(p.relative_to(folder)): (p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in paths}


def test_furniture_and_attachments_are_ignored_and_pages_about_names_are_no_articles(vault: Path) -> None:
    seeds = pipeline.read(vault)
    assert [a.path for a in seeds.articles] == ["Clippings/Bridge.md", "Clippings/School.md"]
    assert seeds.problems == ()


def test_notes_of_ones_own_stay_out_of_the_site_and_are_said(vault: Path) -> None:
    own = {
        "Diary/2024-03-05.md": "On 4 March 2024 I saw the bridge.",
        "Ideas.md": "",
        "Tasks.md": "---\ntags: [x]\n---\n",
    }
    for path, text in own.items():
        (vault / path).parent.mkdir(exist_ok=True)
        (vault / path).write_text(text, encoding="utf-8")
    (vault / "Clippings/Unclear.md").write_text(
        "---\npublished: soon\n---\nOn 4 March 2024 it rained.", encoding="utf-8"
    )
    seeds = pipeline.read(vault)
    assert [a.path for a in seeds.articles] == ["Clippings/Bridge.md", "Clippings/School.md", "Clippings/Unclear.md"]
    said = {p.path.partition("/")[2]: (p.code, p.severity) for p in seeds.problems}
    assert said.pop("Clippings/Unclear.md") == ("unclear-publication-date", Severity.ERROR)
    assert said == dict.fromkeys(own, ("not-an-article", Severity.WARNING))


def test_a_folder_of_ones_own_that_is_called_notes_is_left_alone(vault: Path) -> None:
    (vault / "notes").mkdir()
    (vault / "notes/Shopping.md").write_text("Bread, 2 March 2024.", encoding="utf-8")
    (vault / "notes/bridge.md").write_text("---\nquote: opened the bridge on\n---\nChecked.", encoding="utf-8")
    found = definitions.read(vault)
    assert [note.comment for note in found.notes] == ["Checked."]
    assert [(p.path, p.severity) for p in found.problems] == [("My vault/notes/Shopping.md", Severity.WARNING)]
    shutil.rmtree(vault / ".obsidian")
    assert [p.severity for p in definitions.read(vault).problems if "Shopping" in p.path] == [Severity.ERROR]


def test_aliases_and_links_name_entities(vault: Path) -> None:
    collection = pipeline.run(pipeline.read(vault))
    told = {
        event.value: {e.label("en"): e for e in collection.entities if e.id in event.entities}
        for event in collection.events
    }
    assert set(told["2024-03-04"]) >= {"Vasile Munteanu"}
    assert set(told["2024-03-05"]) == {
        "Vasile Munteanu",
        "Zeta Group",
    }  # an alias in another script; a link in two pages
    assert set(told["2024-03-03"]) == {"Alvor Foundation"}
    assert "OPEC" in told["2024-03-02"]  # one more name of what the gazetteer knows
    assert told["2024-03-05"]["Vasile Munteanu"].kind is EntityKind.PERSON
    assert [len(line.events) for line in collection.timelines] == [2]


def test_what_is_no_vault_hints_at_nothing(vault: Path) -> None:
    shutil.rmtree(vault / ".obsidian")
    found = definitions.read(vault)
    assert (found.hints, found.pages) == ((), frozenset())
    assert "plan.png" in " ".join(problem.path for problem in pipeline.read(vault).problems)


def test_nothing_in_the_vault_is_written(vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("init", tmp_path / "project").exit_code == 0
    monkeypatch.chdir(tmp_path / "project")
    before = state(vault)
    for command in (("build", "--strict"), ("check", "--strict"), ("suggest",)):
        done = run(*command, "--seeds", vault)
        assert done.exit_code == 0, done.output
    assert len([json.loads(line) for line in run("events", vault).stdout.splitlines()]) == 4
    assert (tmp_path / "project/site/timelines/bridges/index.html").is_file()
    assert state(vault) == before
