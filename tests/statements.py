"""Articles and statements written by hand, for tests that begin where reading ends.

A sentence marks its date in braces: "{On Wednesday}, Armenia announced …".
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from dateline.model import Article, Basis, Entity, EntityKind, Kind, Modality, Span, Statement, TimeExpression


def entity(id: str, kind: EntityKind = EntityKind.COUNTRY, **names: str) -> Entity:
    """`names` are labels by language; without any, the id is the English one."""
    return Entity(id, kind, tuple(names.items()) or (("en", id.title()),))


@dataclass
class Sheet:
    """One article as it is written: call `says` for each sentence, then take `article` and `statements`."""

    id: str
    language: str = "en"
    published: str = "2024-06-14"
    publication: str = "Example"
    path: str = ""
    text: str = ""
    statements: list[Statement] = field(default_factory=list)

    def says(
        self,
        sentence: str,
        value: str,
        kind: Kind | str,
        participants: str = "",
        modality: Modality = Modality.REPORTED,
        origin: str = "",
    ) -> Statement:
        """Add a sentence with its date in braces; `participants` are entity ids between commas."""
        start = len(self.text)
        opening, closing = sentence.index("{"), sentence.index("}") - 1
        plain = sentence.replace("{", "").replace("}", "")
        self.text += plain + "\n"
        span = Span(start, start + len(plain))
        time = TimeExpression(
            Span(start + opening, start + closing), plain[opening:closing], value, Basis.EXPLICIT, "test"
        )
        names = tuple(name.strip() for name in participants.split(",") if name.strip())
        digest = hashlib.sha256(f"{self.id} {start} {sentence}".encode()).hexdigest()
        statement = Statement(
            id="s" + digest[:12],
            article=self.id,
            span=span,
            quote=plain,
            clause=span,
            time=time,
            entities=names,
            participants=names,
            kind=Kind(kind),
            modality=modality,
            origin=origin or self.publication,
        )
        self.statements.append(statement)
        return statement

    @property
    def article(self) -> Article:
        return Article(
            id=self.id,
            path=self.path or f"articles/{self.id}.md",
            text=self.text,
            language=self.language,
            title=self.id,
            body=Span(0, len(self.text)),
            published=self.published,
            publication=self.publication,
        )
