"""Definite descriptions: "the bloc", «договор». One links to the only thing of its type named before it.

"Before" is first the same sentence, then the paragraph, then the article: the nearest of them that names any decides,
and where it names several, nothing is linked. "A precursor to the bloc" is not the bloc. "The parliament" and «полиция»
are those of the one country that the article names, again and again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .. import languages
from ..model import Article, EntityKind, Mention, Span
from ..text import fold, sentences, tokens
from ..text.tokens import Word
from .gazetteer import Gazetteer

_ADJECTIVES = 3  # how many words may stand between "the" and its noun
_INFLECTED = 3  # letters that a noun may have beyond its stem
_SHORT = 3  # letters of an abbreviation, which has no endings
_OFTEN = 3  # mentions of the one country that an article is about
_PUNCTUATION = frozenset('.,;:!?()[]"…-/')


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a language says of descriptions. Words are keys."""

    nouns: dict[str, frozenset[str]]  # stem of a noun -> the types it may stand for
    institutions: tuple[str, ...]  # stems of nouns that stand for a country
    determiners: frozenset[str]  # needed before the noun; none in a language without articles
    adjectives: tuple[str, ...]  # stems that leave the noun definite, in a language without articles
    adjectival: tuple[str, ...]  # endings of adjectives, any other of which makes it another thing
    not_it: frozenset[tuple[str, ...]]  # words before it that make it another thing
    other: frozenset[str]  # words after it that make it another thing
    goes_on: tuple[str, ...]  # in a language without articles: words (or their endings) that may follow


