"""One JSON line in, one JSON line out: what `dateline dates` streams."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

from . import find, vocabulary


class BadLine(ValueError):
    """A line that can't be read; the message says why."""


def read(line: bytes, detect: Callable[[str], str]) -> str:
    """The dates of one line {doc, lang, dct, text} as JSON {doc, dates}; `detect` tells the language if none is given.

    Raises BadLine where the line is no such JSON, or names a language or a day that there is not.
    """
    given = _parsed(line)
    text = given.get("text")
    if not isinstance(text, str):
        raise BadLine("no `text`")
    language = given.get("lang") or detect(text)
    if not isinstance(language, str) or not vocabulary.is_known(language):
        raise BadLine(f"unknown language {language!r}")
    dates = [
        {"start": t.span.start, "end": t.span.end, "text": t.wording, "edtf": t.value, "rule": t.rule}
        for t in find(text, _day(given.get("dct")), language)
    ]
    return _written({"doc": given.get("doc"), "dates": dates})


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise BadLine(f"not JSON: {fault}") from None
    if not isinstance(given, dict):
        raise BadLine("not a JSON object")
    return given


def _day(value: object) -> dt.date | None:
    if value in (None, ""):
        return None
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise BadLine(f"`dct` {value!r} is no day such as 2024-06-14") from None


def _written(answer: dict[str, Any]) -> str:
    """As JSON in UTF-8; a text with lone surrogates, which UTF-8 has none of, in ASCII."""
    written = json.dumps(answer, ensure_ascii=False)
    try:
        written.encode()
    except UnicodeEncodeError:
        return json.dumps(answer)
    return written
