"""What a title lacks that ends too early: its verb, or what it announces. Both stand further on in the sentence."""

from __future__ import annotations

import re

from ..model import Span
from . import edges

_LONGEST = 140  # characters, as of any title
_LONGEST_TOLD = 190  # … and of one that would else say only that something was said
_DATE_ALONE = 45  # a clause without a verb that is shorter leads in: "In March of that year, …"
_AT_ONCE = 2  # words, a comma before them among them: "on Monday, 27 February, passed"
_JOINT = re.compile(r"[,;:](?=\s)|\s[—–-](?=\s)|[.!?…](?=\s|$)")


def completed(text: str, title: Span, told: int, last: int, language: str) -> int:
    """Where `title` ends once it has a verb and what it announces ("reported that …"), else where it ended.

    `told` is the end of what it was cut from, `last` of its sentence (code points).
    """
    end = title.end
    if not edges.has_verb(text, title.start, end, language):
        end = _to_the_verb(text, title, told, last, language)
    return _with_content(text, Span(title.start, end), last, language)


def _to_the_verb(text: str, title: Span, told: int, last: int, language: str) -> int:
    """The end of the last part of the sentence that fits, if it holds the verb; else of the last word.

    A verb of another clause is none of the title's, unless the title is a date alone or the verb follows at once.
    """
    verb, room = edges.first_verb(text, title.end, last, language), title.start + _LONGEST
    alone = title.end - title.start < _DATE_ALONE
    at_once = len(text[title.end : max(verb, title.end)].split()) <= _AT_ONCE
    goes_on = (alone or at_once) and not edges.opens_with_saying(text, title.end, last, language)
    if not title.end < verb <= room or not (verb <= told or goes_on):
        return title.end
    if joint := _last_joint(text, verb, last, room):
        return joint
    return max(verb, edges.before_loose_ends(text, title.start, text.rfind(" ", verb, room + 1), language))


def _with_content(text: str, title: Span, last: int, language: str) -> int:
    """With the "that …" which follows, as far as the sentence has a joint soon enough."""
    opens = edges.content_after(text, title.end, last, language)
    if opens < 0:
        return title.end
    return _last_joint(text, opens, last, title.start + _LONGEST_TOLD) or title.end


def _last_joint(text: str, start: int, last: int, room: int) -> int:
    """The last joint from `start` on, or the end of the sentence, that is not beyond `room`; 0 for none."""
    joints = (match.start() for match in _JOINT.finditer(text, start, last))
    return max((end for end in (*joints, last) if end <= room), default=0)
