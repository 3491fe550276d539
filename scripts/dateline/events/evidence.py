"""Whether two accounts tell the same event, and why: what must agree, and how much else has to speak for it.

Points are added up for what two accounts have in common and compared with what their kind and their dates demand: the
rarer the kind of event and the closer the dates, the less is needed. The numbers are few, are the same for every
language and topic, and are held by the corpus in tests/corpus/merging/.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..accounts import unlisted, wording
from ..model import Kind, Matter
from .account import FAR, Account

LEAST_WORDS = 3  # content words in common that say anything where no participant is

# Done once by the same participants together: kind, date and participants nearly settle it, in whatever words.
SINGULAR = frozenset({Kind.FOUNDING, Kind.JOINING, Kind.LEAVING, Kind.RESIGNATION, Kind.OPENING, Kind.CLOSING})
# Done seldom.
RARE = frozenset({Kind.AGREEMENT, Kind.APPOINTMENT, Kind.ELECTION})
# Said and done many times a day by the same people: only the wording tells one from another.
COMMON = frozenset({Kind.STATEMENT, Kind.DECISION, Kind.PUBLICATION})


class Verdict(StrEnum):
    """What the comparison of two accounts comes to."""

    SAME = "same"
    DISPUTED = "disputed"  # the same event, but they contradict each other on it
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The verdict on two accounts, how strongly they belong together, and the reasons in plain words.

    `matter` is what they contradict each other on, if they are one event all the same.
    """

    verdict: Verdict
    points: float
    reasons: tuple[str, ...]
    matter: Matter | None = None


def dates_agree(a: Account, b: Account) -> bool:
    """Whether the date of one lies within the other's."""
    return (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)


def participants_agree(a: Account, b: Account) -> bool:
    """Whether the participants of one hold the other's."""
    return a.participants <= b.participants or b.participants <= a.participants


def compare(a: Account, b: Account) -> Comparison:
    """Whether `a` and `b` tell one event."""
    if a.kind != b.kind:
        return Comparison(Verdict.DIFFERENT, 0, (f"one is {a.kind}, the other {b.kind}",))
    points, reasons = _points(a, b)
    if not participants_agree(a, b):
        return _rival_participants(a, b, points, reasons)
    if not dates_agree(a, b):
        return _rival_dates(a, b, points, reasons)
    needed = _needed(a, b)
    verdict = Verdict.SAME if points >= needed else Verdict.DIFFERENT
    dates = f"both {a.value}" if a.value == b.value else f"{a.value} and {b.value} agree"
    return Comparison(verdict, points - needed, (dates, *reasons, f"{points:g} points of {needed:g}"))


# -- what is needed ---------------------------------------------------------------------------------------------


def _needed(a: Account, b: Account) -> float:
    """Points that the dates and the kind demand."""
    needed = _by_dates(a, b)
    if a.articles & b.articles and not a.participants & b.participants:
        needed += 1  # one article says the same of several who are in no list: a table of salaries
    if a.once & b.once:
        return needed - 3
    if a.kind in SINGULAR:
        return needed - 2
    if a.kind in RARE:
        return needed - 1.5
    if a.kind in COMMON:
        return needed + 1
    return needed + (1.5 if a.kind is Kind.OTHER else 0)


def _by_dates(a: Account, b: Account) -> float:
    inner, outer = sorted((a.days, b.days))
    if _same_span_of_years(a, b):
        return 2.5
    if inner == outer:
        return 3 if outer <= 366 else 4.5
    if outer <= 7:
        return 3
    if outer <= 31:
        return 3.5
    return 4.5 if outer <= 366 else 6


def _same_span_of_years(a: Account, b: Account) -> bool:
    """Whether both name the same years from and to, which two sources seldom do by chance."""
    return a.value == b.value and "/" in a.value and 366 < a.days < FAR


# -- what speaks for it -----------------------------------------------------------------------------------------


def _points(a: Account, b: Account) -> tuple[float, tuple[str, ...]]:
    parts = (_shared_participants(a, b), _shared_names(a, b), _shared_numbers(a, b), _shared_wording(a, b))
    return sum(points for points, _ in parts), tuple(reason for _, reason in parts if reason)


def _shared_participants(a: Account, b: Account) -> tuple[float, str]:
    shared = a.participants & b.participants
    if not shared:
        return 0, "no participant in common"
    points = min(a.weight, b.weight) if participants_agree(a, b) else float(len(shared))
    whole = 1 if a.participants == b.participants else 0.5
    return min(points, 4) + (whole if len(shared) > 1 else 0), f"both name {', '.join(sorted(shared))}"


