"""Statements made ready for comparing: copies of one sentence as one account, with its dates, names and words read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .. import edtf
from ..accounts import wording
from ..accounts.disputes import figures
from ..keeping import Keep, anew, each
from ..model import Article, Entity, EntityKind, Kind, Statement
from ..text import fold

FAR = 10**8  # days: the end of an open interval

# What happens to a participant of that sort once and never again.
ONCE = {
    Kind.BIRTH: frozenset({EntityKind.PERSON}),
    Kind.DEATH: frozenset({EntityKind.PERSON}),
    Kind.FOUNDING: frozenset({EntityKind.ORGANISATION, EntityKind.AGREEMENT}),
}


@dataclass(frozen=True, slots=True)
class Account:
    """Statements that are copies of each other, made ready for comparing.

    `first` and `last` are day ordinals. `weight` is what the participants say together if they are shared; `once` are
    those to whom such a thing happens only once.
    """

    statements: tuple[Statement, ...]
    value: str
    first: int
    last: int
    kind: Kind
    participants: frozenset[str]
    weight: float
    once: frozenset[str]
    language: str
    words: wording.Wording
    articles: frozenset[str]
    origins: frozenset[str]

    @property
    def days(self) -> int:
        """How many days the date covers."""
        return self.last - self.first + 1


def copies(statements: Iterable[Statement]) -> list[tuple[Statement, ...]]:
    """The statements, those that are the same sentence with the same date together; the same whatever their order."""
    found: dict[tuple[str, str, str, Kind], list[Statement]] = {}
    for s in sorted(statements, key=lambda s: s.id):
        found.setdefault((fold(s.quote), s.time.value, fold(s.time.wording), s.kind), []).append(s)
    return [tuple(same) for same in found.values()]


def accounts(
    told: Sequence[tuple[Statement, ...]],
    articles: Mapping[str, Article],
    entities: Mapping[str, Entity],
    keep: Keep = anew,
) -> list[Account]:
    """Copies as accounts, each counting once, the most precise date first."""
    words = _wordings([same[0] for same in told], articles, keep)
    made = [_account(same, words[same[0].id], articles, entities) for same in told]
    return sorted(made, key=lambda a: (a.days, -len(a.participants), a.first, a.statements[0].id))


def _wordings(
    statements: Iterable[Statement], articles: Mapping[str, Article], keep: Keep
) -> dict[str, wording.Wording]:
    """The wording of each statement, by id."""
    told = {s.id: s for s in statements}
    parts = {s.id: f"{keep.mark(s)} {keep.mark(articles[s.article])}" for s in told.values()}
    rows = each(keep, "wordings", parts, lambda id_: _row(told[id_], articles))
    return {id_: wording.Wording(frozenset(stems), numbers) for id_, (stems, numbers) in rows.items()}


def _row(statement: Statement, articles: Mapping[str, Article]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """A wording as it can be kept."""
    read = figures(statement, articles[statement.article])
    return tuple(sorted(read.stems)), read.numbers


def _account(
    same: tuple[Statement, ...],
    read: wording.Wording,
    articles: Mapping[str, Article],
    entities: Mapping[str, Entity],
) -> Account:
    first, article = same[0], articles[same[0].article]
    start, end = edtf.bounds(first.time.value)
    participants = frozenset(first.participants)
    names = _name_stems(tuple(entities[e] for e in dict.fromkeys(first.entities) if e in entities), article.language)
    return Account(
        statements=same,
        value=first.time.value,
        first=-FAR if start is None else start,
        last=FAR if end is None else end,
        kind=first.kind,
        participants=participants,
        once=frozenset(name for name in participants if _is_once(first.kind, entities.get(name))),
        weight=sum(_weight(entities.get(name)) for name in participants),
        language=article.language,
        words=wording.Wording(read.stems - names, read.numbers),
        articles=frozenset(s.article for s in same),
        origins=frozenset(s.origin for s in same if s.origin),
    )


def _weight(entity: Entity | None) -> float:
    """A country takes part in many things on one day; a person, a town or an organisation in fewer."""
    return 1 if entity is None or entity.kind is EntityKind.COUNTRY else 1.5


def _is_once(kind: Kind, entity: Entity | None) -> bool:
    return entity is not None and entity.kind in ONCE.get(kind, ())


@cache
def _entity_stems(entity: Entity, language: str) -> frozenset[str]:
    names = [name for tongue, name in (*entity.labels, *entity.aliases) if tongue == language]
    return wording.read(" ".join(names), language).stems


def _name_stems(named: tuple[Entity, ...], language: str) -> frozenset[str]:
    return frozenset().union(*(_entity_stems(entity, language) for entity in named))
