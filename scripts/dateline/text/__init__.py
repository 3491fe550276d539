"""Places in a text: folding for matching, and quotes that are found again. Offsets are code points, half-open."""

from __future__ import annotations

import re

from ..model import Span, TextQuote

# White space and look-alikes that mean the same to a reader. One code point for one, so that offsets hold.
# Unseen characters (soft hyphen, zero-width joiners) have no equal-length stand-in but a space, which would cut
# words in two; only those that stand between words are folded.
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("\t\v\f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
        **dict.fromkeys("\u2008\u2009\u200a\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4\u0060", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
    }
)

_FOLDS = re.compile(
    f"[{re.escape(''.join(map(chr, _FOLDED)))}]"
)  # ten times as fast as str.translate: few characters fold


#: The class of capital letters in a regular expression: Latin, Greek and Cyrillic.
CAPITAL = f"[{''.join(c for c in map(chr, range(0x530)) if c.isupper())}]"

_MOST_PLACES = 100  # of one quote in one text


def _stand_in(match: re.Match[str]) -> str:
    return _FOLDED[ord(match.group())]


def fold(text: str) -> str:
    """`text` for matching: of equal length, with kinds of space, dash and quotation mark made one. Case is kept."""
    return _FOLDS.sub(_stand_in, text)


def find_quote(text: str, quote: TextQuote) -> list[Span]:
    """Every place of `text` where `quote` stands, prefix and suffix included; matching is on folded text.

    Of more than a hundred places the first hundred are given: such a quote tells nothing apart.
    Source: W3C Web Annotation Data Model, section 4.2.4 (TextQuoteSelector).
    """
    if not quote.exact:
        return []
    words, wanted = fold(text), fold(quote.prefix + quote.exact + quote.suffix)
    places: list[Span] = []
    at = words.find(wanted)
    while at >= 0 and len(places) < _MOST_PLACES:
        start = at + len(quote.prefix)
        places.append(Span(start, start + len(quote.exact)))
        at = words.find(wanted, at + 1)
    return places
