"""From words to meaning: one small function a kind of rule. None where the words are no date after all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .. import edtf
from .gaps import BREAK, UNKNOWN
from .grammar import Found
from .meaning import Absolute, Calendar, Meaning, Nth, Range, Same, Shift, Weekday
from .tokens import Tokens
from .vocabulary import Vocabulary

_PARTS = {"quarter": "Q", "half": "H"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of parts that may be a date, and what it would mean."""

    first: int
    last: int
    rule: str
    meaning: Meaning


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

    def gap_after(self) -> str:
        """The gap that follows the match."""
        return self.tokens.parts[self.start + self.found.last + 1]

    def before(self) -> str:
        """The word before the match, "" where a gap that ends a sentence stands between."""
        first = self.start + self.found.first
        return self.tokens.parts[first - 2] if first > 1 and self.tokens.letters[first - 1] in " '" else ""

    def after(self) -> str:
        """The word after the match, "" where more than white space stands between."""
        last = self.start + self.found.last
        return self.tokens.parts[last + 2] if last + 2 < len(self.tokens.parts) and self.tokens.letters[last + 1] == " " else ""

    def quoted(self) -> bool:
        """Whether a quotation mark stands before the match."""
        return '"' in self.tokens.parts[self.start + self.found.first - 1]

    def alone(self) -> bool:
        """Whether nothing but words of dates stands on the line of the match."""
        tokens, first, last = self.tokens, self.start + self.found.first, self.start + self.found.last
        return _only_dates(tokens, range(first - 1, -1, -1)) and _only_dates(tokens, range(last + 1, len(tokens.parts)))


def _only_dates(tokens: Tokens, places: range) -> bool:
    for i in places[:40]:
        if i % 2 == 0 and "\n" in tokens.parts[i]:
            return True
        if tokens.letters[i] in (UNKNOWN, BREAK) and tokens.parts[i].strip(" \t.#*->"):
            return False
    return len(places) <= 40


def build(tokens: Tokens, vocabulary: Vocabulary, found: Found, start: int) -> tuple[Candidate, ...]:
    """The candidates that a match gives: one mostly, several for a list, none where the words are no date."""
    words = Words(tokens, vocabulary, found, start)
    made = BUILDERS[found.rule.build](words)
    if isinstance(made, tuple):
        return made
    if made is None:
        return ()
    first, last = words.span("x") if words.has("x") else (start + found.first, start + found.last)
    return (Candidate(first, last, found.rule.name, made),)


# -- the parts of a date ----------------------------------------------------------------------------------------


def _spelled(words: list[str], vocabulary: Vocabulary) -> int | None:
    """A number in words: "nineteen ninety-six" 1996, "two thousand one" 2001, "twenty-fourth" 24, "mil novecientos noventa" 1990."""
    total, last = 0, 0
    for word in words:
        value = next((v for n in ("card", "ord", "num", "mil") if (v := vocabulary.reading(word, n)) is not None), None)
        if value is None:
            continue
        n = int(value)
        if n in (100, 1000):
            total, last = (total or 1) * n, n
        elif total and n < 100 and last in range(10, 100) and last % 10 == 0 and n < 10:
            total, last = total + n, n
        elif total and last >= 100:
            total, last = total + n, n
        elif total and total < 100 and n >= 10:
            total, last = total * 100 + n, n
        elif total:
            return None
        else:
            total, last = n, n
    return total or None


def _day(words: Words, group: str = "d") -> int | None:
    listed = words.words(group)
    return _day_of(listed, words.vocabulary)


def _day_of(listed: list[str], vocabulary: Vocabulary) -> int | None:
    if listed and listed[0].isdigit():
        return int(listed[0]) if 1 <= int(listed[0]) <= 31 else None
    value = _spelled(listed, vocabulary)
    return value if value is not None and 1 <= value <= 31 else None


def _short_year(value: int) -> int:
    """Two digits as a year: to 40 in this century, later ones in the last. A reader of news means the near one."""
    return 2000 + value if value < 40 else 1900 + value


