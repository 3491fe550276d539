"""Cutting long lists into files of a bounded size, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
Of = TypeVar("Of")

#: Bytes that no JSON file passes.
LIMIT = 2_000_000


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """Something that stays whole, of `size` bytes. `shared` are the sizes of rows that it and others may need."""

    value: T
    size: int
    shared: Mapping[str, int] = field(default_factory=dict)

    @property
    def whole(self) -> int:
        """The bytes of the piece and of all that it needs."""
        return self.size + sum(self.shared.values())


def fitting(
    members: Sequence[Of],
    piece: Callable[[Sequence[Of]], Piece[T]],
    divided: Callable[[Of], Iterable[Piece[T]]],
    limit: int,
) -> Iterator[Piece[T]]:
    """Pieces of consecutive members that take no more than `limit` bytes: one of all, else those of either half.

    A single member that takes more is `divided`.
    """
    found = piece(members)
    if found.whole <= limit:
        yield found
    elif len(members) == 1:
        yield from divided(members[0])
    else:
        middle = len(members) // 2
        yield from fitting(members[:middle], piece, divided, limit)
        yield from fitting(members[middle:], piece, divided, limit)


def shards(pieces: Iterable[Piece[T]], limit: int = LIMIT) -> Iterator[tuple[T, ...]]:
    """Consecutive pieces in groups that take no more than `limit` bytes; a larger piece stands alone.

    Shared rows count once a group. There is always one group, if an empty one.
    """
    members: list[T] = []
    there: set[str] = set()
    size = 0
    for piece in pieces:
        added = piece.size + sum(n for name, n in piece.shared.items() if name not in there)
        if members and size + added > limit:
            yield tuple(members)
            members, there, size = [], set(), 0
            added = piece.size + sum(piece.shared.values())
        members.append(piece.value)
        there.update(piece.shared)
        size += added
    yield tuple(members)


def name(stem: str, part: int, ending: str = "json") -> str:
    """The name of a part, counted from 1: "x.json", "x.2.json". No slug holds a dot, so that no two names are one."""
    return f"{stem}.{ending}" if part == 1 else f"{stem}.{part}.{ending}"


def numbered(groups: Iterable[T]) -> Iterator[tuple[int, T, bool]]:
    """Each group with its number, counted from 1, and whether it is the last one."""
    waiting: list[T] = []
    number = 0
    for group in groups:
        if waiting:
            number += 1
            yield number, waiting.pop(), False
        waiting.append(group)
    for group in waiting:
        yield number + 1, group, True
