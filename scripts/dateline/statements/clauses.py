"""Which part of a sentence a date belongs to. It is cut where a clause opens; two dates in one part are parted too.

A clause that is set in the middle of another (", принятого еще в 1992 году,", " - a staunch ally of Russia - ") ends at
its second mark; what follows resumes the clause around it. Nothing is cut within brackets.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..model import Span
from ..text.tokens import Word
from .vocabulary import Vocabulary

_DASH_WORDS = 12  # a pair of dashes further apart than this sets nothing in
_ATTRIBUTION = 7  # words of ", a spokesman for the ministry said"
_EMBEDDED = ("participle", "apposition", "relative")


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause: words `first` to `last` (exclusive) of the sentence, and what opened it.

    `around` is the number of the segment that this one is set in, depends on or follows from; -1 for the first.
    """

    first: int
    last: int
    opener: str
    around: int = -1


@dataclass(frozen=True, slots=True)
class _Cut:
    word: int  # the first word after it
    opener: str


def segments(
    folded: str, text: Sequence[Word], dates: Sequence[Span], told: Collection[int], vocabulary: Vocabulary
) -> list[Segment]:
    """The clauses of a sentence: `text` its words, `dates` its dates, `told` the words that say what happened."""
    cuts = _parted(folded, text, dates, told, vocabulary, _cuts(folded, text, dates, told, vocabulary))
    cuts = [
        cut
        for cut, following in pairwise([*cuts, _Cut(len(text), "end")])
        if not _adds_a_date(text, dates, cut, following, vocabulary)
    ]
    found: list[Segment] = []
    edges = [_Cut(0, "start"), *cuts, _Cut(len(text), "end")]
    for left, right in pairwise(edges):
        if left.word < right.word:
            found.append(Segment(left.word, right.word, left.opener, _around(found, left.opener)))
    return found


def _adds_a_date(
    text: Sequence[Word], dates: Sequence[Span], cut: _Cut, following: _Cut, vocabulary: Vocabulary
) -> bool:
    """Whether what a conjunction opens is one more date and nothing else: "closed on Monday | and Tuesday"."""
    words = text[cut.word : following.word]
    dated = [word for word in words if any(d.start <= word.start < d.end for d in dates)]
    light = vocabulary.small | {key for key, sort in vocabulary.openers.items() if sort == "coordinate"}
    joins = cut.opener in ("coordinate", "parted")
    return joins and bool(dated) and all(word in dated or word.key in light for word in words)


def _around(found: Sequence[Segment], opener: str) -> int:
    if not found:
        return -1
    last = len(found) - 1
    if opener == "resume" or (opener == "coordinate" and found[last].opener in _EMBEDDED):
        return found[last].around
    return last


def _cuts(
    folded: str, text: Sequence[Word], dates: Sequence[Span], told: Collection[int], vocabulary: Vocabulary
) -> list[_Cut]:
    cuts: list[_Cut] = []
    said = [first for p in (vocabulary.saying, vocabulary.crediting) for first, _, _ in p.find(text)]
    depth, dashes = 0, _pairs_of_dashes(folded, text)
    set_in = (
        vocabulary.openers.get(text[0].key) == "adverbial"
    )  # "When …, …": what follows the comma is the main clause
    leads_in = _leading_in(text, dates, vocabulary)
    for at in range(1, len(text)):
        gap = folded[text[at - 1].end : text[at].start]
        depth = max(0, depth + gap.count("(") - gap.count(")"))
        if depth or (len(gap) == 1 and text[at].key not in vocabulary.bare_openers):
            continue
        if any(d.start < text[at].start < d.end for d in dates):
            continue
        opener = dashes.get(at) or _opener(gap, at, text, vocabulary)
        if at == leads_in and opener in ("colon", "apposition", "participle"):
            continue
        begun = cuts[-1].word if cuts else 0
        tells = any(begun <= t < at for t in told)
        if not opener and tells and "," in gap and _attributes(at, said, len(text)):
            opener = "attribution"
        listed = text[at - 1].capital and text[at].capital  # "signed by France, Italy and Spain in 2002"
        if not opener and set_in and "," in gap and not listed:
            opener = "resume"
        if opener:
            # what opens before the clause around it has told anything is followed by the rest of that clause
            set_in = opener in ("participle", "apposition") or (opener in ("adverbial", "relative") and not tells)
            cuts.append(_Cut(at, opener))
    return cuts


