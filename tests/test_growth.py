# ruff: noqa: E501 (data)
"""Work grows with the length of a text, not with its square, whatever the text: told by ratios, never by seconds.

Each function is given a text of one thing repeated, at some length and at four times it. Linear work takes four times
as long, quadratic sixteen; what takes next to nothing at the greater length is let through.
"""

from __future__ import annotations

import datetime as dt
import math
import time
from collections.abc import Callable
from functools import cache

import pytest

from dateline import edtf, nesting, pipeline, readers, text, times
from dateline.definitions import read_entities, read_notes, read_timeline
from dateline.definitions.faults import Faults
from dateline.entities import Gazetteer, gazetteer
from dateline.model import TextQuote
from dateline.readers import markup
from dateline.text import detection, sentences
from dateline.text.decoding import decode
from dateline.writers import layout, prose, safety
from dateline.writers.data import csv_table

LENGTH = 5_000  # characters; the greater length is four times it
MOST = 10.0  # times as long for four times the text
LITTLE = 0.03  # seconds of the processor, below which a ratio says nothing

#: What is repeated: openings that nothing closes, marks of every format, numbers and dates that may run on.
UNITS = (
    *("a", "a ", "1", "1 ", ".", "A. ", "\n", "\t", " \n", "é", "\u0301", "\u200b", "?!", "...", "e.g. ", "U.S. "),
    *("[", "![", "[[", "[a](", "(", "{", "«", "“a ", '"', "'", "`", "*", "**a ", "_a", "~~a ", "\\", "&", "&#1", "&a "),
    *("<", "<p ", "<!--", "<!--\n\n", "</p>", '<b x="', "<a href='", "<http://", "<div>", "<i><b>", "<ul><li>", "<?\n\n"),
    *("<script>", "<title>", "<article>", "<svg>", "<math><mtext>", "<table><tr><td>", "<table>", "<p\n\n"),
    *("> ", "- ", "  - ", "1. ", "# ", "===\n", "---\n", "a\n", "a: b\n", "- a\n", "[a, ", "? ", "*a\n", "!!x ", "|\n", "<<: "),
    *("in 2012 ", "2012, ", "2012/", "3 May ", "3 May 2012, ", "12.", "12.11.10 ", "1-", "T10:30", "from 2001 to "),
    *("and ", "since ", "the third ", "first week of ", "two days after ", "3 to 4 to ", "Monday, ", "Moscow said ", "Armenia, "),
    *("в 2012 году ", "12 мая ", "и ", "New York, ", "by Jane ", "http://a.b/", "%", "=", "X", "-"),
)  # fmt: skip

DAY = dt.date(2024, 6, 14)
HEAD = "---\ntitle: T\npublished: 2024-06-14\n---\n"


def read(words: str) -> None:
    try:
        readers.read_article("a.md", words.encode())
    except readers.Unreadable as fault:
        assert fault.reason


@cache
def known() -> Gazetteer:
    return gazetteer(())


