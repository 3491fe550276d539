"""Statements made ready for comparing: copies of one sentence as one account, with its dates, names and words read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .. import edtf
from ..accounts import unlisted, wording
from ..accounts.disputes import figures, undated
from ..cache.keeping import Keep, anew, each
from ..model import Article, Entity, EntityKind, Kind, Statement
from ..text import fold

_Row = tuple[tuple[str, ...], tuple[tuple[str, str], ...], tuple[unlisted.Name, ...]]
_Read = tuple[wording.Wording, tuple[unlisted.Name, ...]]

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
    those to whom such a thing happens only once. `names` are those that no list holds.
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
    names: frozenset[unlisted.Name]
    articles: frozenset[str]
    origins: frozenset[str]

    @property
    def sounds(self) -> frozenset[str]:
        """How the words of the names begin."""
        return frozenset(word for name in self.names for word in name)

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
    read = _read([same[0] for same in told], articles, keep)
    made = [_account(same, read[same[0].id], articles, entities) for same in told]
    return sorted(made, key=lambda a: (a.days, -len(a.participants), a.first, a.statements[0].id))


def _read(statements: Iterable[Statement], articles: Mapping[str, Article], keep: Keep) -> dict[str, _Read]:
    """The wording of each statement and its names, by id."""
    told = {s.id: s for s in statements}
    parts = {s.id: f"{keep.mark(s)} {keep.mark(articles[s.article])}" for s in told.values()}
    rows = each(keep, "wordings", parts, lambda id_: _row(told[id_], articles))
    return {id_: (wording.Wording(frozenset(stems), numbers), names) for id_, (stems, numbers, names) in rows.items()}


def _row(statement: Statement, articles: Mapping[str, Article]) -> _Row:
    """A wording and names as they can be kept."""
    read = figures(statement, articles[statement.article])
    return tuple(sorted(read.stems)), read.numbers, _named(statement, articles[statement.article])


def _named(statement: Statement, article: Article) -> tuple[unlisted.Name, ...]:
    """The names in the statement's clause; where it has none ("and resigned in May"), those of its sentence."""
    stretches = (statement.clause, statement.span)
    found = (unlisted.names(undated(statement, stretch, article), article.language) for stretch in stretches)
    return next(filter(None, found), ())


def _account(
    same: tuple[Statement, ...],
    read: _Read,
    articles: Mapping[str, Article],
    entities: Mapping[str, Entity],
) -> Account:
    first, article = same[0], articles[same[0].article]
    start, end = edtf.bounds(first.time.value)
    participants = frozenset(first.participants)
    listed = tuple(entities[e] for e in dict.fromkeys(first.entities) if e in entities)
    words, names = read
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
        words=wording.Wording(words.stems - _of_all(_entity_stems, listed, article.language), words.numbers),
        names=_without(names, _of_all(_entity_sounds, listed, article.language)),
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


@cache
def _entity_sounds(entity: Entity, language: str) -> frozenset[str]:
    names = [name for tongue, name in (*entity.labels, *entity.aliases) if tongue == language]
    return frozenset(unlisted.key(word.strip("«»\"'()"), language) for name in names for word in name.split())


def _of_all(
    of_one: Callable[[Entity, str], frozenset[str]], named: tuple[Entity, ...], language: str
) -> frozenset[str]:
    return frozenset().union(*(of_one(entity, language) for entity in named))


def _without(names: Iterable[unlisted.Name], listed: frozenset[str]) -> frozenset[unlisted.Name]:
    """What is left of the names without the words of entities; nothing of one that ends in such a word.

    "Alexander Lukashenko" is told by the entity; of "Alexander Stubb", beside him, the surname is left.
    """
    rest = (tuple(word for word in name if word not in listed) for name in names if _last(name) not in listed)
    return frozenset(name for name in rest if name)


def _last(name: unlisted.Name) -> str:
    """How the last word of a name sounds."""
    return next((word for word in reversed(name) if not unlisted.is_spelling(word)), "")
