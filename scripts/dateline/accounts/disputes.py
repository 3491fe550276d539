"""The date that all sources of an event agree with, and what they don't agree on, with who says what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations

from .. import edtf
from ..model import Article, Claim, Dispute, Matter, Modality, Span, Statement
from . import wording

Claims = dict[str, list[str]]


def agreed_value(statements: Iterable[Statement]) -> tuple[str, tuple[str, ...]]:
    """The most precise EDTF value that lies within all others, and (); else one that covers all, and the rivals.

    Rivals are the values that hold no other one: a year beside two days of it is no third opinion.
    """
    values = sorted({s.time.value for s in statements}, key=edtf.sort_key)
    rivals = [v for v in values if not any(v != w and edtf.contains(v, w) and not edtf.contains(w, v) for w in values)]
    narrowest = [v for v in rivals if all(edtf.contains(w, v) for w in values)]
    if narrowest:
        return narrowest[0], ()
    return _cover(rivals), tuple(rivals)


def disputes(
    statements: tuple[Statement, ...], articles: Mapping[str, Article], disputed: tuple[str, ...]
) -> tuple[Dispute, ...]:
    """All that the statements of one event disagree on; an article is not at odds with itself."""
    sides = {
        Matter.DATE: _dates(statements, disputed),
        Matter.NUMBER: _numbers(statements, articles),
        Matter.PARTICIPANTS: _participants(statements),
        Matter.FACT: _facts(statements),
    }
    return tuple(
        Dispute(matter, tuple(Claim(value, tuple(ids)) for value, ids in sorted(claims.items())))
        for matter, claims in sides.items()
        if len(claims) > 1
    )


def figures(statement: Statement, article: Article) -> wording.Wording:
    """The wording of the statement's clause without its date."""
    return wording.read(undated(statement, statement.clause, article), article.language)


def undated(statement: Statement, stretch: Span, article: Article) -> str:
    """A stretch of the statement's sentence, its clause for one, without the date."""
    start, end = stretch
    text, (first, last) = article.text, statement.time.span
    return f"{text[start : max(start, first)]} {text[min(end, last) : end]}"


def _cover(values: list[str]) -> str:
    first = min(values, key=edtf.sort_key)
    last = max(values, key=lambda v: (_end(v), v))
    return edtf.of_interval(first, last)


def _end(value: str) -> int:
    last = edtf.bounds(value)[1]
    return 10**9 if last is None else last


def _dates(statements: tuple[Statement, ...], disputed: tuple[str, ...]) -> Claims:
    return {value: [s.id for s in statements if s.time.value == value] for value in disputed}


def _numbers(statements: tuple[Statement, ...], articles: Mapping[str, Article]) -> Claims:
    """Numbers that stand in the same place of two reports and differ, or the only number of each."""
    if len({s.article for s in statements}) < 2:
        return {}
    read = [(s, figures(s, articles[s.article])) for s in statements]
    counted = [(s, w) for s, w in read if w.numbers]
    claims: Claims = {}
    for (a, ours), (b, theirs) in combinations(counted, 2):
        for left, right in _rival_numbers(ours, theirs) if a.article != b.article else ():
            _claim(claims, left, a.id)
            _claim(claims, right, b.id)
    return claims


def _rival_numbers(a: wording.Wording, b: wording.Wording) -> list[tuple[str, str]]:
    if len(a.numbers) == len(b.numbers) == 1:
        pairs = [(a.numbers[0][0], b.numbers[0][0])]
    else:
        of_what = {what: number for number, what in b.numbers if what}
        alone = [what for _, what in a.numbers]
        pairs = [(n, of_what[w]) for n, w in a.numbers if w in of_what and alone.count(w) == 1]
    return [(x, y) for x, y in pairs if x != y and not (a.figures & b.figures & {x, y})]


def _participants(statements: tuple[Statement, ...]) -> Claims:
    claims: Claims = {}
    for a, b in combinations(statements, 2):
        ours, theirs = frozenset(a.participants), frozenset(b.participants)
        if a.article != b.article and ours - theirs and theirs - ours:
            _claim(claims, ", ".join(sorted(ours)), a.id)
            _claim(claims, ", ".join(sorted(theirs)), b.id)
    return claims


def _facts(statements: tuple[Statement, ...]) -> Claims:
    claims: Claims = {}
    for s in statements:
        _claim(claims, Modality.DENIED if s.modality is Modality.DENIED else Modality.REPORTED, s.id)
    return claims


def _claim(claims: Claims, value: str, statement: str) -> None:
    ids = claims.setdefault(value, [])
    if statement not in ids:
        ids.append(statement)
