"""The progress of a build on standard error: a bar on a terminal, elsewhere a plain line every few seconds."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from ..progress import Progress

_PLAIN = 5.0  # seconds between two lines
_BAR = 0.1  # seconds between two drawings
_WIDTH = 24  # characters of the bar
_CLEAR = "\r\033[K"


@contextmanager
def shown(stream: TextIO) -> Iterator[Progress]:
    """What shows the progress on `stream`; no half-drawn bar stays behind."""
    try:
        yield Shown(stream)
    finally:
        if stream.isatty():
            stream.write(_CLEAR)


class Shown(Progress):
    """Shows stages on `stream`."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._bar = stream, stream.isatty()
        self._name, self._total, self._done = "", 0, 0
        self._said = time.monotonic()

    def stage(self, name: str, total: int | None = None) -> None:
        """Begin a stage."""
        self._name, self._total, self._done = name, total or 0, 0
        self._say(_BAR if self._bar else _PLAIN)

    def step(self) -> None:
        """Count a step."""
        self._done += 1
        self._say(_BAR if self._bar else _PLAIN)

    def _say(self, every: float) -> None:
        now = time.monotonic()
        if now - self._said < every:
            return
        self._said = now
        line = f"{_CLEAR}{self._drawn()}{self._words()}" if self._bar else f"{self._words()}\n"
        self._stream.write(line)
        self._stream.flush()

    def _words(self) -> str:
        if self._total:
            return f"{self._name}: {self._done:,} done, {max(self._total - self._done, 0):,} left"
        return f"{self._name}: {self._done:,} done" if self._done else self._name

    def _drawn(self) -> str:
        if not self._total:
            return ""
        full = _WIDTH * min(self._done, self._total) // self._total
        return f"[{'#' * full}{'.' * (_WIDTH - full)}] "
