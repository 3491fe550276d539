"""The store of results: what it gives is what would come out, it is bounded, and nothing that is in it can do harm."""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from functools import partial
from pathlib import Path

import pytest
from archives_made import write

from dateline import pipeline, spreading
from dateline.cache import packing, remembering
from dateline.model import Kind, Problem, Span

_calls: list[object] = []


def twice(item: int, of: str = "") -> Span:
    _calls.append(item)
    return Span(item, 2 * item)


def run(path: Path, items: list[int], most: int = remembering.MOST, of: str = "") -> tuple[list[Span], list[object]]:
    _calls.clear()
    with remembering.store(path, most) as store:
        return list(store.mapper(spreading.here)(partial(twice, of=of), items)), list(_calls)


def test_asks_only_for_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    assert run(path, [1, 2, 3]) == ([(1, 2), (2, 4), (3, 6)], [1, 2, 3])
    assert run(path, [3, 9, 1, 2, 8]) == ([(3, 6), (9, 18), (1, 2), (2, 4), (8, 16)], [9, 8])
    assert run(path, [1], of="other arguments")[1] == [1]


def test_a_store_is_the_same_collection(tmp_path: Path) -> None:
    seeds = write(tmp_path / "seeds", 40)
    (seeds / "broken.md").write_bytes(b"\xff\xfe\xfd")
    plain = pipeline.run(pipeline.read(seeds))
    for _ in range(2):
        with remembering.store(tmp_path / "r.sqlite") as store:
            mapper = store.mapper(spreading.here)
            assert pipeline.run(pipeline.read(seeds, mapper), mapper=mapper) == plain
    assert store.misses == 0 and store.hits == 41 + 40 + 40


def test_a_new_name_asks_only_the_articles_that_write_it(tmp_path: Path) -> None:
    seeds = write(tmp_path / "seeds", 30)
    head = "---\nurl: https://example.org/{}\npublished: 2024-06-14\nlanguage: en\n---\n"
    said = "Mayor Andrea Newcomer opened the {} bridge on 3 June 2024.\n"
    (seeds / "first.md").write_text(head.format(1) + said.format("first"), "utf-8")
    misses = []
    for name in ("", "second.md", "third.md"):
        if name:
            (seeds / name).write_text(head.format(name) + said.format(name[:-3]), "utf-8")
        with remembering.store(tmp_path / "r.sqlite") as store:
            mapper = store.mapper(spreading.here)
            found = pipeline.run(pipeline.read(seeds, mapper), mapper=mapper)
        assert found == pipeline.run(pipeline.read(seeds))
        misses.append(store.misses)
    # each new file is read, searched for names and for events; "first" is read anew once its name recurs
    assert misses == [3 * 31, 3 + 1, 3]
    assert "Andrea Newcomer" in {entity.label("en") for entity in found.entities}


def read(item: str) -> Problem:
    _calls.append(item)
    return Problem(item, 1, item)


def judged(item: Problem) -> Span:
    _calls.append(item.path)
    return Span(0, len(item.message))


def test_a_result_that_is_an_item_is_known_by_its_key(tmp_path: Path) -> None:
    for items, asked in ((["a", "b"], ["a", "b", "a", "b"]), (["a", "b"], []), (["b", "c"], ["c", "c"])):
        _calls.clear()
        with remembering.store(tmp_path / "r.sqlite") as store:
            mapper = store.mapper(spreading.here)
            found = list(mapper(read, items))
            assert list(mapper(judged, found)) == [(0, 1)] * 2
            assert store.mark(found[0]) != store.mark(found[1])
        assert _calls == asked


def test_what_was_kept_a_moment_ago_is_found(tmp_path: Path) -> None:
    with remembering.store(tmp_path / "r.sqlite") as store:
        assert [store("name", ("part",), lambda said=said: said) for said in ("first", "second")] == ["first", "first"]


def test_changed_rules_ask_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path / "r.sqlite", [1, 2])
    monkeypatch.setattr(remembering, "fingerprint", lambda: "other rules")
    assert run(tmp_path / "r.sqlite", [1, 2])[1] == [1, 2]


def test_the_store_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    run(path, list(range(128)))
    run(path, list(range(64)))
    with sqlite3.connect(path) as connection:
        total = connection.execute("SELECT sum(length(value)) FROM packs").fetchone()[0]
    run(path, list(range(64)), most=total * 3 // 4)
    assert run(path, list(range(128)))[1] == list(range(64, 128)), "the pack that was unused for longest goes first"


def test_what_many_builds_did_not_ask_for_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    run(path, [1, 2], of="once")
    for item in range(20):
        run(path, [7, item])
    assert run(path, [1, 2], of="once")[1] == []


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, b"SQLite format 3\0" + b"\1" * 5000])
def test_a_broken_store_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "r.sqlite"
    path.write_bytes(content)
    assert run(path, [1, 2])[0] == [(1, 2), (2, 4)]
    assert run(path, [1, 2])[1] == []


@pytest.mark.parametrize(
    "value", [b"", b"x", zlib.compress(b"x"), zlib.compress(pickle.dumps([print])), zlib.compress(pickle.dumps("x"))]
)
def test_what_is_not_ours_is_worked_out_again(tmp_path: Path, value: bytes) -> None:
    path = tmp_path / "r.sqlite"
    run(path, [7])
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE packs SET value = ?", (value,))
    assert run(path, [7]) == ([(7, 14)], [7])


class Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return (_calls.append, ("executed",))


def test_a_store_runs_nothing() -> None:
    _calls.clear()
    assert packing.unpacked(zlib.compress(pickle.dumps(Evil()))) == []
    assert _calls == []


def test_values_survive() -> None:
    values = (Problem("p", 1, "m"), Kind.ATTACK, None, ("a", Span(1, 2)), frozenset({"x"}))
    assert packing.unpacked(packing.packed([values])) == [values]


def test_an_unwritable_place_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError), remembering.store(tmp_path / "file" / "r.sqlite"):
        pass
