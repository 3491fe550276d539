"""On which page of a timeline that is split by year a statement stands, for links that name only the timeline.

`places.json` beside the pages of the parts holds the ids of each; very many are parted by the ids' second letter.
A script reads it when the address names what its page does not hold.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from .buckets import Bucket
from .data.encoding import showable

_MOST = 50_000  # ids in one file: under a megabyte


def pattern(parts: Sequence[Bucket]) -> str:
    """The name of the files; "*" stands for the second letter of an id."""
    return "places.json" if sum(len(_ids(part)) for part in parts) <= _MOST else "places-*.json"


def files(parts: Sequence[Bucket]) -> Iterator[tuple[str, str]]:
    """The files: name, and the ids on each page, by the page's name."""
    name, found = pattern(parts), defaultdict[str, dict[str, list[str]]](lambda: defaultdict(list))
    for part in parts:
        for id_ in _ids(part):
            found[name.replace("*", id_[1:2] or "_")][part.slug].append(showable(id_))
    for path, pages in sorted(found.items()):
        yield path, json.dumps(pages, ensure_ascii=False, separators=(",", ":")) + "\n"


def _ids(part: Bucket) -> list[str]:
    """Every id that is an anchor on the page of `part`."""
    return [id_ for e in part.events for id_ in dict.fromkeys((e.id, *(s.id for s in e.statements)))]
