"""The words that a rule matched, read by the vocabulary; and the numbers, days and years among them."""

from __future__ import annotations

from dataclasses import dataclass

from .gaps import BREAK, UNKNOWN
from .grammar import Found
from .meaning import Shift
from .tokens import Tokens
from .vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a rule matched: its groups, read by the vocabulary."""

    tokens: Tokens
    vocabulary: Vocabulary
    found: Found
    start: int

    def has(self, group: str) -> bool:
        """Whether the group took part in the match."""
        return group in self.found.groups

    def span(self, group: str) -> tuple[int, int]:
        """First and last part of a group, in the text."""
        first, last = self.found.groups[group]
        return self.start + first, self.start + last

    def words(self, group: str) -> list[str]:
        """The words of a group, without the gaps between them; [] where it took no part."""
        if group not in self.found.groups:
            return []
        first, last = self.span(group)
        return self.tokens.parts[first + (first + 1) % 2 : last + 1 : 2]

    def reading(self, group: str, *names: str) -> str | None:
        """The value of the first word of a group that has one of these readings."""
        for word in self.words(group):
            for name in names:
                if (value := self.vocabulary.reading(word, name)) is not None:
                    return value
        return None

    def number(self, group: str, *names: str) -> int | None:
        """As `reading`, as a number."""
        value = self.reading(group, *names)
        return None if value is None else int(value)

    def opens_next(self, group: str) -> bool:
        """Whether a group is a determiner that stands before its noun: after a date it belongs to what follows
        ("mardi cette agence", "depuis avril ce port")."""
        return self.reading(group, "determiner") is not None

    def gap_after(self) -> str:
        """The gap that follows the match."""
        return self.tokens.parts[self.start + self.found.last + 1]

    def gap_before(self) -> str:
        """The gap before the match."""
        return self.tokens.parts[self.start + self.found.first - 1]

    def before(self) -> str:
        """The word before the match, "" where a gap that ends a sentence stands between."""
        first = self.start + self.found.first
        return self.tokens.parts[first - 2] if first > 1 and self.tokens.letters[first - 1] in " '" else ""

    def after(self) -> str:
        """The word after the match, "" where more than white space stands between."""
        last = self.start + self.found.last
        return (
            self.tokens.parts[last + 2]
            if last + 2 < len(self.tokens.parts) and self.tokens.letters[last + 1] == " "
            else ""
        )

    def goes_on(self, *names: str) -> bool:
        """Whether the next word, "of" or one with such a reading, takes the match on; not Romanian "a" in "a fost"."""
        reading, after = self.vocabulary.reading, self.after()
        return any(reading(after, name) is not None for name in ("of", *names)) and reading(after, "aux") is None

    def run_together(self) -> bool:
        """Whether the match is part of a longer run of letters and digits."""
        first, last = self.start + self.found.first, self.start + self.found.last
        before, after = self.tokens.parts[first - 2 : first], self.tokens.parts[last + 1 : last + 3]
        return (len(before) == 2 and before[1] == "") or (len(after) == 2 and after[0] == "")

    def quoted(self) -> bool:
        """Whether a quotation mark stands before the match."""
        return '"' in self.tokens.parts[self.start + self.found.first - 1]

    def alone(self) -> bool:
        """Whether nothing but words of dates stands on the line of the match."""
        tokens, first, last = self.tokens, self.start + self.found.first, self.start + self.found.last
        return _only_dates(tokens, range(first - 1, -1, -1)) and _only_dates(tokens, range(last + 1, len(tokens.parts)))

    def all(self) -> list[str]:
        """All words of the match."""
        return self.tokens.parts[self.start + self.found.first : self.start + self.found.last + 1 : 2]


def _only_dates(tokens: Tokens, places: range) -> bool:
    for i in places[:40]:
        if i % 2 == 0 and "\n" in tokens.parts[i]:
            return True
        if tokens.letters[i] in (UNKNOWN, BREAK) and tokens.parts[i].strip(" \t.#*->"):
            return False
    return len(places) <= 40


def spelled(words: list[str], vocabulary: Vocabulary) -> int | None:
    """A number in words: "nineteen ninety-six" is 1996, "twenty-fourth" 24, "mil novecientos noventa" 1990."""
    total, last = 0, 0
    for word in words:
        value = next((v for n in ("card", "ord", "num", "mil") if (v := vocabulary.reading(word, n)) is not None), None)
        if value is None:
            continue
        n = int(value)
        if n in (100, 1000):
            total, last = (total or 1) * n, n
        elif (total and n < 100 and last in range(10, 100) and last % 10 == 0 and n < 10) or (total and last >= 100):
            total, last = total + n, n
        elif total and total < 100 and n >= 10:
            total, last = total * 100 + n, n
        elif total:
            return None
        else:
            total, last = n, n
    return total or None


def day_named(words: Words, group: str = "d") -> int | None:
    """The day of the month that a group names."""
    listed = words.words(group)
    return day_of(listed, words.vocabulary)


def day_of(listed: list[str], vocabulary: Vocabulary) -> int | None:
    """The day of the month that words name: "12", "twelfth"."""
    if listed and listed[0].isdigit():
        return int(listed[0]) if 1 <= int(listed[0]) <= 31 else None
    value = spelled(listed, vocabulary)
    return value if value is not None and 1 <= value <= 31 else None


def short_year(value: int) -> int:
    """Two digits as a year: to 40 in this century, later ones in the last. A reader of news means the near one."""
    return 2000 + value if value < 40 else 1900 + value


def year_named(words: Words, *groups: str) -> tuple[int | None, Shift | None]:
    """The year that a group names, or how far it lies from the one reckoned from."""
    for group in groups:
        if not words.has(group):
            continue
        if (year := words.number(group, "n4")) is not None:
            return year, None
        if group in ("y2", "y2s") and (short := words.number(group, "n2")) is not None:
            return short_year(short), None
        if (one := words.reading(group, "one")) is not None:
            return None, Shift("year", int(one.split(":")[1]))
        if (count := words.number(group, "rel")) is not None:
            return None, Shift("year", count)
        if (count := words.number(group, "that", "follow")) is not None:
            return None, Shift("year", count, "context")
        number = spelled(words.words(group), words.vocabulary)
        if number is not None and 1000 <= number < 2200:
            return number, None
    return None, None
