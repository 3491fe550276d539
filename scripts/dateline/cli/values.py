"""Values of options that more than one command takes: a day, a language."""

from __future__ import annotations

import datetime as dt

import click

from .. import language_codes


class _Day(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic in newer versions only
    """A day (`datetime.date`); of a moment in ISO 8601, its day."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.datetime.fromisoformat(str(value)).date()
        except ValueError:
            self.fail(f"{value!r} is no day such as 2024-06-14", param, ctx)


class _Language(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """The code of a language (BCP 47)."""

    name = "language"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if fault := language_codes.fault(str(value)):
            self.fail(fault, param, ctx)
        return str(value)


DAY, LANGUAGE = _Day(), _Language()
