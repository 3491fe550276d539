"""Where sentences begin and end: candidates first, then small named rules in one list; the first that knows, decides.

Headings, list and quote marks are cut from a sentence, a line of its own (a headline, a list item) is a sentence.
What may not end one (abbreviations) is data: section `sentences` of the language files. Time is linear in the text.
The idea of rules as a list of functions is that of natasha/razdel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from .. import languages
from ..model import Span
from . import fold

_STOP = re.compile(r"[.!?…]+(?:\[\d+\])?[\"')\]]*")
_MARKS = re.compile(r"[ \t]*(?:(?:#{1,6}|[-*+•·>|]|[0-9]{1,2}\))[ \t]*(?=\S)|\*\*)*")
_HARD_MARK = re.compile(r"[ \t]*(?:#{1,6} |[-*+•·>|] ?|[0-9]{1,2}[.)] )")
_SIGNATURE = re.compile(r"- [^\n\r()]{2,60} \(@\w+\)")  # under a post that the article shows
_STAMP_LINE = re.compile(r"\W*(?:[^\W\d]{1,3} )?\d{1,2}[./ ] ?\w+\.?[./ ] ?\d{4}\b[^\n\r]{0,16}$", re.MULTILINE)
_LAST_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
_TRIMMED = " \t\r\n\f\v*_|\u200b"
_WRAPPED = range(50, 101)  # the length of a line that its editor broke at the margin
_BEGINNING = 4  # words of «Еще в 2012 г.»
_WINDOW = 24  # how far to the left an abbreviation may begin


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a language says of full stops. All words lower case, without the stop."""

    inside: frozenset[str]  # always followed by something: Dr., им., ст.
    either: frozenset[str]  # may end a sentence: etc., млн., т.д.
    after_number: frozenset[str]  # of `inside`, but may end a sentence after a number: 2012 г.
    starters: frozenset[str]  # words that begin sentences and are no names
    ordinal_stop: bool  # "12. Juni"


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a sentence may end: what stands before, the stop itself, white space, what follows."""

    left: str
    stop: str
    gap: str
    right: str
    line_start: bool
    words: Vocabulary

    @property
    def last_word(self) -> str:
        """The word before the stop, "" for none."""
        match = _LAST_WORD.search(self.left)
        return match[0] if match else ""

    @property
    def has_only_begun(self) -> bool:
        """Whether the sentence so far is an abbreviation and two or three words before it."""
        return len(self.left) < _WINDOW and len(self.left.split()) <= _BEGINNING

    @property
    def next_word(self) -> str:
        """The word after it, "" for none."""
        match = re.match(r"\W*(\w+)", self.right)
        return match[1] if match else ""


Rule = Callable[[Cut], bool | None]


def _lower_case_goes_on(cut: Cut) -> bool | None:
    first = cut.right.lstrip("\"'([-– ")[:1]
    return False if first.islower() or cut.right[:1] in ",;:)" else None


def _attribution_goes_on(cut: Cut) -> bool | None:
    """«…», — said X: a dash after a closed quotation."""
    return False if '"' in cut.stop and cut.right[:1] == "-" else None


def _number_goes_on(cut: Cut) -> bool | None:
    if cut.gap or not cut.right[:1].isdigit():
        return None
    return False if cut.left[-1:].isdigit() or cut.left[-1:].isupper() else None


def _list_number(cut: Cut) -> bool | None:
    return False if cut.line_start and cut.left.strip().isdigit() and len(cut.left.strip()) <= 3 else None


def _ordinal(cut: Cut) -> bool | None:
    if not (cut.words.ordinal_stop and cut.stop == "." and cut.last_word.isdigit() and len(cut.last_word) <= 2):
        return None
    return cut.next_word.lower() in cut.words.starters


def _initial(cut: Cut) -> bool | None:
    if cut.stop[0] != "." or len(cut.last_word) != 1 or not cut.last_word.isupper():
        return None
    several = re.search(r"\w\.\s?\w$", cut.left)  # "the U.S. The": letters that are a name of their own
    if several and cut.gap:
        return cut.next_word.lower() in cut.words.starters
    return False


def _abbreviation(cut: Cut) -> bool | None:
    if cut.stop not in (".", ".)"):
        return None
    word = cut.last_word.lower()
    before = cut.left[: len(cut.left) - len(word)].rstrip()
    if word in cut.words.after_number and before[-1:].isdigit():  # «В 2012 г. Россия …» has only begun
        return bool(cut.gap) and cut.next_word[:1].isupper() and not cut.has_only_begun
    if f"{word}.{cut.next_word.lower()}" in cut.words.inside | cut.words.either:  # z. B.
        return False
    if before[-1:] == "." and len(word) == 1:  # т.е., z.B.: looked up as a whole
        word = re.sub(r"\s", "", (re.search(r"(?:\w\. ?)*\w$", cut.left.lower()) or [""])[0])
    if word in cut.words.inside and cut.stop == ".":
        return False
    if word in cut.words.either:
        return cut.next_word[:1].isupper() and bool(cut.gap)
    return None


def _run_together(cut: Cut) -> bool | None:
    """«этого.Напомним»: no space, yet two words of prose; "Node.JS" and "Т.Н." are not."""
    if cut.gap:
        return None
    left, right = cut.left.rstrip("\"')")[-2:], cut.right.lstrip("\"'([")
    prose = (left.isalnum() and not left.isupper()) or cut.stop[-1] in "\"')"
    if left.isalpha() and len(left) == 2 and re.match(r"\d{1,4} [^\W\d_]", right):  # «обогащении.11 октября»
        return True
    return prose and right[:1].isupper() and (right[1:2].islower() or right[1:2] == " ")


RULES: tuple[Rule, ...] = (
    _lower_case_goes_on,
    _attribution_goes_on,
    _number_goes_on,
    _list_number,
    _ordinal,
    _initial,
    _abbreviation,
    _run_together,
)


@lru_cache(maxsize=8)  # several verbs ask for the same article
def split(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, as trimmed spans without heading, list and quote marks.

    `language` is a BCP 47 tag; an unknown one goes without abbreviations.
    """
    folded, words = fold(text), vocabulary(language)
    return tuple(span for block in _blocks(folded) for span in _sentences(folded, block, words))


