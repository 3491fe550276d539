"""Two collections compared: new and changed articles, and what of events, dates, notes and key events follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from ..model import Article, Collection, Event, Note, Statement

_ADRIFT = ("note-adrift", "ambiguous-note")


class Change(StrEnum):
    """What became of an article."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Effect:
    """What one article does. Each event as (EDTF date, title); `dated` are those whose date reads otherwise now.

    `new` events stand in it alone or first, `joined` were told before, `reworded` are told as before in other words,
    `gone` are told no more. `disputed` are events on whose date the articles no longer agree. `adrift` are the notes
    that lose their words, as "path:line". `timelines` are the titles of those that show something of it.
    """

    change: Change
    path: str
    title: str
    new: tuple[tuple[str, str], ...] = ()
    joined: tuple[tuple[str, str], ...] = ()
    reworded: tuple[tuple[str, str], ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    dated: tuple[tuple[str, str, str], ...] = ()  # title, date before, date after
    disputed: tuple[tuple[str, str], ...] = ()
    adrift: tuple[str, ...] = ()
    timelines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of a timeline: how many events it had and has, and which are key events now, or no longer."""

    title: str
    before: int
    after: int
    now_key: tuple[tuple[str, str], ...]
    no_longer_key: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """All effects, by path, the timelines that change, by title, and the notes adrift that no article accounts for.

    `parted` are the events of before whose statements no longer tell one thing, `united` those that are made of several
    of before: an article more can do that to events that it doesn't tell. Each as (EDTF date, title).
    """

    effects: tuple[Effect, ...]
    lines: tuple[Line, ...]
    adrift: tuple[str, ...]
    parted: tuple[tuple[str, str], ...] = ()
    united: tuple[tuple[str, str], ...] = ()


def compare(before: Collection, after: Collection, folder: str = "seeds") -> Review:
    """What differs. Events are the same where they share a statement; paths are given below the name of the folder."""
    sides = _Sides(before, after, folder)
    effects = tuple(sides.effect(*changed) for changed in _changed(before.articles, after.articles))
    told = {place for effect in effects for place in effect.adrift}
    others = tuple(place for place in sides.newly_adrift if place not in told)
    parted = _said(event for event in before.events if len(sides.later(event)) > 1)
    united = _said(event for event in after.events if len(sides.earlier(event)) > 1)
    return Review(effects, tuple(_lines(sides)), others, parted, united)


def _changed(
    before: Iterable[Article], after: Iterable[Article]
) -> Iterator[tuple[Change, Article | None, Article | None]]:
    """Articles that are new, read otherwise than before, or gone, by path. A file that was only renamed is the same."""
    old, new = {a.id: a for a in before}, {a.id: a for a in after}
    by_path = {a.path: a for a in old.values()}
    found: list[tuple[str, Change, Article | None, Article | None]] = []
    matched = set()
    for article in new.values():
        known = old.get(article.id) or by_path.get(article.path)
        if known is not None:
            matched.add(known.id)
        if known is None:
            found.append((article.path, Change.NEW, None, article))
        elif replace(known, path="", id="") != replace(article, path="", id=""):
            found.append((article.path, Change.CHANGED, known, article))
    found += [(a.path, Change.REMOVED, a, None) for a in old.values() if a.id not in matched]
    return ((change, was, now) for _, change, was, now in sorted(found, key=lambda f: f[:2]))


class _Sides:
    def __init__(self, before: Collection, after: Collection, folder: str) -> None:
        self.before, self.after, self._folder = before, after, folder
        self.was, self.now = _homes(before), _homes(after)
        self._said_before, self._said_now = _by_article(before), _by_article(after)
        self._shown_before, self._shown_now = _shown(before), _shown(after)
        self._adrift = {(p.path, p.line) for p in after.problems if p.code in _ADRIFT}
        self._adrift -= {(p.path, p.line) for p in before.problems if p.code in _ADRIFT}
        self._standing = _standing_notes(before)

    @property
    def newly_adrift(self) -> tuple[str, ...]:
        """The notes that found their words before and don't now, as "path:line"."""
        return tuple(f"{path}:{line}" for path, line in sorted(self._adrift))

    def earlier(self, event: Event) -> list[Event]:
        """The events of before that hold a statement of `event`, in order of id."""
        return _distinct(self.was[s.id] for s in event.statements if s.id in self.was)

    def later(self, event: Event) -> list[Event]:
        """The events of after that hold a statement of `event`."""
        return _distinct(self.now[s.id] for s in event.statements if s.id in self.now)

    def effect(self, change: Change, was: Article | None, now: Article | None) -> Effect:
        """What the step from one state of an article to the other does."""
        mine = _distinct(self.now[s.id] for s in self._said_now.get(now.id if now else "", ()))
        were = _distinct(self.was[s.id] for s in self._said_before.get(was.id if was else "", ()))
        fresh = [event for event in mine if not self.earlier(event)]
        gone = [event for event in were if not any(s.id in self.now for s in event.statements)]
        reworded = [event for event in fresh if any(_alike(event, old) for old in gone)]
        article = now or was
        assert article is not None
        return Effect(
            change=change,
            path=f"{self._folder}/{article.path}",
            title=article.title,
            new=_said(e for e in fresh if e not in reworded),
            joined=_said(e for e in mine if self._joined(e, now)),
            reworded=_said(reworded),
            gone=_said(e for e in gone if not any(_alike(new, e) for new in fresh)),
            dated=tuple(self._dated(mine, were)),
            disputed=_said(e for e in mine if e.disputed and not any(old.disputed for old in self.earlier(e))),
            adrift=tuple(self._adrift_through(was)),
            timelines=tuple(sorted(self._timelines(mine, were))),
        )

    def _joined(self, event: Event, article: Article | None) -> bool:
        """Whether an article now tells of an event that others told of before, and it did not."""
        earlier = self.earlier(event)
        return bool(earlier) and article is not None and not any(article.id in old.articles for old in earlier)

    def _dated(self, mine: list[Event], were: list[Event]) -> Iterator[tuple[str, str, str]]:
        through = _distinct(self.now[s.id] for old in were for s in old.statements if s.id in self.now)
        for event in _distinct([*mine, *through]):
            values = {old.value for old in self.earlier(event)}
            if values and event.value not in values:
                yield event.title, ", ".join(sorted(values)), event.value

    def _adrift_through(self, was: Article | None) -> Iterator[str]:
        for (path, line), articles in sorted(self._standing.items()):
            if (path, line) in self._adrift and was is not None and was.id in articles:
                yield f"{path}:{line}"

    def _timelines(self, mine: list[Event], were: list[Event]) -> set[str]:
        return {t for e in mine for t in self._shown_now.get(e.id, ())} | {
            t for e in were for t in self._shown_before.get(e.id, ())
        }


def _lines(sides: _Sides) -> Iterator[Line]:
    """Timelines of which the number or the key events change; new ones and those that go included."""
    old, new = ({t.slug: t for t in side.timelines} for side in (sides.before, sides.after))
    for slug in sorted(old.keys() | new.keys()):
        was, now = old.get(slug), new.get(slug)
        keys_now = [e for e in now.events if e.id in now.key] if now else []
        keys_was = [e for e in was.events if e.id in was.key] if was else []
        now_key = _said(e for e in keys_now if not {k.id for k in keys_was} & {e.id, *(o.id for o in sides.earlier(e))})
        kept = {o.id for e in keys_now for o in (e, *sides.earlier(e))}
        no_longer = _said(e for e in keys_was if e.id not in kept)
        counts = len(was.events) if was else 0, len(now.events) if now else 0
        title = now.title if now else was.title if was else slug
        if counts[0] != counts[1] or now_key or no_longer:
            yield Line(title, *counts, now_key, no_longer)


def _homes(collection: Collection) -> dict[str, Event]:
    return {s.id: event for event in collection.events for s in event.statements}


def _by_article(collection: Collection) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in collection.statements:
        found.setdefault(statement.article, []).append(statement)
    return found


def _shown(collection: Collection) -> Mapping[str, list[str]]:
    """The titles of the timelines that show an event, by its id."""
    found: dict[str, list[str]] = {}
    for timeline in collection.timelines:
        for event in timeline.events:
            found.setdefault(event.id, []).append(timeline.title)
    return found


def _standing_notes(collection: Collection) -> Mapping[tuple[str, int], set[str]]:
    """The articles of the event that a note stands on, by the note's place."""
    pairs: Iterable[tuple[Note, Event]] = ((note, event) for event in collection.events for note in event.notes)
    return {(note.path, note.line): set(event.articles) for note, event in pairs}


def _alike(new: Event, old: Event) -> bool:
    """Whether two events of one article are the same in other words."""
    return new.value == old.value and (new.kind == old.kind or bool(set(new.entities) & set(old.entities)))


def _distinct(events: Iterable[Event]) -> list[Event]:
    return list({event.id: event for event in events}.values())


def _said(events: Iterable[Event]) -> tuple[tuple[str, str], ...]:
    return tuple((event.value, event.title) for event in events)
