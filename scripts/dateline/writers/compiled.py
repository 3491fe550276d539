"""Templates as an earlier run compiled them: each where Python keeps modules that lie beside it (`__pycache__`).

Compiling those that a page needs takes a third of a second, in which a page is written many times over. What is kept is
code, so it lies where whoever can write could as well change the package itself, and never in a project's `.cache/`.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Templates of the folder `source`. `options` are all that counts for the code beside the text and the versions."""

    def __init__(self, source: Path, options: str) -> None:
        self._folder = Path(cache_from_source(str(source / "any.py"))).parent
        self._options = f"{jinja2.__version__} {options}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of the file: a template that has changed takes the place of the old one."""
        return f"{name}.{sys.implementation.cache_tag}"

    def get_source_checksum(self, source: str) -> str:
        """What the code that is there must have been made of."""
        return sha256(f"{self._options}\0{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket`, where the code is there, whole, and made of the same."""
        with suppress(OSError, EOFError, ValueError, TypeError, pickle.UnpicklingError):
            bucket.bytecode_from_string((self._folder / bucket.key).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Leave the code for the next run, in one step; where it can't be left, the next one compiles again."""
        if sys.dont_write_bytecode:
            return
        made = self._folder / f"{bucket.key}.{os.getpid()}"
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            made.write_bytes(bucket.bytecode_to_string())
            made.replace(self._folder / bucket.key)
