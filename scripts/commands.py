#!/usr/bin/env python3
"""Writes `docs/guide/commands.md` from the program: every command and option, with its help. Does its own set-up.

python3 scripts/commands.py          after a change to a command, an option or a help text; a test asks for it
"""

import os
import subprocess
from typing import List

import environment


def main(arguments: List[str]) -> int:
    """Write the page with the project's own environment; the exit status."""
    python = environment.prepare("build")
    page = os.path.join(environment.ROOT, "docs", "guide", "commands.md")
    variables = environment.package_path(os.environ)
    return subprocess.call([python, "-m", "dateline.cli.reference", page, *arguments], env=variables)


if __name__ == "__main__":
    environment.run(main)
