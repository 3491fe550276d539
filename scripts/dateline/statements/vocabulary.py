"""The words of a language that tell what happened, how it is put and who says so: section `events` of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from .. import languages
from ..model import Kind
from ..text import tokens
from .patterns import Patterns

_ENDED = 4  # letters that a word has more of than this where its ending is to tell its tense


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells what happened: words `first` to `last` of a sentence."""

    first: int
    last: int
    kind: Kind
    verb: bool


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
class Tenses:
    """What shows that a clause looks past or ahead: the section `dates.tense` of the language files."""

    past: frozenset[str]
    past_endings: tuple[str, ...]
    future: frozenset[str]
    scheduled: frozenset[str]  # of the present, which may tell of either
    future_endings: tuple[str, ...]
    neither: frozenset[str]

    def tell(self, key: str) -> bool:
        """Whether the word does."""
        return self.look_back(key) or self.look_ahead(key) or key in self.scheduled

    def look_back(self, key: str) -> bool:
        """Whether the word looks back."""
        return key in self.past or self._ends(key, self.past_endings)

    def look_ahead(self, key: str) -> bool:
        """Whether the word looks ahead."""
        return key in self.future or self._ends(key, self.future_endings)

    def _ends(self, key: str, endings: tuple[str, ...]) -> bool:
        return len(key) > _ENDED and key.endswith(endings) and key not in self.neither


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What statements need to know of a language."""

    triggers: Patterns[tuple[Kind, bool] | None]  # None: a pattern that looks like one of an event, and tells none
    capital_nouns: bool  # whether a word with a capital within a sentence is no verb
    announcing: Patterns[bool]  # what follows is what is to happen: "decided to", "plans to"
    planned: Patterns[bool]
    denied: Patterns[bool]
    hearsay: frozenset[str]  # what is denied by name: "denied reports that"
    negations: frozenset[str]
    past: re.Pattern[str]  # what a verb in the past looks like
    finite: re.Pattern[str]  # … and one that may be a predicate
    infinitive: frozenset[str]  # before a verb that has not happened yet: "to"
    saying: Patterns[bool]
    crediting: Patterns[bool]  # verbs and phrases beside the name of an outlet
    openers: dict[str, str]  # a word that opens a clause, and what sort of clause
    bare_openers: frozenset[str]  # of those, the ones that need no comma before them
    participle: re.Pattern[str]
    small: frozenset[str]  # words that are nobody's subject: prepositions, particles, adverbs of time
    prepositions: frozenset[str]
    articles: frozenset[str]  # as dates know them: "the"
    members: frozenset[str]  # "the countries of": what follows belongs to the name before
    stances: frozenset[str]  # "pro-", "anti-": who is named after it does not take part
    not_it: frozenset[tuple[str, ...]]
    then: frozenset[str]
    then_written: re.Pattern[str]
    not_then: frozenset[str]
    exclusions: Exclusions
    states: frozenset[str]  # verbs of "today" that mean "nowadays": is, are, lives
    remaining: frozenset[str]  # verbs that say that a state goes on: remains
    copulas: frozenset[str]  # verbs beside which what is closed is a state: is
    tenses: Tenses
    titles: tuple[str, ...]  # words (or their stems) before a person's name


@cache
def vocabulary(language: str) -> Vocabulary:
    """The vocabulary of a language (BCP 47); an unknown language has an empty one."""
    section = languages.section(language, "events")
    clauses, never = section.get("clauses", {}), section.get("no_statements", {})
    dates = languages.section(language, "dates")
    openers = {tokens.key(w): sort for sort, listed in clauses.get("openers", {}).items() for w in _listed(listed)}
    return Vocabulary(
        triggers=_triggers(section.get("kinds", {}), section.get("nothing")),
        capital_nouns=section.get("capital_nouns") == "yes",
        announcing=_patterns(section.get("announcing")),
        planned=_patterns(section.get("planned")),
        denied=_patterns(section.get("denied")),
        hearsay=_keys(section.get("hearsay")),
        negations=_keys(section.get("negations")),
        past=_regex(section.get("past")),
        finite=_regex(section.get("finite")),
        infinitive=_keys(section.get("infinitive")),
        saying=_patterns(section.get("saying")),
        crediting=_patterns(section.get("crediting")),
        openers=openers,
        bare_openers=_keys(clauses.get("bare")),
        participle=_regex(clauses.get("participle")),
        small=_keys(clauses.get("small")) | _keys(clauses.get("prepositions")),
        prepositions=_keys(clauses.get("prepositions")),
        articles=_keys(",".join(dates.get("words", {}).get("the", {}).values())),
        members=_keys(clauses.get("members")),
        stances=_keys(clauses.get("stances")),
        not_it=frozenset(tuple(tokens.key(p).split()) for p in section.get("descriptions", {}).get("not_it", [])),
        then=_keys(section.get("then", {}).get("words")),
        then_written=_regex("|".join(sorted(_keys(section.get("then", {}).get("words"))))),
        not_then=_keys(section.get("then", {}).get("unless_next_to")),
        exclusions=_exclusions(never),
        states=_keys(never.get("states")),
        remaining=_keys(never.get("remaining")),
        copulas=_keys(never.get("copulas")),
        tenses=_tenses(dates.get("tense", {})),
        titles=tuple(str(section.get("names", {}).get("titles", "")).split()),
    )


def _exclusions(section: dict[str, str]) -> Exclusions:
    return Exclusions(*(_regex(section.get(field.name)) for field in fields(Exclusions)))


def _tenses(section: dict[str, str]) -> Tenses:
    def forms(*names: str) -> Iterator[str]:
        listed = (form for name in names for form in section.get(name, "").split(","))
        return (tokens.key(form.strip()) for form in listed if form.strip())

    return Tenses(
        frozenset(forms("past")),
        tuple(forms("past_endings")),
        frozenset(forms("future")),
        frozenset(forms("scheduled")),
        tuple(forms("future_endings")),
        _keys(section.get("neither")),
    )


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


def _triggers(kinds: dict[str, dict[str, str]], nothing: object) -> Patterns[tuple[Kind, bool] | None]:
    told: list[tuple[str, tuple[Kind, bool] | None]] = [
        (pattern, (Kind(kind), part == "verbs"))
        for kind, parts in kinds.items()
        for part, listed in parts.items()
        for pattern in (p.strip() for p in listed.split(","))
        if pattern
    ]
    return Patterns([*told, *((pattern, None) for pattern in _listed(nothing))])
