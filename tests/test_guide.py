"""The guide is true: its commands run, its files are read without a problem, its page of commands is the program's."""

from __future__ import annotations

import html.parser
import json
import re
import shutil
from pathlib import Path

import click
import pytest
import snippets
import yaml
from root import ROOT
from snippets import Shell, Snippet

from dateline import pipeline
from dateline.cli import main, reference
from dateline.definitions import conditions, entities, notes, timelines
from dateline.model import EntityKind, Kind, Problem, Seeds, Status
from dateline.readers import front_matter
from dateline.writers import settings

GUIDE = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "guide").glob("*.md"))
FOLLOWED_ELSEWHERE = {"docs/guide/add-a-language.md"}  # test_times_guide.py follows it to the letter
PAGES = [page for page in (*GUIDE, "README.md") if page not in FOLLOWED_ELSEWHERE]
SNIPPETS = [snippet for page in PAGES for snippet in snippets.of(page)]
COMMANDS = "docs/guide/commands.md"

MY_ARTICLES = {
    "2024/bridge.md": "---\ntitle: The bridge is open\npublished: 2024-03-08\npublication: The Harbour Courier\n---\n"
    "The mayor of Porto opened the bridge on Wednesday. It was begun in 2019.\n",
    "strike.txt": "12 March 2024\nDockers on strike\n\nOn 11 March 2024 the dockers of Porto went on strike.\n",
    "undated.md": "The ferry was sold.\n",
}


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader's home: a clone of this project, and a folder of articles."""
    home = tmp_path_factory.mktemp("home")
    for path, text in MY_ARTICLES.items():
        (home / "my-articles" / path).parent.mkdir(parents=True, exist_ok=True)
        (home / "my-articles" / path).write_text(text, encoding="utf-8")
    snippets.copy_of_checkout(home / "dateline")
    return home


# -- commands -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_of_a_page_run_one_after_the_other(page: str, home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    found = [s for s in SNIPPETS if s.page == page and s.language in ("sh", "bash")]
    begins_with_nothing = any("git clone" in s.text for s in found)
    shell = Shell(tmp_path, tmp_path if begins_with_nothing else tmp_path / "dateline")
    for snippet in found:
        if not snippet.needs or snippets.has(snippet.needs):
            shell.run(snippet.text)


@pytest.mark.parametrize("snippet", [s for s in SNIPPETS if s.needs], ids=str)
def test_what_a_page_promises_is_there(snippet: Snippet) -> None:
    if not snippets.has(snippet.needs):
        pytest.skip(f"needs command {snippet.needs}")


