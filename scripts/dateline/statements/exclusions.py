"""Dates that date nothing: datelines, stamps, laws, related links, credits. Each rule is one function in the list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model import Span, TimeExpression
from ..text import CAPITAL
from ..text.tokens import Word
from .vocabulary import Vocabulary

_STREET_REACH = 24  # code points before the date of a street's name
_COMPARED = 60  # code points before a date that is compared with
_DATELINE_LINES = 3  # sentences before it
_DATELINE_REACH = 48  # code points before the date of a dateline
_DATELINE_END = re.compile(
    r"\)?[ ,]*(?P<clock>\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)?(?: [A-Z]{2,})*(?: ?\([^)]*\))? ?(?:\.?--?|[:.]|/)"
)
_HEAD = re.compile(r"(?:[A-ZА-ЯЁ]{2,}[^.!?\n]{0,60}?)?\([^()\n]{2,30}\) ?--? |[A-ZА-ЯЁ]{3,}, [^.!?\n]{0,40}? --? ")
_PLACE = re.compile(
    rf"(?:{CAPITAL}{{2}} )?{CAPITAL}{{3,}}(?:[ /-]{CAPITAL}{{2,}}){{0,2}} --? "
    rf"(?=\"?{CAPITAL}(?:(?!{CAPITAL})[^\W\d_]|['’ ]))"
)
_STAMP = re.compile(r"@\w|pic\.twitter\.com|t\.co/")
_CLOCK_AFTER = re.compile(r"[ ,-]{0,3}\d{1,2}:\d\d\b")
_FOOTNOTE = re.compile(r"\[\d+\]|\(\d+\) ?\"|\d+\. ?\"")  # a reference begins: [6] "A title", Review, 30 May 2013.
_ADDRESS = re.compile(r"[,.;:)\s]{1,3}(?:https?://|www\.)")
_AGENCY = re.compile(
    r"[\s.,(-]{1,3}(?:[^\W\d_a-z][\w.'-]* ){0,4}[^\W\d_a-z][\w.'-]* ?/ ?"
    r"(?:AFP|AP|ANSA|APA|EFE|EPA|Getty|Lusa|PAP|REUTERS|Reuters|SIPA|Sipa|TASS|dpa|ТАСС)\b"
)
_ANY_CLOCK = re.compile(r"\b\d{1,2}[:.hH]\d\d\b")
_CLOCK_BESIDE = re.compile(r"\b\d{1,2}:\d\d\b")
_BESIDE = 16  # code points between a date and its clock time
_HEADING = 16  # words of the line above a comment
_ITEM_ENDS = re.compile(r"[\s\d,/-]*(?:[,;.]|$)")
_COPYRIGHT = re.compile(r"©|\(c\) ?\d{4}|copyright", re.IGNORECASE)
_CLOCK = re.compile(r"[\d:.,\s|/•·+()-]|[AP]\.?M\.?|[A-Z]{2,5}\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in its sentence, and where the sentence stands."""

    folded: str
    sentence: Span
    line: Span
    time: TimeExpression
    text: Sequence[Word]
    number: int  # of the sentence in the article's body, from 0
    has_trigger: bool
    vocabulary: Vocabulary

    @property
    def before(self) -> str:
        """What stands in the sentence before the date."""
        return self.folded[self.sentence.start : self.time.span.start]

    @property
    def after(self) -> str:
        """What stands in the sentence after the date."""
        return self.folded[self.time.span.end : self.sentence.end]


def _says_nothing_else(dated: Dated) -> bool:
    """The date is all there is: "14.06.2024, 18:08", «Gagauznews, 13 июля.»"""
    outside = [
        w for w in dated.text if not (dated.time.span.start <= w.start < dated.time.span.end) and w.text.isalpha()
    ]
    if dated.has_trigger:
        return False
    return all(w.capital or w.key in dated.vocabulary.small for w in outside) and len(outside) <= 4


def _dateline(dated: Dated) -> bool:
    """«КИШИНЕВ, 13 июля -», "LONDON, June 5 (Reuters) -" at the head of one of the first lines."""
    return _dateline_end(dated) is not None


def _dateline_end(dated: Dated) -> int | None:
    if len(dated.before) > _DATELINE_REACH or dated.number > _DATELINE_LINES:
        return None
    names = re.findall(r"[^\W\d_]+", dated.before)
    headed = re.search("[,|/]", dated.before) and not re.search(r"[\d:;!?]", dated.before)
    ends = _DATELINE_END.match(dated.after)
    if ends and ((names and headed and all(n[0].isupper() for n in names)) or (not names and ends["clock"])):
        return dated.time.span.end + ends.end()
    return None


def _stamp(dated: Dated) -> bool:
    """The date of a post or a comment that is shown: "— Name (@name) October 14, 2024", "12 May 2024, 23:07 I …"; and
    that of the page, "Jane Doe, published 12 May 2024 at 23:07".
    """
    if (not dated.before.strip() and _CLOCK_AFTER.match(dated.after)) or _heads_a_comment(dated):
        return True
    around = dated.before[-_BESIDE:] + dated.folded[slice(*dated.time.span)] + dated.after[:_BESIDE]
    if dated.vocabulary.exclusions.published.search(dated.before) and _ANY_CLOCK.search(around):
        return True
    return bool(_STAMP.search(dated.before)) and not re.search(r"[^\W\d_]{3,}", re.sub(_CLOCK, "", dated.after))


