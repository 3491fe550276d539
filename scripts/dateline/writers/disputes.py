"""Dates that the sources don't agree on: who says which."""

from __future__ import annotations

from collections.abc import Callable

from ..model import Event, Statement
from ..words import Words


def in_words(event: Event, say: Words, date: Callable[[str], str], teller: Callable[[Statement], str]) -> str:
    """Who says what, where the sources don't agree: "2002 (Nokta); 2003 (Politico)"; else "".

    `date` says an EDTF date in words, `teller` names whom a statement is from.
    """
    if not event.disputed:
        return ""
    tellers: dict[str, dict[str, None]] = {value: {} for value in event.disputed}
    for statement in event.statements:
        tellers.setdefault(statement.time.value, {})[teller(statement)] = None
    claims = (f"{date(value)} ({', '.join(names)})" if names else date(value) for value, names in tellers.items())
    return say("disputed", values="; ".join(claims))
