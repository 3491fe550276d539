"""Who takes part in what a clause says: the names in it, the subject it shares, and what a participle refers to."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Mention
from ..text.tokens import Word
from .clauses import Segment
from .vocabulary import Trigger, Vocabulary

_REACH = 8  # words between a participle and the name that it says something of
_EMBEDDED = ("participle", "apposition", "relative", "parted-embedded")


class Sentence:
    """The words, clauses, triggers and mentions of one sentence; mentions as (first word, last word, entity).

    `dated` are the numbers of the words of its dates.
    """

    def __init__(
        self,
        folded: str,
        text: Sequence[Word],
        segments: Sequence[Segment],
        triggers: Sequence[Trigger],
        mentions: Sequence[Mention],
        dated: frozenset[int],
        vocabulary: Vocabulary,
    ) -> None:
        self.folded, self.text, self.segments, self.triggers = folded, text, segments, triggers
        self.dated, self.vocabulary = dated, vocabulary
        self.mentions = _placed(text, mentions)

    def segment_of(self, word: int) -> int:
        """The number of the clause that holds word `word`."""
        return next((n for n, s in enumerate(self.segments) if s.first <= word < s.last), 0)

    def clause_of(self, word: int) -> int:
        """The number of a date's clause: the one around it, or the one that resumes it where it only leads in."""
        number = self.segment_of(word)
        if self._has_trigger(number):
            return number
        resumed = (n for n, s in enumerate(self.segments) if s.opener == "resume" and s.around == number)
        return next((n for n in resumed if self._has_trigger(n)), number)

    def _has_trigger(self, number: int) -> bool:
        segment = self.segments[number]
        return any(segment.first <= t.first < segment.last for t in self.triggers)

    def participants(self, number: int) -> tuple[str, ...]:
        """The entities that take part in clause `number`, in order of mention."""
        segment = self.segments[number]
        first = self._core(segment)
        own = [m for m in self._in(first, segment.last) if self._takes_part(m)]
        shared: list[str] = []
        if segment.opener in _EMBEDDED and segment.around >= 0:
            shared = self._antecedent(segment.first)
        elif (first > segment.first or segment.around >= 0) and self._lacks_subject(first, segment):
            shared = self._subject(segment.first, first) if first > segment.first else self._subject_around(segment)
        return tuple(dict.fromkeys((*shared, *(m[2] for m in own))))

    def _core(self, segment: Segment) -> int:
        """Where the last part of a clause begins that has a verb of its own: "led by Moscow and | formed in 2002"."""
        for at in range(segment.last - 2, segment.first, -1):
            joins = self.vocabulary.openers.get(self.text[at].key) == "coordinate"
            verb = any(t.verb and t.first == at + 1 for t in self.triggers)
            if joins and verb and any(d > at for d in self.dated if d < segment.last):
                return at
        return segment.first

    def _in(self, first: int, last: int) -> list[tuple[int, int, str]]:
        return [m for m in self.mentions if first <= m[0] < last]

    def _takes_part(self, mention: tuple[int, int, str]) -> bool:
        """Not "a precursor to X", not the X of "the treaty of the countries of X"."""
        first = mention[0]
        stance = first > 0 and self.text[first - 1].key in self.vocabulary.stances
        if stance and self.folded[self.text[first].start - 1] == "-":
            return False  # "pro-Gadhafi forces"
        if any(tuple(w.key for w in self.text[max(0, first - n) : first]) in self.vocabulary.not_it for n in (1, 2, 3)):
            return False
        if first and self.text[first - 1].key in self.vocabulary.members:
            return not any(m[1] == first - 2 for m in self.mentions)
        return True

    def _lacks_subject(self, first: int, segment: Segment) -> bool:
        verb = next((t.first for t in self.triggers if t.verb and first <= t.first < segment.last), None)
        if verb is None:
            return False
        small = self.vocabulary.small
        return all(at in self.dated or self.text[at].key in small or self._opens(at) for at in range(first, verb))

    def _opens(self, at: int) -> bool:
        return self.text[at].key in self.vocabulary.openers

    def _subject(self, first: int, last: int) -> list[str]:
        """The names that may be a clause's subject: before its verb, not after a preposition; else after the verb."""
        verb = next((t.first for t in self.triggers if t.verb and first <= t.first < last), last)
        free = [m for m in self._in(first, last) if self._takes_part(m) and not self._governed(m[0])]
        before = [m[2] for m in free if m[0] < verb]
        return before or [m[2] for m in free]

    def _subject_around(self, segment: Segment) -> list[str]:
        around = self.segments[segment.around]
        if around.opener == "apposition" and around.around >= 0:
            around = self.segments[around.around]
        found = self._subject(around.first, around.last)
        if found or segment.opener != "resume":
            return found
        return [m[2] for m in self._in(around.first, around.last) if self._takes_part(m)][-1:]

    def _governed(self, word: int) -> bool:
        return word > 0 and self.text[word - 1].key in self.vocabulary.prepositions

    def _antecedent(self, word: int) -> list[str]:
        """The name just before a clause that says something of it, with a name that stands at its side."""
        before = [m for m in self.mentions if word - _REACH <= m[1] < word]
        if not before:
            return []
        chain = [before[-1]]
        for mention in reversed(before[:-1]):
            if chain[-1][0] - mention[1] > 2:
                break
            chain.append(mention)
        return [m[2] for m in reversed(chain) if self._takes_part(m)]


def _placed(text: Sequence[Word], mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
    starts = {w.start: at for at, w in enumerate(text)}
    ends = {w.end: at for at, w in enumerate(text)}
    return [
        (starts[m.span.start], ends[m.span.end], m.entity)
        for m in mentions
        if m.span.start in starts and m.span.end in ends
    ]
