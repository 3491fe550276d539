"""Dated sentences -> statements: for each date its clause, what that says happened, who took part and who says so."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import edtf
from ..model import Article, EntityKind, Kind, Mention, Modality, Span, Statement, TimeExpression
from ..text.tokens import Word
from . import attribution, kinds
from .attribution import Entities
from .clauses import segments
from .exclusions import own_words
from .nowadays import nowadays
from .participants import Sentence
from .reading import DatedSentence, Reader

_OPENING = 2  # sentences of a text in which a dateline may stand


def find(
    article: Article, times: Sequence[TimeExpression], mentions: Sequence[Mention], gazetteer: Entities
) -> tuple[Statement, ...]:
    """The statements of `article`, in order of their dates' places: one for each sentence and date that dates an event.

    `times` are the dates found in `article.text`, `mentions` the names, both in order of place. A sentence without a
    date of its own is no statement. Every quote is `article.text[span]`.
    """
    return tuple(_identified(article, _Finder(article, times, mentions, gazetteer).statements()))


class _Finder:
    def __init__(
        self, article: Article, times: Sequence[TimeExpression], mentions: Sequence[Mention], gazetteer: Entities
    ) -> None:
        self.article, self.mentions, self.gazetteer = article, mentions, gazetteer
        self.reader = Reader(article, times)
        self.vocabulary, self.folded = self.reader.vocabulary, self.reader.folded
        self.credit = attribution.credited_by_article(
            article, self.folded, self.reader.sentences, mentions, gazetteer, self.vocabulary
        )

    def statements(self) -> Iterator[Statement]:
        for sentence in self.reader.dated():
            yield from self._of_sentence(sentence)

    def _of_sentence(self, read: DatedSentence) -> Iterator[Statement]:
        span, text, triggers, kept = read.span, read.text, read.triggers, read.kept
        inside = [m for m in self.mentions if span.start <= m.span.start and m.span.end <= span.end]
        begins = own_words(self.folded, span, read.dating, read.number < _OPENING)
        if begins <= kept[0].span.start:
            span = Span(begins, span.end)
        mentions = [m for m in inside if m.span.start >= begins]
        told = frozenset(t.first for t in triggers)
        dates = [d.time.span for d in read.dating]
        parts = segments(self.folded, text, dates, told, self.vocabulary)
        dated = frozenset(at for date in dates for at in _within(text, date))
        origin = attribution.credited_by_sentence(text, inside, self.gazetteer, self.vocabulary)
        sentence = Sentence(self.folded, text, parts, triggers, mentions, dated, self.vocabulary)
        whole = Statement(
            id="",
            article=self.article.id,
            span=span,
            quote=self.article.text[span.start : span.end],
            clause=span,
            time=kept[0],
            entities=tuple(dict.fromkeys(m.entity for m in mentions if not self._outlet(m.entity))),
            speaker=attribution.speaker(text, parts, mentions, dated, self.gazetteer, self.folded, self.vocabulary),
            origin=origin or self.credit or attribution.home(self.article),
        )
        for time in kept:
            found = self._of_date(sentence, whole, time)
            if not nowadays(found, text, told, self.article.dct, self.vocabulary):
                yield found

    def _of_date(self, sentence: Sentence, whole: Statement, time: TimeExpression) -> Statement:
        """What `whole` (all that is the same for every date of the sentence) says of one of its dates."""
        text, parts = sentence.text, sentence.segments
        place = kinds.word_range(text, time.span)
        number = sentence.clause_of(place[0])
        main = kinds.main_trigger(sentence.triggers, parts[number], place)
        earliest, latest = edtf.bounds(time.value)
        goes_on = kinds.in_future(latest, self.article.dct)
        kind, modality = kinds.kind_and_modality(
            text, sentence.triggers, parts[number : number + 2], main, self.vocabulary, goes_on
        )
        if modality is Modality.REPORTED and kinds.in_future(earliest, self.article.dct):
            modality = Modality.PLANNED
        if kinds.denied_above(text, parts, number, sentence.dated, self.vocabulary):
            modality = Modality.DENIED
        who = tuple(e for e in sentence.participants(number) if not self._outlet(e))
        first = parts[sentence.segment_of(place[0])].first
        return replace(
            whole,
            clause=_clause(text, first, parts[number].last, whole.span, self.folded),
            time=time,
            participants=who,
            kind=self._sharpened(kind, who),
            modality=modality,
        )

    def _outlet(self, entity: str) -> bool:
        return "outlet" in self.gazetteer.entity(entity).types

    def _sharpened(self, kind: Kind, participants: Sequence[str]) -> Kind:
        """A treaty that is adopted or decided is an agreement."""
        treaty = any(self.gazetteer.entity(e).kind is EntityKind.AGREEMENT for e in participants)
        return Kind.AGREEMENT if kind is Kind.DECISION and treaty else kind


def _clause(text: Sequence[Word], first: int, last: int, sentence: Span, folded: str) -> Span:
    start = sentence.start if first == 0 else text[first].start
    if last == len(text):
        return Span(start, sentence.end)
    closing = re.compile(r"[)\"'%]*").match(folded, text[last - 1].end)
    return Span(start, closing.end() if closing else text[last - 1].end)


def _within(text: Sequence[Word], span: Span) -> range:
    first, last = kinds.word_range(text, span)
    return range(first, last + 1)


def _identified(article: Article, found: Iterator[Statement]) -> Iterator[Statement]:
    """Statements with ids made of article, quote, wording of the date, and the ordinal among equal ones."""
    seen: Counter[tuple[str, str]] = Counter()
    for statement in found:
        same = statement.quote, statement.time.wording
        name = "\0".join((article.id, *same, str(seen[same])))
        seen[same] += 1
        digest = base64.b32encode(hashlib.sha256(name.encode()).digest()).decode().lower()
        yield replace(statement, id="s" + digest[:12])