def _heads_a_comment(dated: Dated) -> bool:
    """ "At 07:59 am on 1 June 2009, A. Reader wrote:", "A. Reader says: 1 June 2009 at 7:59"."""
    if len(dated.text) > _HEADING or not _CLOCK_BESIDE.search(dated.before[-_BESIDE:] + " " + dated.after[:_BESIDE]):
        return False
    says = dated.vocabulary.exclusions.posts
    opens = dated.after.rstrip().endswith(":") and says.search(dated.after)
    return bool(opens or (dated.before.rstrip().endswith(":") and says.search(dated.before)))


def _copyright(dated: Dated) -> bool:
    return bool(_COPYRIGHT.search(dated.before[-40:]))


def _no_article_text(dated: Dated) -> bool:
    """Related links, photo credits and such, by the words that the line begins with."""
    starts = (dated.line.start, dated.sentence.start)
    return any(
        dated.vocabulary.exclusions.lines.match(dated.folded[at : dated.line.end].lstrip(" *_>#-|[(")) for at in starts
    )


def _law(dated: Dated) -> bool:
    return bool(dated.vocabulary.exclusions.laws.search(dated.before)) or bool(
        re.match(r" ?(?:№|N[ro°º]\.? ?\d)", dated.after)
    )


def _street(dated: Dated) -> bool:
    """«ул. 9 января», "Plaza 2 de Mayo", "14 July Square"; and «9 Мая» in a list of streets."""
    words = dated.vocabulary.exclusions
    if words.streets.search(dated.before[-_STREET_REACH:]) or words.streets_after.match(dated.after):
        return True
    item = re.search(r"(?:^|[,;:])\s*$", dated.before) and _ITEM_ENDS.match(dated.after)
    return bool(item) and bool(words.streets_listed.search(dated.folded, *dated.sentence))


def _anniversary(dated: Dated) -> bool:
    """«40 лет Октября»: a name, like "Euro-2024" and a keyword, "#25enero"."""
    if dated.before[-1:] in ("#", "@") or dated.vocabulary.exclusions.named_after.search(dated.before[-_STREET_REACH:]):
        return True
    return dated.time.value.isdigit() and bool(re.search(r"[^\W\d_]{2}-$", dated.before))


def _telephone(dated: Dated) -> bool:
    return bool(dated.vocabulary.exclusions.telephones.search(dated.before[-_COMPARED:]))


def _footnote(dated: Dated) -> bool:
    """A reference to what somebody else wrote: with the date at its end, or with its address after the date."""
    if re.search(r"[,(] ?$", dated.before) and _ADDRESS.match(dated.after):
        return True
    ends = not re.search(r"[^\W_]", dated.after)
    return ends and bool(_FOOTNOTE.match(dated.folded, dated.sentence.start))


def _credited(dated: Dated) -> bool:
    """What stands below a picture: "Soldiers in the port on 15 September 2011 JANE DOE/AFP"."""
    return bool(_AGENCY.match(dated.after))


def _make(dated: Dated) -> bool:
    """The year of a make: «Volkswagen Passat 2018 года» in a text of another script."""
    bare_year = re.fullmatch(r"\d{4}", dated.time.value) and dated.before[-1:] == " "
    cyrillic = re.search(r"[а-яё]", dated.before + dated.after)
    return bool(bare_year and cyrillic and re.search(r"[A-Z][\w-]+ $", dated.before))


def _comparison(dated: Dated) -> bool:
    """«больше, чем в 2019 году», "up from 4 pence a year earlier"."""
    return bool(dated.vocabulary.exclusions.comparisons.search(dated.before[-_COMPARED:]))


def _age(dated: Dated) -> bool:
    """«1985 года рождения», "Jahrgang 1943"."""
    words = dated.vocabulary.exclusions
    return bool(words.ages_after.match(dated.after)) or bool(words.ages_before.search(dated.before[-_COMPARED:]))


def _own(dated: Dated) -> bool:
    return bool(dated.vocabulary.exclusions.own.search(dated.folded[dated.sentence.start : dated.sentence.end]))


def _question_of_its_own(dated: Dated) -> bool:
    """A question that is a heading or a caption: it asks, it doesn't say."""
    alone = dated.sentence.end - dated.sentence.start >= (dated.line.end - dated.line.start) - 4
    return alone and dated.folded[dated.sentence.end - 1] == "?"


RULES: tuple[Callable[[Dated], bool], ...] = (
    _says_nothing_else,
    _dateline,
    _stamp,
    _copyright,
    _no_article_text,
    _law,
    _street,
    _anniversary,
    _telephone,
    _footnote,
    _credited,
    _make,
    _comparison,
    _age,
    _own,
    _question_of_its_own,
)


def own_words(folded: str, sentence: Span, dates: Sequence[Dated], first: bool = False) -> int:
    """Where the sentence itself begins, after a dateline: "LONDON, June 12 (Reuters) - |Britain …".

    In the first sentence of a text a place in capitals is one: "CAMPOBASSO - |Una scossa …".
    """
    match = _HEAD.match(folded, *sentence) or (first and _PLACE.match(folded, *sentence))
    ends = [match.end() if match else sentence.start, *filter(None, map(_dateline_end, dates))]
    begins = re.compile(r"\s*").match(folded, max(ends))
    return begins.end() if begins else sentence.start


def dates_nothing(dated: Dated) -> bool:
    """Whether any of the rules says so."""
    return any(rule(dated) for rule in RULES)
