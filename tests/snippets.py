"""The examples on the project's own pages: found in Markdown, and run as a reader would, in a folder of their own.

A shell example is a list of command lines. `dateline` runs in this process; what would use the network or never end is
only parsed. `git clone` gives a copy of this checkout, and `python3 scripts/build.py` builds that copy. A program that
isn't known here fails, so that nobody adds an example which nothing runs.

A comment `<!-- needs command: NAME -->` above an example says that it is for a `dateline` that has this command.
"""

from __future__ import annotations

import functools
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import click
from click.testing import CliRunner
from root import ROOT

from dateline.cli import main

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_NEEDS = re.compile(r"<!-- needs command: ([\w -]+) -->")
_FILE = re.compile(r"`([\w./-]+\.(?:md|yml|txt))`[^`]*:\s*$")
_ENDLESS_OR_ONLINE = ("serve", "add")
_OTHERS = ("git", "pip", "pipx", "source", "npx", "rsync")  # programs that aren't ours, and need a network or a shell


@dataclass(frozen=True, slots=True)
class Snippet:
    """One example. `file` is the path that the line above it ends with, "" where it names none."""

    page: str
    line: int
    language: str
    text: str
    file: str
    needs: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def of(page: str) -> list[Snippet]:
    """The examples of the page at this path below the project, in order."""
    source = (ROOT / page).read_text("utf-8")
    found = []
    for fence in _FENCE.finditer(source):
        above = source[: fence.start()].rstrip()
        needs = _NEEDS.search(above[above.rfind("\n") + 1 :])
        said = above[: above.rfind("<!--")].rstrip() if needs else above
        file = _FILE.search(said[said.rfind("\n\n") + 1 :])
        line = source.count("\n", 0, fence.start()) + 1
        found.append(
            Snippet(page, line, fence[1], fence[2], file[1] if file else "", needs[1].strip() if needs else "")
        )
    return found


def has(words: str) -> bool:
    """Whether `dateline` has the command of these words."""
    try:
        command_of(words.split())
    except click.UsageError:
        return False
    return True


def command_of(words: list[str]) -> tuple[click.Command, list[str], list[str]]:
    """The command that the words call, its own words, and its arguments. Raises UsageError where there is none."""
    command: click.Command = main
    path, rest = [], list(words)
    while isinstance(command, click.Group):
        if not rest or rest[0] not in command.commands:
            raise click.UsageError(f"no command {' '.join([*path, *rest[:1]])!r}")
        path.append(rest.pop(0))
        command = command.commands[path[-1]]
    return command, path, rest


@dataclass
class Shell:
    """Runs examples. `folder` is the working folder; `home` holds everything and is what `~` means."""

    home: Path
    folder: Path

    def run(self, text: str) -> str:
        """Run each line; what the last one printed. An exit status other than 0 is an error."""
        said = ""
        for line in text.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words:
                said = self._program(words)
        return said

    def _program(self, words: list[str]) -> str:
        name, *rest = (word.replace("~", str(self.home), 1) if word.startswith("~/") else word for word in words)
        if name == "dateline":
            return self._dateline(rest)
        if name == "cd":
            self.folder = (self.folder / rest[0]).resolve()
            assert self.folder.is_dir(), f"no folder {rest[0]}"
        elif name == "python3":
            return self._script(rest)
        elif [name, *rest[:1]] == ["git", "clone"]:
            copy_of_checkout(self.folder / rest[-1])
        elif name == "cp":
            shutil.copytree(self.folder / rest[-2], self.folder / rest[-1], dirs_exist_ok=True)
        else:
            assert name in _OTHERS, f"nothing runs {name!r}"
        return ""

    def _script(self, words: list[str]) -> str:
        assert (ROOT / words[0]).is_file(), f"no file {words[0]}"
        if words[0] != "scripts/build.py":
            return ""
        command = "serve" if "--serve" in words else "build"
        return self._dateline([command, "-f", "mkdocs.yml", *(w for w in words[1:] if w != "--serve")])

    def _dateline(self, words: list[str]) -> str:
        piped = words[words.index("<") + 1] if "<" in words else ""
        words = words[: words.index("<")] if piped else words
        if words[0].startswith("-"):
            return ""
        command, path, arguments = command_of(words)
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            if path[0] in _ENDLESS_OR_ONLINE:
                for name in filter(re.compile(r"[\w-]+\.\w+").fullmatch, arguments):
                    Path(name).touch()  # an option may ask for a file that is there
                command.make_context(path[-1], list(arguments))
                return ""
            given = Path(piped).read_text("utf-8") if piped else None
            done = CliRunner().invoke(main, words, input=given, catch_exceptions=False)
        finally:
            os.chdir(before)
        assert done.exit_code == 0, f"dateline {shlex.join(words)}: {done.output}"
        return done.stdout


def copy_of_checkout(folder: Path) -> None:
    """What git keeps of this project, as far as a site is made of it, as a repository of its own; once."""
    if folder.exists():
        return
    for path in _kept():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, target)
    person = ["-c", "user.name=Reader", "-c", "user.email=reader@example.org"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], [*person, "commit", "-q", "-m", "Clone"]):
        subprocess.run(["git", *words], cwd=folder, check=True)


@functools.cache
def _kept() -> tuple[str, ...]:
    wanted = ["mkdocs.yml", "docs", "seeds", "scripts/dateline/building/hooks.py"]
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *wanted]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return tuple(p for p in listed.split("\0") if p and (ROOT / p).is_file() and not p.startswith("docs/screenshots/"))
