"""The sentences of an article with the dates that date something in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import edtf
from ..model import Article, Basis, Span, TimeExpression
from ..text import fold, glued, tokens
from . import kinds
from .appositions import told_once
from .exclusions import Dated, dates_nothing
from .tables import MOST_DATES, by_sentence, of_body
from .vocabulary import Trigger, vocabulary

_THEN_REACH = 2  # sentences back to the one date that "then" points at
_LONG_AGO = 31  # days between that date and the article: a nearer "then" means "next"


@dataclass(frozen=True, slots=True)
class DatedSentence:
    """A sentence of an article that has dates: its number and place, its words, what happens in it, and its dates.

    `kept` are those that date something, in order of place.
    """

    number: int
    span: Span
    text: Sequence[tokens.Word]
    triggers: Sequence[Trigger]
    dating: Sequence[Dated]
    kept: Sequence[TimeExpression]


class Reader:
    """Reads an article sentence by sentence for its dates."""

    def __init__(self, article: Article, times: Sequence[TimeExpression]) -> None:
        """`times` are the dates found in `article.text`, in order of place."""
        self.article = article
        self.vocabulary = vocabulary(article.language)
        self.folded = fold(article.text)
        self.sentences = of_body(article)
        self.dates = by_sentence(self.sentences, [t for t in times if t.span.start < article.body.end])

    def dated(self) -> Iterator[DatedSentence]:
        """The sentences with dates that date something; what has too many dates is a table, not a sentence."""
        for number, span in enumerate(self.sentences):
            dates = self.dates.get(number) or self._then(number, span)
            if 0 < len(dates) <= MOST_DATES and (read := self._read(number, span, dates)).kept:
                yield read

    def _read(self, number: int, span: Span, dates: Sequence[TimeExpression]) -> DatedSentence:
        text = glued.apart(tokens.split(self.folded, *span), self.article.language, self.folded)
        triggers = kinds.triggers(text, self.vocabulary, [t.span for t in dates])
        dating = [self._dated(number, span, t, text, bool(triggers)) for t in dates]
        kept = told_once([d.time for d in dating if not dates_nothing(d)], self.folded, self.vocabulary)
        return DatedSentence(number, span, text, triggers, dating, kept)

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

    def _dated(
        self, number: int, span: Span, time: TimeExpression, text: Sequence[tokens.Word], has_trigger: bool
    ) -> Dated:
        return Dated(self.folded, span, self._line(span), time, text, number, has_trigger, self.vocabulary)

    def _line(self, sentence: Span) -> Span:
        start = max(self.folded.rfind(end, 0, sentence.start) for end in "\n\r") + 1
        match = re.compile(r"[\n\r]").search(self.folded, sentence.end)
        return Span(start, match.start() if match else len(self.folded))


def dating(article: Article, times: Sequence[TimeExpression]) -> frozenset[Span]:
    """The places of those of `times`, the dates of `article` in order of place, that date something in it."""
    return frozenset(time.span for sentence in Reader(article, times).dated() for time in sentence.kept)
