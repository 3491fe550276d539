"""Templates that an earlier run compiled are used only where the same code would come out, and never needed."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from dateline.writers.compiled import Compiled


@pytest.fixture(autouse=True)
def _keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


class Counting(Environment):
    """Counts what it compiles."""

    compilations = 0

    def compile(self, *arguments: object, **named: object) -> object:  # type: ignore[override]
        self.compilations += 1
        return super().compile(*arguments, **named)  # type: ignore[call-overload]


def made(folder: Path, options: str = "") -> tuple[str, int]:
    """What the template says, and how many were compiled for it."""
    environment = Counting(loader=FileSystemLoader(folder), bytecode_cache=Compiled(folder, options))
    return environment.get_template("a.jinja").render(name="you"), environment.compilations


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.jinja").write_text("Hello {{ name }}", encoding="utf-8")
    assert made(tmp_path) == ("Hello you", 1)
    return tmp_path


def kept(folder: Path) -> Path:
    (file,) = (folder / "__pycache__").iterdir()
    return file


def test_a_template_is_compiled_once(folder: Path) -> None:
    assert made(folder) == ("Hello you", 0)


def test_a_changed_template_takes_the_place_of_the_old_one(folder: Path) -> None:
    (folder / "a.jinja").write_text("Good day {{ name }}", encoding="utf-8")
    assert made(folder) == ("Good day you", 1)
    assert made(folder) == ("Good day you", 0)
    assert kept(folder)


def test_the_options_count(folder: Path) -> None:
    assert made(folder, "others") == ("Hello you", 1)


@pytest.mark.parametrize("length", [0, 1, 20, 60, -1])
def test_a_broken_file_is_made_anew(folder: Path, length: int) -> None:
    kept(folder).write_bytes(kept(folder).read_bytes()[:length])
    assert made(folder) == ("Hello you", 1)
    assert made(folder) == ("Hello you", 0)


def test_another_kind_of_file_is_made_anew(folder: Path) -> None:
    kept(folder).write_bytes(pickle.dumps("something else"))
    assert made(folder) == ("Hello you", 1)


def test_where_nothing_can_be_left_it_is_compiled_again(tmp_path: Path) -> None:
    (tmp_path / "a.jinja").write_text("Hello {{ name }}", encoding="utf-8")
    (tmp_path / "__pycache__").write_text("a file", encoding="utf-8")
    assert made(tmp_path) == made(tmp_path) == ("Hello you", 1)


def test_nothing_is_left_where_python_may_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "a.jinja").write_text("Hello {{ name }}", encoding="utf-8")
    assert made(tmp_path) == ("Hello you", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["a.jinja"]
