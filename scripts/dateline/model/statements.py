"""What an article says: when, about whom, and that something happened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .articles import Span


class Basis(StrEnum):
    """What a date was read from."""

    EXPLICIT = "explicit"  # the wording alone: "12 June 2024"
    DOCUMENT = "document"  # the wording and the DCT: "on Wednesday"
    CONTEXT = "context"  # the wording and an earlier date of the text: "that year"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A wording in a text that names a calendar date (a TIMEX3 of TimeML).

    `value` is EDTF, as precise as the wording and never more. `reckoned_from` is the EDTF date that a relative or
    partial wording was resolved against, "" for an explicit one. `rule` names the rule of `times` that read it.
    """

    span: Span
    wording: str
    value: str
    basis: Basis
    rule: str
    reckoned_from: str = ""


class EntityKind(StrEnum):
    """What sort of thing a name names."""

    COUNTRY = "country"
    PLACE = "place"
    ORGANISATION = "organisation"
    PERSON = "person"
    AGREEMENT = "agreement"  # a treaty or accord: people join, sign and leave it


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something with a name. `labels` and `aliases` are (language, name) pairs.

    `types` are the common nouns that may stand for it ("alliance", "treaty"), as named in the language files.
    `same_as` are addresses of the same thing elsewhere, only ever read from a seed or a package.
    """

    id: str
    kind: EntityKind
    labels: tuple[tuple[str, str], ...]
    aliases: tuple[tuple[str, str], ...] = ()
    types: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """The name in `language`, else in English, else the first there is."""
        names = dict(self.labels)
        return names.get(language) or names.get("en") or self.labels[0][1]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name's surface span in a text, linked to its entity. `definite` marks a description ("the bloc")."""

    span: Span
    entity: str
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """Whom an article may name: names as written, before anybody knows whose they are.

    `titled` are full names ("First Last") after an office, `offices` single words after one, each with the stem of the
    office before it; `full` are two words with capitals anywhere, or three with a patronymic after the given name.
    """

    language: str
    titled: tuple[tuple[str, str], ...] = ()
    offices: tuple[tuple[str, str], ...] = ()
    full: tuple[str, ...] = ()


class Kind(StrEnum):
    """What sort of thing happened. Trigger words live in the language files, reader's words in the site's."""

    AGREEMENT = "agreement"
    APPOINTMENT = "appointment"
    ARREST = "arrest"
    ATTACK = "attack"
    BIRTH = "birth"
    CLOSING = "closing"
    CONFLICT = "conflict"
    DEATH = "death"
    DECISION = "decision"
    DISASTER = "disaster"
    ELECTION = "election"
    FOUNDING = "founding"
    JOINING = "joining"
    LEAVING = "leaving"
    MEETING = "meeting"
    OPENING = "opening"
    PROTEST = "protest"
    PUBLICATION = "publication"
    RESIGNATION = "resignation"
    SANCTION = "sanction"
    STATEMENT = "statement"
    TRANSFER = "transfer"
    TRIAL = "trial"
    OTHER = "other"


class Modality(StrEnum):
    """How the source puts it."""

    REPORTED = "reported"
    PLANNED = "planned"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that says that something happened, happens or is due at a date.

    `quote` is `article.text[span]`, verbatim. `clause` is the part of the sentence that the date belongs to, also a
    span of the article's text. `entities` are entity ids in order of mention, `participants` those that take part in
    what the clause says (a subset). `speaker` is an entity id or a name as written, "" where nobody is credited.
    `origin` is the outlet or document that the article credits, else its publication.
    The id is made of the article's id, the quote, the wording of the date and the ordinal among equal ones.
    """

    id: str
    article: str
    span: Span
    quote: str
    clause: Span
    time: TimeExpression
    entities: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    kind: Kind = Kind.OTHER
    modality: Modality = Modality.REPORTED
    speaker: str = ""
    origin: str = ""
