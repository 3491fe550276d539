"""Publication dates and datelines, as the corpus files say."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.readers import datelines, publication

CORPUS = Path(__file__).parent / "corpus"


def lines(name: str) -> list[str]:
    text = (CORPUS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("line", lines("publication.txt"))
def test_a_publication_date_is_read_as_precisely_as_it_is_written(line: str) -> None:
    said, _, expected = line.partition("->")
    words, _, text = said.strip().partition(" [")
    assert publication.moment(words, text).value == expected.strip()


@pytest.mark.parametrize("line", lines("datelines.txt"))
def test_a_dateline_is_told_from_a_sentence(line: str) -> None:
    sign, words = line[0], line[2:]
    assert bool(datelines.find(f"{words}\nThe mayor opened the bridge.\n").words) is (sign == "+")


def test_a_dateline_before_the_first_words_is_cut_off_there() -> None:
    text = "CHISINAU, June 14, 2024 (Moldpres) — The mayor opened the bridge."
    found = datelines.find(text)
    assert found.words == "June 14, 2024"
    assert text[found.end :] == "The mayor opened the bridge."


@given(st.text(max_size=140))
def test_any_words_are_a_moment_or_none(words: str) -> None:
    value = publication.moment(words).value
    assert value == "" or re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?[+-]\d\d:\d\d)?", value)
    if value:
        dt.datetime.fromisoformat(value)


@given(st.datetimes(min_value=dt.datetime(1900, 1, 1), timezones=st.just(dt.UTC)))
def test_iso_8601_comes_out_as_it_went_in(moment: dt.datetime) -> None:
    words = moment.replace(microsecond=0).isoformat()
    assert publication.moment(words).value == words
