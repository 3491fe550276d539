"""Importing stays in its room: the core doesn't know it, its clock is in one place, and its guide is true."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from root import ROOT

from dateline.cli import importing as command

PACKAGE = ROOT / "scripts" / "dateline"
HEAVY = ("trafilatura", "lxml", "warcio", "pypdf", "dateline.importing")


def test_no_module_but_the_command_imports_this_room() -> None:
    outside = [p for p in PACKAGE.rglob("*.py") if "importing" not in p.relative_to(PACKAGE).parts]
    asking = [
        p.name for p in outside if re.search(r"^\s*(?:from|import) [\w.]*\bimporting\b", p.read_text("utf-8"), re.M)
    ]
    asking = [name for name in asking if name != "importing.py"]
    assert asking in ([], ["__init__.py"])  # the command line's, which registers `add`
    assert "from .importing import add" in (PACKAGE / "cli" / "__init__.py").read_text("utf-8")


def test_the_command_line_starts_without_the_packages_of_this_room() -> None:
    program = f"import sys, dateline.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_wall_clock_is_read_by_the_command_only() -> None:
    clocks = re.compile(r"\b(?:now|today|utcnow|localtime|gmtime)\(|time\.time\b")
    files = [*(PACKAGE / "importing").rglob("*.py"), PACKAGE / "cli" / "importing.py"]
    found = [
        (p.name, m[0])
        for p in files
        for m in clocks.finditer(re.sub(r'""".*?"""', "", p.read_text("utf-8"), flags=re.S))
    ]
    assert [place for place in found if place[1] != "_now("] == [("importing.py", "now(")]


def snippets() -> list[str]:
    guide = (ROOT / "docs" / "guide" / "importing.md").read_text("utf-8")
    return [line for block in re.findall(r"```bash\n(.*?)```", guide, re.S) for line in block.splitlines() if line]


@pytest.mark.parametrize("line", snippets())
def test_commands_in_the_guide_are_understood(line: str) -> None:
    program, name, *words = shlex.split(line)
    assert (program, name) == ("dateline", "add")
    context = command.add.make_context("add", list(words))
    assert context.params["sources"] or context.params["archive"] or context.params["issue"]


def test_options_named_in_the_guide_are_there_and_all_are_named() -> None:
    guide = (ROOT / "docs" / "guide" / "importing.md").read_text("utf-8")
    options = {name for parameter in command.add.params for name in parameter.opts if name.startswith("--")}
    assert set(re.findall(r"--[a-z-]{3,}", guide)) == options - {"--seeds"}


def test_limits_in_the_guide_are_those_of_the_program() -> None:
    from dateline.importing.wire import Limits

    guide = " ".join((ROOT / "docs" / "guide" / "importing.md").read_text("utf-8").split())
    limits = Limits()
    assert f"A page may weigh {limits.size / 1e6:g} MB, take {limits.total:g} seconds and redirect ten times" in guide
    assert (limits.redirects, limits.pause, limits.patience) == (10, 1.0, 60.0)


def test_the_guide_names_the_packages_that_are_asked_for() -> None:
    guide = (ROOT / "docs" / "guide" / "importing.md").read_text("utf-8")
    assert f"`pip install {' '.join(command._PACKAGES)}`" in guide


def test_help_names_what_can_be_added() -> None:
    said = CliRunner().invoke(command.add, ["--help"]).output
    assert all(word in said for word in (".mhtml", ".eml", "PDF", ".warc", ".wacz", "RSS", "--archive"))


def test_the_extra_names_every_package_that_is_asked_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {re.split("[<>=]", words)[0] for words in project["optional-dependencies"]["add"]}
    assert named == set(command._PACKAGES)
    needed = {re.split(r"[<>=\[]", words)[0] for words in project["dependencies"]}
    assert not named & needed


def test_every_layout_and_story_is_used() -> None:
    from importing.pages import pages

    made = pages()
    folder = Path(__file__).parent / "importing"
    assert {page.name.rpartition("-")[0] for page in made} == {p.stem for p in (folder / "layouts").glob("*.html")}
    assert {page.language for page in made} == {p.stem for p in (folder / "stories").glob("*.yml")}
    assert len({(page.language, page.title) for page in made}) == 15
