"""Commands: dates."""

from __future__ import annotations

import datetime as dt
import sys

import click

from .values import DAY, LANGUAGE


@click.command()
@click.option("--text", metavar="TEXT", help="Read this text, and say how each date was found.")
@click.option("--dct", metavar="DAY", type=DAY, help="Document creation time: the day that relative dates start from.")
@click.option(
    "--lang", metavar="XX", type=LANGUAGE, help="Language of the text (BCP 47); detected where it is not given."
)
def dates(text: str | None, dct: dt.date | None, lang: str | None) -> None:
    """Find calendar dates in text, and say why.

    Reads JSON lines {doc, lang, dct, text} from standard input (`lang` and `dct` may be absent) and writes
    {doc, dates: [{start, end, text, edtf, rule}]} to standard output; offsets are code points. A line that can't be
    read is reported on standard error with its number, and the exit status is 1.

    With --text it reads that text instead, and prints what it found and why.

    \b
        dateline dates --text "They met on Wednesday." --dct 2024-06-14
    """
    if text is None and sys.stdin.isatty():
        raise click.UsageError("give a text with --text, or JSON lines on standard input")
    if text is None:
        sys.exit(_stream())
    from ..times import explain

    click.echo(explain.report(text, dct, lang or _detected(text)), nl=False)


def _detected(text: str) -> str:
    from ..text.detection import detect

    return detect(text)


def _stream() -> int:
    """Read standard input line by line; the exit status."""
    from ..times import lines

    failed = False
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            found = lines.read(line, _detected)
        except lines.BadLine as fault:
            print(f"line {number}: {fault}", file=sys.stderr)
            failed = True
        else:
            sys.stdout.write(found + "\n")
    sys.stdout.flush()
    return int(failed)
