"""What was worked out before: results kept in `.cache/` by everything that they depend on, and nothing else.

A key is made of the function, its other arguments, the item, and a fingerprint of this package with its data files and
of the packages that take part. A result that is there is therefore the result that would come out. The store is SQLite,
which is whole after any kill; one that can't be read is made anew. It never holds more than `MOST` bytes.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sqlite3
import sys
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields, is_dataclass
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from .spreading import Mapper

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

MOST = 512 * 1024 * 1024  # bytes of compressed results
_TAKE_PART = ("babel", "py3langid", "pyyaml", "numpy", "jinja2", "markupsafe", "markdown", "nh3")
_FILES = (".py", ".yml", ".jinja", ".json")
_STALE = 8  # builds after which a result that is used is marked as used again
_BATCH = 256  # results written at once
_OPENING = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, value BLOB NOT NULL, build INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS builds ON results (build);
"""


@contextmanager
def store(path: Path, most: int = MOST) -> Iterator[Store]:
    """The store in the file `path`, made where there is none. Raises OSError where it can't be written."""
    try:
        connection = _opened(path)
    except sqlite3.DatabaseError:  # not a store, or broken: all in it can be worked out again
        for leftover in path.parent.glob(f"{path.name}*"):
            leftover.unlink()
        try:
            connection = _opened(path)
        except sqlite3.Error as fault:
            raise OSError(0, str(fault)) from fault
    with closing(connection):
        kept = Store(connection)
        yield kept
        kept.trim(most)


class Store:
    """Results by key. `build` counts the builds that used the store; what none used for longest goes first."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._build: int = connection.execute("SELECT coalesce(max(build), 0) + 1 FROM results").fetchone()[0]
        self._used: list[tuple[int, bytes]] = []
        self._spared: list[tuple[int, bytes]] = []  # used, but marked lately: marked again only where room is short
        self._new: list[tuple[bytes, bytes, int]] = []
        self.hits, self.misses = 0, 0

    def mapper(self, inner: Mapper) -> Mapper:
        """`inner`, asked only for what the store doesn't hold."""

        def over(function: Callable[[_Item], _Result], items: Iterable[_Item], /) -> Iterator[_Result]:
            name = _named(function)
            found: deque[tuple[bytes, list[_Result]]] = deque()  # keys in order, with one result or none

            def missing() -> Iterator[_Item]:
                for item in items:
                    key = _key(name, item)
                    known = self._get(key)
                    found.append((key, known))
                    if not known:
                        yield item

            for result in inner(function, missing()):
                while found[0][1]:
                    yield found.popleft()[1][0]
                self._put(found.popleft()[0], result)
                yield result
            yield from (known[0] for _, known in found)

        return over

    def kept(self, name: str, parts: Iterable[str], make: Callable[[], _Result], /) -> _Result:
        """What `make` gives, from the store where it was made of the same `parts` under the same name."""
        key = hashlib.sha256("\0".join((fingerprint(), name, *parts)).encode("utf-8", "surrogatepass")).digest()
        known: list[_Result] = self._get(key)
        if known:
            return known[0]
        made = make()
        self._put(key, made)
        return made

    def trim(self, most: int) -> None:
        """Write what is new, and forget the results unused for longest until the rest has at most `most` bytes."""
        self._write()
        pages, size = (self._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size <= most:
            return
        self._used, self._spared = self._spared, []
        self._write()
        with self._connection as connection:
            total = 0
            sizes = "SELECT build, sum(length(value)) FROM results GROUP BY build ORDER BY build DESC"
            for build, size in connection.execute(sizes).fetchall():
                total += size
                if total > most:
                    connection.execute("DELETE FROM results WHERE build <= ?", (build,))
                    break
        self._connection.execute("PRAGMA incremental_vacuum")

    def _get(self, key: bytes) -> list[Any]:
        row = self._connection.execute("SELECT value, build FROM results WHERE key = ?", (key,)).fetchone()
        known = _unpacked(row[0]) if row else []
        if known and row[1] < self._build:
            (self._used if row[1] <= self._build - _STALE else self._spared).append((self._build, key))
        self.hits, self.misses = self.hits + bool(known), self.misses + (not known)
        return known

    def _put(self, key: bytes, result: object) -> None:
        self._new.append((key, _packed(result), self._build))
        if len(self._new) >= _BATCH:
            self._write()

    def _write(self) -> None:
        with self._connection as connection:
            connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", self._new)
            connection.executemany("UPDATE results SET build = ? WHERE key = ?", self._used)
        self._new, self._used = [], []


@cache
def fingerprint() -> str:
    """A hash of every source and data file of this package, and of the versions that its results depend on."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    root = Path(__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in _FILES:
            digest.update(f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    for package in _TAKE_PART:
        digest.update(f"{package} {_version(package)}\0".encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _named(function: Callable[..., object]) -> str:
    """A function and the arguments that it is given beforehand, in words that are the same in every process."""
    if isinstance(function, partial):
        return f"{_named(function.func)}{function.args!r}{sorted(function.keywords.items())!r}"
    return f"{fingerprint()} {function.__module__}.{function.__qualname__}"


def _key(name: str, item: object) -> bytes:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass"))
    for part in _parts(item):
        digest.update(b"%d\0" % len(part))
        digest.update(part)
    return digest.digest()


def _parts(item: object) -> Iterator[bytes]:
    """What an item is made of: long texts as they are, the rest in words."""
    if isinstance(item, bytes):
        yield item
    elif isinstance(item, str):
        yield item.encode("utf-8", "surrogatepass")
    elif is_dataclass(item):
        yield type(item).__qualname__.encode()
        for field in fields(item):
            yield from _parts(getattr(item, field.name))
    elif isinstance(item, tuple):
        yield b"%s %d" % (type(item).__qualname__.encode(), len(item))
        for part in item:
            yield from _parts(part)
    else:
        yield f"{type(item).__qualname__} {item!r}".encode()


def _packed(result: object) -> bytes:
    return zlib.compress(pickle.dumps(result, protocol=5), 1)


def _unpacked(value: bytes) -> list[Any]:
    """The result in a list, or an empty one where it can't be read (it carries a checksum) or isn't ours."""
    try:
        return [_Nouns(io.BytesIO(zlib.decompress(value))).load()]
    except (zlib.error, pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError):
        return []


class _Nouns(pickle.Unpickler):
    """Builds values of this package only: a store that somebody else wrote can run nothing."""

    def find_class(self, module: str, name: str) -> Any:
        noun = module.startswith("dateline.model.")
        if not (noun or module in ("dateline.readers", "dateline.readers.folder")) or "." in name:
            raise pickle.UnpicklingError(f"{module}.{name} is no value of Dateline's")
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no value of Dateline's")
        return found


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=30)
    try:
        connection.executescript(_OPENING)
        connection.execute("SELECT key, value, build FROM results LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
