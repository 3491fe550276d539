"""A file of `seeds/timelines/`, as a `Definition`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePosixPath

from ..model import Condition, Definition, Era, OwnEvent
from . import conditions, notes
from .faults import Faults
from .files import front_matter
from .forms import Form, check_period

KEYS = ("title", "show", "order", "key", "eras", "events", "notes")


class Order(StrEnum):
    """Which end of a timeline comes first."""

    OLDEST = "oldest"
    NEWEST = "newest"


def read_timeline(text: str, faults: Faults) -> Iterator[Definition]:
    """The definition, if the file has a front matter; its text is the introduction. Its slug is its file name's."""
    fields, body = front_matter(text, faults)
    if fields is None:
        return
    form = Form(fields, KEYS, faults)
    faults.check_markdown(body, text.count("\n", 0, text.rfind(body)) + 1, "the introduction")
    show = form.form("show", conditions.KEYS)
    key = form.texts("key")
    yield Definition(
        slug=slug(faults.path),
        path=faults.path,
        title=_title(form),
        show=conditions.read_condition(show) if show else Condition(),
        introduction=body.strip(),
        newest_first=form.choice("order", Order, Order.OLDEST) is Order.NEWEST,
        key=tuple(text.value for text in key),
        eras=tuple(_eras(form)),
        events=tuple(_events(form)),
        notes=notes.read_all(form),
        lines=(*((text.value, text.line) for text in key), ("show", form.line_of("show"))),
    )


def slug(path: str) -> str:
    """The address of the timeline defined at `path`: its file name in lower case, letters, digits, - and _ only."""
    return re.sub(r"[^\w-]+", "-", PurePosixPath(path).stem.casefold()).strip("-_") or "timeline"


def _title(form: Form) -> str:
    title = form.text("title")
    if not title:
        form.faults.add(form.line, "no title", "no-title")
    return title or PurePosixPath(form.faults.path).stem


def _eras(form: Form) -> Iterator[Era]:
    for inner in form.forms("eras", ("title", "from", "to")):
        start, end = inner.date("from"), inner.date("to")
        check_period(inner, start, end)
        if inner.text("title"):
            yield Era(inner.text("title"), start, end)
        else:
            inner.faults.add(inner.line, "an era needs a title", "no-title")


def _events(form: Form) -> Iterator[OwnEvent]:
    for inner in form.forms("events", ("date", "title", "url", "archive", "quote")):
        date, title = inner.date("date"), inner.text("title")
        if date and title:
            url, archive = inner.address("url"), inner.address("archive")
            yield OwnEvent(date, title, url, archive, inner.text("quote"), inner.line)
        elif not title or "date" not in inner:
            inner.faults.add(inner.line, "an event of your own needs a date and a title", "incomplete-event")
