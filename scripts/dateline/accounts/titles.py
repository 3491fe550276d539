"""A short title for an event in a source's own words: the clause with the date, a verbatim stretch of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..model import Article, Kind, Modality, Span, Statement
from . import edges
from .completing import completed

_LONGEST = 140  # characters: three lines on a phone
_WHOLE = 150  # … of a sentence whose clause says too little without its beginning
_SHORTEST = 20  # below it a clause seldom says who did what
_JOINT = re.compile(r"[,;:](?=\s)(?!(?<=\d:)\s\d)|\s[—–-](?=\s)|[.!?…](?=\s)")
_HEAD = 60  # characters before a clause in which what it hangs on may stand
_NAME_AFTER = re.compile(r",\s+(?=\w)")
_PREPOSITION = 8  # characters before a date with which a clause opens
_EDGE = " \t\n\u00a0\u202f,;:.—–-"
_OPENING, _CLOSING = "«“„\"'(‘[", "»”“\"')’]"


def title(
    statements: tuple[Statement, ...], articles: Mapping[str, Article], value: str, language: str
) -> tuple[str, Statement]:
    """The title and the statement whose words it is: the site's language first, then the best dated, then the earliest.

    A clause that begins its sentence and is of fair length goes before "who left in 2012" or one that had to be cut.
    """

    def rank(item: tuple[int, Statement]) -> tuple[bool, bool, bool, bool, int]:
        place, statement = item
        length = statement.clause.end - statement.clause.start
        article = articles[statement.article]
        start = _said(article.text, statement.clause, article.language)
        first = article.text[start : start + 1]
        dependent = start == statement.clause.start and first.islower()
        dependent = dependent or edges.opens_with_pronoun(article.text, start, article.language)
        return (
            article.language != language,
            dependent,
            not _SHORTEST <= length <= _LONGEST,
            statement.time.value != value,
            place,
        )

    best = min(enumerate(statements), key=rank)[1]
    article = articles[best.article]
    told, date = _told(best, article), best.time.span
    if not told.start <= date.start < told.end:
        date = Span(told.start, told.start)  # "a indiqué jeudi le parquet": the title is what was said
    longest = _WHOLE if told.start == best.span.start < best.clause.start else _LONGEST
    short = trimmed(article.text, told, date, article.language, longest)
    whole = Span(short.start, completed(article.text, short, told.end, best.span.end, article.language))
    start, end = short if whole == short else _stripped(article.text, whole)
    return article.text[_after_date(article.text, start, end, date) : end], best


def _told(statement: Statement, article: Article) -> Span:
    """What a title says of a statement, before it is cut: its clause, and what that needs to be understood."""
    text, sentence = article.text, statement.span
    clause = _with_its_head(text, statement, article.language)
    nothing = statement.kind is Kind.OTHER and clause == statement.clause
    if (nothing or _is_bare(text, statement.clause)) and sentence.end - sentence.start <= _LONGEST:
        # Nothing in the clause was understood: a short sentence is surely whole.
        clause = Span(_after_another_date(text, sentence.start, statement.clause.start, article.language), sentence.end)
    if statement.kind is Kind.STATEMENT:
        clause = _with_what_was_said(text, clause, sentence.end)
    return clause


def _with_its_head(text: str, statement: Statement, language: str) -> Span:
    """The clause; one that hangs on another ("who left in 2012") with what it hangs on.

    That is its sentence from the start, if short, else a name before it. What somebody said ("that they left in
    2012") stands alone: the date is its own, and that it was said is another event.
    """
    clause = statement.clause
    whole = Span(_after_another_date(text, statement.span.start, clause.start, language), clause.end)
    said = _said(text, clause, language)
    if edges.opens_with_purpose(text, clause.start, language) and clause.end - statement.span.start <= _LONGEST:
        return Span(statement.span.start, clause.end)
    if statement.modality is Modality.DENIED and said > clause.start:
        return Span(statement.span.start, clause.end)  # what was denied, without who did, would say the opposite
    joined = edges.after_joint(text, clause.start, clause.end, language)
    alone = joined > clause.start and not edges.opens_with_verb(text, joined, language)
    hangs = text[clause.start : clause.end][:1].islower() or _is_bare(text, clause)
    if said > clause.start or alone or not hangs:
        return Span(said, clause.end)
    if whole.end - whole.start <= _LONGEST:
        return whole
    return _with_some_head(text, statement, whole, language)


def _with_some_head(text: str, statement: Statement, whole: Span, language: str) -> Span:
    """A clause that hangs on the beginning of a long sentence, with a name that stands near or with all of it."""
    clause = statement.clause
    tail = statement.kind is Kind.STATEMENT and clause.end == statement.span.end
    if tail and clause.start - whole.start >= _SHORTEST and not edges.opens_a_clause(text, clause.start, language):
        return Span(whole.start, clause.start)  # ", a indiqué jeudi le parquet": what was said says more
    name = edges.first_name(text, max(whole.start, clause.start - _HEAD), clause.start, language)
    if name >= 0:
        return Span(name, clause.end)
    return whole if whole.end - whole.start <= _WHOLE else clause


def _after_another_date(text: str, start: int, end: int, language: str) -> int:
    """Where what was said begins, where before it stands when ("In May 2024 he confirmed, that two states"): a title
    with the date of another event misleads. Where no date stands before it ("it is expected, that"), all stays.
    """
    said = edges.after_last_that(text, start, end, language)
    return said if any(sign.isdigit() for sign in text[start:said]) else start


def _is_bare(text: str, clause: Span) -> bool:
    """Whether a clause is all but a date: begins with a figure, and is too short for a title."""
    return text[clause.start : clause.end][:1].isdigit() and clause.end - clause.start < _SHORTEST


def _said(text: str, clause: Span, language: str) -> int:
    """Where a clause that "that" opens begins without it, if what is left is long enough; else where it begins."""
    start = edges.after_that(text, clause.start, clause.end, language)
    return start if clause.end - start >= _SHORTEST else clause.start


def _after_date(text: str, start: int, end: int, date: Span) -> int:
    """Where a title begins that opens with its date ("On Wednesday, Anna Weber announced"): the date stands beside it.

    It stays where no name follows, since a title in the source's own words can't begin with a small letter.
    """
    opens = date.start - start <= _PREPOSITION and " " not in text[start : date.start].strip()
    follows = _NAME_AFTER.match(text, date.end, end)
    named = follows and text[follows.end()].isupper() and end - follows.end() >= _SHORTEST
    return follows.end() if opens and follows and named else start


def _with_what_was_said(text: str, clause: Span, last: int) -> Span:
    """The clause and, as far as there is room, what follows it in the sentence: "he confirmed" says too little."""
    start, end = clause
    ends = (*(m.start() for m in _JOINT.finditer(text, end, last)), last)
    return Span(start, max((e for e in ends if e - start <= _LONGEST), default=end))


def trimmed(text: str, clause: Span, date: Span, language: str, longest: int = _LONGEST) -> Span:
    """The part of `clause` around `date` that is short enough to be a title, cut where the sentence has a joint."""
    start, end = _stripped(text, clause)
    start, end = _stripped(text, Span(edges.after_joint(text, start, date.start, language), end))
    if end - start <= longest:
        return Span(start, max(date.end, edges.before_conjunction(text, start, end, language)))
    start, end = _stripped(text, _around(text, Span(start, end), date))
    return Span(start, max(date.end, edges.before_loose_ends(text, start, end, language)))


def _around(text: str, clause: Span, date: Span) -> Span:
    """Whole parts between joints: the one with the date, then as many after it, and before it, as fit."""
    cuts = [clause.start, *(m.end() for m in _JOINT.finditer(text, clause.start, clause.end)), clause.end]
    first = max((i for i, cut in enumerate(cuts[:-1]) if cut <= date.start), default=0)
    last = min((i for i, cut in enumerate(cuts) if cut >= date.end and i > first), default=len(cuts) - 1)
    while last + 1 < len(cuts) and cuts[last + 1] - cuts[first] <= _LONGEST:
        last += 1
    while first and cuts[last] - cuts[first - 1] <= _LONGEST:
        first -= 1
    if last + 1 < len(cuts) and cuts[last] - cuts[first] < _SHORTEST:
        last += 1  # a date alone is no title
    return _cut(text, Span(cuts[first], cuts[last]), date)


def _cut(text: str, part: Span, date: Span) -> Span:
    """`part` itself, or so many whole words of it, the date among them, as there is room for."""
    if part.end - part.start <= _LONGEST:
        return part
    start = part.start
    if date.end - start > _LONGEST:
        space = text.find(" ", max(start, date.end - _LONGEST), date.start)
        start = space + 1 if space >= 0 else date.start
    end = text.rfind(" ", date.end, start + _LONGEST)
    return Span(start, end if end > date.end else max(date.end, start))


def _stripped(text: str, span: Span) -> Span:
    """Without space, joints, and quotation marks or brackets that have no partner within."""
    start, end = span
    while start < end and (text[start] in _EDGE or _unpaired(text[start:end], 0)):
        start += 1
    while start < end and (text[end - 1] in _EDGE or _unpaired(text[start:end], -1)):
        end -= 1
    return Span(start, end)


def _unpaired(words: str, place: int) -> bool:
    sign = words[place]
    if place == 0:
        return sign in _OPENING and not any(closing in words[1:] for closing in _partners(sign))
    return sign in _CLOSING and not any(opening in words[:-1] for opening in _partners(sign))


def _partners(sign: str) -> str:
    pairs = ("«»", "“”", "„“", '""', "''", "()", "‘’", "[]", "„”")
    return "".join(pair.replace(sign, "", 1) for pair in pairs if sign in pair)
