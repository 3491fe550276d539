"""What an article is known by: its address, then its title and day, then its text."""

from __future__ import annotations

import pytest
from test_readers import CLIPPED, article

from dateline import readers


def test_an_article_is_its_address_then_its_title_and_day_then_its_text() -> None:
    plain = "5 March 2024\nThe bridge is open\n\nThe mayor opened it."
    assert article(CLIPPED, "a.md").id == article(CLIPPED + "A correction.", "b.txt").id
    assert article(CLIPPED).id == article(CLIPPED.replace("https://www.", "http://")).id
    assert article(plain).id == article(plain + " And left.").id != article(plain.replace("5 March", "6 March")).id
    assert article("It rained today in town.").id != article("It rained in town today.").id


@pytest.mark.parametrize(
    ("words", "slug"),
    [("Nachtstraßenbahn", "nachtstrassenbahn"), ("Łódź, Ærø, Đakovo", "lodz-aero-dakovo"), ("日本", "")],
)
def test_a_slug_keeps_the_letters_of_latin_alphabets(words: str, slug: str) -> None:
    assert readers.identity.slug(words) == slug
