"""A quote as its reader would have seen it: Markdown marks left out, the wording of dates marked.

The quote itself stays verbatim in the data; this is about what a page shows of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text. `mark` is the id of the statement whose date wording it is, "" for plain text."""

    text: str
    mark: str = ""


# What Markdown means by these marks, as pattern and the groups that a reader sees. Order matters: images before links.
_MARKS = (
    re.compile(r"!\[(?P<seen>[^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)"),
    re.compile(r"!?\[\[(?:[^\[\]|\n]*\|)?(?P<seen>[^\[\]|\n]+)\]\]"),
    re.compile(r"(?<!\\)\[(?P<seen>[^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)"),
    re.compile(r"(?<![\w\\*])(?P<open>\*{1,3})(?=\S)(?P<seen>[^*\n]+?)(?<=\S)(?P=open)(?![\w*])"),
    re.compile(r"(?<![\w\\_])(?P<open>_{1,3})(?=\S)(?P<seen>[^_\n]+?)(?<=\S)(?P=open)(?![\w_])"),
    re.compile(r"(?<!\\)`(?P<seen>[^`\n]+)`"),
    re.compile(r"~~(?P<seen>[^~\n]+)~~"),
    re.compile(r"<(?P<seen>https?://[^<>\s]+)>"),
    re.compile(
        r"</?(?:a|abbr|b|br|cite|em|font|i|mark|p|q|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE
    ),
    re.compile(r"\[\^[\w-]+\]"),
    re.compile(r"^[ \t]*(?:#{1,6}|>|[*+-]|\d{1,3}[.)])[ \t]+", re.MULTILINE),
    re.compile(r"\\(?P<seen>[!-/:-@\[-`{-~])"),
)


_BEGINS = re.compile(r"\W*(?P<first>[^\W\d_])(?P<next>\w?)")
_ANY_MARK = re.compile(r"[*_\[`~<\\#]|^[ \t]*(?:[>+-]|\d{1,3}[.)])[ \t]", re.MULTILINE)


def seen(text: str) -> tuple[Span, ...]:
    """The spans of `text` that a reader sees, in order, once Markdown has been read."""
    if not _ANY_MARK.search(text):
        return (Span(0, len(text)),) if text else ()
    hidden = bytearray(len(text))
    for pattern in _MARKS:
        for match in pattern.finditer(text):
            start, end = match.span("seen") if "seen" in pattern.groupindex else (match.end(), match.end())
            hidden[match.start() : start] = b"\1" * (start - match.start())
            hidden[end : match.end()] = b"\1" * (match.end() - end)
    return tuple(Span(m.start(), m.end()) for m in re.finditer(b"\0+", hidden))


def shown(text: str) -> str:
    """`text` as a reader sees it."""
    return "".join(text[s.start : s.end] for s in seen(text))


def headline(title: str) -> str:
    """A title as a reader sees it, with a capital to begin with: it may be a clause out of the middle of a sentence.

    A name like "eBay" stays as it is. Title case, not upper case: Georgian has capitals that begin nothing.
    """
    title = shown(title)
    begins = _BEGINS.match(title)
    if not begins or begins["next"].isupper():
        return title
    at = begins.start("first")
    return title[:at] + begins["first"].title() + title[at + 1 :]


def pieces(text: str, marks: Iterable[tuple[Span, str]] = ()) -> tuple[Piece, ...]:
    """`text` as a reader sees it, cut where a mark begins or ends; `marks` are spans of it with an id each.

    Where marks overlap, the earlier one has the shared part.
    """
    ordered, found = sorted((m for m in marks if m[0].start < m[0].end), key=lambda m: m[0]), []
    for span in seen(text):
        at = span.start
        for mark, name in ordered:
            start, end = max(mark.start, at), min(mark.end, span.end)
            if start < end:
                found += [Piece(text[at:start]), Piece(text[start:end], name)]
                at = end
        found.append(Piece(text[at : span.end]))
    return _joined(piece for piece in found if piece.text)


def _joined(found: Iterable[Piece]) -> tuple[Piece, ...]:
    whole: list[Piece] = []
    for piece in found:
        if whole and whole[-1].mark == piece.mark:
            piece = Piece(whole.pop().text + piece.text, piece.mark)
        whole.append(piece)
    return tuple(whole)
