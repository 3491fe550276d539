"""The words of a language that tell what happened, how it is put and who says so: section `events` of its file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Generic, TypeVar

from .. import languages, tokens
from ..model import Kind
from ..tokens import Word

_GAP = 2  # words that may stand between two of one pattern: "pulled its troops out"
_WIDE_GAP = 5  # … where the pattern has a "*" of its own: "kündigte * an"
_SHORT = 2  # a word of so few letters (a preposition) stands right after the one before


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells what happened: words `first` to `last` of a sentence."""

    first: int
    last: int
    kind: Kind
    verb: bool


_Value = TypeVar("_Value")
_Rest = tuple[str, ...]


class Patterns(Generic[_Value]):
    """Patterns of words: "quit", "join*" (may go on), "pull* out" (a few words between). Looked up by stem."""

    __slots__ = ("_by_word", "_exact", "_stems")

    def __init__(self, patterns: Sequence[tuple[str, _Value]]) -> None:
        self._exact: dict[str, list[tuple[_Rest, _Value]]] = {}
        self._stems: dict[str, list[tuple[_Rest, _Value]]] = {}
        self._by_word: dict[str, list[tuple[_Rest, _Value]]] = {}
        for pattern, value in patterns:
            first, *rest = (tokens.key(part) for part in pattern.split())
            table = self._stems if first.endswith("*") else self._exact
            table.setdefault(first.rstrip("*"), []).append((tuple(rest), value))

    def at(self, text: Sequence[Word], at: int, taken: frozenset[int] = frozenset()) -> tuple[int, _Value] | None:
        """The last word and the value of the longest pattern from word `at`; no later word of it is `taken`.

        Of patterns of one word the longest stem counts; one of several words that aren't there hides no shorter one.
        """
        best: tuple[int, _Value] | None = None
        size = -1
        for rest, value in self._candidates(text[at].key):
            last = _matched(rest, text, at, taken)
            if last is not None and len(rest) > size:
                best, size = (last, value), len(rest)
        return best

    def find(self, text: Sequence[Word], taken: frozenset[int] = frozenset()) -> list[tuple[int, int, _Value]]:
        """Every pattern: first word, last word, value."""
        found = ((at, self.at(text, at, taken)) for at in range(len(text)))
        return [(at, hit[0], hit[1]) for at, hit in found if hit]

    def _candidates(self, key: str) -> list[tuple[_Rest, _Value]]:
        known = self._by_word.get(key)
        if known is None:
            known = list(self._exact.get(key, ()))
            for length in range(len(key), 1, -1):
                known += self._stems.get(key[:length], ())
            self._by_word[key] = known
        return known


def _matched(rest: tuple[str, ...], text: Sequence[Word], at: int, taken: frozenset[int]) -> int | None:
    gap = 0
    for part in rest:
        stem = part.rstrip("*")
        if not stem:
            gap = _WIDE_GAP
            continue
        reach = max(gap, _GAP if len(stem) > _SHORT else 0)
        places, gap = (i for i in range(at + 1, min(len(text), at + 2 + reach)) if i not in taken), 0
        at = next((i for i in places if text[i].key == stem or (part[-1] == "*" and text[i].key.startswith(stem))), -1)
        if at < 0:
            return None
    return at


