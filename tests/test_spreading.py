"""One process, threads, processes and a cluster give the same collection; nothing runs further ahead than it must."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from archives_made import write

from dateline import pipeline, spreading
from dateline.model import Collection
from dateline.spreading import Mapper
from dateline.text import language_model

COUNT = spreading.CHUNK * 6 + 5


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("archive") / "seeds", COUNT)


def collected(folder: Path, mapper: Mapper) -> Collection:
    return pipeline.run(pipeline.read(folder, mapper), mapper=mapper)


@pytest.fixture(scope="module")
def alone(archive: Path) -> Collection:
    made = collected(archive, spreading.here)
    assert len(made.articles) == COUNT and len(made.statements) >= COUNT
    return made


def test_threads(archive: Path, alone: Collection) -> None:
    with ThreadPoolExecutor(3) as executor:
        assert collected(archive, spreading.over(executor, 3)) == alone


def test_processes(archive: Path, alone: Collection, tmp_path: Path) -> None:
    with spreading.workers(2, partial(language_model.keep_in, tmp_path)) as mapper:
        assert collected(archive, mapper) == alone
    assert [model.name[:10] for model in tmp_path.iterdir()] == ["languages-"], "each did first what it was told to"


@pytest.mark.slow
def test_a_cluster(archive: Path, alone: Collection) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra dateline[cluster] is not installed")
    settings = {"n_workers": 2, "threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with (
        distributed.LocalCluster(host="127.0.0.1", protocol="tcp://", **settings) as running,
        spreading.cluster(running.scheduler_address) as mapper,
    ):
        assert collected(archive, mapper) == alone


def test_no_cluster_at_the_address() -> None:
    with contextlib.ExitStack() as stack, pytest.raises(spreading.Unreachable, match=r"--scheduler|no Dask scheduler"):
        stack.enter_context(spreading.cluster("tcp://127.0.0.1:9"))


def test_order_and_completeness() -> None:
    with ThreadPoolExecutor(4) as executor:
        for count in (0, 1, 63, 64, 65, 1000):
            assert list(spreading.over(executor, 4)(str, range(count))) == [str(n) for n in range(count)]


def test_reads_no_further_ahead_than_the_workers_need() -> None:
    read: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100_000):
            read.append(number)
            yield number

    with ThreadPoolExecutor(2) as executor:
        results = spreading.over(executor, 2)(str, items())
        assert next(results) == "0"
        assert len(read) < 20 * spreading.CHUNK


def test_a_fault_in_a_worker_reaches_the_caller() -> None:
    with ThreadPoolExecutor(2) as executor, pytest.raises(ValueError, match="invalid literal"):
        list(spreading.over(executor, 2)(int, ["1"] * 500 + ["x"]))
