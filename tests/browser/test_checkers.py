# ruff: noqa: E501
"""What others' checkers say of the site: axe-core of its accessibility, the Nu Html Checker of its HTML.

They are npm packages, fetched once into `.cache/checkers`; where npm or Java can't be had, the test says so and is skipped.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from benchmarks import _others

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_PACKAGES = ("axe-core@4.14.1", "vnu-jar@26.9.27")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_ARTICLE, _TIMELINE = "articles/a000belarusoruzhie/", "timelines/csto-membership/"
PAGES = (
    "",
    _TIMELINE,
    _ARTICLE,
    "entities/uz/",
    "events/",
    "articles/",
    "entities/",
    "sources/",
    "quality/",
    "data/",
    "corrections/",
    "method/",
    "guide/",
    "guide/commands/",
    "guide/notes/",
    "embed/events/",
)


@pytest.fixture(scope="module")
def checkers() -> Path:
    """The folder of the npm packages."""
    modules = _others.installed("checkers", *_PACKAGES)
    return modules or pytest.skip("npm or its axe-core and Nu Html Checker can't be had: they were not run")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing(visit: Callable[..., Page], address: str, checkers: Path, width: int, scheme: str) -> None:
    axe = (checkers / "axe-core/axe.min.js").read_text("utf-8")
    page = visit("", width=width, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    found = []
    for path in (*PAGES, "search/?q=CSTO", f"{_TIMELINE}?cite"):
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if not path:
            page.keyboard.press("/")
            page.get_by_role("dialog").get_by_role("searchbox").fill("CSTO")
            page.locator(".finder > ol > li").first.wait_for()
            page.wait_for_load_state("networkidle")
        if path.endswith("?cite"):
            page.locator("li.event h3").first.hover()
            page.get_by_role("button", name="Cite").click()
            page.get_by_role("group", name="BibTeX").wait_for()
        page.evaluate(axe)
        result = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(_RULES)}}})")
        found += [(path, fault["id"], fault["nodes"][0]["target"]) for fault in result["violations"]]
    assert found == []


def test_the_html_is_valid(folder: Path, checkers: Path) -> None:
    if not shutil.which("java"):
        pytest.skip("Java is not installed: the Nu Html Checker was not run")
    jar = checkers / "vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "gnu", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == "" and done.returncode == 0
