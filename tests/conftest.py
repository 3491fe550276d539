"""What tests share: where the project is, the whole way run once over its own seeds, a web site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from importing.server import Site, serving
from project_made import ARTICLE, run
from root import ROOT

from dateline import pipeline
from dateline.model import Collection, Seeds

# Tests assert behaviour, never seconds, and say the same on every run.
settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="accept what comes out now as golden")


@pytest.fixture(scope="session")
def seeds() -> Seeds:
    return pipeline.read(ROOT / "seeds")


@pytest.fixture(scope="session")
def collection(seeds: Seeds) -> Collection:
    return pipeline.run(seeds)


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on 127.0.0.1, empty until a test gives it routes."""
    with serving() as site:
        yield site


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project with one article; the working folder."""
    assert run("init", tmp_path / "project").exit_code == 0
    monkeypatch.chdir(tmp_path / "project")
    Path("seeds/articles/bridge.md").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "project"
