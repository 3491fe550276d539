"""Statements that are one event -> that event, as an earlier build put it together where nothing of it has changed.

What is kept of an event is all but its statements, which are there anyway: it says only in which order they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from .. import edtf
from ..accounts import assemble, in_order_of_report
from ..cache.keeping import Keep, joined
from ..model import Article, Event, Statement

_WEEK = 8  # days: the events of so many are kept together, since a new article leaves other weeks alone
_FIELDS = tuple(field.name for field in fields(Event) if field.name != "statements")
_Told = tuple[Statement, ...]  # the statements of one event
_Outline = tuple[dict[str, Any], tuple[int, ...]]  # the fields of an event but its statements, and their order


def assembled(
    groups: Iterable[_Told], articles: Mapping[str, Article], pinned: frozenset[str], language: str, keep: Keep
) -> Iterator[Event]:
    """The event of each group of statements, in no particular order. `keep` knows events that it gave by a mark."""
    weeks: dict[int, list[_Told]] = {}
    for told in groups:
        weeks.setdefault((edtf.bounds(told[0].time.value)[0] or 0) // _WEEK, []).append(told)
    for _, near in sorted(weeks.items()):
        marks = [_mark(told, articles, pinned, language, keep) for told in near]
        outlines = keep(
            "events",
            marks,
            lambda near=near: [_outline(told, articles, pinned, language) for told in near],  # type: ignore[misc]
        )
        for told, name, (outline, order) in zip(near, marks, outlines, strict=True):
            event = Event(**outline, statements=tuple([told[place] for place in order]))
            keep.call(event, name)
            yield event


def _mark(told: _Told, articles: Mapping[str, Article], pinned: frozenset[str], language: str, keep: Keep) -> str:
    """A name for all that an event is made of."""
    parts = (p for s in told for p in (keep.mark(s), keep.mark(articles[s.article]), str(s.id in pinned)))
    return joined((language, *parts))


def _outline(told: _Told, articles: Mapping[str, Article], pinned: frozenset[str], language: str) -> _Outline:
    ordered = in_order_of_report(told, articles)
    named = next((s.id for s in ordered if s.id in pinned), "")
    places = {s.id: place for place, s in enumerate(told)}
    event = assemble(ordered, articles, named, language)
    outline = {name: getattr(event, name) for name in _FIELDS}
    return outline, tuple(places[s.id] for s in ordered)
