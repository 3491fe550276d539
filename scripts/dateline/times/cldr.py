"""Names of months and weekdays, and how a date is put together, in every language of CLDR (through Babel)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

Entry = tuple[str, str, str]  # reading, value, word


def locale(language: str) -> Locale | None:
    """The locale of a language; None where CLDR has none."""
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return None


def names(language: str, *, abbreviated: bool) -> Iterator[Entry]:
    """Months and weekdays, as in dates and as they stand alone."""
    if (found := locale(language)) is None:
        return
    for context in ("format", "stand-alone"):
        for width, name in (("wide", ""), ("abbreviated", "ish")) if abbreviated else (("wide", ""),):
            for number, label in found.months[context][width].items():
                yield f"month{name}", str(number), _word(label)
            for number, label in found.days[context][width].items():
                yield f"wd{name}", str(number + 1), _word(label)


def joints(language: str) -> Iterator[Entry]:
    """The words that a long date is joined by: "12 de maig del 2024", "2024年6月12日", "2024. gada 12. maijs"."""
    if (found := locale(language)) is None:
        return
    pattern = str(found.date_formats["long"].pattern)
    for field, mark in re.findall(r"(?<![A-Za-z])([yMd])+([年月日년월일])", pattern):
        yield {"y": "ymark", "M": "mmark", "d": "dmark"}[field], "1", mark
    if mark := re.fullmatch(r"\d+(\w)", found.months["format"]["wide"][1]):  # 1월
        yield "mmark", "1", mark[1]
    for literal in re.findall(r"'([^']*)'", pattern):
        for word in re.findall(r"[^\W\d_]+", literal):
            yield "of", "1", word


def _word(label: str) -> str:
    """A CLDR name as a word: without the full stop of abbreviations; "" where it is no word ("1월", "1月")."""
    word = label.strip().removesuffix(".").replace("’", "'").lower()
    return "" if re.search(r"\d", word) else word
