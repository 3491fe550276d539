"""What happened, as told by all who tell it, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .notes import Note, Status
from .statements import Kind, Modality, Statement


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
