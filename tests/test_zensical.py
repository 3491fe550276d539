"""The generated Markdown builds with Zensical too: as many pages, and every link leads somewhere.

It blocks nobody: where Zensical can't be installed it is skipped, and its version is pinned.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import archives_made
import pytest
from root import ROOT

from dateline import building
from dateline.building import starting

sys.path.insert(0, str(ROOT / "scripts"))
import build_with_zensical as zensical

LOCK = ROOT / "scripts" / "requirements" / "zensical.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with a site of MkDocs' making."""
    root = tmp_path_factory.mktemp("made") / "project"
    starting.start(root)
    archives_made.write(root / "seeds" / "articles", 12)
    building.build(root / "mkdocs.yml", root / "seeds")
    return root


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Zensical's, installed from the lock for this run; skips where that can't be done."""
    folder = tmp_path_factory.mktemp("zensical")
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(LOCK)]
    steps = ([sys.executable, "-m", "venv", str(folder)], install)
    for step in steps:
        done = subprocess.run(step, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"Zensical can't be installed here: {done.stderr.strip().splitlines()[-1:]}")
    return str(folder / "bin" / "zensical")


def test_pages_are_laid_out_so_that_their_links_hold(made: Path, tmp_path: Path) -> None:
    zensical.lay_out(made, tmp_path / "laid")
    source = {p.relative_to(made / "docs").as_posix() for p in (made / "docs").rglob("*.md")}
    laid = {p.relative_to(tmp_path / "laid/docs").as_posix() for p in (tmp_path / "laid/docs").rglob("*.md")}
    assert len(laid) == len(source) and laid != source
    assert not any(page.startswith("articles/") and not page.endswith("index.md") for page in laid)
    assert "hooks" not in (tmp_path / "laid/mkdocs.yml").read_text("utf-8")


def test_a_broken_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text('<a href="a/#x">a</a><a href="b/">b</a><a href="https://e.example">c</a>')
    (tmp_path / "a/index.html").write_text('<p id="y"><a href="../">home</a><a href="#y">here</a>')
    assert list(zensical.broken_links(tmp_path)) == ["index.html: a/#x", "index.html: b/"]
    assert zensical.pages(tmp_path) == {"index.html", "a/index.html"}


@pytest.mark.slow
def test_zensical_makes_the_same_pages(made: Path, command: str, tmp_path: Path) -> None:
    zensical.lay_out(made, tmp_path / "laid")
    done = subprocess.run(
        [command, "build", "--config-file", str(tmp_path / "laid/mkdocs.yml")],
        cwd=tmp_path / "laid", capture_output=True, text=True, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = zensical.pages(made / "site"), zensical.pages(tmp_path / "laid/site")
    broken = list(zensical.broken_links(tmp_path / "laid/site"))
    print(f"{len(ours)} pages by MkDocs, {len(theirs)} by Zensical, {len(broken)} broken links")
    assert (theirs, broken) == (ours, [])
