"""What comes from an article stays text: addresses, file names, front matter, characters."""

from __future__ import annotations

import string
from urllib.parse import unquote

import hostile
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.writers import layout, safety

GOOD = """
https://example.org/a/b?c=d&e=f#g        https://example.org/a/b?c=d&e=f#g
http://example.org                       http://example.org
HTTPS://EXAMPLE.ORG/x                    HTTPS://EXAMPLE.ORG/x
mailto:editor@example.org                mailto:editor@example.org
https://example.org/статья               https://example.org/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F
https://example.org/a%20b                https://example.org/a%20b
https://example.org/"x"<y>               https://example.org/%22x%22%3Cy%3E
https://web.archive.org/web/2024/https://example.org/   https://web.archive.org/web/2024/https://example.org/
"""


@pytest.mark.parametrize("line", GOOD.strip().splitlines())
def test_an_address_is_kept(line: str) -> None:
    given_, expected = line.split()
    assert safety.safe_url(given_) == expected


@pytest.mark.parametrize("url", ["", "x", "/x", *(u for u in hostile.URLS if "https://" not in u)])
def test_an_address_of_another_kind_is_no_link(url: str) -> None:
    assert safety.safe_url(url) == ""


@given(st.text())
def test_no_address_can_leave_its_attribute(url: str) -> None:
    safe = safety.safe_url("https://example.org/" + url)
    assert not set(safe) & set(' \t\n"<>`{}|\\^')


@given(st.text())
def test_a_slug_is_of_word_characters_and_hyphens(name: str) -> None:
    slug = safety.slug(name)
    assert (slug and all(c.isalnum() or c in "_-" for c in slug) and not slug.startswith("-")) or slug == name


def test_two_names_that_look_alike_have_two_slugs() -> None:
    assert safety.slug("a b") != safety.slug("a/b") and safety.slug("a-b") == "a-b"


@given(st.text(), st.text())
def test_front_matter_gives_back_what_was_put_in(title: str, other: str) -> None:
    document = safety.front_matter(title=title, other=other)
    assert document.startswith("---\n") and document.endswith("\n---\n")
    body = document[4:-5]
    assert "\n---" not in body
    read = yaml.safe_load(body) or {}
    for key, value in {"title": title, "other": other}.items():
        lines = safety.showable(value)
        if value and not set("\x85\u2028\u2029") & set(value):
            assert read[key] == lines.replace("\r", "\n")


@given(st.lists(st.tuples(st.text(), st.text())))
def test_front_matter_can_be_written_whatever_its_lists_hold(feeds: list[tuple[str, str]]) -> None:
    document = safety.front_matter(title="x", feeds=[*feeds, ("\ud83d", "\ufffe")])
    document.encode("utf-8")
    assert yaml.safe_load(document[4:-5])["feeds"][-1] == ["\ufffd", "\ufffd"]


def test_a_fragment_is_the_quote_percent_encoded() -> None:
    assert safety.text_fragment("well-known, A & B") == "#:~:text=well%2Dknown%2C%20A%20%26%20B"
    assert safety.text_fragment("") == ""


@given(st.text(alphabet=string.ascii_letters + " ,-&\xa0«»", min_size=1))
def test_a_fragment_begins_and_ends_as_the_quote(quote: str) -> None:
    words = quote.split()
    fragment = safety.text_fragment(quote).removeprefix("#:~:text=")
    parts = [unquote(part).split() for part in fragment.split(",") if part]
    if words:
        assert words[: len(parts[0])] == parts[0] and words[-len(parts[-1]) :] == parts[-1]
        assert len(parts) <= 2 and "-" not in fragment and "&" not in fragment


@pytest.mark.parametrize("word", hostile.WORDS)
def test_an_editors_markdown_is_cleaned(word: str) -> None:
    html = layout.rich_text(f"*Fine.* {word}")
    assert "<em>Fine.</em>" in html
    for bad in ("<script", "<svg", "<iframe", "<img", "<b onclick", 'href="javascript'):
        assert bad not in html
