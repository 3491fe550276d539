"""The house's style: what ruff and mypy hold."""

from __future__ import annotations

import gzip
import subprocess
import sys

import pytest
from root import ROOT

from benchmarks import _others

_PRETTIER = "prettier@3.10.1"


@pytest.mark.parametrize(
    "arguments", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]], ids=" ".join
)
def test_the_code_is_in_the_style_of_the_house(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]


def test_the_scripts_of_the_pages_are_small_and_each_does_one_thing() -> None:
    """What counts is what is transferred, compressed as GitHub Pages does: own JavaScript, all of it, in 30 KB. A page
    fetches less (`scripts/bench.py pages` weighs a first view)."""
    scripts = {path.name: path.read_bytes() for path in (ROOT / "docs" / "assets").glob("*.js")}
    assert "strip.js" in scripts and sum(len(gzip.compress(text, 6)) for text in scripts.values()) <= 30_000
    assert [name for name, text in scripts.items() if text.count(b"\n") > 250] == []


@pytest.mark.slow
def test_scripts_and_style_sheets_are_formatted_as_the_field_does() -> None:
    modules = _others.installed("prettier", _PRETTIER)
    if not modules:
        pytest.skip("npm or its Prettier can't be had: it was not run")
    parts = ("docs/assets", "scripts/dateline")
    files = [path for part in parts for path in (ROOT / part).rglob("*") if path.suffix in (".js", ".css")]
    assert len(files) > 20
    prettier = ["node", str(modules / "prettier/bin/prettier.cjs"), "--no-config", "--print-width", "120"]
    done = subprocess.run([*prettier, "--check", *map(str, files)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
