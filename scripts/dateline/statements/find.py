"""Dated sentences -> statements: for each date its clause, what that says happened, who took part and who says so."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import edtf, glued, tokens
from ..model import Article, Basis, EntityKind, Kind, Mention, Modality, Span, Statement, TimeExpression
from ..text import fold
from . import attribution, kinds
from .appositions import told_once
from .attribution import Entities
from .clauses import segments
from .exclusions import Dated, dates_nothing, nowadays, own_words
from .participants import Sentence
from .tables import MOST_DATES, by_sentence, of_body
from .vocabulary import vocabulary

_THEN_REACH = 2  # sentences back to the one date that "then" points at
_LONG_AGO = 31  # days between that date and the article: a nearer "then" means "next"


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
        self.vocabulary = vocabulary(article.language)
        self.folded = fold(article.text)
        self.sentences = of_body(article)
        self.dates = by_sentence(self.sentences, [t for t in times if t.span.start < article.body.end])
        self.credit = attribution.credited_by_article(
            article, self.folded, self.sentences, mentions, gazetteer, self.vocabulary
        )

    def statements(self) -> Iterator[Statement]:
        for number, sentence in enumerate(self.sentences):
            dates = self.dates.get(number) or self._then(number, sentence)
            if 0 < len(dates) <= MOST_DATES:
                yield from self._of_sentence(number, sentence, dates)

    def _then(self, number: int, sentence: Span) -> list[TimeExpression]:
        """«Тогда …»: the one date of a sentence just before, if it lies well before the article."""
        if not self.vocabulary.then_written.search(self.folded, *sentence):
            return []
        text = tokens.split(self.folded, *sentence)
        at = next((i for i, w in enumerate(text) if w.key in self.vocabulary.then), None)
        if at is None or self._otherwise(text, at):
            return []
        for back in range(number - 1, max(-1, number - 1 - _THEN_REACH), -1):
            if given := self.dates.get(back):
                values = {t.value for t in given}
                first = edtf.bounds(given[0].value)[0]
                dct = self.article.dct
                last = edtf.bounds(given[0].value.removesuffix("/.."))[1]
                past = dct is not None and last is not None and dct.toordinal() - last > _LONG_AGO
                if len(values) != 1 or not past or first is None or first == last:
                    return []  # after a day, "then" means "next"
                value = given[0].value.removesuffix("/..")
                span = Span(text[at].start, text[at].end)
                wording = self.article.text[span.start : span.end]
                return [TimeExpression(span, wording, value, Basis.CONTEXT, "then", given[0].value)]
        return []

    def _otherwise(self, text: Sequence[tokens.Word], at: int) -> bool:
        beside = (text[at - 1].key if at else "", text[at + 1].key if at + 1 < len(text) else "")
        return any(key in self.vocabulary.not_then for key in beside)

    def _of_sentence(self, number: int, span: Span, dates: Sequence[TimeExpression]) -> Iterator[Statement]:
        text = glued.apart(tokens.split(self.folded, *span), self.article.language, self.folded)
        triggers = kinds.triggers(text, self.vocabulary, [t.span for t in dates])
        dating = [self._dated(number, span, t, text, bool(triggers)) for t in dates]
        kept = told_once([d.time for d in dating if not dates_nothing(d)], self.folded, self.vocabulary)
        if not kept:
            return
        inside = [m for m in self.mentions if span.start <= m.span.start and m.span.end <= span.end]
        begins = own_words(self.folded, span, dating)
        if begins <= kept[0].span.start:
            span = Span(begins, span.end)
        mentions = [m for m in inside if m.span.start >= begins]
        told = frozenset(t.first for t in triggers)
        parts = segments(self.folded, text, [t.span for t in dates], told, self.vocabulary)
        dated = frozenset(at for t in dates for at in _within(text, t.span))
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
            if not self._nowadays(sentence, found):
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

    def _nowadays(self, sentence: Sentence, found: Statement) -> bool:
        """Whether "today" only says how things are, in a clause that tells nothing."""
        if found.kind is not Kind.OTHER or found.modality is not Modality.REPORTED:
            return False
        clause = [w for w in sentence.text if found.clause.start <= w.start < found.clause.end]
        return nowadays(clause, found.time, self.article.dct, self.vocabulary)

    def _dated(
        self, number: int, span: Span, time: TimeExpression, text: Sequence[tokens.Word], has_trigger: bool
    ) -> Dated:
        return Dated(self.folded, span, self._line(span), time, text, number, has_trigger, self.vocabulary)

    def _outlet(self, entity: str) -> bool:
        return "outlet" in self.gazetteer.entity(entity).types

    def _sharpened(self, kind: Kind, participants: Sequence[str]) -> Kind:
        """A treaty that is adopted or decided is an agreement."""
        treaty = any(self.gazetteer.entity(e).kind is EntityKind.AGREEMENT for e in participants)
        return Kind.AGREEMENT if kind is Kind.DECISION and treaty else kind

    def _line(self, sentence: Span) -> Span:
        start = max(self.folded.rfind(end, 0, sentence.start) for end in "\n\r") + 1
        match = re.compile(r"[\n\r]").search(self.folded, sentence.end)
        return Span(start, match.start() if match else len(self.folded))


def _clause(text: Sequence[tokens.Word], first: int, last: int, sentence: Span, folded: str) -> Span:
    start = sentence.start if first == 0 else text[first].start
    if last == len(text):
        return Span(start, sentence.end)
    closing = re.compile(r"[)\"'%]*").match(folded, text[last - 1].end)
    return Span(start, closing.end() if closing else text[last - 1].end)


def _within(text: Sequence[tokens.Word], span: Span) -> range:
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
