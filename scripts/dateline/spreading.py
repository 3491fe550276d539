"""Spreading work over cores or machines: a `map` in order through any `concurrent.futures.Executor`.

Work goes out in chunks and no further ahead than the workers need, so that a collection of any size is read as it is
worked on. The same results in the same order come out of one process, of several, and of a cluster.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

CHUNK = 16  # items that go to a worker at once: a tenth of a second's work
_AHEAD = 3  # chunks a worker that are under way or wait
_WORTH = 4  # chunks: less work than this is done sooner than worker processes have started


class Mapper(Protocol):
    """What `map` does for one iterable. `function` and items can be pickled; results come in the items' order."""

    def __call__(self, function: Callable[[_Item], _Result], items: Iterable[_Item], /) -> Iterator[_Result]:
        """`function` of every item, in order."""


class Unreachable(Exception):
    """The cluster can't be used, in words for the user."""


def here(function: Callable[[_Item], _Result], items: Iterable[_Item], /) -> Iterator[_Result]:
    """In this process, one after another."""
    return map(function, items)


def cores() -> int:
    """How many cores this process may use, at least one."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def workers(count: int, prepare: Callable[[], None] | None = None) -> Iterator[Mapper]:
    """A mapper over `count` processes, which start when there is work enough for them; each does `prepare` first."""
    if count < 2:
        yield here
        return
    pools: list[ProcessPoolExecutor] = []

    def pool() -> Executor:
        if not pools:
            # Spawned, on every system: a forked worker would hold this build's lock, and threads don't fork.
            from multiprocessing import get_context

            pools.append(ProcessPoolExecutor(count, get_context("spawn"), _begin, (prepare,)))
        return pools[0]

    try:
        yield _Spread(pool, count)
    finally:
        for started in pools:
            started.shutdown(cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[Mapper]:
    """A mapper over the workers of the Dask scheduler at `address`, which have this package. Raises Unreachable."""
    try:
        from distributed import Client
    except ImportError as fault:
        raise Unreachable("--scheduler needs Dask: install dateline[cluster]") from fault
    try:
        client = Client(address, set_as_default=False, timeout=10)
    except (OSError, ValueError) as fault:
        raise Unreachable(f"no Dask scheduler answers at {address} ({fault})") from fault
    with client:
        count = max(1, sum(client.nthreads().values()))
        yield over(client.get_executor(), count)


def over(executor: Executor, count: int) -> Mapper:
    """A mapper over the `count` workers of `executor`."""
    return _Spread(lambda: executor, count)


class _Spread:
    def __init__(self, executor: Callable[[], Executor], count: int) -> None:
        self._executor, self._count = executor, count

    def __call__(self, function: Callable[[_Item], _Result], items: Iterable[_Item], /) -> Iterator[_Result]:
        rest = iter(items)
        first = list(islice(rest, _WORTH * CHUNK))
        if len(first) < _WORTH * CHUNK:
            yield from map(function, first)
            return
        waiting: deque[Future[list[_Result]]] = deque()
        for chunk in _chunks(first, rest):
            waiting.append(self._executor().submit(_each, function, chunk))
            if len(waiting) >= _AHEAD * self._count:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _chunks(first: list[_Item], rest: Iterator[_Item]) -> Iterator[list[_Item]]:
    for at in range(0, len(first), CHUNK):
        yield first[at : at + CHUNK]
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _each(function: Callable[[_Item], _Result], chunk: list[_Item]) -> list[_Result]:
    return [function(item) for item in chunk]


def _begin(prepare: Callable[[], None] | None) -> None:
    _end_with_parent()
    if prepare:
        prepare()


def _end_with_parent() -> None:
    """A worker whose build was killed ends too, instead of waiting for work for ever."""
    from multiprocessing import parent_process

    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def size(items: Iterable[object]) -> int | None:
    """How many items there are, None where that isn't known beforehand."""
    return len(items) if isinstance(items, Sized) else None
