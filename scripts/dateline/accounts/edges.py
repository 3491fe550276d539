"""Words at the edges of a clause: what a title may not begin or end with, and what tells that more has to follow."""

from __future__ import annotations

import re

from . import vocabulary

_WORD = re.compile(r"\d+(?:[ .,]\d{3})*(?:[.,]\d+)?|[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_WORD_BEFORE = 40  # characters in which a word is looked for


def after_joint(text: str, start: int, end: int, language: str) -> int:
    """Where a clause begins once the "and" or "but" that joins it to the one before is left out."""
    word = _WORD.match(text, start, end)
    return word.end() if word and word[0].casefold() in vocabulary.listed("joints", language) else start


def after_that(text: str, start: int, end: int, language: str) -> int:
    """Where what was said begins, once the "that" of ", that in 2020 they signed" is left out.

    Where a language needs no comma before it, one says that it means "who": "Valmont, que fue nombrado".
    """
    word = _WORD.match(text, start, end)
    if not word or word[0].casefold() not in vocabulary.content(language):
        return start
    relative = word[0].casefold() in vocabulary.bare(language) and text[:start].rstrip().endswith(",")
    return start if relative else word.end()


def after_last_that(text: str, start: int, end: int, language: str) -> int:
    """Where what was said begins before `end`, after the last ", that"; `start` where there is none.

    Only after a comma, which Slavic languages and German put there: "the states that signed" says nothing of the kind.
    """
    words = (word for word in _WORD.finditer(text, start, end) if word[0].casefold() in vocabulary.content(language))
    return max((word.end() for word in words if text[start : word.start()].rstrip().endswith(",")), default=start)


def before_loose_ends(text: str, start: int, end: int, language: str) -> int:
    """Where a stretch that was cut short ends once prepositions and conjunctions at its end are left out."""
    while (word := _LAST_WORD.search(text[start:end])) and word[0].casefold() in vocabulary.loose(language):
        end = start + word.start()
        while end > start and text[end - 1].isspace():
            end -= 1
    return end


def opens_with_pronoun(text: str, start: int, language: str) -> bool:
    """Whether a stretch begins with a word that points back: "It joined", «Он подписал»."""
    word = _WORD.match(text, start)
    return word is not None and word[0].casefold() in vocabulary.listed("pronouns", language)


def opens_with_verb(text: str, start: int, language: str) -> bool:
    """Whether a stretch begins with a verb in the past, so that its subject stands before it: "held an election"."""
    word = _WORD.search(text, start)
    known = word is not None and word[0].casefold() not in vocabulary.small(language)
    return word is not None and known and vocabulary.past(language).fullmatch(word[0].casefold()) is not None


def opens_a_clause(text: str, start: int, language: str) -> bool:
    """Whether a stretch begins with a word that opens a clause: "who", "that", «которые»."""
    word = _WORD.match(text, start)
    return word is not None and word[0].casefold() in vocabulary.opening(language)


def opens_with_purpose(text: str, start: int, language: str) -> bool:
    """Whether a clause tells what something is done for: «чтобы», "żeby". It has no subject of its own."""
    word = _WORD.match(text, start)
    return word is not None and word[0].casefold() in vocabulary.listed("purpose", language)


def has_verb(text: str, start: int, end: int, language: str) -> bool:
    """Whether a stretch has a word that looks like a predicate; of an unknown language it is taken to have one."""
    return vocabulary.finite(language) is None or first_verb(text, start, end, language) >= 0


def first_verb(text: str, start: int, end: int, language: str) -> int:
    """Where the first word ends that looks like a predicate; -1 for none. No capital, but at the start: "United"."""
    finite = vocabulary.finite(language)
    words = (word for word in _LETTERS.finditer(text, start, end) if word.start() == start or word[0][0].islower())
    return next((word.end() for word in words if finite and finite.fullmatch(word[0])), -1)


def opens_with_saying(text: str, start: int, end: int, language: str) -> bool:
    """Whether a stretch begins with a verb of saying, so that it only names who said the rest: ", said the mayor"."""
    word = _LETTERS.search(text, start, end)
    return word is not None and vocabulary.saying(language).fullmatch(word[0].casefold()) is not None


def content_after(text: str, start: int, end: int, language: str) -> int:
    """Where what was said begins after `start`, if "that" follows there, and a verb or «то» stands before it; else -1.

    After another word it may mean "which": «повысил налоги, что вызвало протест».
    """
    word, before = _LETTERS.search(text, start, end), _LAST_WORD.search(text[max(0, start - _WORD_BEFORE) : start])
    if not word or not before or text[start : word.start()].strip(" ,\u00a0"):
        return -1
    opens = vocabulary.content(language) - vocabulary.listed("purpose", language)
    finite, announcing = vocabulary.finite(language), vocabulary.listed("correlates", language)
    announced = before[0].casefold() in announcing or (finite is not None and finite.fullmatch(before[0]) is not None)
    return word.end() if word[0].casefold() in opens and announced else -1


def before_conjunction(text: str, start: int, end: int, language: str) -> int:
    """Where a stretch ends once "and", "that" and the like at its end are left out."""
    word = _LAST_WORD.search(text[start:end])
    if not word or word[0].casefold() not in vocabulary.opening(language):
        return end
    return start + len(text[start : start + word.start()].rstrip(" \t\n\u00a0,;:"))


def first_name(text: str, start: int, end: int, language: str) -> int:
    """Where the first name begins that may be a subject, -1 for none: a capital, no preposition before it, no month."""
    before = None
    for word in _LETTERS.finditer(text, start, end):
        beside = before[0] if before and text[before.end() : word.start()] in (" ", "-", "\u00a0") else ""
        before = word
        governed = beside[:1].isupper() or beside.casefold() in vocabulary.loose(language)
        if word[0][0].isupper() and not governed and word[0].casefold() not in vocabulary.calendar(language):
            return word.start()
    return -1