@pytest.mark.parametrize("snippet", [s for s in SNIPPETS if s.language == "python"], ids=str)
def test_programs_in_the_guide_run(
    snippet: Snippet, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(home / "dateline", tmp_path / "dateline")
    Shell(tmp_path, tmp_path / "dateline").run("dateline build")
    monkeypatch.chdir(tmp_path / "dateline")
    names: dict[str, object] = {}
    exec(compile(snippet.text, str(snippet), "exec"), names)
    assert names["events"]


def test_the_page_of_commands_is_what_the_program_says() -> None:
    assert (ROOT / COMMANDS).read_text("utf-8") == reference.page(main), "run: python3 scripts/commands.py"


@pytest.mark.parametrize(("path", "command"), list(reference.commands(main, "dateline")))
def test_a_command_and_its_options_are_documented(path: str, command: click.Command) -> None:
    assert (command.help or "").strip(), f"{path} has no help text"
    for option in reference.options(command):  # a choice names its values
        assert option.help or isinstance(option.type, click.Choice), f"{option.opts[-1]} of {path} has no help text"
    shown = [line for s in SNIPPETS if s.language in ("sh", "bash") for line in s.text.splitlines()]
    assert any(line.startswith(f"{path} ") or line == path for line in shown), f"no page shows how to use {path}"


def test_help_of_a_command_fits_one_line_of_the_list() -> None:
    listed = snippets.CliRunner().invoke(main, ["--help"]).output
    assert "..." not in listed.split("Commands:")[1]


@pytest.mark.parametrize("page", PAGES)
def test_options_named_on_a_page_are_there(page: str) -> None:
    parameters = [p for _, command in reference.commands(main, "dateline") for p in command.params]
    known = {name for p in parameters for name in (*p.opts, *p.secondary_opts)}
    known |= {"--help", "--version", "--serve", "--all"}  # of every command, of scripts/build.py, of scripts/test.py
    source = (ROOT / page).read_text("utf-8")
    if any(s.needs and not snippets.has(s.needs) for s in SNIPPETS if s.page == page):
        pytest.skip("the page tells of a command that is not there yet")
    # Of other programs (`python3 -m …`) nothing is known here.
    code = re.findall(r"`([^`\n]*)`", re.sub(r"```.*?```", "", source, flags=re.S))
    named = {
        option
        for words in code
        if words.startswith(("-", "dateline "))
        for option in re.findall(r"(?<!\S)--[a-z][a-z-]+", words)
    }
    assert named <= known


# -- files ----------------------------------------------------------------------------------------------------------


def problems_with(folder: Path, files: dict[str, str]) -> list[Problem]:
    """What is wrong in the editor's room of this project once it holds these files, warnings included."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    found = pipeline.run(pipeline.read(folder / "seeds")).problems
    rooms = ("seeds/timelines/", "seeds/notes/", "seeds/entities.yml", *files)
    return [problem for problem in found if problem.path.startswith(rooms)]


def as_file(snippet: Snippet) -> tuple[str, str]:
    """The file that an example is, or is a part of: its path and its text."""
    if snippet.file:
        return snippet.file, snippet.text
    data = yaml.load(snippet.text, Loader=yaml.BaseLoader)
    keys = set(data if isinstance(data, dict) else data[0])
    if isinstance(data, list) and keys <= set(entities.KEYS):
        return "seeds/entities.yml", snippet.text
    if keys <= set(timelines.KEYS):
        return "seeds/timelines/example.md", f"---\ntitle: Example\n{snippet.text}---\n"
    known = {name for names in front_matter.NAMES.values() for name in names} | {"sha256", "retrieved"}
    if keys <= known:
        return "seeds/articles/example.md", f"---\n{snippet.text}---\nThe mayor of Porto opened the bridge.\n"
    assert "jobs" in keys or keys <= {"site_name", "site_description", "site_url", "copyright", "theme", "extra"}, keys
    return (".github/workflows/pages.yml" if "jobs" in keys else "mkdocs.yml"), snippet.text


@pytest.mark.parametrize("snippet", [s for s in SNIPPETS if s.language in ("yaml", "markdown")], ids=str)
def test_files_in_the_guide_are_read_without_a_problem(snippet: Snippet, home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "dateline" / "seeds", tmp_path / "seeds")
    path, text = as_file(snippet)
    if path == "mkdocs.yml":
        assert set(yaml.safe_load(text)["extra"]) <= set(settings.Settings.__slots__)
        return
    if path.endswith("pages.yml"):
        for step in yaml.safe_load(text)["jobs"]["publish"]["steps"]:
            if "run" in step:
                snippets.command_of(step["run"].split()[1:]) if step["run"].startswith("dateline") else None
        return
    if not path.startswith("seeds/"):
        path = f"seeds/{path}"  # of a reader's own folder, which is the seeds of that build
    assert problems_with(tmp_path, {path: text}) == []


@pytest.mark.parametrize("snippet", [s for s in SNIPPETS if s.language in ("json", "html")], ids=str)
def test_other_files_in_the_guide_are_well_formed(snippet: Snippet) -> None:
    if snippet.language == "json":
        json.loads(snippet.text)
    else:
        html.parser.HTMLParser().feed(snippet.text)


def test_every_example_is_of_a_language_that_is_tested() -> None:
    languages = {snippet.language for snippet in SNIPPETS}
    assert languages <= {"sh", "bash", "yaml", "markdown", "python", "json", "html", "text"}


def test_the_guide_tells_of_every_key_and_value_of_the_editors_files() -> None:
    told = {page: (ROOT / "docs/guide" / page).read_text("utf-8") for page in ("timelines.md", "notes.md", "names.md")}
    wanted = {
        "timelines.md": (*timelines.KEYS, *conditions.KEYS, *timelines.Order, *Kind),
        "notes.md": (*notes.KEYS, *(status for status in Status if status is not Status.OPEN)),
        "names.md": (*entities.KEYS, *EntityKind),
    }
    missing = [(page, word) for page, words in wanted.items() for word in words if f"`{word}`" not in told[page]]
    assert missing == []


def test_a_note_adrift_is_said_as_the_guide_says(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home / "dateline" / "seeds", tmp_path / "seeds")
    page = snippets.of("docs/guide/notes.md")
    note = next(s for s in page if s.file == "seeds/notes/precursor.md")
    said = next(s for s in page if s.language == "text").text
    (found,) = problems_with(tmp_path, {note.file: note.text.replace("1999", "1998")})
    assert said.split(": ", 1)[0] == f"{found.path}:{found.line}"
    assert said.split(": ", 1)[1].split("; the nearest")[0] == found.message.split("; the nearest")[0]


def test_a_file_without_a_date_is_said_as_the_guide_says(home: Path) -> None:
    seeds: Seeds = pipeline.read(home / "my-articles")
    (said,) = [f"{p.path}:{p.line}: {p.message}" for p in seeds.problems]
    shown = next(s for s in snippets.of("docs/guide/start.md") if s.language == "text").text
    assert said == "my-articles/undated.md:1: no publication date"
    assert shown == said.replace("undated", "bridge") + "\n"


# -- the start ------------------------------------------------------------------------------------------------------


def test_the_start_is_measured_on_articles_that_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    from benchmarks import start

    assert start._lay_out(tmp_path / "my-articles", 5, tmp_path / "absent").startswith("generated")
    read = pipeline.run(pipeline.read(tmp_path / "my-articles"))
    assert (len(read.articles), len(read.problems)) == (5, 0) and len(read.events) == 10