def _year(words: Words, *groups: str) -> tuple[int | None, Shift | None]:
    """The year that a group names, or how far it lies from the one reckoned from."""
    for group in groups:
        if not words.has(group):
            continue
        if (year := words.number(group, "n4")) is not None:
            return year, None
        if group == "y2" and (short := words.number(group, "n2")) is not None:
            return _short_year(short), None
        if (one := words.reading(group, "one")) is not None:
            return None, Shift("year", int(one.split(":")[1]))
        if (count := words.number(group, "rel")) is not None:
            return None, Shift("year", count)
        if (count := words.number(group, "that", "follow")) is not None:
            return None, Shift("year", count, "context")
        spelled = _spelled(words.words(group), words.vocabulary)
        if spelled is not None and 1000 <= spelled < 2200:
            return spelled, None
    return None, None


# -- one function a kind of rule --------------------------------------------------------------------------------

Made = Meaning | tuple[Candidate, ...] | None


def _calendar(words: Words) -> Made:
    if words.found.rule.name == "month" and _titular(words):
        return None
    month = words.number("m", "month", "monthish", "monthday")
    day = _day(words) if words.has("d") else None
    if (words.has("d") and day is None) or month is None:
        return None
    year, shift = _year(words, "y", "y2")
    if (words.has("y") or words.has("y2")) and year is None and shift is None:
        return None
    if day is not None and day > edtf.days_in_month(year or 2000, month):
        return None
    return Calendar(year, month, day, words.number("w", "wd", "wdish"), shift)


def _titular(words: Words) -> bool:
    """Whether a bare month is a name or a noun: "the March for Life", "May said"."""
    month, after = words.words("m")[0], words.after()
    if words.vocabulary.reading(month, "noun") is None:
        return False
    if words.vocabulary.reading(words.before(), "during") is not None:
        also = words.vocabulary.reading(month, "noun") == "adverb"  # Romanian "mai" is May, and "more"
        return also and after[:1].islower() and words.vocabulary.letters.get(after) is None
    return words.vocabulary.reading(month, "noun") in ("strict", "adverb") or words.vocabulary.reading(after, "of") is not None


def _alone(words: Words) -> Made:
    return _calendar(words) if words.alone() else None


def _numeric(words: Words) -> Made:
    sep = words.tokens.parts[words.span("sep")[0]] if words.has("sep") else "."
    if words.has("D"):
        return _ymd(words.number("Y", "n4"), words.number("M", "n12"), words.number("D", "n31"))
    a, b = words.number("A", "n31") or 0, words.number("B", "n31") or 0
    year = words.number("Y", "n4")
    if year is None:
        year = _short_year(words.number("Y", "n2") or 0)
        if words.has("sep") and "." in sep and len(words.words("B")[0]) < 2:
            return None  # 1.2.10 is a version or a chapter
    day, month = _ordered(a, b, sep.strip(), words.vocabulary)
    made = _ymd(year, month, day)
    return made


def _ordered(a: int, b: int, sep: str, vocabulary: Vocabulary) -> tuple[int | None, int | None]:
    """Which is the day and which the month; (None, None) where the language leaves it open."""
    if b > 12 >= a:
        return b, a
    if a > 12 or a == b or sep == "." or vocabulary.order == "dmy":
        return a, b
    return (b, a) if vocabulary.order == "mdy" else (None, None)


def _ymd(year: int | None, month: int | None, day: int | None) -> Made:
    if year is None or month is None or day is None:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= edtf.days_in_month(year, month):
        return None
    return Calendar(year, month, day)


def _numeric_day(words: Words) -> Made:
    a, b = words.number("A", "n31") or 0, words.number("B", "n31") or 0
    sep = words.tokens.parts[words.span("sep")[0]].strip()
    day, month = _ordered(a, b, sep, words.vocabulary)
    if day is None or month is None or month > 12 or day > edtf.days_in_month(2000, month):
        return None
    dotted = "dot" in words.vocabulary.flags and sep == "." and words.gap_after().startswith(".")
    introduced = _introduced(words) and words.vocabulary.order == "dmy" and (sep == "/" or len(words.words("B")[0]) == 2)
    if not (words.has("w") or words.alone() or dotted or introduced):
        return None
    return Calendar(None, month, day, words.number("w", "wd", "wdish"))


def _introduced(words: Words) -> bool:
    """Whether a preposition of time stands before, and the month is written with two digits or a slash."""
    before = words.tokens.parts[max(words.start + words.found.first - 2, 0)]
    return words.vocabulary.reading(before, "on") is not None


