"""What a reader sees of a quote that has Markdown in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Span
from dateline.writers import prose

CASES = """
plain words | plain words
**bold** and *italic* and _this_ and __that__ | bold and italic and this and that
[a link](https://example.org/x_(y)) ends | a link ends
[[Nokta]] and [[azer|Azerbaijan]] | Nokta and Azerbaijan
![a picture](x.jpg) then | a picture then
snake_case_name and 2*3*4 stay | snake_case_name and 2*3*4 stay
\\*not bold\\* | *not bold*
`code` here | code here
<b>tag</b> and 3 < 5 > 2 | tag and 3 < 5 > 2
word[^1] on | word on
# A headline of 2024 | A headline of 2024
> quoted | quoted
- item | item
1. item | item
2024. stays | 2024. stays
~~struck~~ | struck
«На 5*» и * звёздочка | «На 5*» и * звёздочка
**«Гроза-С»**, 2018 | «Гроза-С», 2018
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_marks_are_left_out(case: str) -> None:
    text, expected = (part.strip() for part in case.split(" | "))
    assert prose.shown(text) == expected


@given(st.text(alphabet="ab *_[]()`\\<>~#1.-\n|!^"))
def test_pieces_together_are_what_is_seen(text: str) -> None:
    assert "".join(p.text for p in prose.pieces(text, [(Span(1, 3), "s")])) == prose.shown(text)


@given(st.text(alphabet="ab 2024", min_size=1), st.data())
def test_a_mark_covers_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    marked = [p for p in prose.pieces(text, [(Span(start, end), "s")]) if p.mark]
    assert [p.text for p in marked] == [text[start:end]]


def test_a_date_inside_a_link_is_marked() -> None:
    text = "He left [in 2012](https://x.org) again"
    assert [(p.text, p.mark) for p in prose.pieces(text, [(Span(9, 16), "s")])] == [
        ("He left ", ""),
        ("in 2012", "s"),
        (" again", ""),
    ]


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("в 2012 покинул военный альянс", "В 2012 покинул военный альянс"),
        ("«он ушёл», сообщили в клубе", "«Он ушёл», сообщили в клубе"),
        ("**the deal** was signed", "The deal was signed"),
        ("eBay bought it in 2002", "eBay bought it in 2002"),
        ("12 июня она вернулась", "12 июня она вернулась"),
        ("საქართველო გავიდა", "საქართველო გავიდა"),
        ("a", "A"),
        ("", ""),
        ("…", "…"),
    ],
)
def test_a_headline_begins_with_a_capital(title: str, headline: str) -> None:
    assert prose.headline(title) == headline
