"""Why statements are one event or aren't, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Article
from .account import Account
from .clusters import Cluster
from .evidence import compare

_NEIGHBOURS = 8  # other events that are worth a line
_QUOTED = 90  # characters of a quote that are shown
_NEARBY = 366  # days


def explanation(id: str, clusters: list[Cluster], articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Lines on the event that holds the statement `id`: its accounts, then its nearest neighbours."""
    home = next((c for c in clusters if any(s.id == id for s in c.statements)), None)
    if home is None:
        return ()
    asked = next(a for a in home.accounts if any(s.id == id for s in a.statements))
    lines = [f"{id} {asked.value} {asked.kind}: {_quote(asked)}"]
    for account in home.accounts:
        lines += _same(asked, account, articles)
    lines += _others(asked, home, clusters, articles)
    return tuple(lines)


def _same(asked: Account, account: Account, articles: Mapping[str, Article]) -> list[str]:
    copies = [f"  = {s.id} in {articles[s.article].path}: the same sentence" for s in account.statements[1:]]
    if account is asked:
        return copies
    compared = compare(asked, account)
    reasons = "; ".join(compared.reasons)
    return [f"  = {_named(account, articles)}: {reasons}", *copies]


def _others(asked: Account, home: Cluster, clusters: list[Cluster], articles: Mapping[str, Article]) -> list[str]:
    rivals = [(compare(asked, c.accounts[0]), c.accounts[0]) for c in clusters if c is not home and _near(asked, c)]
    rivals.sort(key=lambda item: (item[1].kind != asked.kind, -item[0].points, item[1].statements[0].id))
    return [
        f"  ≠ {_named(account, articles)}: {'; '.join(compared.reasons)}" for compared, account in rivals[:_NEIGHBOURS]
    ]


def _near(asked: Account, other: Cluster) -> bool:
    account = other.accounts[0]
    close = account.first <= asked.last + _NEARBY and asked.first - _NEARBY <= account.last
    return close and bool(asked.participants & account.participants)


def _named(account: Account, articles: Mapping[str, Article]) -> str:
    statement = account.statements[0]
    return f"{statement.id} in {articles[statement.article].path}, {account.value}: {_quote(account)}"


def _quote(account: Account) -> str:
    quote = " ".join(account.statements[0].quote.split())
    return f"“{quote}”" if len(quote) <= _QUOTED else f"“{quote[:_QUOTED].rsplit(' ', 1)[0]}…”"