def _leading_in(text: Sequence[Word], dates: Sequence[Span], vocabulary: Vocabulary) -> int:
    """The word after a date that leads in: "On Friday, |a man …", "1974: |Egypt …". Its clause is still to come."""
    if not dates:
        return -1
    before = [word for word in text if word.start < dates[0].start]
    bare = all(word.key in vocabulary.small for word in before)
    return next((at for at, word in enumerate(text) if word.start >= dates[0].end), -1) if bare else -1


def _attributes(at: int, said: Sequence[int], length: int) -> bool:
    """Whether from word `at` on only the source is named: ", the minister said", ", пишет X"."""
    return any(s in (at, at + 1) or (at < s and length - at <= _ATTRIBUTION) for s in said)


def _opener(gap: str, at: int, text: Sequence[Word], vocabulary: Vocabulary) -> str:
    """What sort of clause opens at word `at`, "" for none."""
    key = text[at].key
    clock = text[at - 1].text.isdigit() and text[at].text.isdigit()  # "at 7: 30"
    if ";" in gap or (": " in gap and not clock):
        return "colon"
    if re.search(r"[,\"]\"? ?- ?", gap):
        return "attribution"
    if "," in gap:
        if sort := vocabulary.openers.get(key):
            return sort
        following = text[at + 1].key if at + 1 < len(text) else ""
        if (
            key in vocabulary.prepositions
            and following in vocabulary.openers
            and vocabulary.openers[following] == "relative"
        ):
            return "relative"
        return "participle" if vocabulary.participle.fullmatch(key) else ""
    if " - " in gap:
        return ""
    return vocabulary.openers.get(key, "") if key in vocabulary.bare_openers else ""


def _pairs_of_dashes(folded: str, text: Sequence[Word]) -> dict[int, str]:
    places = [
        at for at in range(1, len(text)) if re.fullmatch(r"\)? - \(?\"?", folded[text[at - 1].end : text[at].start])
    ]
    pairs: dict[int, str] = {}
    for left, right in pairwise(places):
        if left not in pairs and right - left <= _DASH_WORDS:
            pairs |= {left: "apposition", right: "resume"}
    return pairs


def _parted(
    folded: str,
    text: Sequence[Word],
    dates: Sequence[Span],
    told: Collection[int],
    vocabulary: Vocabulary,
    cuts: list[_Cut],
) -> list[_Cut]:
    """Cuts between two dates that stand in one clause, each with a verb or an event of its own."""
    more: list[_Cut] = []
    looks = vocabulary.finite.fullmatch
    verbs = [at for at, w in enumerate(text) if at in told or (looks(w.key) and not (at and w.capital))]
    for left, right in pairwise(dates):
        between = [at for at, word in enumerate(text) if left.end <= word.start and word.end <= right.start]
        if not between or any(between[0] <= c.word <= between[-1] + 1 for c in cuts):
            continue
        leads_in = _leading_in(text, (left,), vocabulary) == between[0]
        begun = max((c.word for c in (*cuts, *more) if c.word <= between[0]), default=0)
        first = next((at for at in verbs if at >= begun), len(text))
        if (at := _best_cut(folded, text, between, first, vocabulary, leads_in)) is not None:
            more.append(_Cut(at, "parted"))
    return sorted((*cuts, *more), key=lambda c: c.word)


def _best_cut(
    folded: str, text: Sequence[Word], between: Sequence[int], verb: int, vocabulary: Vocabulary, leads_in: bool
) -> int | None:
    """The word between two dates at which the second clause begins: after a comma, else at a conjunction.

    Not at the comma after a date that leads in, nor at the "and" of two subjects: after the first `verb` only.
    """
    content = [at for at in between if text[at].key not in vocabulary.small]
    if not content or between[0] == 0:
        return None
    for at in between:
        opener = vocabulary.openers.get(text[at].key)
        if opener and at < content[-1] + 1 and (opener != "coordinate" or at > verb):
            return at
    for at in (*between, between[-1] + 1):
        comma = at < len(text) and "," in folded[text[at - 1].end : text[at].start]
        if comma and not (leads_in and at == between[0]) and not _decimal(text[at - 1], text[at]):
            return at
    return None


def _decimal(left: Word, right: Word) -> bool:
    """Whether a comma between two words makes a number of them: "0,3"."""
    return left.text[-1:].isdigit() and right.text[:1].isdigit() and right.start - left.end == 1
