"""Accounts into events: each joins the event that it fits best, and only if nothing in that event contradicts it.

The most precise accounts come first. A vaguer one joins a more precise event, never the other way round, and where it
fits two of them about equally well it joins neither: "in 2012" must not pick one of ten days of 2012. Candidates are
looked up by kind, participant and time, so the work grows with the number of accounts, not with its square.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from ..model import Kind, Matter, Statement
from .account import Account
from .evidence import (
    LEAST_WORDS,
    Comparison,
    Verdict,
    compare,
    dates_agree,
    may_slip,
    near,
    participants_agree,
)

_EXEMPLARS = 6  # accounts of an event that a new one is compared with; copies and near copies add nothing
_NEAR = 366  # days: how far apart rival dates may lie
_CLEARLY = 1.0  # points by which the best event must beat the next, where an account is vaguer than them
_JUST = 0.5  # the same, where it is as precise as they are


@dataclass(slots=True)
class Cluster:
    """The accounts of one event, the most precise first. Grows while `cluster` runs."""

    accounts: list[Account] = field(default_factory=list)
    disputed: set[Matter] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    participants: set[str] = field(default_factory=set)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in no particular order."""
        return tuple(s for account in self.accounts for s in account.statements)

    def may_hold(self, account: Account) -> bool:
        """A quick look that spares most comparisons: is anything shared beside kind, time and one participant?"""
        return (
            self.accounts[0].value == account.value
            or _share_two(self.stems, account.words.stems)
            or _share_two(self.participants, account.participants)
        )

    def fits(self, account: Account) -> Comparison | None:
        """The best comparison of `account` with what the event holds, or None where it contradicts any of it."""
        best: Comparison | None = None
        for member in self.accounts[:_EXEMPLARS]:
            found = compare(account, member)
            if found.verdict is not Verdict.DIFFERENT and (best is None or found.points > best.points):
                best = found
        if best is None:
            return None
        open_matters = self.disputed | ({best.matter} if best.matter else set())
        return best if all(_bears(account, member, open_matters) for member in self.accounts) else None

    def add(self, account: Account, fit: Comparison) -> None:
        """Take `account` in."""
        self.accounts.append(account)
        self.stems |= account.words.stems
        self.participants |= account.participants
        if fit.matter:
            self.disputed.add(fit.matter)


def _bears(account: Account, member: Account, disputed: set[Matter]) -> bool:
    """Whether two accounts can stand in one event, which may be disputed already."""
    dates = dates_agree(account, member) or (Matter.DATE in disputed and near(account, member))
    return dates and (participants_agree(account, member) or Matter.PARTICIPANTS in disputed)


def _share_two(ours: set[str], theirs: frozenset[str]) -> bool:
    # Most have one or none in common, which shows sooner than which.
    return len(theirs) > 1 and not ours.isdisjoint(theirs) and len(ours & theirs) > 1


def cluster(accounts: list[Account]) -> list[Cluster]:
    """Events as clusters of accounts; `accounts` must come in the order that `account.accounts` gives."""
    found: list[Cluster] = []
    index = _Index()
    for account in accounts:
        handles = _handles(account)
        slips = may_slip(account)
        held = (found[n] for n in index.near(account, handles) if slips or found[n].may_hold(account))
        fitting = [(event, fit) for event in held if (fit := event.fits(account)) is not None]
        chosen = _best(account, fitting)
        if chosen is None:
            index.add(account, handles, len(found))
            found.append(Cluster([account], stems=set(account.words.stems), participants=set(account.participants)))
        else:
            event, fit = chosen
            event.add(account, fit)
    return found


def _best(account: Account, fitting: list[tuple[Cluster, Comparison]]) -> tuple[Cluster, Comparison] | None:
    """The event that fits best; None where there is none, or no telling which."""
    ranked = sorted(fitting, key=lambda item: (item[1].verdict is Verdict.DISPUTED, -item[1].points))
    if len(ranked) > 1:
        (event, best), (other, second) = ranked[:2]
        vaguer = account.days > event.accounts[0].days and not dates_agree(event.accounts[0], other.accounts[0])
        if best.verdict == second.verdict and best.points - second.points < (_CLEARLY if vaguer else _JUST):
            return None
    return ranked[0] if ranked else None


class _Index:
    """Where clusters lie in time, by kind and participant; those without any by the stems of their wording."""

    def __init__(self) -> None:
        # For each, the first days in order, and beside them the clusters' numbers.
        self._places: dict[tuple[Kind, str], tuple[list[int], list[int]]] = {}

    def add(self, account: Account, handles: Iterable[str], number: int) -> None:
        """Enter the cluster `number`, higher than all before, that `account` opens."""
        for name in handles:
            days, numbers = self._places.setdefault((account.kind, name), ([], []))
            at = bisect_right(days, account.first)
            days.insert(at, account.first)
            numbers.insert(at, number)

    def near(self, account: Account, handles: Iterable[str]) -> list[int]:
        """Clusters that may hold `account`: of its kind, with something in common, begun within its days or near."""
        margin = 0 if not may_slip(account) else _NEAR if account.days > 31 else 31
        found: list[int] = []
        for name in handles:
            days, numbers = self._places.get((account.kind, name), ([], []))
            low = bisect_left(days, account.first - margin)
            found += numbers[low : bisect_right(days, account.last + margin)]
        if account.participants:
            return sorted(set(found))
        return sorted(number for number, count in Counter(found).items() if count >= LEAST_WORDS)


def _handles(account: Account) -> Collection[str]:
    """What an account is looked up by; where nobody takes part, nothing but the wording can join it to another."""
    return account.participants or [f"{account.language} {stem}" for stem in account.words.stems]
