"""Words and their places."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text import tokens


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Armenia’s army", ["Armenia", "s", "army"]),
        ("являютсяКазахстан", ["являются", "Казахстан"]),
        ("порталnoktaвыпустил", ["портал", "nokta", "выпустил"]),
        ("НАТО и NATO, 2012г.", ["НАТО", "и", "NATO", "2012", "г"]),
        ("Île-de-France, Chișinău", ["Île", "de", "France", "Chișinău"]),
        ("", []),
    ],
)
def test_words(text: str, wanted: list[str]) -> None:
    assert [w.text for w in tokens.split(text)] == wanted


def test_a_key_makes_spellings_one() -> None:
    assert tokens.key("Ещё") == "еще" and tokens.key("Şor") == tokens.key("Șor")


@given(st.text(max_size=60))
def test_words_stand_where_they_say(text: str) -> None:
    words = tokens.split(text)
    assert all(text[w.start : w.end] == w.text and w.text.isalnum() for w in words)
    assert all(a.end <= b.start for a, b in pairwise(words))
    assert sum(c.isdecimal() for c in text) == sum(c.isdecimal() for w in words for c in w.text)
