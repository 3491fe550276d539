"""Reading a large folder on all processors of the machine. The result does not depend on how many there are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial

from ..pipeline import Mapper

_WORTH_IT = 200  # articles: below it, starting processes takes longer than they save
_AT_ONCE = 32  # articles a task


@contextmanager
def mapper(articles: int) -> Iterator[Mapper]:
    """A `map` for `articles` of them: the plain one for a few, one over all processors for many."""
    processors = os.cpu_count() or 1
    if articles < _WORTH_IT or processors == 1:
        yield map
        return
    with ProcessPoolExecutor(processors) as pool:
        yield partial(pool.map, chunksize=_AT_ONCE)
