"""The editor's word on events: every note finds its event by the words it quotes, or is reported as adrift.

Nothing re-attaches by itself: a quote that no longer stands in any article is searched for, and the nearest sentence is
suggested.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .. import edtf
from ..model import Article, Event, Note, Problem
from .anchors import Desk
from .changes import changed

__all__ = ["apply"]


def apply(
    events: Iterable[Event], notes: Iterable[Note], articles: Mapping[str, Article], language: str = "en"
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events as the editor wants them, in order of time, and a problem for each note that found nothing.

    First events are split and merged, then each note stands on the event that holds its statement and changes it. A
    hidden event is left out; a withdrawn one stays and says so. `language` is the site's.
    """
    desk = Desk(events, articles, language)
    problems: list[Problem] = []
    anchored = []
    for note in sorted(notes, key=lambda note: (note.path, note.line)):
        statement = desk.anchor(note, problems)
        if statement:
            anchored.append((note, statement))
    for note, statement in anchored:
        if note.split:
            desk.split(statement, note, problems)
    for note, statement in anchored:
        for other in note.merge:
            desk.merge(statement, other, note, problems)
    annotated = changed(desk.events, [(note, desk.event_of(statement).id) for note, statement in anchored])
    return tuple(sorted(annotated, key=lambda event: (edtf.sort_key(event.value), event.id))), tuple(sorted(problems))
