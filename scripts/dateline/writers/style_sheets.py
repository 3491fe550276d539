"""The site's two style sheets, each joined from the parts in `styles/`, so that a page waits for one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_PARTS = Path(__file__).parent / "styles"
#: In the order in which they hold: a later one may change what an earlier one says.
_SHEETS = {
    "dateline": (
        "tokens", "theme", "pieces", "page", "strip", "event", "quote", "timeline", "filters", "lists", "dialogs",
        "print",
    ),
    "embed": ("tokens", "pieces", "embed"),
}  # fmt: skip


def files() -> Iterator[tuple[str, str]]:
    """Each sheet: its path below the folder of the site's sources, and its text."""
    for name, parts in _SHEETS.items():
        yield f"styles/{name}.css", "\n".join((_PARTS / f"{part}.css").read_text("utf-8") for part in parts)