def _numeric_month(words: Words) -> Made:
    month, year = words.number("M", "n12"), words.number("Y", "n4")
    if month is None or year is None or not 1900 <= year <= 2100:
        return None
    bare = words.tokens.parts[words.span("M")[0]]
    return Calendar(year, month) if words.alone() or len(bare) == 2 else None


def _numeric_range(words: Words) -> Made:
    year = words.number("Y", "n4")
    year = _short_year(words.number("Y", "n2") or 0) if year is None else year
    last = _ymd(year, words.number("B", "n12"), words.number("A", "n31"))
    first = _ymd(year, words.number("B1", "n12") or words.number("B", "n12"), words.number("A1", "n31"))
    return Range(first, last) if isinstance(first, Calendar) and isinstance(last, Calendar) else None


def _weekday_day(words: Words) -> Made:
    day, weekday = _day(words), words.number("w", "wd", "wdish")
    return None if day is None or weekday is None else Calendar(None, None, day, weekday)


def _day_alone(words: Words) -> Made:
    day = _day(words)
    named = words.reading("d", "sfx") is not None and "month-first" in words.vocabulary.flags and not words.after()
    dated = any(words.vocabulary.reading(w, "unit") == "day" for w in words.words("x") or _all(words)[:-1])
    if day is None or not (words.alone() or named or (dated and _all(words)[-1].isdigit())):
        return None
    return Calendar(None, None, day)


def _all(words: Words) -> list[str]:
    first, last = words.start + words.found.first, words.start + words.found.last
    return words.tokens.parts[first : last + 1 : 2]


def _numeric_alone(words: Words) -> Made:
    if not words.alone():
        return None
    if words.has("Y"):
        return _numeric(words)
    return _calendar_day(words.number("A", "n31"), words.number("B", "n12"))


def _calendar_day(day: int | None, month: int | None) -> Made:
    if day is None or month is None or day > edtf.days_in_month(2000, month):
        return None
    return Calendar(None, month, day)


def _day_range(words: Words) -> Made:
    to, month, vocabulary = words.words("to")[0], words.number("m", "month", "monthish", "monthday"), words.vocabulary
    if vocabulary.reading(to, "and") is not None and words.reading("fr", "between") is None:
        return None
    year, shift = _year(words, "y")
    a, b = _day(words, "a"), _day(words)
    if a is None or b is None or month is None or a >= b or b > edtf.days_in_month(year or 2000, month):
        return None
    return Range(Calendar(year, month, a, shift=shift), Calendar(year, month, b, shift=shift))


def _day_of_month(words: Words) -> Made:
    day = _day(words)
    count = words.number("mr", "rel")
    anchor = "document" if count is not None else "context"
    return None if day is None else Calendar(None, None, day, shift=Shift("month", count or 0, anchor))


def _items(words: Words, group: str) -> Iterator[tuple[int, int, str]]:
    """The items of a list: first and last part, and what stands before each (a gap's letter or a word)."""
    first, last = words.span(group)
    joints = words.vocabulary.having("and")
    start, before = first, ""
    letters = words.tokens.letters
    for i in range(first, last + 1):
        if letters[i] in ",-–/" and not _inner(words, i):
            if start <= i - 1:
                yield start, i - 1, before
            start, before = i + 1, letters[i]
        elif letters[i] in joints:
            if start <= i - 2:
                yield start, i - 2, before
            start, before = i + 2, "&"
    yield start, last, before


def _inner(words: Words, i: int) -> bool:
    """Whether the dash at part `i` joins a number to its suffix ("1-го") or two words of one number."""
    if words.tokens.letters[i] != "-":
        return False
    after, before = words.tokens.parts[i + 1], words.tokens.parts[i - 1]
    return words.vocabulary.reading(after, "sfx") is not None and before.isdigit()


def _listed(words: Words, meanings: list[tuple[int, int, str, Calendar]]) -> tuple[Candidate, ...]:
    """A list of dates: those joined by a dash are one range, the others stand for themselves."""
    first, last = words.start + words.found.first, words.start + words.found.last
    rule, made = words.found.rule.name, []
    if len({m for *_, m in meanings}) < len(meanings):
        return ()  # "April, April!"
    for i, (start, end, joint, meaning) in enumerate(meanings):
        start = first if i == 0 else start
        end = last if i == len(meanings) - 1 else end
        if joint in ("-", "–") and made and isinstance(made[-1].meaning, Calendar):
            before = made.pop()
            made.append(Candidate(before.first, end, rule, Range(before.meaning, meaning)))
        else:
            made.append(Candidate(start, end, rule, meaning))
    return tuple(made)