def _shared_names(a: Account, b: Account) -> tuple[float, str]:
    """Only across languages, where words say nothing: names that no list holds, by how they sound.

    Where both tell of one day and of no other name, little is left that could tell them apart.
    """
    if a.language == b.language or not a.names or not b.names:
        return 0, ""
    shared = [name for name in sorted(a.names) if b.sounds & set(name)]
    alone = a.value == b.value and a.days == 1 and _all_named(a, b) and _all_named(b, a)
    points = min(2 * len(shared), 3.5) + (1 if shared and alone else 0)
    return points, f"both name what sounds like {', '.join('-'.join(name) for name in shared)}" if shared else ""


def _all_named(a: Account, b: Account) -> bool:
    """Whether `b` tells each name of `a` too, as far as names can be told from nouns."""
    return unlisted.capital_nouns(a.language) or all(b.sounds & set(name) for name in a.names)


def _shared_numbers(a: Account, b: Account) -> tuple[float, str]:
    shared = a.words.figures & b.words.figures
    points = sum(1.5 if len(number) > 1 else 0.5 for number in shared)
    if not shared and a.words.numbers and b.words.numbers and not a.participants & b.participants:
        return -1.5, "no number in common"
    return min(points, 3), f"both give {', '.join(sorted(shared))}" if shared else ""


def _shared_wording(a: Account, b: Account) -> tuple[float, str]:
    """Only within one language; there, little in common speaks against it, unless kind or dates say it all."""
    if a.language != b.language:
        return 0, ""
    shared, part = wording.likeness(a.words, b.words)
    least = min(len(a.words.stems), len(b.words.stems))
    reason = f"{shared} of {least} content words shared" if least else ""
    if shared >= LEAST_WORDS and part >= 0.6:
        return (4 if shared >= 5 and part >= 0.75 else 3), reason
    if shared >= 2 and part >= 0.35:
        return 2, reason
    if shared and part >= 0.2:
        return 1, reason
    expected = bool(a.once & b.once) or (a.kind in SINGULAR and shared > 0) or _same_span_of_years(a, b)
    return (-1 if least >= 4 and not expected else 0), reason


# -- contradiction ----------------------------------------------------------------------------------------------


def _rival_dates(a: Account, b: Account, points: float, reasons: tuple[str, ...]) -> Comparison:
    """Dates that exclude each other: still one event, told differently, if it happens once and all else agrees.

    A source that gives two dates in the same words tells of two events: a notice that comes every week.
    """
    dates, needed = f"{a.value} and {b.value} exclude each other", _needed_against_dates(a, b)
    if points >= needed and near(a, b) and a.participants & b.participants and not a.origins & b.origins:
        return Comparison(Verdict.DISPUTED, points - needed, (dates, *reasons, "all else agrees"), Matter.DATE)
    return Comparison(Verdict.DIFFERENT, 0, (dates,))


def near(a: Account, b: Account) -> bool:
    """Whether dates of about one precision that exclude each other could be a slip: next years or months, some days."""
    inner, outer = sorted((a.days, b.days))
    slip = 3 if outer < 28 else 30 if outer < 365 else 365
    return max(a.first, b.first) - min(a.last, b.last) <= slip and outer <= 12 * inner


def _needed_against_dates(a: Account, b: Account) -> float:
    """Points that outweigh dates which exclude each other."""
    if a.once & b.once:
        return 1.5
    if a.kind in (Kind.JOINING, Kind.LEAVING, Kind.RESIGNATION):
        return 3.5
    return 5.5 if may_slip(a) else FAR


def may_slip(account: Account) -> bool:
    """Whether such a thing happens so seldom that a report of another date is rather a slip than another event.

    What happens again and again does so in the same words: drones over one town on two nights are two attacks.
    """
    return bool(account.once) or account.kind in SINGULAR | RARE


def _rival_participants(a: Account, b: Account, points: float, reasons: tuple[str, ...]) -> Comparison:
    """Who did it is disputed where one day, one place or victim and the same words stand beside different doers."""
    ours, theirs = a.participants - b.participants, b.participants - a.participants
    why = f"one names {', '.join(sorted(ours))}, the other {', '.join(sorted(theirs))}"
    alike = points >= 4 and a.language == b.language and not a.articles & b.articles
    violent = a.kind in (Kind.ATTACK, Kind.CONFLICT, Kind.DEATH, Kind.DISASTER)
    if alike and violent and a.value == b.value and a.days == 1 and len(ours) == len(theirs) == 1:
        return Comparison(Verdict.DISPUTED, points - 4, (why, *reasons, "all else agrees"), Matter.PARTICIPANTS)
    return Comparison(Verdict.DIFFERENT, 0, (why,))
