"""A file that a page offers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """What a file is called, its place below `data/`, its media type."""

    name: str
    path: str
    media_type: str