def _day_list(words: Words) -> Made:
    month = words.number("m", "month", "monthish", "monthday")
    year, shift = _year(words, "y")
    meanings = []
    for start, end, joint in _items(words, "list"):
        listed = words.tokens.parts[start + (start + 1) % 2 : end + 1 : 2]
        day = _day_of([w for w in listed if words.vocabulary.reading(w, "the") is None or w.isdigit()], words.vocabulary)
        if day is None or month is None or day > edtf.days_in_month(year or 2000, month):
            return None
        meanings.append((start + (start + 1) % 2, end, joint, Calendar(year, month, day, shift=shift)))
    return _listed(words, meanings)


def _month_list(words: Words) -> Made:
    year, shift = _year(words, "y")
    meanings = []
    for start, end, joint in _items(words, "list"):
        names = words.tokens.parts[start + (start + 1) % 2 : end + 1 : 2]
        months = [m for w in names for n in ("month", "monthish", "monthday") if (m := words.vocabulary.reading(w, n))]
        if not months:
            return None
        meanings.append((start + (start + 1) % 2, end, joint, Calendar(year, int(months[0]), shift=shift)))
    return _listed(words, meanings)


def _relative_month(words: Words) -> Made:
    month = words.number("m", "month", "monthish", "monthday") or words.number("m2", "month", "monthish", "monthday")
    count = words.number("r", "rel") if words.has("r") else words.number("r2", "rel")
    if count is None or month is None:
        return None
    if count == 0:
        return Calendar(None, month, shift=Shift("year", 0))
    return Calendar(None, month, nearest=count)


def _part(words: Words) -> Made:
    unit = words.reading("p", "unit")
    final = words.reading("p", "final") is not None
    number = words.number("p", "n31", "roman", "ord", "n12")
    kind = _PARTS.get(unit or "", words.reading("p", "qh") or "")
    most = {"Q": 4, "H": 2}.get(kind, 0)
    number = most if final and (words.has("y") or words.has("y2")) else number
    if number is None or number > most:
        return None
    year, shift = _year(words, "y", "y2")
    return Calendar(year, part=f"{kind}{number}", shift=shift)


def _season(words: Words) -> Made:
    number = words.number("s", "season")
    year, shift = _year(words, "y")
    if year is None and shift is None:
        count = words.number("r", "rel")
        count = words.number("r2", "rel") if count is None else count
        if count == 0:
            shift = Shift("year", 0)
        elif count is not None:
            return Calendar(part=f"S{number}", nearest=count)
    if year is None and shift is None and not _seasonal(words):
        return None
    return Calendar(year, part=f"S{number}", shift=shift)


def _seasonal(words: Words) -> bool:
    """Whether a bare season is an adverb of time («осенью») or stands behind a preposition: "fall" is also a verb."""
    season = words.words("s")[0]
    if words.vocabulary.reading(season, "adverb") is not None:
        return True
    parts, at = words.tokens.parts, words.start + words.found.groups["s"][0] - 2
    while at > 2 and words.vocabulary.reading(parts[at], "the") is not None:
        at -= 2
    before = parts[max(at, 0)]
    return words.vocabulary.reading(before, "during") is not None


def _year_only(words: Words) -> Made:
    year, _ = _year(words, "y")
    if year is None:
        return None
    listed = words.words("y")
    marked = any(not word.isdigit() for word in listed)
    return Calendar(year) if marked or plausible_year(words, year) else None


