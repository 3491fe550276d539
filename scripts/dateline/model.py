"""The nouns: what Dateline knows, as frozen values. Every verb takes some of these and gives others.

The data's way: Article -> TimeExpression and Mention -> Statement -> Event -> Timeline -> page.

Units, everywhere: offsets are code points into `Article.text`, half-open; dates are EDTF (ISO 8601-2, level 1);
languages are BCP 47 tags ("ru", "en"); paths are POSIX paths relative to the seeds folder.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text: code points `start` (inclusive) to `end` (exclusive)."""

    start: int
    end: int


class Severity(StrEnum):
    """Whether a problem fails a strict build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something the editor should know about one of their files.

    `path` is as the editor would type it ("seeds/x.md"); `line` counts from 1, 0 where the whole file is meant.
    `code` names the rule, for filters and tests ("no-publication-date").
    """

    path: str
    line: int
    message: str
    severity: Severity = Severity.ERROR
    code: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One saved news article.

    `text` is what the source says: decoded, line ends as LF, nothing else changed; front matter is not part of it.
    `published` is ISO 8601, as precise as the source: a day ("2024-06-14") or an instant with its offset from UTC
    ("2024-06-14T18:08+04:00"); "" where the source gives none.
    `body` is the part of `text` that the article itself says: without the dateline line before it and such.
    `first_line` is the line of the file that `text` begins on, 0 where no line of the file is one of the text.
    """

    id: str
    path: str
    text: str
    language: str
    title: str
    body: Span
    published: str = ""
    declared_language: str = ""
    publication: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    archive: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    full_text: bool = False
    first_line: int = 1

    @property
    def dct(self) -> dt.date | None:
        """Document creation time: the day of publication in the article's own zone, which relative dates start from."""
        return dt.date.fromisoformat(self.published[:10]) if self.published else None


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


class Status(StrEnum):
    """What an editor says of an event."""

    OPEN = "open"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class TextQuote:
    """A W3C TextQuoteSelector: the exact words, and enough before and after them to tell one place from another."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a page said before, what it says now, why, and the day (ISO 8601) it was put right."""

    was: str
    now: str
    because: str
    on: str


@dataclass(frozen=True, slots=True)
class Note:
    """What an editor adds to a statement or an event, anchored by quote or by statement id.

    `path` and `line` say where the editor wrote it. `translations` are (language, words) pairs, never quotations.
    `date` is an EDTF value that replaces the one read, `because` the reason. `on` is the day (ISO 8601) of the note.
    """

    path: str
    line: int
    quote: TextQuote | None = None
    id: str = ""
    article: str = ""
    by: str = ""
    on: str = ""
    comment: str = ""
    title: str = ""
    translations: tuple[tuple[str, str], ...] = ()
    date: str = ""
    because: str = ""
    hide: bool = False
    merge: tuple[str, ...] = ()
    split: bool = False
    status: Status = Status.OPEN
    correction: Correction | None = None


class Matter(StrEnum):
    """What sources disagree on."""

    DATE = "date"
    NUMBER = "number"
    PARTICIPANTS = "participants"
    FACT = "fact"  # one reports it, another denies it


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a dispute: what is said (EDTF, a number, entity ids or a modality) and the statements that say it."""

    value: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something that the statements of an event don't agree on, with who says what."""

    matter: Matter
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """The same happening as told by one statement or several, in any number of articles and languages.

    `value` is the most precise EDTF date that all statements agree with; where they don't agree, `disputed` holds
    every value (and `value` covers them all); `disputes` say who says what, of the date and of all else. The id is that
    of its earliest published statement, or of one that a file of the seeds names. `title` is in the words of
    `titled_by` (a statement id), or the editor's ("" there). `statements` stand in order of report. `first_reported`
    is ISO 8601. `url`, `archive` and `quote` are those of an editor's own event, which has no statements.
    """

    id: str
    value: str
    title: str
    title_language: str
    titled_by: str
    kind: Kind
    modality: Modality
    entities: tuple[str, ...]
    statements: tuple[Statement, ...]
    articles: tuple[str, ...]
    origins: tuple[str, ...]
    languages: tuple[str, ...]
    first_reported: str
    disputed: tuple[str, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    status: Status = Status.OPEN
    notes: tuple[Note, ...] = ()
    url: str = ""
    archive: str = ""
    quote: str = ""

    @property
    def by_editor(self) -> bool:
        """Whether an editor added it by hand: it quotes no article of the collection and counts as no source."""
        return not self.statements


@dataclass(frozen=True, slots=True)
class Era:
    """A named period of a timeline; `start` and `end` are EDTF, "" where open."""

    title: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """What an event must be to belong: every filled field holds. `any_of`, `all_of` and `none_of` combine conditions.

    Within one field any of its values will do. `start` and `end` are EDTF, inclusive. `lines` tell on which line of
    the editor's file a value stands: (value, line) pairs, for messages.
    """

    entities: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    languages: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    all_of: tuple[Condition, ...] = ()
    any_of: tuple[Condition, ...] = ()
    none_of: tuple[Condition, ...] = ()
    lines: tuple[tuple[str, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """An event that the editor adds to a timeline by hand."""

    date: str
    title: str
    url: str = ""
    archive: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A file of `seeds/timelines/`: what a timeline shows and what the editor adds to it.

    `lines` are (value, line) pairs as in `Condition`: the line of each id of `key`, and of "show".
    """

    slug: str
    path: str
    title: str
    show: Condition = Condition()
    introduction: str = ""
    newest_first: bool = False
    key: tuple[str, ...] = ()
    eras: tuple[Era, ...] = ()
    events: tuple[OwnEvent, ...] = ()
    notes: tuple[Note, ...] = ()
    lines: tuple[tuple[str, int], ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in order of time under one title. `key` are the ids of the events that matter most, in order of time.

    `definition` is None for a timeline that nobody defined; `entity` then names what it is about, if one thing.
    """

    slug: str
    title: str
    events: tuple[Event, ...]
    introduction: str = ""
    key: tuple[str, ...] = ()
    eras: tuple[Era, ...] = ()
    newest_first: bool = False
    definition: Definition | None = None
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Seeds:
    """Everything that was read from the editor's folder, sorted by path."""

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...] = ()
    definitions: tuple[Definition, ...] = ()
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """The whole result: what the writers turn into pages and data.

    `articles` are sorted newest first, `events` by time, `entities` hold those that an event names.
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    timelines: tuple[Timeline, ...]
    entities: tuple[Entity, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements of all events."""
        return tuple(s for event in self.events for s in event.statements)
