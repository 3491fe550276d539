"""What was worked out or rendered by an earlier build, found by everything that it is made of; and names for values.

Whoever keeps something hands over the parts that it depends on, and how it is made. The package itself always counts,
so the parts are the nouns, by their marks, and whatever was decided about them. What is left out of the parts would go
stale: name rather too much. Only text, numbers, bytes, values of the model, and tuples, lists and dicts of them can
be kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b, sha256
from typing import Generic, Protocol, TypeVar
from zlib import crc32

T = TypeVar("T")
Content = TypeVar("Content", str, bytes)

_GROUPS, _IN_A_GROUP = 1024, 16  # that small things are kept in, at most; fewer where groups would hold fewer things


def mark(*parts: object) -> str:
    """A short name for values of the model, the same for the same values in every build."""
    return joined(map(repr, parts))


def joined(marks: Iterable[str]) -> str:
    """One short name for values of these names."""
    return blake2b("\0".join(marks).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


class Kept(Protocol):
    """Looks something up, or makes it."""

    def __call__(self, name: str, parts: Iterable[str], make: Callable[[], T], /) -> T:
        """What `make` gives for these parts under this name."""


class Keep(Kept, Protocol):
    """The same, and knows short names for values."""

    def mark(self, value: object, /) -> str:
        """A short name for one value: two values of one name are equal."""

    def call(self, value: object, name: str, /) -> None:
        """From now on `name` is the mark of this very value: whoever made it knows a shorter way than looking at it."""


def each(keep: Kept, name: str, parts: Mapping[str, str], make: Callable[[str], T]) -> dict[str, T]:
    """What `make` gives for each id; `parts` holds, by id, the mark of what that is made of.

    For many small things: looking every single one up would take as long as making it, so they are kept in groups,
    which go by the ids alone. An id more or less changes one group; where it makes for a group more or less, that is
    half of another one, too (linear hashing: Litwin, 1980).
    """
    count = min(len(parts) // _IN_A_GROUP + 1, _GROUPS)
    span = 1 << (count - 1).bit_length()
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for id_ in parts:
        place = crc32(id_.encode("utf-8", "surrogatepass")) % span
        groups[place if place < count else place - span // 2].append(id_)
    found: dict[str, T] = {}
    for ids in groups.values():
        of_all = (part for id_ in ids for part in (id_, parts[id_]))
        found.update(zip(ids, keep(name, of_all, lambda ids=ids: list(map(make, ids))), strict=True))  # type: ignore[misc]
    return found


@dataclass(frozen=True, slots=True)
class Unread(Generic[Content]):
    """The content of a file that was made before and has not been looked up: whoever has it already need not."""

    digest: bytes
    read: Callable[[], Content]


#: What a generated file holds.
FileContent = str | bytes | Unread[str] | Unread[bytes]


def unread(keep: Kept, name: str, parts: Sequence[str], make: Callable[[], str]) -> str | Unread[str]:
    """The text that `make` gives; only its digest where it was made of the same parts before."""
    made: list[str] = []

    def digested() -> bytes:
        made.append(make())
        return digest(made[0].encode("utf-8"))

    known = keep(f"digest of {name}", parts, digested)
    return made[0] if made else Unread(known, make)


def digest(content: bytes) -> bytes:
    """What tells the content of a file from all others."""
    return sha256(content).digest()  # twice as fast as blake2b where the processor helps


class _Anew:
    """Makes everything, whatever was kept."""

    def __call__(self, name: str, parts: Iterable[str], make: Callable[[], T], /) -> T:
        return make()

    def mark(self, value: object, /) -> str:
        return ""  # there is nothing to look up

    def call(self, value: object, name: str, /) -> None:
        pass


anew: Keep = _Anew()


class Marks:
    """The marks of values, found by identity where somebody said what to call them, else made of what they hold."""

    def __init__(self) -> None:
        self._called: dict[int, tuple[object, str]] = {}  # the value too: while it is here its id is nobody else's

    def mark(self, value: object) -> str:
        """The mark of `value`."""
        return self.known(value) or mark(value)

    def known(self, value: object) -> str:
        """What `value` was called; "" where nobody said."""
        found = self._called.get(id(value))
        return found[1] if found else ""

    def call(self, value: object, name: str) -> None:
        """From now on `name` is the mark of this very value."""
        self._called[id(value)] = (value, name)
