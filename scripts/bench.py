#!/usr/bin/env python3
"""Measure: `python3 scripts/bench.py NAME [ARG…]`; without a name it lists what there is.

Each module of `scripts/benchmarks/` is one benchmark with a `main(arguments)`. Where the real text that it needs
(`../shared/bench`) is absent it says that it was skipped. Benchmarks report; they never judge. Tests do that.
Does its own set-up where this Python lacks what is measured.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import environment

SCRIPTS = Path(__file__).resolve().parent
_NEEDED = ("mkdocs", "playwright")  # what shows that all is installed: a test's requirements have both


def purposes() -> dict[str, str]:
    """The first docstring line of each benchmark, by name."""
    modules = sorted((SCRIPTS / "benchmarks").glob("[a-z]*.py"))
    documents = {m.stem: ast.get_docstring(ast.parse(m.read_text(encoding="utf-8"))) or "" for m in modules}
    return {name: document.split("\n")[0] for name, document in documents.items()}


def main(arguments: list[str]) -> int:
    """Run the benchmark that the first argument names, in the project's own environment if need be.

    The exit status is the benchmark's; 2 where there is none of that name.
    """
    known = purposes()
    if not arguments or arguments[0] not in known:
        print(f"{__doc__.splitlines()[0]}\n" if __doc__ else "")
        print(*(f"  {name:12} {purpose}" for name, purpose in known.items()), sep="\n")
        return 2 if arguments and arguments[0] not in ("-h", "--help") else 0
    if not all(map(importlib.util.find_spec, _NEEDED)):
        python = environment.prepare("test")
        return subprocess.call([python, __file__, *arguments], env=environment.package_path(os.environ))
    sys.path.insert(0, str(SCRIPTS))
    return int(importlib.import_module(f"benchmarks.{arguments[0]}").main(arguments[1:]) or 0)


if __name__ == "__main__":
    environment.run(main)
