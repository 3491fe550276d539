"""Editorial doubts about a collection: nothing is broken, but someone should look. All are warnings.

Each kind of doubt is one function from a `Collection` to what is doubtful, most important first.
"""

from __future__ import annotations

from pathlib import Path

from ..model import Collection, Problem
from ..problems import folder_name
from . import articles, dates, events, notes

__all__ = ["doubts"]

_KINDS = (
    articles.near_duplicates,
    notes.translations,
    dates.from_context,
    events.on_a_single_origin,
    dates.false_precision,
    articles.without_archive,
)


def doubts(collection: Collection, folder: Path) -> tuple[Problem, ...]:
    """All doubts about `collection`, in order of importance; their paths begin with the name of `folder`."""
    return tuple(problem for kind in _KINDS for problem in kind(collection, folder_name(folder)))
