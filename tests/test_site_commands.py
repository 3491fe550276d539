"""The commands that make the site: what they leave, what they say, how they end."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from root import ROOT

from dateline import problems
from dateline.building import replacing
from dateline.cli import main
from dateline.model import Problem, Severity

ARTICLE = """---
title: The bridge is open
url: https://example.org/bridge
archive: https://web.archive.org/web/2024/https://example.org/bridge
published: 2024-03-05
publication: Daily
---
The mayor of Porto opened the bridge on 4 March 2024. It was built in 1886.
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project with one article; the working folder."""
    assert run("init", tmp_path / "project").exit_code == 0
    monkeypatch.chdir(tmp_path / "project")
    Path("seeds/articles/bridge.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "project"


# -- build ----------------------------------------------------------------------------------------------------------


def test_a_build_says_what_is_there_and_where(project: Path) -> None:
    built = run("build", "--strict")
    assert built.exit_code == 0, built.output
    assert built.stdout.splitlines()[0].startswith("1 article, 2 dated statements, 2 events, ")
    assert "The site is in site." in built.stdout
    assert (project / "site" / "index.html").is_file() and (project / "site" / "pagefind").is_dir()
    assert not [entry for entry in project.iterdir() if entry.name.startswith(".site")]


def test_a_file_that_cannot_be_used_fails_a_strict_build_only(project: Path) -> None:
    (project / "seeds/articles/broken.md").write_bytes(b"\0")
    Path("seeds/articles/undated.md").write_text("The mayor opened the bridge.", encoding="utf-8")
    loose, strict = run("build"), run("build", "--strict")
    assert (loose.exit_code, strict.exit_code) == (0, 1)
    assert "seeds/articles/undated.md:1: no publication date\n" in loose.stderr
    assert "seeds/articles/broken.md:1: holds a control character" in loose.stderr
    assert "Traceback" not in loose.output and (project / "site/index.html").is_file()


def test_a_dropped_article_shows_after_the_next_build_and_a_removed_one_goes(project: Path) -> None:
    assert run("build").exit_code == 0
    dropped = project / "seeds/deep/er/rain.txt"
    dropped.parent.mkdir(parents=True)
    dropped.write_text("6 March 2024\nIt rained in Porto\n\nOn 5 March 2024 it rained in Porto.", encoding="utf-8")
    assert run("build").exit_code == 0
    assert "It rained in Porto" in (project / "site/articles/index.html").read_text("utf-8")
    dropped.unlink()
    assert run("build").exit_code == 0
    assert "It rained in Porto" not in (project / "site/articles/index.html").read_text("utf-8")


def test_a_build_that_fails_leaves_the_old_site(project: Path) -> None:
    assert run("build").exit_code == 0
    before = content(project / "site")
    (project / "docs/stray.md").write_text("[nowhere](nowhere.md)", encoding="utf-8")
    failed = run("build")
    assert failed.exit_code == 1 and "nowhere.md" in failed.output and "Traceback" not in failed.output
    assert content(project / "site") == before
    assert not [entry for entry in project.iterdir() if entry.name.startswith(".site")]


def test_a_build_killed_between_two_steps_is_put_right_by_the_next(project: Path) -> None:
    assert run("build").exit_code == 0
    before = content(project / "site")
    (project / "site").rename(project / ".site.old")
    (project / ".site.new").mkdir()
    (project / ".site.new/half").write_text("x")
    (project / "docs/stray.md").write_text("[nowhere](nowhere.md)", encoding="utf-8")
    assert run("build").exit_code == 1
    assert content(project / "site") == before


def test_what_is_no_site_is_never_replaced(project: Path) -> None:
    (project / "thesis").mkdir()
    (project / "thesis/chapter.txt").write_text("x")
    refused = run("build", "--site-dir", "thesis")
    assert refused.exit_code == 1 and "holds something that is no site" in refused.output
    assert (project / "thesis/chapter.txt").read_text() == "x"


@pytest.mark.skipif(sys.platform == "win32", reason="other locks there")
def test_a_second_build_at_once_is_refused(project: Path) -> None:
    with replacing.alone(project / ".cache"):
        refused = run("build")
    assert refused.exit_code == 1 and "another build" in refused.output
    assert run("build").exit_code == 0


@pytest.mark.slow
def test_two_builds_elsewhere_are_the_same_bytes(project: Path, tmp_path: Path) -> None:
    sites = []
    for number, (seed, zone) in enumerate((("1", "Asia/Yerevan"), ("2", "America/Los_Angeles"))):
        place = tmp_path / f"somewhere-{number}"
        subprocess.run(
            [sys.executable, "-c", f"import shutil; shutil.copytree({str(project)!r}, {str(place)!r})"], check=True
        )
        surroundings = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "LC_ALL": "C",
            "PYTHONPATH": str(ROOT / "scripts"),
        }
        subprocess.run([sys.executable, "-m", "dateline", "build"], cwd=place, env=surroundings, check=True)
        sites.append(content(place / "site"))
    assert sites[0] == sites[1]


# -- where things are -----------------------------------------------------------------------------------------------


def test_settings_are_looked_for_upward(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project / "seeds/articles")
    assert run("build").exit_code == 0
    assert (project / "site/index.html").is_file()


def test_without_a_project_a_build_names_the_command_that_makes_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    failed = run("build")
    assert failed.exit_code == 1 and "dateline init DIR" in failed.output


def test_init_writes_over_nothing(project: Path) -> None:
    before = content(project)
    refused = run("init", project)
    assert refused.exit_code == 1 and "not empty" in refused.output
    assert content(project) == before


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


# -- serve ----------------------------------------------------------------------------------------------------------


def fetched(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode("utf-8"))


def soon(address: str, words: str) -> bool:
    """Whether a page holds `words` within a minute."""
    for _ in range(240):
        with contextlib.suppress(OSError):
            if words in fetched(address):
                return True
        time.sleep(0.25)
    return False


def gone(address: str, words: str) -> bool:
    """Whether a page no longer holds `words` within a minute."""
    for _ in range(240):
        if words not in fetched(address):
            return True
        time.sleep(0.25)
    return False


@pytest.mark.slow
def test_an_edited_seed_shows_in_the_browser(project: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, "-m", "dateline", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    listing = f"http://127.0.0.1:{port}/articles/"
    try:
        assert soon(listing, "The bridge is open")
        Path("seeds/rain.txt").write_text("6 March 2024\nRain in Porto\n\nIt rained in Porto.", encoding="utf-8")
        assert soon(listing, "Rain in Porto")
        Path("docs/stray.md").write_text("[nowhere](nowhere.md)", encoding="utf-8")  # a build that fails
        Path("seeds/sun.txt").write_text("7 March 2024\nSun in Porto\n\nIt shone in Porto.", encoding="utf-8")
        assert "Rain in Porto" in fetched(listing)
        Path("docs/stray.md").unlink()
        assert soon(listing, "Sun in Porto")
        Path("seeds/undated.txt").write_text("Fog in Porto.", encoding="utf-8")
        assert soon(listing, "1 error")  # said at the foot of the page, with a link to the list
        assert "seeds/undated.txt:1: no publication date" in fetched(f"http://127.0.0.1:{port}/_dateline/problems/")
        assert fetched(f"http://127.0.0.1:{port}/_dateline/live.js").startswith("//")
        assert not any("_dateline" in page.read_text("utf-8") for page in Path("site").rglob("*.html"))
        Path("seeds/undated.txt").unlink()
        Path("seeds/rain.txt").unlink()
        assert gone(listing, "Rain in Porto") and "1 error" not in fetched(listing)
        left = content(Path("site"))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
    assert run("build").exit_code == 0  # what was carried over from build to build is what a whole build makes
    made = content(Path("site"))
    assert {name for name in left if "pagefind" not in name} == {name for name in made if "pagefind" not in name}
    assert not [name for name in left if "pagefind" not in name and left[name] != made[name] and "sitemap" not in name]
