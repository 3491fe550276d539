"""Years: which one a date begins in, which one a day is of, how long one is."""

from __future__ import annotations

from functools import lru_cache

from .. import edtf

#: Days in a mean year of the Gregorian calendar.
MEAN_YEAR = 365.2425


@lru_cache(maxsize=65536)
def year_of(value: str) -> str:
    """The year that a value begins in (of an open start: ends in), as EDTF writes it; it sorts by `sort_key` only."""
    first = next(end for end in value.split("/") if end not in ("", ".."))
    first = first.rstrip("~?%")
    if "X" in first.split("-X")[0]:
        near = first.split("-X")[0].replace("X", "9" if first.startswith("-") else "0")
        return near
    sign = "-" if first.startswith("-") else ""
    return sign + first.lstrip("-").split("-")[0] if not first.startswith("Y") else first


def calendar_year(ordinal: int) -> int:
    """The year (astronomical) of a day, an ordinal as of `edtf.bounds`."""
    year = int((ordinal - 1) // MEAN_YEAR) + 1
    while edtf.ordinal(year, 1, 1) > ordinal:
        year -= 1
    while edtf.ordinal(year + 1, 1, 1) <= ordinal:
        year += 1
    return year
