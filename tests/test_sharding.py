"""Cutting lists into files: nothing is lost, the order stays, and no file is larger than it may be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from dateline.writers.data.sharding import Piece, fitting, shards

LIMIT = 100


def piece(members: Sequence[tuple[int, str]]) -> Piece[list[tuple[int, str]]]:
    """Members of some size, each of which needs a row of ten bytes that others may need too."""
    return Piece(list(members), sum(size for size, _ in members), {name: 10 for _, name in members})


def divided(member: tuple[int, str]) -> Iterator[Piece[list[tuple[int, str]]]]:
    size, name = member
    return (piece([(part, name)]) for part in [50] * (size // 50) + [size % 50])


@given(st.lists(st.lists(st.tuples(st.integers(1, 300), st.sampled_from("abc")), min_size=1, max_size=20), max_size=8))
def test_no_file_is_too_large_and_nothing_is_lost(weeks: list[list[tuple[int, str]]]) -> None:
    pieces = [found for week in weeks for found in fitting(week, piece, divided, LIMIT)]
    files = [[member for part in group for member in part] for group in shards(pieces, LIMIT)]
    assert all(sum(size for size, _ in file) + 10 * len({name for _, name in file}) <= LIMIT for file in files)
    written = [member for file in files for member in file]
    whole = [part for week in weeks for member in week for part in _parts(member)]
    assert written == whole


def _parts(member: tuple[int, str]) -> list[tuple[int, str]]:
    """A member, or what it is divided into where it and its row don't fit."""
    return [member] if member[0] + 10 <= LIMIT else [part for found in divided(member) for part in found.value]


def test_a_week_that_fits_is_one_piece() -> None:
    assert [p.value for p in fitting([(40, "a"), (40, "a")], piece, divided, LIMIT)] == [[(40, "a"), (40, "a")]]
