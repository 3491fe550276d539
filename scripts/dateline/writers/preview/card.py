"""What a picture says."""

from __future__ import annotations

from dataclasses import dataclass

from ..strip import Strip


@dataclass(frozen=True, slots=True)
class Card:
    """`site` and `title` are plain text, `facts` lines of it; `strip` is the timeline at a glance, None where it is
    of a single event."""

    site: str
    title: str
    facts: tuple[str, ...]
    strip: Strip | None
