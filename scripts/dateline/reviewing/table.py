"""A review as GitHub-flavoured Markdown, whatever titles and paths hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..problems import counted, printable
from .comparing import Change, Effect, Line, Review

_ROWS, _ITEMS, _WORDS = 200, 5, 90  # rows of a table, items of a cell, characters of a title
_MARKS = re.compile(r"[&<>\\`*_{}\[\]#@|~$:]|(?<=www)\.", re.I)


def markdown(review: Review) -> str:
    """A summary line, a table of articles and a table of timelines."""
    if review == Review((), (), ()):
        return "## What this changes\n\nNothing: no article, timeline or note reads otherwise than before.\n"
    parts = ["## What this changes", _summary(review)]
    if review.effects:
        head = "| Article | Adds | Changes | On timelines |"
        parts.append(_table(head, [_row(effect) for effect in review.effects]))
    if review.lines:
        head = "| Timeline | Events | Key events |"
        parts.append(_table(head, [_line(line) for line in review.lines]))
    for what, events in (("come apart", review.parted), ("become one with others", review.united)):
        if events:
            parts.append(f"Events that {what}: " + _list(map(_event, events)))
    if review.adrift:
        parts.append("Notes that have lost their words: " + _list(map(plain, review.adrift)))
    return "\n\n".join(parts) + "\n"


def plain(words: str, most: int = _WORDS) -> str:
    """`words` as text that Markdown, tables, mentions, links and HTML make nothing of, on one line, cut where long."""
    line = printable(" ".join(words.split()))
    line = line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"
    # A mark is written as a character reference, which Markdown takes for text; so are those of an address
    # and of an emoji. A comment keeps GitHub from reading a name or number after "@" and "#".
    return _MARKS.sub(lambda m: f"&#{ord(m[0])};" + ("<!-- -->" if m[0] in "@#" else ""), line)


def _summary(review: Review) -> str:
    def events(field: str) -> int:
        return sum(len(getattr(effect, field)) for effect in review.effects)

    adrift = len({place for effect in review.effects for place in effect.adrift} | set(review.adrift))
    said = [
        *(_counted(sum(e.change is change for e in review.effects), f"{change} article") for change in Change),
        _counted(events("new"), "new event"),
        _counted(events("joined"), "report", "of known events"),
        _counted(events("reworded"), "event", "reworded"),
        _counted(events("gone"), "event", "gone"),
        _counted(len(review.parted), "event", "parted"),
        _counted(len(review.united), "event", "made of several"),
        _counted(len({dated for e in review.effects for dated in e.dated}), "date", "changed"),
        _counted(len({event for e in review.effects for event in e.disputed}), "date", "disputed"),
        f"**{_counted(adrift, 'note', 'adrift')}**" if adrift else "no note adrift",
    ]
    return ", ".join(filter(None, said)) + "."


def _counted(number: int, noun: str, rest: str = "") -> str:
    return f"{counted(number, noun)} {rest}".rstrip() if number else ""


def _row(effect: Effect) -> list[str]:
    changes = [
        *(f"also tells of {_event(e)}" for e in effect.joined),
        *(f"{plain(title)}: {plain(was)} → {plain(now)}" for title, was, now in effect.dated),
        *(f"date disputed: {_event(e)}" for e in effect.disputed),
        *(f"reworded: {_event(e)}" for e in effect.reworded),
        *(f"gone: {_event(e)}" for e in effect.gone),
    ]
    adrift = [f"**note adrift: {plain(place)}**" for place in effect.adrift]
    return [
        f"**{effect.change}** {plain(effect.path)}<br>{plain(effect.title)}",
        _list(_event(e) for e in effect.new),
        _list([*adrift, *changes]),
        _list(map(plain, effect.timelines)),
    ]


def _line(line: Line) -> list[str]:
    keys = [*(f"now: {_event(e)}" for e in line.now_key), *(f"no longer: {_event(e)}" for e in line.no_longer_key)]
    count = str(line.after) if line.before == line.after else f"{line.before} → {line.after}"
    return [plain(line.title), count, _list(keys)]


def _event(event: tuple[str, str]) -> str:
    return f"{plain(event[0])} {plain(event[1])}"


def _list(items: Iterable[str]) -> str:
    found = list(items)
    shown = found[:_ITEMS] if len(found) > _ITEMS + 1 else found
    more = [f"and {len(found) - len(shown)} more"] if len(shown) < len(found) else []
    return "<br>".join([*shown, *more]) or "–"


def _table(head: str, rows: list[list[str]]) -> str:
    rule = "|" + "---|" * (head.count("|") - 1)
    lines = [f"| {' | '.join(row)} |" for row in rows[:_ROWS]]
    more = f"\n\nand {len(rows) - _ROWS} more" if len(rows) > _ROWS else ""
    return "\n".join([head, rule, *lines]) + more
