"""The house's plan: which room may lean on which, how large one may grow, and that the pages about it name each."""

from __future__ import annotations

import ast
from pathlib import Path

from root import ROOT

PACKAGE = ROOT / "scripts" / "dateline"
GROUND = ("model", "edtf", "languages", "language_codes", "words", "nesting", "file_kinds", "spreading")
ON_IT = ("problems", "progress", "phrasing", "text", "cache")
READING = ("readers", "times", "entities", "statements")
TELLING = ("accounts", "events", "notes", "timelines", "days")
DESK = ("definitions", "checking", "reviewing", "importing")
WHOLE = ("pipeline", "writers", "scaffolding", "building", "cli", "__main__")
# From the ground up: a room imports only from rooms before it.
ORDER = GROUND + ON_IT + READING + TELLING + DESK + WHOLE
# What is worked out goes from one to the next as a value, which `pipeline` hands on: none of them knows another.
VERBS = {*READING, *TELLING, "definitions", "writers"} - {"accounts"}
MOST_LINES_OF_A_FILE = 250
MOST_LINES_OF_A_FUNCTION = 40  # without its docstring


def sources() -> dict[Path, ast.Module]:
    """Every file of the package, by its path inside it."""
    return {path.relative_to(PACKAGE): ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def room(path: Path) -> str:
    return path.with_suffix("").parts[0]


def leans_on(path: Path, tree: ast.Module) -> set[str]:
    """The other rooms that a file imports from."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = [*path.parent.parts[: len(path.parent.parts) - node.level + 1], *(node.module or "").split(".")]
            where = next((part for part in folder if part), None)
            found |= {where} if where else {name.name for name in node.names}
    return found - {room(path), "__version__"}


def test_imports_point_one_way() -> None:
    files = {path: tree for path, tree in sources().items() if path != Path("__init__.py")}
    assert {room(path) for path in files} == set(ORDER)
    leaning = {(path.as_posix(), room(path), other) for path, tree in files.items() for other in leans_on(path, tree)}
    assert [found for found in sorted(leaning) if ORDER.index(found[2]) >= ORDER.index(found[1])] == []
    assert [found for found in sorted(leaning) if {found[1], found[2]} <= VERBS] == []
    assert ("pipeline.py", "pipeline", "events") in leaning  # the imports are seen at all


def test_nothing_has_outgrown_its_room() -> None:
    texts = {path: path.read_text("utf-8") for path in sorted((ROOT / "scripts").rglob("*.py"))}
    assert [str(path) for path, text in texts.items() if text.count("\n") > MOST_LINES_OF_A_FILE] == []
    functions = [
        (path, node)
        for path, text in texts.items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    ]
    assert [f"{path}:{node.lineno}" for path, node in functions if lines(node) > MOST_LINES_OF_A_FUNCTION] == []


def lines(function: ast.FunctionDef) -> int:
    said = ast.get_docstring(function)
    return (function.end_lineno or 0) - function.lineno + 1 - (said.count("\n") + 1 if said else 0)


def test_the_pages_about_the_house_lead_to_every_room() -> None:
    pages = "\n".join(path.read_text("utf-8") for path in (ROOT / "docs" / "architecture").glob("*.md"))
    assert [name for name in ORDER if name != "__main__" and f"`{name}" not in pages] == []
