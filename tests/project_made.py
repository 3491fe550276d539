"""A new project with one article, and what tests ask of it: running a command, the bytes of a folder."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from dateline.cli import main

ARTICLE = """---
title: The bridge is open
url: https://example.org/bridge
archive: https://web.archive.org/web/2024/https://example.org/bridge
published: 2024-03-05
publication: Daily
---
The mayor of Porto opened the bridge on 4 March 2024. It was built in 1886.
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
