"""What the pages name is there: files, modules, functions, links. A page that the code has outgrown fails."""

from __future__ import annotations

import functools
import pkgutil
import re
from pathlib import Path

import pytest
from root import ROOT

PACKAGE = ROOT / "scripts" / "dateline"
ARCHITECTURE = sorted((ROOT / "docs" / "architecture").glob("*.md"))
PAGES = [
    *ARCHITECTURE,
    *sorted((ROOT / "docs" / "guide").glob("*.md")),
    *(ROOT / name for name in ("README.md", "CHANGELOG.md", ".github/SECURITY.md")),
]
ROOMS = (ROOT, ROOT / "docs", ROOT / "scripts", PACKAGE, ROOT / "tests")
THE_PROJECTS = ("docs/", "scripts/", "tests/", ".github/", "mkdocs.yml", "pyproject.toml")
OF_A_BUILD_OR_AN_EDITOR = re.compile(r"(?:site|seeds|data|\.cache|\.venv|my-articles|timelines|notes)/|entities\.yml")
MADE_BY_A_BUILD = tuple(re.findall(r"^/(docs/.+)$", (ROOT / ".gitignore").read_text("utf-8"), flags=re.M))
_PATH = re.compile(r"[\w.*/-]*(?:/|\.(?:py|yml|md|txt|jsonl?|js|css|html|toml|jinja))")


def code(page: Path) -> list[str]:
    """What stands in backticks on the page, examples left out."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.M | re.S))


def paths(page: Path) -> list[str]:
    """The files and folders of this project that the page names; on pages for editors, only what can't be theirs.

    What a build makes is left out: whether it lies there depends on what ran before.
    """
    named = [words for words in code(page) if _PATH.fullmatch(words) and "/" not in (words[:1], words)]
    named = [words for words in named if not words.startswith(MADE_BY_A_BUILD)]
    own = [words for words in named if words.startswith(THE_PROJECTS)]
    return [w for w in named if not OF_A_BUILD_OR_AN_EDITOR.match(w)] if page in ARCHITECTURE else own


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    patterns = {
        name: re.sub(r"\b(?:xx|nl|TARGET)\b", "*", name.rstrip("/")) for name in paths(page)
    }  # any, or a new, language
    assert [name for name, pattern in patterns.items() if not any(found(room, pattern) for room in ROOMS)] == []


def found(room: Path, pattern: str) -> bool:
    """Whether the room holds it; a bare name may lie deeper, where the page is about one package."""
    return any(room.glob(pattern)) or ("/" not in pattern and any(PACKAGE.rglob(pattern)))


@pytest.mark.parametrize("page", ARCHITECTURE, ids=lambda page: page.name)
def test_every_name_of_the_program_that_a_page_names_is_there(page: Path) -> None:
    names = [re.sub(r"\(.*\)$", "", words) for words in code(page)]
    dotted = [
        name for name in names if re.fullmatch(r"[A-Za-z_]+(?:\.[A-Za-z_]+)+", name) and not _PATH.fullmatch(name)
    ]
    single = [name for name in names if re.fullmatch(r"[A-Za-z_]{3,}", name)]
    gone = [name for name in dotted if not is_there(name)]
    assert gone + [name for name in single if not re.search(rf"\b{name}\b", sources())] == []


def is_there(name: str) -> bool:
    """Whether `module.name`, or `Class.field` of the model, leads anywhere in the package or in Python's library."""
    name = name.removeprefix("dateline.")
    for whole in (f"dateline.{name}", f"dateline.model.{name}", name):
        try:
            pkgutil.resolve_name(whole)
        except (ImportError, AttributeError):
            continue
        return True
    return False


@functools.cache
def sources() -> str:
    """Every line of the program and of its data."""
    files = [p for p in (ROOT / "scripts").rglob("*") if p.suffix in (".py", ".yml", ".toml", ".jinja")]
    return "\n".join(p.read_text("utf-8") for p in sorted(files)) + (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)\s#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


VERBS = ("readers", "times", "entities", "statements", "events", "definitions", "notes", "timelines", "days", "writers")


@pytest.mark.parametrize("verb", VERBS)
def test_no_verb_imports_another(verb: str) -> None:
    others = "|".join((*(name for name in VERBS if name != verb), "pipeline", "building", "cli"))
    found = [
        f"{path.relative_to(PACKAGE)}: {line}"
        for path in (PACKAGE / verb).rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if re.match(
            rf"\s*(?:from dateline\.|from {re.escape('.' * depth(path))}|import dateline\.)(?:{others})\b", line
        )
        or re.match(rf"\s*from (?:dateline|{re.escape('.' * depth(path))}) import .*\b(?:{others})\b", line)
    ]
    assert found == []


def depth(path: Path) -> int:
    """How many dots lead from this module to the package's own folder."""
    return len(path.relative_to(PACKAGE).parts)
