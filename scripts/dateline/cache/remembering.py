"""What was worked out before: results kept in `.cache/` by everything that they depend on, and nothing else.

A key is made of the function, its other arguments, the item, and a fingerprint of this package with its data files and
of the packages that take part. A result that is there is therefore the result that would come out. A result that is an
item in its turn (the article that was read is searched for names) is not looked at again: its key tells what it is.

Where results lie is the matter of `packs.py`; there are never more than `MOST` bytes of them.
"""

from __future__ import annotations

import hashlib
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from ..spreading import Mapper
from .keeping import Marks
from .packs import Packs, packs

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

MOST = 512 * 1024 * 1024  # bytes of packs
_TAKE_PART = ("babel", "py3langid", "pyyaml", "numpy", "jinja2", "markupsafe", "markdown", "nh3")
_FILES = (".py", ".yml", ".jinja", ".json")


@contextmanager
def store(path: Path, most: int = MOST) -> Iterator[Store]:
    """The store in the file `path`, made where there is none. Raises OSError where it can't be written."""
    with packs(path, most) as kept:
        yield Store(kept, path.parent)


class Store:
    """Results of earlier builds, and of this one. What is kept beside them, each in its own way, lies in `folder`."""

    def __init__(self, results: Packs, folder: Path) -> None:
        self.folder = folder
        self._results = results
        self._marks = Marks()
        self.hits, self.misses = 0, 0

    def mapper(self, inner: Mapper) -> Mapper:
        """`inner`, asked only for what the store doesn't hold."""

        def over(function: Callable[[_Item], _Result], items: Iterable[_Item], /) -> Iterator[_Result]:
            name = _named(function)
            start = hashlib.sha256(name.encode("utf-8", "surrogatepass"))
            found: deque[tuple[bytes, list[_Result]]] = deque()  # keys in order, with one result or none

            def missing() -> Iterator[_Item]:
                for item in items:
                    key = self._key(start, item)
                    known = self._get(key)
                    found.append((key, known))
                    if not known:
                        yield item

            def next_known() -> _Result:
                key, (result,) = found.popleft()
                self._call(result, key.hex())
                return result

            for result in inner(function, missing()):
                while found[0][1]:
                    yield next_known()
                key, _ = found.popleft()
                self._results.put(name, key, result)
                self._call(result, key.hex())
                yield result
            while found:
                yield next_known()

        return over

    def __call__(self, name: str, parts: Iterable[str], make: Callable[[], _Result], /) -> _Result:
        """What `make` gives, from the store where it was made of the same `parts` under the same name."""
        key = hashlib.sha256("\0".join((fingerprint(), name, *parts)).encode("utf-8", "surrogatepass")).digest()
        known: list[_Result] = self._get(key)
        if known:
            return known[0]
        made = make()
        self._results.put(name, key, made)
        return made

    def mark(self, value: object, /) -> str:
        """A short name for one value: that of a result, where it is one."""
        return self._marks.mark(value)

    def call(self, value: object, name: str, /) -> None:
        """From now on `name` is the mark of this very value."""
        self._marks.call(value, name)

    def _call(self, result: object, name: str) -> None:
        """Call a result by its key, and each part of one that is a tuple by its place in it."""
        if isinstance(result, tuple):
            for place, part in enumerate(result):
                self._call(part, f"{name}.{place}")
        elif is_dataclass(result):
            self._marks.call(result, name)

    def _get(self, key: bytes) -> list[Any]:
        known = self._results.get(key)
        self.hits, self.misses = self.hits + bool(known), self.misses + (not known)
        return known

    def _key(self, start: hashlib._Hash, item: object) -> bytes:
        digest = start.copy()
        for part in self._parts(item):
            digest.update(b"%d\0" % len(part))
            digest.update(part)
        return digest.digest()

    def _parts(self, item: object) -> Iterator[bytes]:
        """What an item is made of: results by their names, long texts as they are, the rest in words."""
        if isinstance(item, bytes):
            yield item
        elif isinstance(item, str):
            yield item.encode("utf-8", "surrogatepass")
        elif name := self._marks.known(item):
            yield name.encode("ascii")
        elif is_dataclass(item):
            yield type(item).__qualname__.encode()
            for field in fields(item):
                yield from self._parts(getattr(item, field.name))
        elif isinstance(item, tuple):
            yield b"%s %d" % (type(item).__qualname__.encode(), len(item))
            for part in item:
                yield from self._parts(part)
        else:
            yield f"{type(item).__qualname__} {item!r}".encode()


@cache
def fingerprint() -> str:
    """A hash of every source and data file of this package, and of the versions that its results depend on."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    root = Path(__file__).parents[1]
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
