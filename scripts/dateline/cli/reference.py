"""The command line as a page of the guide: every command and option, from the program itself.

`python3 scripts/commands.py` writes it. Nothing in it depends on a terminal's width or on the machine.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

_HEAD = """\
---
title: Commands
---
<!-- `python3 scripts/commands.py` writes this page from the program: the help texts are in scripts/dateline/cli/. -->
# Commands

Everything that `dateline` can be told. `dateline COMMAND --help` says the same on your terminal.

In a clone of Dateline, `python3 scripts/build.py` is `dateline build`, and with `--serve` it is `dateline serve`; both
take the options below. The other commands are there as soon as [Dateline is installed](start.md#a-project-of-your-own).
"""
_UNWRAPPED = "\b"  # how click marks a paragraph that is shown as it stands: here, an example


def page(program: click.Group, name: str = "dateline") -> str:
    """The page, as Markdown: a list of the commands, then a section for each with its options."""
    found = list(commands(program, name))
    listed = [f"| [`{path}`](#{path.replace(' ', '-')}) | {_short(command)} |" for path, command in found]
    sections = [_section(path, command) for path, command in found]
    return "\n".join([_HEAD, "| command | does |", "|---|---|", *listed, "", *sections])


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with the words that call it, in order of these."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def examples(command: click.Command) -> list[str]:
    """The lines of the examples in a command's help."""
    shown = [paragraph for paragraph in _paragraphs(command) if paragraph.startswith(_UNWRAPPED)]
    return [line.strip() for paragraph in shown for line in paragraph.splitlines()[1:]]


def options(command: click.Command) -> list[click.Option]:
    """The options of a command but `--help`, which all have."""
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


def _section(path: str, command: click.Command) -> str:
    words = [" ".join(p.split()) for p in _paragraphs(command) if not p.startswith(_UNWRAPPED)]
    parts = [f"## {path}", f"`{_usage(path, command)}`", *map(_escaped, words)]
    if examples(command):
        parts.append("\n".join(["```sh", *examples(command), "```"]))
    rows = [f"| {_names(option)} | {_told(option)} |" for option in options(command)]
    if rows:
        parts.append("\n".join(["| option | does |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _usage(path: str, command: click.Command) -> str:
    arguments = [p.make_metavar(click.Context(command)) for p in command.params if isinstance(p, click.Argument)]
    return " ".join([path, *(["[OPTIONS]"] if options(command) else []), *arguments])


def _names(option: click.Option) -> str:
    """`-f`, `--config-file FILE`; a switch with its opposite."""
    value = "" if option.is_flag else f" {option.make_metavar(click.Context(click.Command('')))}"
    first, last = option.opts[:-1], option.opts[-1]
    names = [*first, f"{last}{value}", *option.secondary_opts]
    return ", ".join(f"`{name}`".replace("|", r"\|") for name in names)


def _told(option: click.Option) -> str:
    """The help of an option, and its default where the terminal shows it."""
    default = f" Default: `{option.default}`." if option.show_default else ""
    said = (option.help or "").replace("[default: ", "Default: ").replace("]", ".")
    return _escaped(said) + default


def _short(command: click.Command) -> str:
    return _escaped(" ".join(next(iter(_paragraphs(command)), "").split()))


def _paragraphs(command: click.Command) -> list[str]:
    return [paragraph for paragraph in inspect.cleandoc(command.help or "").split("\n\n") if paragraph.strip()]


def _escaped(words: str) -> str:
    """Words of a terminal as Markdown shows them."""
    return words.replace("|", r"\|").replace("<", "&lt;").replace("[", r"\[").replace("_", r"\_").replace("*", r"\*")


if __name__ == "__main__":
    from . import main

    Path(sys.argv[1]).write_text(page(main), encoding="utf-8", newline="\n")