@cache
def vocabulary(language: str) -> Vocabulary:
    """What the language file says of sentences."""
    section = languages.section(language, "sentences")

    def listed(name: str) -> frozenset[str]:
        return frozenset(str(section.get(name, "")).lower().split())

    after_number = listed("after_number")
    return Vocabulary(
        inside=listed("inside") | after_number,
        either=listed("either"),
        after_number=after_number,
        starters=listed("starters"),
        ordinal_stop=section.get("ordinal_stop") == "yes",
    )


def _blocks(folded: str) -> Iterator[Span]:
    """Lines, joined where an editor broke a sentence at the margin."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n\r\u2028\u2029]+", folded) if m[0].strip()]
    at = 0
    while at < len(lines):
        end = at
        while end + 1 < len(lines) and _goes_on(folded, lines[end], lines[end + 1]):
            end += 1
        yield Span(lines[at].start, lines[end].end)
        at = end + 1


def _goes_on(folded: str, line: Span, following: Span) -> bool:
    between = folded[line.end : following.start].replace("\r\n", "\n")
    if len(between) > 1 or _HARD_MARK.match(folded, following.start) or folded[line.start] == "#":
        return False
    last = folded[line.start : line.end].rstrip()
    if last[-1:] in ".!?…:;\"'":
        return False
    if _STAMP_LINE.match(folded, *following):
        return False
    first = folded[following.start : following.end].lstrip(" \t\"'(")[:1]
    return first.islower() or (len(last) in _WRAPPED and last[-1:].islower() and first.isdigit())


def _sentences(folded: str, block: Span, words: Vocabulary) -> Iterator[Span]:
    for signature in _SIGNATURE.finditer(folded, *block) if "(@" in folded[block.start : block.end] else ():
        yield from _sentences_between(folded, Span(block.start, signature.start()), words)
        block = Span(signature.start(), block.end)
    yield from _sentences_between(folded, block, words)


def _sentences_between(folded: str, block: Span, words: Vocabulary) -> Iterator[Span]:
    start = mark = _MARKS.match(folded, *block).end()  # type: ignore[union-attr]  # it matches the empty string
    for match in _STOP.finditer(folded, start, block.end):
        right = match.end()
        while right < block.end and folded[right] in " \t\r\n":
            right += 1
        if right >= block.end:
            break
        cut = Cut(
            left=folded[max(start, match.start() - _WINDOW) : match.start()],
            stop=match[0],
            gap=folded[match.end() : right],
            right=folded[right : min(block.end, right + _WINDOW)],
            line_start=start == mark,
            words=words,
        )
        if cut.left and _ends(cut):
            yield from _trimmed(folded, start, match.end())
            start = right
    yield from _trimmed(folded, start, block.end)


def _ends(cut: Cut) -> bool:
    for rule in RULES:
        verdict = rule(cut)
        if verdict is not None:
            return verdict
    return True


def _trimmed(folded: str, start: int, end: int) -> Iterator[Span]:
    while start < end and folded[start] in _TRIMMED:
        start += 1
    while end > start and folded[end - 1] in _TRIMMED:
        end -= 1
    if start < end:
        yield Span(start, end)