def plausible_year(words: Words, year: int) -> bool:
    """Whether four bare digits are a year: what stands around them decides, and how near they are to our time."""
    tokens, vocabulary = words.tokens, words.vocabulary
    first, last = words.start + words.found.first, words.start + words.found.last
    before, after = tokens.parts[first - 1], tokens.parts[last + 1]
    if before.endswith(("'", "’")) and vocabulary.reading(tokens.parts[first - 2], "of") is None and len(before) == 1:
        before = " "
    if before[-1:] in ("#", "№", "$", "€", "£", "+", "=", "@", "_", "§", "~") or after[:1] in ("%", "€", "$", "£", "°", "_"):
        return False
    if _in_a_number(tokens, first, last):
        return False
    word = tokens.parts[first - 2] if first > 1 else ""
    following = tokens.parts[last + 2] if last + 2 < len(tokens.parts) and after.isspace() else ""
    if vocabulary.reading(word, "number") is not None and before.strip() in ("", "."):
        return False
    if vocabulary.reading(following, "counted") is not None or following in vocabulary.nouns:
        return False
    if _amount_follows(words, last):
        return False
    if vocabulary.reading(word, "in") is not None and before == " ":
        return 1000 <= year <= 2100
    if "bare-year" in vocabulary.flags and 1100 <= year <= 2049 and before == " ":
        return 1900 <= year or year % 50 != 0 or not following[:1].isupper()
    if not 1900 <= year <= 2049:
        return before.endswith("(") or after.startswith(")")
    named = word[:1].isupper() and before == " " and word[1:].islower() and vocabulary.letters.get(word) is None
    return not named or after.startswith(")")


def _amount_follows(words: Words, last: int) -> bool:
    """Whether the digits count something after all: "1450 to 1850 marks", "2000 in the year 2011"."""
    tokens, vocabulary = words.tokens, words.vocabulary
    ahead = tokens.parts[last + 2 : last + 8 : 2]
    if not ahead or tokens.letters[last + 1] not in " -–":
        return False
    if ahead[0].isdigit() and len(ahead) > 1:  # 1450-1850 marks
        return len(ahead[0]) == 4 and vocabulary.reading(ahead[1], "counted") is not None
    joined = vocabulary.reading(ahead[0], "to") is not None or vocabulary.reading(ahead[0], "and") is not None
    if joined and len(ahead) > 2 and ahead[1].isdigit():
        return vocabulary.reading(ahead[2], "counted") is not None
    in_year = vocabulary.reading(ahead[0], "of") is not None and len(ahead) > 1
    return in_year and any(vocabulary.reading(w, "unit") == "year" for w in ahead[1:3])


