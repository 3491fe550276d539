"""The collection of a folder, by the means that a build has: processes or machines, and results of earlier builds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .. import entities, pipeline, spreading
from ..cache import remembering
from ..cache.keeping import anew
from ..model import Collection, Seeds
from ..progress import SILENT, Progress
from ..spreading import Mapper
from ..text import language_model
from .replacing import BuildError


@dataclass(frozen=True, slots=True)
class Means:
    """What a build works with: how many processes (0: one a core), or the Dask scheduler at an address instead;
    whether results of earlier builds count; and who is told how far it is. None of them changes the site.
    """

    workers: int = 0
    scheduler: str = ""
    cached: bool = True
    progress: Progress = SILENT


USUAL = Means()


def collect(seeds: Path, language: str, means: Means, store: remembering.Store | None = None) -> Collection:
    """The collection of the folder `seeds`, by the means given, with results kept in `store`. Raises BuildError."""
    progress = means.progress
    try:
        with _spread(means, store) as mapper:
            read = read_seeds(seeds, progress.mapper(mapper, "Reading files"))
            naming = progress.mapper(mapper, "Finding names")
            extracting = progress.mapper(mapper, "Finding dates and events", "Putting events together")
            return pipeline.run(read, language, extracting, naming, store or anew)
    except spreading.Unreachable as fault:
        raise BuildError(str(fault)) from fault
    except BrokenExecutor as fault:
        raise BuildError(
            "a worker process was ended from outside, perhaps for want of memory; try --workers 1"
        ) from fault


@contextmanager
def kept_results(means: Means, cache: Path) -> Iterator[remembering.Store | None]:
    """The store of results in the folder `cache`, None where earlier builds don't count. Raises BuildError."""
    if not means.cached:
        yield None
        return
    try:
        with remembering.store(cache / "results.sqlite") as store:
            yield store
    except (sqlite3.Error, OSError) as fault:
        raise BuildError(f"can't keep results in {cache} ({fault}); --no-cache does without") from fault


@contextmanager
def _spread(means: Means, store: remembering.Store | None) -> Iterator[Mapper]:
    prepare = partial(language_model.keep_in, *([store.folder] if store else ()))
    count = means.workers or spreading.cores()
    used = spreading.cluster(means.scheduler) if means.scheduler else spreading.workers(count, prepare)
    prepare()
    if store:
        entities.look_up(store)
    try:
        with used as mapper:
            yield store.mapper(mapper) if store else mapper
    finally:
        language_model.keep_in()


def read_seeds(folder: Path, mapper: Mapper = spreading.here) -> Seeds:
    """Everything in the editor's folder. Raises BuildError where it can't be read."""
    try:
        return pipeline.read(folder, mapper)
    except OSError as fault:
        raise BuildError(f"can't read the folder {folder} ({fault.strerror})") from fault
