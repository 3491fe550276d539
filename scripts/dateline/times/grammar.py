"""The rules compiled for a language, and what they match in a string of letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from . import vocabulary
from .gaps import UNKNOWN
from .patterns import PARTS
from .rules import RULES, STRONG, Rule
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that matches, and where: `groups` are (first, last) parts, inclusive, counted from the island's start."""

    rule: Rule
    first: int
    last: int
    groups: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Grammar:
    """The rules of one language, each with the letters that it needs one of."""

    rules: tuple[tuple[Rule, frozenset[str]], ...]
    island: re.Pattern[str]
    trigger: re.Pattern[str]


@cache
def of(language: str) -> Grammar:
    """The grammar of `language`."""
    words = vocabulary.of(language)
    rules = tuple(
        (rule, frozenset(words.having(*rule.needs)))
        for rule in RULES
        if (not rule.flag or rule.flag in words.flags) and (not rule.needs or words.having(*rule.needs))
    )
    return Grammar(rules, _island(words), _trigger(words))


def _island(words: Vocabulary) -> re.Pattern[str]:
    """A stretch of known words, with no gap between them that ends a sentence."""
    known = "".join(words.kinds)
    return re.compile(f"(?:[\"'])?[{known}](?:[^|{UNKNOWN}{known}][{known}]){{0,400}}")


def _trigger(words: Vocabulary) -> re.Pattern[str]:
    """What a stretch must hold to be worth a try."""
    day, short = words.having("n31"), words.having("n2")
    told = [
        f"[{words.having(*STRONG)}]",
        f"[{day}][-./÷–· ][{day}]",
        f"[\"'][{day}]",
    ]
    if number := words.having("card"):
        told.append(f"[{number}][ -][{number}]")
    if "centuries" in words.flags:
        told.append(f"[\"'][{words.having('n3')}]")
    if article := words.having("date_article"):
        told.append(f"[{article}][ '][{day}]")
    if (century := words.having("cw")) and "dot-century" in words.flags:
        told.append(f"[{words.having('roman')}][ ·.][{century}]")
    if decade := words.having("dsfx"):
        told.append(f"[{short}][_-][{decade}]")
    return re.compile("|".join(told))


@lru_cache(maxsize=8192)
def matches(language: str, letters: str) -> tuple[Found, ...]:
    """All matches of all rules in a stretch of letters: the longest first, then in order of place and of the rules."""
    found = []
    for order, (rule, needs) in enumerate(of(language).rules):
        if needs and needs.isdisjoint(letters):
            continue
        for match in compiled(rule.pattern, language).finditer(letters):
            groups = {n: (match.start(n), match.end(n) - 1) for n, g in match.groupdict().items() if g}
            here = Found(rule, match.start(), match.end() - 1, groups)
            found.append((match.start() - match.end(), match.start(), order, here))
    return tuple(item[-1] for item in sorted(found, key=lambda item: item[:3]))


@cache  # only when a text asks for it: all of a language take as long as some fifty articles
def compiled(pattern: str, language: str) -> re.Pattern[str]:
    """A rule's pattern as a regular expression over the letters of a language's words."""
    words = vocabulary.of(language)
    parts = PARTS | ({"DOT": "[.·]"} if "dot" in words.flags else {})
    for _ in range(4):
        pattern = re.sub(r"\{([A-Z]+)\}", lambda m: parts[m[1]], pattern)
    pattern = re.sub(r"(\[[^\]]*\])|( )", lambda m: m[1] or "[ ']", pattern)

    def letters(match: re.Match[str]) -> str:
        found = words.having(*match[1].split("|")) + (UNKNOWN if "x" in match[1].split("|") else "")
        return f"[{found}]" if found else "(?!)"

    return re.compile(re.sub(r"(?<!\?P)<([a-z0-9|.]+)>", letters, pattern))