def _in_a_number(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the digits are part of a longer figure: a decimal, a phone number, a score."""
    before, after = tokens.parts[first - 1], tokens.parts[last + 1]
    left = tokens.parts[first - 2] if first > 1 else ""
    right = tokens.parts[last + 2] if last + 2 < len(tokens.parts) else ""
    if before in (".", ",", ":", "-", "/", "_") and left[:1].isdigit() and len(left) != 4:
        return True
    return after in (".", ",", ":", "-", "/") and right[:1].isdigit() and len(right) != 4


def _year_list(words: Words) -> Made:
    meanings = []
    for start, end, joint in _items(words, "list"):
        year = words.tokens.parts[start + (start + 1) % 2]
        meanings.append((start + (start + 1) % 2, end, joint, Calendar(int(year))))
    return _listed(words, meanings)


def _short_years(words: Words) -> Made:
    year, short = words.number("y", "n4") or 0, words.number("b", "n2") or 0
    last = year // 100 * 100 + short
    if last <= year:
        return None
    return Range(Calendar(year), Calendar(last)) if 1000 <= year <= 2100 else None


def _year_words(words: Words) -> Made:
    year, _ = _year(words, "y", "y3")
    if year is None and words.reading("y", "mil"):
        year = _spelled(words.words("y"), words.vocabulary)
    return Calendar(year) if year is not None and 1100 <= year <= 2100 else None


def _era_year(words: Words) -> Made:
    number = words.number("n", "num") or words.number("n2", "num")
    era = words.reading("era", "era") or words.reading("era2", "era")
    if not number:
        return None
    return Absolute(edtf.of_year(number if era == "ad" else 1 - number))


def _apostrophe_year(words: Words) -> Made:
    short = words.number("y2", "n2")
    return None if short is None or short < 40 and "apostrophe" not in words.vocabulary.flags else Calendar(_short_year(short))


def _decade(words: Words) -> Made:
    number = words.number("n", "n4", "n2") or words.number("n1", "n4", "n2", "decade") or words.number("wrd", "decade")
    if number is None or number % 10:
        return None
    if number < 1000:
        century = words.number("c", "n31", "roman", "ord")
        number += (century - 1) * 100 if century else 1900 if number >= 20 else 2000
    year = number
    return Absolute(f"{year // 10}X")


def _century(words: Words) -> Made:
    number = words.number("c", "n31", "roman", "ord") or words.number("c1", "roman")
    if number is None or not 1 <= number <= 30:
        return None
    if words.reading("era", "era") not in (None, "ad"):
        return Absolute(f"-{number - 1:02d}XX") if number > 1 else None
    return Absolute(f"{number - 1:02d}XX")


def _one(words: Words) -> Made:
    unit, count = (words.reading("one", "one") or "day:0").split(":")[:2]
    if unit == "year" and int(count) and "the-period" in words.vocabulary.flags:
        return Same(int(count), False)
    anchor = "context" if (words.reading("one", "one") or "").endswith(":context") else "document"
    return Shift(unit, int(count), anchor)


def _relative(words: Words) -> Made:
    group, which = ("r", "u") if words.has("r") else ("r1", "u1")
    unit = words.reading(which, "unit")
    if unit is None or words.reading(which, "plural") is not None:
        return None  # "in recent years" names none
    count = words.number(group, "rel")
    if unit in ("decade", "century") and words.reading(group, "span") is not None:
        return None  # "the past century" is a hundred years
    if all(w[:1].isupper() and w[1:].islower() for w in _all(words)) and words.before() == "" and words.quoted():
        return None  # a title: "This Week"
    if unit == "24h":
        return Range(Shift("day", -1), Shift("day", 0)) if count == -1 else None
    if count == 0 and unit == "day":
        return Shift("day", 0, "either")
    if count is not None:
        return Shift(unit, count)
    if (count := words.number(group, "that", "follow")) is not None:
        return Shift(unit, count, "context")
    return None


def _weekday(words: Words) -> Made:
    weekday = words.number("w", "wd", "wdish") or words.number("w1", "wd", "wdish")
    group = "r" if words.has("r") else "r1"
    count = words.number(group, "rel", "follow")
    which = "w" if words.has("w") else "w1"
    if words.reading(which, "unit") is not None and _counted(words):
        return None  # Romanian "luni" is Monday, and "months"
    return None if weekday is None else Weekday(weekday, count)


def _counted(words: Words) -> bool:
    """Whether a number or "some" stands before, or "of" after."""
    before, vocabulary = words.before(), words.vocabulary
    amount = before.isdigit() or any(vocabulary.reading(before, n) is not None for n in ("card", "quant", "num"))
    return amount or vocabulary.reading(words.after(), "of") is not None


def _weekday_of_week(words: Words) -> Made:
    weekday = words.number("w", "wd", "wdish")
    count = words.number("r" if words.has("r") else "r1", "rel", "follow")
    return None if weekday is None or count is None else Weekday(weekday, week=count)


def _ago(words: Words) -> Made:
    number, unit, back = ("n", "u", "back") if words.has("u") else ("n2", "u2", "back2")
    kind = words.reading(unit, "unit")
    if kind is None or (not words.has(number) and words.reading(unit, "single") is None):
        return None
    kind = "day" if kind == "24h" else kind
    count = _amount(words, number)
    anchor = words.reading(back, "ago", "agopre") or "document"
    if kind == "year" and count == 1 and "the-period" in words.vocabulary.flags:
        return Same(-1, False)
    return None if count is None or count > 400 else Shift(kind, -count, anchor)


def _amount(words: Words, group: str) -> int | None:
    if not words.has(group):
        return 1
    if words.reading(group, "a") is not None and words.reading(group, "card", "num") is None:
        return 1
    return _spelled(words.words(group), words.vocabulary)


def _hence(words: Words) -> Made:
    number, unit = ("n", "u") if words.has("u") else ("n2", "u2")
    kind, count = words.reading(unit, "unit"), _amount(words, number)
    if kind is None or count is None or (not words.has(number) and words.reading(unit, "single") is None):
        return None
    if words.vocabulary.reading(words.after(), "afterevent") is not None:
        return None  # «через 12 лет после принятия» is not reckoned from today
    kind = "day" if kind == "24h" else kind
    return Shift(kind, count, "ahead") if count <= 400 else None


def _week_of(words: Words) -> Made:
    inner = _calendar(words)
    return Nth(0, "week", inner) if isinstance(inner, Calendar) else None


def _nth_of(words: Words) -> Made:
    number = -1 if words.reading("n", "final") is not None else words.number("n", "n31", "roman", "ord")
    unit = words.reading("u", "unit") or words.reading("u", "wd", "wdish")
    if number is None or unit is None or unit not in ("day", "week", *"1234567"):
        return None
    if words.has("mr"):
        return Nth(number, unit, Calendar(shift=Shift("month", words.number("mr", "rel") or 0)))
    inner = _calendar(words)
    return Nth(number, unit, inner) if isinstance(inner, Calendar) and inner.day is None else None


def _weekend(words: Words) -> Made:
    before = words.before()
    introduced = any(words.vocabulary.reading(before, n) is not None for n in ("on", "in", "of", "wdon", "during", "the"))
    if words.reading("u", "plural") is not None or not (introduced or len(_all(words)) > 1):
        return None
    return Shift("weekend", 0)


def _part_of_period(words: Words) -> Made:
    unit = words.reading("u", "unit")
    return None if unit is None or words.reading("u", "plural") is not None else Shift(unit, 0)


def _nth_month(words: Words) -> Made:
    month = 12 if words.reading("n", "final") is not None else words.number("n", "n31", "roman", "ord")
    year, shift = _year(words, "y")
    return Calendar(year, month, shift=shift) if month is not None and 1 <= month <= 12 else None


def _early_year(words: Words) -> Made:
    year = words.number("n", "n3")
    return None if year is None else Absolute(edtf.of_year(year))


def _period_of_year(words: Words) -> Made:
    year = words.number("n", "n4")
    return None if year is None else Same(0, False, year)


def _the_year(words: Words) -> Made:
    """ "For the year" is the DCT's, unless the words that follow say which: "the year before", "the year he died"."""
    if words.reading("u", "plural") is not None:
        return None
    if len(_all(words)) > 2:
        return Shift("year", 0)
    said = words.vocabulary.reading(words.before(), "during") is not None and not words.after()
    return Shift("year", 0) if said else None


def _nth_week_from(words: Words) -> Made:
    number = words.number("n", "ord")
    begun = words.vocabulary.reading(words.before(), "during") is not None
    return Shift("week", number - 1, "start") if number and begun else None


def _holiday(words: Words) -> Made:
    day = words.reading("h", "holiday") or ""
    year, shift = _year(words, "y")
    nearest = words.number("r", "rel") or 0
    if day.startswith("easter"):
        return Calendar(year, shift=shift, part=f"E{day[6:]}", nearest=nearest)
    month, number = day.split("-")
    if "." in number:  # 11-4.4: the fourth Thursday of November
        ordinal, weekday = number.split(".")
        return Nth(int(ordinal), weekday, Calendar(year, int(month), shift=shift, nearest=nearest))
    return Calendar(year, int(month), int(number), shift=shift, nearest=nearest)


def _period(words: Words) -> Made:
    if words.gap_after() == "-":
        return None  # "quarter-to-quarter"
    return Same(0, words.has("l"))


def _year_earlier(words: Words) -> Made:
    return Same(-1, False)


def _relative_daypart(words: Words) -> Made:
    count = words.number("r", "rel")
    night = words.reading("dp", "dpart") == "night"
    if count == 0:
        return Shift("day", 0)
    return Shift("day", -1) if count == -1 and night else None


BUILDERS: dict[str, Callable[[Words], Made]] = {
    "calendar": _calendar,
    "alone": _alone,
    "numeric": _numeric,
    "numeric_day": _numeric_day,
    "numeric_month": _numeric_month,
    "numeric_range": _numeric_range,
    "weekday_day": _weekday_day,
    "day_of_month": _day_of_month,
    "day_list": _day_list,
    "month_list": _month_list,
    "relative_month": _relative_month,
    "part": _part,
    "season": _season,
    "year": _year_only,
    "year_list": _year_list,
    "short_years": _short_years,
    "year_words": _year_words,
    "era_year": _era_year,
    "apostrophe_year": _apostrophe_year,
    "decade": _decade,
    "century": _century,
    "one": _one,
    "relative": _relative,
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "ago": _ago,
    "hence": _hence,
    "week_of": _week_of,
    "nth_of": _nth_of,
    "day_alone": _day_alone,
    "day_range": _day_range,
    "numeric_alone": _numeric_alone,
    "part_of_period": _part_of_period,
    "nth_month": _nth_month,
    "early_year": _early_year,
    "period_of_year": _period_of_year,
    "the_year": _the_year,
    "nth_week_from": _nth_week_from,
    "holiday": _holiday,
    "weekend": _weekend,
    "period": _period,
    "year_earlier": _year_earlier,
    "relative_daypart": _relative_daypart,
}
