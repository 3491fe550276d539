"""The writer of generated files: only what changed, only in its own folders, and stale files go."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.writers import tree


def test_only_what_changed_is_written_and_stale_files_go(tmp_path: Path) -> None:
    assert tree.write([("a/x.md", "1"), ("a/b/y.md", "2")], tmp_path, ["a"]).changed == 2
    before = (tmp_path / "a/x.md").stat().st_mtime_ns
    written = tree.write([("a/x.md", "1"), ("a/z.md", "3")], tmp_path, ["a"])
    assert (written.changed, written.same, written.removed) == (1, 1, 1)
    assert (tmp_path / "a/x.md").stat().st_mtime_ns == before
    assert sorted(p.name for p in (tmp_path / "a").iterdir()) == [tree.MARK, "x.md", "z.md"]


def test_somebody_elses_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/mine.md").write_text("mine")
    with pytest.raises(tree.NotOwned, match="holds files that the build did not make"):
        tree.write([("a/x.md", "1")], tmp_path, ["a"])
    assert [p.name for p in (tmp_path / "a").iterdir()] == ["mine.md"]


def test_somebody_elses_front_page_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# Mine")
    with pytest.raises(tree.NotOwned):
        tree.write([("index.md", "---\ngenerated: true\n---\n")], tmp_path, ["a"])
    (tmp_path / "index.md").unlink()
    for _ in range(2):
        tree.write([("index.md", "---\ngenerated: true\n---\n")], tmp_path, ["a"])


@pytest.mark.parametrize("path", ["../x.md", "a/../../x.md", "/etc/x.md", "b/x.md", "a/.x.md", "a/x y.md", "a/", ""])
def test_no_path_leaves_the_owned_folders(tmp_path: Path, path: str) -> None:
    with pytest.raises((tree.UnsafePath, ValueError, IsADirectoryError)):
        tree.write([(path, "1")], tmp_path / "docs", ["a"])
    assert not (tmp_path / "x.md").exists()
