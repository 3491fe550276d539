"""The quality page: what share of a collection is as sure as it can be, and what its editor should know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from .. import edtf
from ..model import Basis, Problem
from ..problems import ordered
from ..words import Words
from . import layout, safety
from .views import Views

_MOST = 1_000  # the page names so many places, errors first; `dateline check` names all


@dataclass(frozen=True, slots=True)
class Figure:
    """A share: so many of so many."""

    text: str
    part: int
    whole: int
    share: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one place or in several: `places` are file and line."""

    message: str
    severity: str
    places: tuple[str, ...]


def body(views: Views) -> Markup:
    """What stands below the page's title."""
    problems = ordered(views.collection.problems)
    return layout.fragment(
        "quality",
        views.say,
        figures=_figures(views),
        faults=faults(problems[:_MOST]),
        more=max(0, len(problems) - _MOST),
    )


def faults(problems: Iterable[Problem]) -> list[Fault]:
    """Problems that say the same are one fault; errors come first, then what matters most."""
    found: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        found.setdefault((problem.message, problem.severity.value), []).append(place)
    return [Fault(message, severity, tuple(places)) for (message, severity), places in found.items()]


def _figures(views: Views) -> list[Figure]:
    collection, say = views.collection, views.say
    statements = collection.statements
    verbatim = sum(views.articles[s.article].text[s.span.start : s.span.end] == s.quote for s in statements)
    days = sum(edtf.precision(e.value) is edtf.Precision.DAY for e in collection.events)
    relative = sum(s.time.basis is not Basis.EXPLICIT for s in statements)
    archived = sum(bool(safety.safe_url(a.archive)) for a in collection.articles)
    return [
        _figure(say, "quality_verbatim", verbatim, len(statements)),
        _figure(say, "quality_day", days, len(collection.events)),
        _figure(say, "quality_relative", relative, len(statements)),
        _figure(say, "quality_archived", archived, len(collection.articles)),
    ]


def _figure(say: Words, key: str, part: int, whole: int) -> Figure:
    return Figure(say(key), part, whole, say.percent(part / whole) if whole else "–")
