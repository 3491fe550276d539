"""Years: in which one, or which decade or century, a date begins, which one a day is of, how long one is."""

from __future__ import annotations

from functools import lru_cache

from .. import edtf

#: Days in a mean year of the Gregorian calendar.
MEAN_YEAR = 365.2425


@lru_cache(maxsize=65536)
def year_of(value: str) -> str:
    """The year that a value begins in (of an open start: ends in), as EDTF writes it: `19XX` where that is all that is
    told, since a century is no year. It sorts by `in_order` only.
    """
    first = next(end for end in value.split("/") if end not in ("", ".."))
    first = first.rstrip("~?%")
    sign = "-" if first.startswith("-") else ""
    return sign + first.lstrip("-").split("-")[0] if not first.startswith("Y") else first


def in_order(value: str) -> tuple[int, int]:
    """A key by which values of EDTF that begin on one day are sorted from long to short: a century, its first year."""
    first, last, _ = edtf.sort_key(value)
    return first, -last


def calendar_year(ordinal: int) -> int:
    """The year (astronomical) of a day, an ordinal as of `edtf.bounds`."""
    year = int((ordinal - 1) // MEAN_YEAR) + 1
    while edtf.ordinal(year, 1, 1) > ordinal:
        year -= 1
    while edtf.ordinal(year + 1, 1, 1) <= ordinal:
        year += 1
    return year
