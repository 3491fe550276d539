"""The date of an event as it is shown: in words, and where it is drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ... import edtf, phrasing
from ...model import Event
from ...phrasing import Phrase
from ..catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class DateView:
    """The date of an event. `first` and `last` are days (ordinals as of `edtf.bounds`), an open end the other one."""

    edtf: str
    when: tuple[Phrase, ...]
    precision: str
    delay: str
    shape: str
    first: int
    last: int


def date_view(event: Event, catalogue: Catalogue) -> DateView:
    """The view of the date of `event`."""
    language = catalogue.say.language
    first, last = edtf.bounds(event.value)
    start = first if first is not None else last if last is not None else 0
    return DateView(
        edtf=event.value,
        when=phrasing.phrases(event.value, language),
        precision=phrasing.precision(event.value, language),
        delay=_delay(event, catalogue),
        shape=_shape(event.value),
        first=start,
        last=last if last is not None else start,
    )


def _delay(event: Event, catalogue: Catalogue) -> str:
    """How long after a day-precise event its first report came, in words; "" where that says nothing."""
    if not event.first_reported or event.by_editor:
        return ""
    first, last = edtf.bounds(event.value)
    days = dt.date.fromisoformat(event.first_reported[:10]).toordinal() - (first or 0)
    if first != last or not 0 <= days <= 31:
        return catalogue.say("reported_on", date=catalogue.date(event.first_reported))
    return catalogue.say("reported_later", n=days) if days else catalogue.say("reported_same_day")


def _shape(value: str) -> str:
    """How the date is drawn: a dot for a day, a bar for more, an open bar where an end is not told."""
    first, last = edtf.bounds(value)
    if first is None or last is None:
        return "open-start" if first is None else "open-end"
    return edtf.precision(value).name.lower()
