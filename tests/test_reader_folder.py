"""The folder of articles: every file in it is used or reported, and none twice."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from test_readers import CLIPPED, RUSSIAN

from dateline import readers
from dateline.model import Problem, Severity, Span


def lay(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def said(folder: Path) -> dict[str, tuple[str, Severity]]:
    return {p.path: (p.message, p.severity) for p in readers.read_articles(folder)[1]}


def test_every_file_is_used_or_reported(tmp_path: Path) -> None:
    seeds = lay(
        tmp_path / "seeds",
        {
            "a.md": CLIPPED,
            "folder.md/b.txt": RUSSIAN,
            "deep/er/c.txt": b"\0\1\2",
            "photo.jpg": b"\xff\xd8\xff\xe0 and so on",
            "empty.md": b"",
            ".hidden/app.json": b"{}",
            "timelines/t.md": b"---\ntitle: T\n---\n",
            "notes/n.md": b"x",
            "entities.yml": b"[]",
            "deep/notes/d.txt": RUSSIAN.replace("открыт", "закрыт"),
        },
    )
    (seeds / "loop").symlink_to(seeds)
    (seeds / "out.md").symlink_to(tmp_path / "elsewhere.md")
    articles, _ = readers.read_articles(seeds)
    assert [one.path for one in articles] == ["a.md", "deep/notes/d.txt", "folder.md/b.txt"]
    reported = said(seeds)
    unused = ("deep/er/c.txt", "photo.jpg", "empty.md", ".hidden", "loop", "out.md")
    assert set(reported) == {f"seeds/{name}" for name in unused}
    assert reported["seeds/photo.jpg"] == ("is an image (JPEG), not an article", Severity.WARNING)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path) -> None:
    seeds = lay(tmp_path / "seeds", {"a.md": CLIPPED})
    (seeds / "a.md").chmod(0)
    assert "Permission denied" in said(seeds)["seeds/a.md"][0]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems forbid such names")
def test_names_that_no_page_could_show_are_reported(tmp_path: Path) -> None:
    seeds = lay(tmp_path / "seeds", {"two\nlines.md": CLIPPED})
    Path(os.fsdecode(os.fsencode(seeds) + b"/\xff.md")).write_text(CLIPPED)
    assert len(said(seeds)) == 2 and readers.read_articles(seeds)[0] == ()


def test_a_file_larger_than_an_article_is_not_even_opened(tmp_path: Path) -> None:
    seeds = lay(tmp_path / "seeds", {"a.md": b"x"})
    with (seeds / "a.md").open("r+b") as file:
        file.truncate(10**9)  # sparse
    assert "larger" in said(seeds)["seeds/a.md"][0]


def test_the_folder_may_be_named_in_any_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path / "seeds", {"a.md": b""})
    monkeypatch.chdir(tmp_path / "seeds")
    assert set(said(Path())) == set(said(tmp_path / "seeds")) == {"seeds/a.md"}


def test_problems_are_frozen_values_in_order(tmp_path: Path) -> None:
    seeds = lay(tmp_path / "seeds", {"b.md": b"", "a.md": b""})
    found = readers.read_articles(seeds)[1]
    assert found == tuple(sorted(found)) and all(isinstance(problem, Problem) for problem in found)


def test_the_seeds_are_read_as_an_editor_would() -> None:
    articles, problems = readers.read_articles(Path(__file__).parents[1] / "seeds")
    russian, english = articles
    assert (russian.language, russian.declared_language, english.language) == ("ru", "ro", "en")
    assert (russian.published, english.published) == ("2024-06-14T11:00:00+00:00", "2024-06-14T18:08+04:00")
    assert english.title == "Politico: Belarus delivered advanced weapons to Azerbaijan in 2018-2022"
    assert russian.text.count("\xa0") == 80 and english.body == Span(26, len(english.text))
    assert [(p.line, p.severity) for p in problems] == [(5, Severity.WARNING)]


def test_a_second_copy_is_reported_whatever_the_order(tmp_path: Path) -> None:
    lay(tmp_path / "seeds", {"b.md": CLIPPED, "a/c.md": CLIPPED, "z.md": CLIPPED + "More."})
    found, problems = readers.read_articles(tmp_path / "seeds")
    assert [one.path for one in found] == ["a/c.md"]
    assert [(p.path, p.severity, p.code) for p in problems] == [
        ("seeds/b.md", Severity.WARNING, "duplicate"),
        ("seeds/z.md", Severity.ERROR, "duplicate"),  # its text is another, so something is lost
    ]
