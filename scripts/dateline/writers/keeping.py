"""What was rendered by an earlier build, found by everything that it is made of; and a name for that.

A writer hands `keep` the parts that its output depends on, and how it is made. The settings and the package itself
always count, so the parts are the nouns shown and whatever was decided about them. What is left out of the parts would
go stale: name rather too much. Only text, numbers, bytes, and tuples and lists of them can be kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Protocol, TypeVar

T = TypeVar("T")


class Keep(Protocol):
    """Looks something up, or makes it."""

    def __call__(self, name: str, parts: Iterable[str], make: Callable[[], T], /) -> T:
        """What `make` gives for these parts under this name."""


def anew(name: str, parts: Iterable[str], make: Callable[[], T], /) -> T:
    """Make it, whatever was kept."""
    return make()


def mark(*parts: object) -> str:
    """A short name for values of the model, the same for the same values in every build."""
    return blake2b("\0".join(map(repr, parts)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
