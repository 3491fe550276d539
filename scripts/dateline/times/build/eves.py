"""«Накануне»: the day before by itself, or the eve of what follows: «накануне выборов»."""

from __future__ import annotations

from ..words import Words

_SMALL = 3  # letters: prepositions and pronouns, «накануне в Киеве», «накануне он»


def of_an_event(words: Words) -> bool:
    """Whether the word before which the match stands is the event, as its case tells.

    Where the case doesn't tell (genitive and nominative are alike), the verb does that agrees with it: «накануне
    полиция сообщила» is the day before, «накануне встречи сообщила» the eve of a meeting.
    """
    after, vocabulary = words.after().lower(), words.vocabulary
    if not after or vocabulary.reading(after, "dpart") is not None:
        return False
    if after.isdigit() or any(vocabulary.reading(after, n) is not None for n in ("unit", "wd", "month", "holiday")):
        return True
    ending = next((e for e in vocabulary.genitives if after.endswith(e)), "")
    if not ending or (len(after) <= _SMALL and after != ending):
        return False
    if not (agreeing := vocabulary.genitives[ending]):
        return True
    is_verb = after.endswith(vocabulary.tense.get("past_endings", ()))
    return not is_verb and not _verb(words).endswith(agreeing)


def _verb(words: Words) -> str:
    """The word but one after the match, "" where more than white space stands before it."""
    last = words.start + words.found.last
    parts = words.tokens.parts
    return parts[last + 4].lower() if last + 4 < len(parts) and parts[last + 3] == " " else ""
