"""The statement ids that the editor's files name, wherever in them: a note, `key:`, a link in an introduction."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

# An id as `statements` makes them: "s" and twelve letters and digits of base 32 (RFC 4648).
_ID = re.compile(r"(?<![A-Za-z0-9])s[a-z2-7]{12}(?![A-Za-z0-9])")


def named(paths: Iterable[Path]) -> frozenset[str]:
    """What looks like a statement's id in any of the files. A file that can't be read names none."""
    found: set[str] = set()
    for path in paths:
        try:
            found.update(_ID.findall(path.read_bytes().decode("utf-8", "replace")))
        except OSError:
            continue  # the reader of the file reports it
    return frozenset(found)
