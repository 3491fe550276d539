"""The corpus of dates: plain files, one a language, that anyone can extend; each line is a test."""

import datetime as dt
import re
from pathlib import Path

import pytest

from dateline import times

CORPUS = Path(__file__).parent / "corpus" / "dates"
_BRACKETS = re.compile(r"\[([^\]]*)\]")


def lines(source, language):
    """The cases of a corpus: line number, line, day of publication, language."""
    dct = None
    for number, line in enumerate(source, start=1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("dct "):
            dct = None if line[4:] == "none" else dt.date.fromisoformat(line[4:])
        elif line.startswith("lang "):
            language = line[5:]
        else:
            yield number, line, dct, language


def check(line, dct, language):
    marked, _, values = line.partition(" = ")
    wanted = list(zip(_BRACKETS.findall(marked), values.split("; "), strict=True)) if values else []
    text = _BRACKETS.sub(r"\1", marked)
    found = times.find(text, dct, language)
    assert [(t.wording, t.value) for t in found] == wanted
    assert all(text[slice(*t.span)] == t.wording for t in found)


def cases():
    for path in sorted(CORPUS.glob("*.txt")):
        for number, *case in lines(path.read_text(encoding="utf-8").splitlines(), path.stem):
            yield pytest.param(*case, id=f"{path.name}:{number}")


@pytest.mark.parametrize(("line", "dct", "language"), list(cases()))
def test_a_line_of_the_corpus(line, dct, language):
    check(line, dct, language)
