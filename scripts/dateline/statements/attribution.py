"""Who says so: the speaker of a sentence, and the outlet that an article or a sentence credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from ..model import Article, Entity, EntityKind, Mention, Span
from ..text import tokens
from ..text.tokens import Word
from .clauses import Segment
from .vocabulary import Vocabulary

_NEAR = 4  # words between an outlet and the verb that credits it
_OPENING = 3  # sentences in which an article says whom it relays
_INITIAL = 2  # letters of an initial, or of "Dr"
_NAME = 5  # words of a name


class Entities(Protocol):
    """What is asked of the gazetteer."""

    def entity(self, id_: str) -> Entity:
        """The entity of that id."""
        ...


def home(article: Article) -> str:
    """The article's own publication, else the host of its address, else ""."""
    return article.publication or article.host


def credited_by_article(
    article: Article,
    folded: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    entities: Entities,
    vocabulary: Vocabulary,
) -> str:
    """The one outlet that the title or the opening credits for the whole article; "" for none or several."""
    outlets = [m for m in mentions if _is_outlet(m, entities)]
    if not outlets:
        return ""
    body = [s for s in sentences if article.body.start <= s.start < article.body.end]
    found = set()
    for number, sentence in enumerate(body[: _OPENING + 1]):
        inside = [m for m in outlets if sentence.start <= m.span.start < sentence.end]
        if not inside:
            continue
        found |= {
            m.entity for m in inside if (number == 0 and _heads(m.span, sentence, folded)) or _files(m.span, folded)
        }
        found |= set(credited(tokens.split(folded, *sentence), inside, vocabulary))
    return entities.entity(found.pop()).label("en") if len(found) == 1 else ""


def credited_by_sentence(
    text: Sequence[Word], mentions: Sequence[Mention], entities: Entities, vocabulary: Vocabulary
) -> str:
    """The one outlet that a sentence credits; "" for none or several."""
    outlets = [m for m in mentions if _is_outlet(m, entities)]
    found = set(credited(text, outlets, vocabulary)) if outlets else set()
    return entities.entity(found.pop()).label("en") if len(found) == 1 else ""


def credited(text: Sequence[Word], outlets: Sequence[Mention], vocabulary: Vocabulary) -> list[str]:
    """The outlets that stand near a word of crediting: «пишет X», "according to X", "X reported", "seen by X"."""
    hits = [(a, b) for a, b, _ in vocabulary.crediting.find(text)]
    found = []
    for mention in outlets:
        inside = [at for at, w in enumerate(text) if mention.span.start <= w.start < mention.span.end]
        if inside and any(inside[0] - b <= _NEAR and a - inside[-1] <= _NEAR for a, b in hits):
            found.append(mention.entity)
    return found


def speaker(
    text: Sequence[Word],
    segments: Sequence[Segment],
    mentions: Sequence[Mention],
    dated: frozenset[int],
    entities: Entities,
    folded: str,
    vocabulary: Vocabulary,
) -> str:
    """Who is credited with saying it: an entity's id, else a name as written, else ""."""
    for first, last, _ in vocabulary.saying.find(text):
        segment = next(s for s in segments if s.first <= first < s.last)
        taken = dated | _words_of(text, mentions)
        start, end = text[segment.first].start, text[segment.last - 1].end
        near = [m for m in mentions if start <= m.span.start and m.span.end <= end and not _is_outlet(m, entities)]
        at = text[first].start
        if _beside(text, first, last, [m for m in mentions if _is_outlet(m, entities)]):
            continue  # an outlet is an origin, not a speaker

        def rank(mention: Mention, at: int = at) -> tuple[bool, int]:
            return entities.entity(mention.entity).kind is not EntityKind.PERSON, abs(mention.span.start - at)

        best = min(near, key=rank, default=None)
        if best and entities.entity(best.entity).kind is EntityKind.PERSON:
            return best.entity
        if name := _written_name(text, segment, first, last, folded, taken, vocabulary):
            return name
        if best and entities.entity(best.entity).kind is not EntityKind.PLACE:
            return best.entity
    return ""


def _written_name(
    text: Sequence[Word],
    segment: Segment,
    first: int,
    last: int,
    folded: str,
    taken: frozenset[int],
    vocabulary: Vocabulary,
) -> str:
    """Two to four words with capitals side by side, nearest to the verb; words that are `taken` are not part of it."""
    runs: list[tuple[int, int]] = []
    at = segment.first
    while at < segment.last:
        end = at
        while (
            end + 1 < segment.last
            and not taken & {end, end + 1}
            and _is_name(text[end])
            and _is_name(text[end + 1])
            and _side_by_side(text, end, folded)
        ):
            end += 1
        if 1 <= end - at < _NAME:
            runs.append((at, end))
        at = end + 1
    best = min(runs, key=lambda r: min(abs(r[0] - last), abs(first - r[1])), default=None)
    if best is None:
        return ""
    start, end = best
    titles = [at for at in range(start, end) if text[at].key.startswith(vocabulary.titles or ("\0",))]
    start = titles[-1] + 1 if titles else start
    return folded[text[start].start : text[end].end]


def _beside(text: Sequence[Word], first: int, last: int, outlets: Sequence[Mention]) -> bool:
    near = text[max(0, first - _NEAR) : last + 1 + _NEAR]
    return any(m.span.start <= w.start < m.span.end for m in outlets for w in near)


def _words_of(text: Sequence[Word], mentions: Sequence[Mention]) -> frozenset[int]:
    return frozenset(at for at, w in enumerate(text) for m in mentions if m.span.start <= w.start < m.span.end)


def _is_name(word: Word) -> bool:
    return word.capital and (len(word.text) == 1 or word.text[1:].islower())


def _side_by_side(text: Sequence[Word], at: int, folded: str) -> bool:
    gap = folded[text[at].end : text[at + 1].start]
    return gap in (" ", "-") or (gap in (". ", ".") and len(text[at].text) <= _INITIAL)


def _heads(span: Span, sentence: Span, folded: str) -> bool:
    """Whether a headline begins with the outlet ("Politico: …") or ends with it ("… - Politico")."""
    before, after = folded[sentence.start : span.start], folded[span.end : sentence.end]
    return bool(
        (not before.strip(' "') and re.match(r'"?\s*:', after))
        or (not after.strip(' ".') and re.search(r'[-|:] "?$', before))
    )


def _files(span: Span, folded: str) -> bool:
    """Whether a dateline names the agency: "TUNIS (Reuters) -"."""
    return folded[span.start - 1 : span.start] == "(" and bool(re.match(r"\) ?--?", folded[span.end : span.end + 4]))


def _is_outlet(mention: Mention, entities: Entities) -> bool:
    return "outlet" in entities.entity(mention.entity).types