def extract(words: str) -> None:
    pipeline.extract(readers.read_article("a.md", f"{HEAD}Words. {words}".encode()), known())


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "an article": read,
    "a page": lambda words: read(f"<html><body><article>{words}"),
    "a page's facts": lambda words: read(f'<html><meta name="{words}" content="x"><body><article>x'),
    "front matter": lambda words: read(f"---\ntitle: T\nx: {words}\n---\nWords."),
    "front matter's lines": lambda words: read(f"---\n{words}\ntitle: T\n---\nWords."),
    "tags": lambda words: list(markup.tokens(words)),
    "decoding": lambda words: decode(words.encode("utf-16")),
    "language": lambda words: detection.detect(words, ""),
    "sentences": lambda words: sentences.split(words, "en"),
    "Russian sentences": lambda words: sentences.split(words, "ru"),
    "dates": lambda words: times.find(words, DAY, "en"),
    "Russian dates": lambda words: times.find(words, DAY, "ru"),
    "German dates": lambda words: times.find(words, DAY, "de"),
    "statements": extract,
    "a timeline": lambda words: list(read_timeline(f"---\ntitle: T\nx: {words}\n---\n{words}", Faults("t/a.md"))),
    "a note": lambda words: list(read_notes(f"---\nquote: {words}\n---\n{words}", Faults("n/a.md"))),
    "entities": lambda words: list(read_entities(words, Faults("e"))),
    "a quote": lambda words: text.find_quote(words, TextQuote(words[: len(words) // 2], words[:9], words[-9:])),
    "a quote's context": lambda words: text.find_quote(words, TextQuote(words[:3], words[: len(words) // 2], "")),
    "folding": text.fold,
    "EDTF": edtf.is_valid,
    "an introduction": layout.rich_text,
    "what is seen": prose.shown,
    "an address": lambda words: safety.safe_url("https://e.example/" + words),
    "a slug": safety.slug,
    "a fragment": safety.text_fragment,
    "a cell": csv_table.defused,
    "Markdown's limits": nesting.markdown_fault,
    "YAML's limits": nesting.yaml_fault,
}


def took(work: Callable[[str], object], words: str) -> float:
    began = time.process_time()
    work(words)
    return time.process_time() - began


def growth(work: Callable[[str], object], unit: str) -> float:
    """How many times as long the work takes on four times the text; 0 where it takes next to nothing."""
    few, many = (unit * (length // len(unit)) for length in (LENGTH, 4 * LENGTH))
    if (longer := took(work, many)) < LITTLE:
        return 0.0
    shorter = min(took(work, few) for _ in range(2))
    if longer / max(shorter, 1e-4) > MOST:
        longer = min(longer, took(work, many))  # a pause of the machine isn't work
    return longer / max(shorter, 1e-4)


@pytest.mark.slow
@pytest.mark.parametrize("what", FUNCTIONS)
def test_work_grows_with_the_length(what: str) -> None:
    grown = {unit: growth(FUNCTIONS[what], unit) for unit in UNITS}
    assert {unit: round(ratio, 1) for unit, ratio in grown.items() if ratio > MOST} == {}


def test_quadratic_work_is_told() -> None:
    def quadratic(words: str) -> int:
        return sum(1 for _ in words for _ in words[: len(words) // 20])

    assert growth(quadratic, "a") > MOST
    assert growth(lambda words: [hash(words[:9]) for _ in words * 9], "a") < MOST


# -- the limits -----------------------------------------------------------------------------------------------------

MARKDOWN_BEYOND = (
    "<div>" * 100_000,
    "[" * 9_000,
    "[a](" * 9_000,
    "<p " * 9_000,
    "  - " * 9_000,
    "> " * 9_000,
    "a " * 30_000,
)


@pytest.mark.parametrize("words", MARKDOWN_BEYOND, ids=lambda words: words[:4])
def test_an_introduction_beyond_the_limits_is_reported_and_shown_as_it_stands(words: str) -> None:
    faults = Faults("timelines/a.md")
    (definition,) = read_timeline(f"---\ntitle: T\n---\n{words}", faults)
    (problem,) = faults.problems
    assert problem.line == 4 and "shown as plain text" in problem.message and problem.code == "too-much-markdown"
    shown = str(layout.rich_text(definition.introduction))
    assert shown.startswith("<p>") and shown.count("<") == 2


@pytest.mark.parametrize(
    "words",
    [
        "A *long* introduction with a [link](https://e.example/a_(b)), [two](https://e.example).\n\n" * 300,
        "> a quote\n> > in a quote\n\n- a\n    - b\n        - c\n\n" * 100,
        "<b>x</b> and a < b > c, :( :( :(\n\n" * 500,
        "Words.",
        "",
    ],
    ids=["links", "lists", "tags", "words", "nothing"],
)
def test_what_an_editor_writes_is_within_the_limits(words: str) -> None:
    assert nesting.markdown_fault(words) == ""


@pytest.mark.parametrize("mark", ["[", "{", "- ", "? ", "- ? ", "{a: ", "[[[{"])
def test_yaml_that_nests_too_deeply_is_reported(mark: str) -> None:
    faults = Faults("entities.yml")
    assert list(read_entities(mark * 3_000, faults)) == []
    assert [problem.line for problem in faults.problems] == [1]
    read(f"---\ntitle: T\nx: {mark * 3_000}\n---\nWords.")


def bomb(levels: int) -> str:
    names = "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, levels))
    return f"- &a0 [x]\n{names}"


def test_aliases_of_aliases_stop_at_a_limit() -> None:
    faults = Faults("entities.yml")
    assert list(read_entities(bomb(15), faults)) == []
    assert "aliases repeat" in faults.problems[0].message


def test_a_quote_that_stands_everywhere_gives_its_first_hundred_places() -> None:
    places = text.find_quote("a" * 5_000, TextQuote("aa", "a", "a"))
    assert [tuple(place) for place in places[:2]] == [(1, 3), (2, 4)] and len(places) == 100
    assert math.isclose(len(text.find_quote("ab" * 9, TextQuote("a", "b", "b"))), 8)
