"""From what an editor wrote to ids: names of entities in any language, parts of paths, ids of statements."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..model import Article, Condition, Definition, Entity, Event, Problem, Severity
from ..text import fold

_RIVALS = 8  # names that may be equally near: one in several languages
_LIKE = 0.7  # difflib's ratio from which a name counts as a slip of the pen


class Resolver:
    """Looks up what definitions name; whatever is not there is reported with the nearest that is."""

    def __init__(self, entities: Mapping[str, Entity], articles: Mapping[str, Article], events: Iterable[Event]):
        """`entities` and `articles` by id; `events` are all of the collection."""
        self._entities, self._articles = entities, articles
        known = tuple(events)
        self._homes = {s.id: event.id for event in known for s in event.statements}
        self._origins = {_folded(origin): origin for event in known for origin in event.origins}
        self._by_label = _names((name, e.id) for e in entities.values() for _, name in e.labels)
        self._by_alias = _names((name, e.id) for e in entities.values() for _, name in e.aliases)

    def condition(self, condition: Condition, definition: Definition, problems: list[Problem]) -> Condition:
        """The condition with ids in place of names. A name that is nowhere stays and matches no event."""
        problems += self._faults(condition, definition.path)

        def inner(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
            return tuple(self.condition(c, definition, problems) for c in conditions)

        articles = map(self._article, condition.articles)
        return replace(
            condition,
            entities=tuple(map(self.entity, condition.entities)),
            articles=tuple(found[0] if len(found) == 1 else "" for found in articles),
            all_of=inner(condition.all_of),
            any_of=inner(condition.any_of),
            none_of=inner(condition.none_of),
        )

    def _faults(self, condition: Condition, path: str) -> Iterator[Problem]:
        """A problem for each name that means nothing here, or several things."""
        lines = dict(condition.lines)
        for written in condition.entities:
            if not self.entity(written):
                message = f"no entity '{written}'{self._suggestion(written)}"
                yield Problem(path, lines.get(written, 0), message, code="unknown-entity")
        for written in condition.articles:
            found = self._article(written)
            if len(found) != 1:
                what = f"{len(found)} articles have" if found else "no article has"
                message = f"{what} '{written}' in the id, the path or the address"
                yield Problem(path, lines.get(written, 0), message, code="unknown-article")
        for written in condition.origins:
            if _folded(written) not in self._origins:
                message = f"no event is told after '{written}'{_nearest(_folded(written), self._origins)}"
                yield Problem(path, lines.get(written, 0), message, Severity.WARNING, "unknown-origin")

    def entity(self, written: str) -> str:
        """The id of the entity that is named so: by id, else label, else alias; "" where there is none or several."""
        if written in self._entities:
            return written
        name = _folded(written)
        if name in self._entities:
            return name
        found = self._by_label.get(name) or self._by_alias.get(name) or set()
        return next(iter(found)) if len(found) == 1 else ""

    def keys(self, definition: Definition, events: tuple[Event, ...], problems: list[Problem]) -> frozenset[str]:
        """Ids of the events of the timeline that hold the statements that `key:` names."""
        shown, lines, found = {event.id for event in events}, dict(definition.lines), set()
        for written in definition.key:
            home = self._homes.get(written, written)
            if home in shown:
                found.add(home)
                continue
            what = "is not in this timeline" if written in self._homes else "is no statement's id"
            problems.append(Problem(definition.path, lines.get(written, 0), f"key: '{written}' {what}", code="bad-key"))
        return frozenset(found)

    def _article(self, written: str) -> list[str]:
        if written in self._articles:
            return [written]
        by_path = [a.id for a in self._articles.values() if written in a.path]
        return by_path or [a.id for a in self._articles.values() if written in a.url]

    def _suggestion(self, written: str) -> str:
        name = _folded(written)
        several = self._by_label.get(name) or self._by_alias.get(name) or set()
        if several:
            return f": several have this name; write one of the ids {', '.join(sorted(several))}"
        names = {_folded(n): n for e in self._entities.values() for _, n in (*e.aliases, *e.labels)}
        return _nearest(name, names) or "; add it to entities.yml"


def _nearest(name: str, names: Mapping[str, str]) -> str:
    """ "; did you mean X?" for the known name nearest to a folded one, "" where none is near. Of names that are equally
    near, one in the same letters: Armenia before Armênia.
    """
    near = difflib.get_close_matches(name, names, n=_RIVALS, cutoff=_LIKE)
    best = [other for other in near if _ratio(name, other) == _ratio(name, near[0])]
    chosen = min(best, key=lambda other: (sum(letter not in name for letter in set(other)), other), default="")
    return f"; did you mean {names[chosen]}?" if chosen else ""


def _ratio(name: str, other: str) -> float:
    return difflib.SequenceMatcher(None, other, name).ratio()


def _names(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, id in pairs:
        found.setdefault(_folded(name), set()).add(id)
    return found


def _folded(name: str) -> str:
    return " ".join(fold(name).casefold().split())
