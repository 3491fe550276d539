"""Results on disk, by key: a SQLite database, which is whole after any kill. One that can't be read is made anew.

Results lie in packs of those that were made one after another: they are asked for in that order again, and a pack is
opened in one step. The packs unused for longest go first where there is no room.
"""

from __future__ import annotations

import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

from .packing import packed, unpacked

_STALE = 8  # builds after which a pack that is used is marked as used again
_IN_A_PACK = 64  # results
_FULL = 1_000_000  # characters or bytes of text after which a pack takes no more
_OPEN = 24  # packs that stay open: what is asked for is seldom in quite the order in which it was made
_OPENING = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA cache_size = -16000;
CREATE TABLE IF NOT EXISTS packs (id INTEGER PRIMARY KEY, value BLOB NOT NULL, build INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS builds ON packs (build);
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, pack INTEGER NOT NULL, place INTEGER NOT NULL) WITHOUT ROWID;
"""


@contextmanager
def packs(path: Path, most: int) -> Iterator[Packs]:
    """The results in the file `path`, made where there is none; at most `most` bytes stay.

    Raises OSError where it can't be written.
    """
    try:
        connection = _connected(path)
    except sqlite3.DatabaseError:  # not such a database, or broken: all in it can be worked out again
        for leftover in path.parent.glob(f"{path.name}*"):
            leftover.unlink()
        try:
            connection = _connected(path)
        except sqlite3.Error as fault:
            raise OSError(0, str(fault)) from fault
    with closing(connection):
        found = Packs(connection)
        yield found
        found.trim(most)


class Packs:
    """Results by key. `build` counts the builds that used them; what none used for longest goes first."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._build: int = connection.execute("SELECT coalesce(max(build), 0) + 1 FROM packs").fetchone()[0]
        self._open: OrderedDict[int, list[Any]] = OrderedDict()
        self._used: set[int] = set()
        self._spared: set[int] = set()  # used, but marked lately: marked again only where room is short
        self._new: defaultdict[str, _Pack] = defaultdict(_Pack)
        self._unwritten: dict[bytes, object] = {}

    def get(self, key: bytes) -> list[Any]:
        """The result of that key in a list, an empty one where there is none."""
        if key in self._unwritten:
            return [self._unwritten[key]]
        row = self._lately.get(key)
        row = row or self._connection.execute("SELECT pack, place FROM results WHERE key = ?", (key,)).fetchone()
        return self._opened(row[0])[row[1] : row[1] + 1] if row else []

    @cached_property
    def _lately(self) -> dict[bytes, tuple[int, int]]:
        """Where the results of the last build lie, and some older ones: asking for each of them takes far longer."""
        used = "SELECT id FROM packs WHERE build >= ?"
        rows = self._connection.execute(
            f"SELECT key, pack, place FROM results WHERE pack IN ({used})", (self._build - _STALE,)
        )
        return {key: (pack, place) for key, pack, place in rows}

    def put(self, name: str, key: bytes, result: object) -> None:
        """Keep a result, in a pack with others of its `name`."""
        pack = self._new[name]
        pack.add(key, result)
        self._unwritten[key] = result
        if pack.is_full:
            self._write(name)

    def trim(self, most: int) -> None:
        """Write what is new, and forget the packs unused for longest until the rest has at most `most` bytes."""
        self._write()
        pages, size = (self._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size <= most:
            return
        self._used, self._spared = self._spared, set()
        self._write()
        with self._connection as connection:
            total = 0
            sizes = "SELECT build, sum(length(value)) FROM packs GROUP BY build ORDER BY build DESC"
            for build, size in connection.execute(sizes).fetchall():
                total += size
                if total > most:
                    connection.execute("DELETE FROM packs WHERE build <= ?", (build,))
                    connection.execute("DELETE FROM results WHERE pack NOT IN (SELECT id FROM packs)")
                    break
        self._connection.execute("PRAGMA incremental_vacuum")

    def _opened(self, pack: int) -> list[Any]:
        """The results of a pack; none of one that can't be read."""
        if pack in self._open:
            self._open.move_to_end(pack)
            return self._open[pack]
        value, build = self._connection.execute("SELECT value, build FROM packs WHERE id = ?", (pack,)).fetchone()
        self._open[pack] = unpacked(value)
        if len(self._open) > _OPEN:
            self._open.popitem(last=False)
        if build < self._build:
            (self._used if build <= self._build - _STALE else self._spared).add(pack)
        return self._open[pack]

    def _write(self, *names: str) -> None:
        """Write the new packs of these names, else of all, and which packs were used."""
        with self._connection as connection:
            for pack in [self._new.pop(name) for name in names or tuple(self._new)]:
                row = (packed(pack.results), self._build)
                number = connection.execute("INSERT INTO packs (value, build) VALUES (?, ?)", row).lastrowid
                rows = ((key, number, place) for place, key in enumerate(pack.keys))
                connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
                for key in pack.keys:
                    self._unwritten.pop(key, None)
                    self._lately.pop(key, None)  # of a pack that could not be read
            used = ((self._build, number) for number in self._used)
            connection.executemany("UPDATE packs SET build = ? WHERE id = ?", used)
        self._used = set()


class _Pack:
    """Results that will be written together."""

    def __init__(self) -> None:
        self.keys: list[bytes] = []
        self.results: list[object] = []
        self._size = 0

    def add(self, key: bytes, result: object) -> None:
        """Take a result in."""
        self.keys.append(key)
        self.results.append(result)
        self._size += _size(result)

    @property
    def is_full(self) -> bool:
        """Whether it takes no more."""
        return len(self.keys) >= _IN_A_PACK or self._size >= _FULL


def _size(result: object) -> int:
    """About how many characters or bytes of text a result holds."""
    if isinstance(result, (str, bytes)):
        return len(result)
    return sum(map(_size, result)) if isinstance(result, (list, tuple)) else 0


def _connected(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.executescript(_OPENING)
        connection.execute("SELECT key, pack, place FROM results LIMIT 1").fetchone()
        connection.execute("SELECT id, value, build FROM packs LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
