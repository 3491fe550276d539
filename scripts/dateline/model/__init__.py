"""The nouns: what Dateline knows, as frozen values. Every verb takes some of these and gives others.

The data's way: Article -> TimeExpression and Mention -> Statement -> Event -> Timeline -> page.

Units, everywhere: offsets are code points into `Article.text`, half-open; dates are EDTF (ISO 8601-2, level 1);
languages are BCP 47 tags ("ru", "en"); paths are POSIX paths relative to the seeds folder.
"""

from __future__ import annotations

from .articles import Article, Problem, Severity, Span
from .collection import Collection, Seeds
from .events import Claim, Dispute, Event, Matter
from .notes import Correction, Note, Status, TextQuote
from .statements import Basis, Entity, EntityKind, Kind, Mention, Modality, Naming, Statement, TimeExpression
from .timelines import Condition, Dated, Definition, Era, OwnEvent, Timeline

__all__ = [
    "Article",
    "Basis",
    "Claim",
    "Collection",
    "Condition",
    "Correction",
    "Dated",
    "Definition",
    "Dispute",
    "Entity",
    "EntityKind",
    "Era",
    "Event",
    "Kind",
    "Matter",
    "Mention",
    "Modality",
    "Naming",
    "Note",
    "OwnEvent",
    "Problem",
    "Seeds",
    "Severity",
    "Span",
    "Statement",
    "Status",
    "TextQuote",
    "TimeExpression",
    "Timeline",
]