def find(article: Article, text: Sequence[Word], named: Sequence[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The descriptions of `article` that link to one of the entities `named` in it."""
    words_ = vocabulary(article.language)
    typed = [(m, frozenset(gazetteer.entity(m.entity).types)) for m in named]
    typed = [(m, types) for m, types in typed if types - {"outlet"}]
    if not typed or not words_.nouns:
        return []
    folded = fold(article.text)
    taken = {offset for m in named for offset in range(*m.span)}
    scopes = _Scopes(article, folded)
    found: list[Mention] = []
    for at, types in _nouns(text, words_):
        span = _described(text, at, folded, words_)
        if span is None or text[at].start in taken:
            continue
        known = [(m.span, m.entity, t) for m, t in typed] + [(m.span, m.entity, types) for m in found]
        if entity := _only_one(span, types, known, scopes):
            found.append(Mention(span, entity, definite=True))
    return found


def institutions(
    article: Article, text: Sequence[Word], named: Sequence[Mention], gazetteer: Gazetteer
) -> list[Mention]:
    """The country's parliament, police and such, where `named` has one country only."""
    words_ = vocabulary(article.language)
    country = _only_country(named, gazetteer)
    if not country or not words_.institutions:
        return []
    folded = fold(article.text)
    taken = {offset for m in named for offset in range(*m.span)}
    found = []
    for at, word in enumerate(text):
        if word.key.startswith(words_.institutions) and word.start not in taken and _is_institution(word, words_):
            reach = _with_article if words_.determiners else _bare
            first = reach(text, at, folded, words_)
            if first is not None:
                start = text[first].start if words_.determiners and text[first].start not in taken else word.start
                found.append(Mention(Span(start, word.end), country, definite=True))
    return found


def _only_country(named: Sequence[Mention], gazetteer: Gazetteer) -> str:
    met = [
        m.entity if gazetteer.entity(m.entity).kind is EntityKind.COUNTRY else gazetteer.seat(m.entity) for m in named
    ]
    countries = [id_ for id_ in met if id_]
    return countries[0] if len(countries) >= _OFTEN and len(set(countries)) == 1 else ""


def _is_institution(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether it is one of them; a short one is an abbreviation, «МВД»."""
    stems = (stem for stem in vocabulary.institutions if word.key.startswith(stem))
    return any(len(word.key) - len(stem) <= (_INFLECTED if len(stem) > _SHORT else 0) for stem in stems)


@cache
def vocabulary(language: str) -> Vocabulary:
    """What the language file says under `events: descriptions:`."""
    section = languages.section(language, "events").get("descriptions", {})

    def keys(name: str) -> list[str]:
        return [tokens.key(w) for w in str(section.get(name, "")).split()]

    return Vocabulary(
        institutions=tuple(keys("institutions")),
        nouns={tokens.key(noun): frozenset(str(types).split()) for noun, types in section.get("nouns", {}).items()},
        determiners=frozenset(keys("determiners")),
        adjectives=tuple(keys("adjectives")),
        adjectival=tuple(keys("adjectival")),
        not_it=frozenset(tuple(tokens.key(p).split()) for p in section.get("not_it", [])),
        other=frozenset(keys("other")),
        goes_on=tuple(keys("goes_on")),
    )


class _Scopes:
    """Where the sentence and the paragraph of a place begin."""

    def __init__(self, article: Article, folded: str) -> None:
        self._sentences = [s.start for s in sentences.split(article.text, article.language)]
        self._folded = folded

    def starts(self, place: int) -> tuple[int, ...]:
        at = bisect_right(self._sentences, place)
        return self._sentences[at - 1] if at else 0, self._folded.rfind("\n", 0, place) + 1, 0


def _only_one(span: Span, types: frozenset[str], known: list[tuple[Span, str, frozenset[str]]], scopes: _Scopes) -> str:
    for start in scopes.starts(span.start):
        meant = {e for s, e, t in known if start <= s.start and s.end <= span.start and t & types}
        if meant:
            return meant.pop() if len(meant) == 1 else ""
    return ""


def _nouns(text: Sequence[Word], vocabulary: Vocabulary) -> Iterator[tuple[int, frozenset[str]]]:
    seen: dict[str, frozenset[str]] = {}
    for at, word in enumerate(text):
        types = seen.get(word.key)
        if types is None:
            types = seen[word.key] = _types(word.key, vocabulary)
        if types:
            yield at, types


def _types(key: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The types of the longest stem of `key`; an ending has three characters at most."""
    lengths = range(len(key), max(2, len(key) - 4), -1)
    return next((found for n in lengths if (found := vocabulary.nouns.get(key[:n]))), frozenset())


def _described(text: Sequence[Word], at: int, folded: str, vocabulary: Vocabulary) -> Span | None:
    """The whole description whose noun is word `at`, None where the noun means another thing, or any of its kind."""
    after = text[at + 1] if at + 1 < len(text) else None
    together = after is not None and not _PUNCTUATION & set(folded[text[at].end : after.start])
    if after and together and after.key in vocabulary.other:
        return None
    first = (
        _with_article(text, at, folded, vocabulary) if vocabulary.determiners else _bare(text, at, folded, vocabulary)
    )
    if first is None:
        return None
    if not vocabulary.determiners and after and together and not _may_follow(after, vocabulary):
        return None
    for length in (1, 2):
        if tuple(w.key for w in text[max(0, first - length) : first]) in vocabulary.not_it:
            return None
    return Span(text[first].start, text[at].end)


def _with_article(text: Sequence[Word], at: int, folded: str, vocabulary: Vocabulary) -> int | None:
    for first in range(at, max(-1, at - _ADJECTIVES - 2), -1):
        if first < at and _PUNCTUATION - {"-"} & set(folded[text[first].end : text[first + 1].start]):
            return None
        if text[first].key in vocabulary.determiners:
            return first
    return None


def _bare(text: Sequence[Word], at: int, folded: str, vocabulary: Vocabulary) -> int | None:
    """In a language without articles: the noun alone, or after an adjective that says nothing new."""
    if not at or _PUNCTUATION & set(folded[text[at - 1].end : text[at].start]):
        return at
    before = text[at - 1].key
    if before.startswith(vocabulary.adjectives or ("\0",)):
        return at - 1
    return None if vocabulary.adjectival and before.endswith(vocabulary.adjectival) else at


def _may_follow(after: Word, vocabulary: Vocabulary) -> bool:
    return any(after.key == w or (w[0] == "-" and after.key.endswith(w[1:])) for w in vocabulary.goes_on)