@dataclass(frozen=True, slots=True)
class Exclusions:
    """What makes a date date nothing: patterns of the text around it, named as in the language files."""

    lines: re.Pattern[str]  # a line that begins so says nothing itself: related links, photo credits
    published: re.Pattern[str]  # what stands before the date of a stamp, beside a clock time
    laws: re.Pattern[str]  # what stands before the date of a law
    streets: re.Pattern[str]  # what stands before a date that is the name of a street
    streets_after: re.Pattern[str]  # … and after it
    streets_listed: re.Pattern[str]  # what says anywhere in a sentence that streets are listed
    named_after: re.Pattern[str]  # what stands before a date that is a part of a name
    posts: re.Pattern[str]  # the verb between a commenter and what was written
    telephones: re.Pattern[str]  # what stands before digits that are a telephone number
    comparisons: re.Pattern[str]  # … before a date that something else is compared with
    ages_before: re.Pattern[str]  # … before and after a year that is an age
    ages_after: re.Pattern[str]
    own: re.Pattern[str]  # what the paper says of itself


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What statements need to know of a language."""

    triggers: Patterns[tuple[Kind, bool]]
    announcing: Patterns[bool]  # what follows is what is to happen: "decided to", "plans to"
    planned: Patterns[bool]
    denied: Patterns[bool]
    negations: frozenset[str]
    past: re.Pattern[str]  # what a verb in the past looks like
    infinitive: frozenset[str]  # before a verb that has not happened yet: "to"
    saying: Patterns[bool]
    crediting: Patterns[bool]  # verbs and phrases beside the name of an outlet
    openers: dict[str, str]  # a word that opens a clause, and what sort of clause
    bare_openers: frozenset[str]  # of those, the ones that need no comma before them
    participle: re.Pattern[str]
    small: frozenset[str]  # words that are nobody's subject: prepositions, particles, adverbs of time
    prepositions: frozenset[str]
    members: frozenset[str]  # "the countries of": what follows belongs to the name before
    stances: frozenset[str]  # "pro-", "anti-": who is named after it does not take part
    not_it: frozenset[tuple[str, ...]]
    then: frozenset[str]
    then_written: re.Pattern[str]
    not_then: frozenset[str]
    exclusions: Exclusions
    states: frozenset[str]  # verbs of "today" that mean "nowadays": is, are, lives
    titles: tuple[str, ...]  # words (or their stems) before a person's name


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language (BCP 47); an unknown language has an empty one."""
    section = languages.section(language, "events")
    clauses, never = section.get("clauses", {}), section.get("no_statements", {})
    openers = {tokens.key(w): sort for sort, listed in clauses.get("openers", {}).items() for w in _listed(listed)}
    return Vocabulary(
        triggers=_triggers(section.get("kinds", {})),
        announcing=_patterns(section.get("announcing")),
        planned=_patterns(section.get("planned")),
        denied=_patterns(section.get("denied")),
        negations=_keys(section.get("negations")),
        past=_regex(section.get("past")),
        infinitive=_keys(section.get("infinitive")),
        saying=_patterns(section.get("saying")),
        crediting=_patterns(section.get("crediting")),
        openers=openers,
        bare_openers=_keys(clauses.get("bare")),
        participle=_regex(clauses.get("participle")),
        small=_keys(clauses.get("small")) | _keys(clauses.get("prepositions")),
        prepositions=_keys(clauses.get("prepositions")),
        members=_keys(clauses.get("members")),
        stances=_keys(clauses.get("stances")),
        not_it=frozenset(tuple(tokens.key(p).split()) for p in section.get("descriptions", {}).get("not_it", [])),
        then=_keys(section.get("then", {}).get("words")),
        then_written=_regex("|".join(sorted(_keys(section.get("then", {}).get("words"))))),
        not_then=_keys(section.get("then", {}).get("unless_next_to")),
        exclusions=_exclusions(never),
        states=_keys(never.get("states")),
        titles=tuple(str(section.get("names", {}).get("titles", "")).split()),
    )


def _exclusions(section: dict[str, str]) -> Exclusions:
    return Exclusions(*(_regex(section.get(field.name)) for field in fields(Exclusions)))


def _listed(text: object) -> list[str]:
    """A list of words or phrases: parted by commas where there is one, else by spaces."""
    source = str(text or "")
    return [p.strip() for p in source.split(",")] if "," in source else source.split()


def _keys(text: object) -> frozenset[str]:
    return frozenset(tokens.key(w) for w in _listed(text))


def _patterns(text: object) -> Patterns[bool]:
    return Patterns([(p, True) for p in _listed(text)])


def _regex(source: object) -> re.Pattern[str]:
    return re.compile(str(source) if source else r"(?!)", re.IGNORECASE)


def _triggers(kinds: dict[str, dict[str, str]]) -> Patterns[tuple[Kind, bool]]:
    return Patterns(
        [
            (pattern, (Kind(kind), part == "verbs"))
            for kind, parts in kinds.items()
            for part, listed in parts.items()
            for pattern in (p.strip() for p in listed.split(","))
            if pattern
        ]
    )
