"""The commands that make the site: what they leave, what they say, how they end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from project_made import content, run
from root import ROOT

from dateline.building import replacing

# -- build ----------------------------------------------------------------------------------------------------------


def test_a_build_says_what_is_there_and_where(project: Path) -> None:
    built = run("build", "--strict")
    assert built.exit_code == 0, built.output
    assert built.stdout.splitlines()[0].startswith("1 article, 2 dated statements, 2 events, ")
    assert "The site is in site." in built.stdout
    assert (project / "site" / "index.html").is_file() and (project / "site" / "pagefind").is_dir()
    assert not [entry for entry in project.iterdir() if entry.name.startswith(".site")]


def test_a_build_says_how_to_look_at_what_it_built(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "seeds").rename(project / "my articles")
    assert "Look at it: dateline serve --seeds 'my articles'\n" in run("build", "--seeds", "my articles").stdout
    assert "Look at it" not in run("build", "--seeds", "my articles", "--site-dir", "elsewhere").stdout
    monkeypatch.setenv("DATELINE_SERVE", "the button --serve")
    built = run("build", "--seeds", "my articles", "-f", "mkdocs.yml")
    assert "Look at it: the button --serve --seeds 'my articles'\n" in built.stdout


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


def test_another_programs_site_is_never_replaced(project: Path) -> None:
    (project / "blog").mkdir()
    (project / "blog/sitemap.xml").write_text("<urlset/>")
    (project / "blog/index.html").write_text("x")
    refused = run("build", "--site-dir", "blog")
    assert refused.exit_code == 1 and "holds something that is no site" in refused.output
    assert (project / "blog/index.html").read_text() == "x"


def test_a_repository_is_never_replaced_whatever_lies_in_it(project: Path) -> None:
    assert run("build").exit_code == 0
    (project / "site/.git").mkdir()
    (project / "site/.git/HEAD").write_text("ref: refs/heads/gh-pages")
    refused = run("build")
    assert refused.exit_code == 1 and "holds a Git repository" in refused.output
    assert (project / "site/.git/HEAD").is_file()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--site-dir", "seeds/site"), "the site and the articles lie one in the other"),
        (("--site-dir", "docs/site"), "the site and the site's sources lie one in the other"),
        (("--site-dir", "docs"), "the site's sources and the site are the same folder"),
        (("--seeds", "."), "the site's sources and the articles lie one in the other"),
        (("--seeds", "docs/articles"), "the articles and the site's sources lie one in the other"),
    ],
)
def test_no_site_is_made_of_its_own_pages(project: Path, options: tuple[str, str], said: str) -> None:
    (project / "docs/articles").mkdir()
    before = content(project)
    refused = run("build", *options)
    assert refused.exit_code == 1 and said in refused.output, refused.output
    assert content(project) == before


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


# -- settings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("split: 200", "split: many", "extra: split: must be a whole number (0: never), not 'many'"),
        ("split: 200", "split: -1", "extra: split: must be a whole number (0: never), not '-1'"),
        ("full_text: false", 'full_text: "false"', "extra: full_text: must be true or false, without quotation marks"),
        ("full_text: false", "full-text: true", "extra: no such setting: 'full-text'; did you mean full_text?"),
        ("language: en", "language: it", "theme: language: the site has no words in 'it', only in de, en, "),
    ],
)
def test_a_setting_that_cannot_be_meant_is_named_and_nothing_is_made(
    project: Path, was: str, now: str, said: str
) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(was, now), encoding="utf-8")
    failed = run("build")
    assert failed.exit_code == 1 and f"mkdocs.yml: {said}" in failed.output, failed.output
    assert not (project / "site").exists() and not (project / "docs/index.md").exists()


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
