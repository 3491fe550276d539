"""Reading: what stands in a file decides; whatever can't be used is reported with its line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import readers
from dateline.model import Article, Severity

CLIPPED = """---
title: "The bridge is open"
url: https://www.example.org/news/bridge-open/?utm_source=feed
archive: https://web.archive.org/web/2024/https://example.org/news/bridge-open/
publication: '[[The Daily|Daily]]'
author: [Ann Smith, '[[Bob Jones]]']
published: 2024-03-05T08:00:00+01:00
language: en
keywords:
  - '[[bridges]]'
  - '[[Traffic/roads#North]]'
---

# The bridge is open

The mayor opened the bridge on Monday. It had been closed since 2021, and the town has paid for it.
"""


def article(text: str, path: str = "x.md") -> Article:
    return readers.read_article(path, text.encode())


def problems(text: str) -> list[tuple[int, str, Severity]]:
    return [(p.line, p.code, p.severity) for p in readers.read("x.md", text.encode()).problems]


# -- formats --------------------------------------------------------------------------------------------------------


def test_front_matter_is_facts_and_the_rest_is_the_text() -> None:
    read = article(CLIPPED)
    assert read.text.startswith("\n# The bridge is open\n\nThe mayor")
    assert (read.title, read.published, read.publication) == (
        "The bridge is open",
        "2024-03-05T08:00:00+01:00",
        "Daily",
    )
    assert (read.authors, read.keywords) == (("Ann Smith", "Bob Jones"), ("bridges", "roads"))
    assert read.url.endswith("utm_source=feed") and read.archive.startswith("https://web.archive.org/")
    assert CLIPPED.split("\n")[read.first_line - 1 :] == read.text.split("\n")
    assert read.id.startswith("bridge-open-")


def test_names_of_fields_that_clippers_use_are_known() -> None:
    read = article(
        "---\nsource: https://example.org/a\ndate: 5 March 2024\nauthor: Ann Smith\ntags: [a, b]\n---\nIt rained."
    )
    assert (read.url, read.published, read.authors) == ("https://example.org/a", "2024-03-05", ("Ann Smith",))
    assert read.keywords == ("a", "b")


def test_plain_text_has_a_dateline_a_headline_and_a_byline() -> None:
    read = article(
        "March 5, 2024 - 08:00 CET\nThe bridge is open\nBy Ann Smith\n\nThe mayor opened the bridge on Monday."
    )
    assert (read.published, read.title, read.authors) == (
        "2024-03-05T08:00+01:00",
        "The bridge is open",
        ("Ann Smith",),
    )
    assert read.text[read.body.start :].startswith("The bridge is open")


def test_the_headline_may_stand_before_the_dateline() -> None:
    read = article("The bridge is open\n5 March 2024\n\nThe mayor opened the bridge on Monday.")
    assert (read.title, read.published) == ("The bridge is open", "2024-03-05")


def test_a_web_page_gives_its_facts_and_the_text_of_its_article() -> None:
    page = """<!doctype html><html lang=en><head><title>Open | Daily</title>
        <meta property="og:title" content="The bridge is open"><meta property="og:site_name" content=Daily>
        <link rel=canonical href="https://example.org/bridge"><script type="application/ld+json">
        {"@type": "NewsArticle", "datePublished": "2024-03-05T08:00:00Z", "author": [{"name": "Ann Smith"}]}</script>
        </head><body><nav><a>Home</a></nav><article><h1>The bridge is open</h1>
        <p>The mayor opened the bridge on <b>Monday</b> &amp; cut the ribbon.<p>It cost 3&nbsp;million.
        <aside>More</aside></article><footer>Imprint</footer>"""
    read = article(page, "x.txt")
    assert read.text == (
        "# The bridge is open\n\nThe mayor opened the bridge on Monday & cut the ribbon.\n\nIt cost 3\xa0million."
    )
    assert (read.title, read.url, read.publication) == ("The bridge is open", "https://example.org/bridge", "Daily")
    assert (read.published, read.authors) == ("2024-03-05T08:00:00+00:00", ("Ann Smith",))


@pytest.mark.parametrize("name", ["x.md", "x.txt", "x.html", "x", "x.MD.bak"])
def test_the_end_of_a_name_decides_nothing(name: str) -> None:
    assert article(CLIPPED, name).publication == "Daily"


# -- encodings ------------------------------------------------------------------------------------------------------

RUSSIAN = "5 марта 2024\nМост открыт\n\nМэр открыл мост в понедельник, город заплатил три миллиона."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_gives_the_same_text(encoding: str, newline: str) -> None:
    read = readers.read_article("x.txt", RUSSIAN.replace("\n", newline).encode(encoding))
    assert (read.text, read.published, read.language) == (RUSSIAN, "2024-03-05", "ru")


def test_no_break_spaces_and_words_run_together_stay() -> None:
    text = "5 марта 2024\n\nМэр\xa0открыл мост.Напомним,Беларусь и\u202fАрмения"
    assert article(text).text == text


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (RUSSIAN.encode()[:-1] + b"\xd0", 4),  # UTF-8, cut short
        ("La séance est levée à Besançon".encode("latin-1"), 1),  # which Western encoding can't be told
        (b"one\ntwo\0three", 2),
        (b"\xff\xfeT\x00\x00\xd8", 1),  # UTF-16 with half a pair
        (bytes(range(256)), 2),
    ],
)
def test_what_is_no_text_is_reported_with_its_line(data: bytes, line: int) -> None:
    with pytest.raises(readers.Unreadable) as fault:
        readers.read_article("x.txt", data)
    assert fault.value.line == line


def test_a_page_may_name_its_own_encoding() -> None:
    page = "<html><head><meta charset='iso-8859-1'></head><body><p>La séance est levée à Besançon."
    assert "levée" in readers.read_article("x.html", page.encode("latin-1")).text


# -- faults ---------------------------------------------------------------------------------------------------------


def test_the_language_of_the_text_wins_and_the_contradiction_is_a_warning() -> None:
    text = f"---\npublished: 2024-03-05\nlanguage: ro\n---\n{RUSSIAN}"
    assert article(text).language == "ru"
    assert problems(text) == [(3, "language", Severity.WARNING)]


@pytest.mark.parametrize("declared", ["ru", "ru-RU", "RU", "ru_MD"])
def test_a_language_may_be_declared_with_its_region(declared: str) -> None:
    assert problems(f"---\npublished: 2024-03-05\nlanguage: {declared}\n---\n{RUSSIAN}") == []


def test_no_publication_date_is_an_error_and_the_article_has_none() -> None:
    assert problems("---\ntitle: A bridge\n---\nThe mayor opened the bridge.") == [
        (1, "no-publication-date", Severity.ERROR)
    ]
    unclear = "---\ntitle: A bridge\npublished: '9 месяцев'\n---\nThe mayor opened the bridge."
    assert problems(unclear) == [(3, "unclear-publication-date", Severity.ERROR)]
    assert article(unclear).dct is None


def test_a_headline_alone_is_used_and_said() -> None:
    text = "---\npublished: 2024-03-05\n---\n\n# The bridge is open again\n"
    assert article(text).title == "The bridge is open again"
    assert problems(text) == [(4, "headline-only", Severity.WARNING)]


@pytest.mark.parametrize(
    "text", ["", "\n \n", "---\ntitle: A bridge\n---\n", "\ufeff", "---\n---\n", "<html><body></body></html>"]
)
def test_a_file_without_text_is_reported(text: str) -> None:
    with pytest.raises(readers.Unreadable):
        article(text)


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("title: Bridge: open at last\npublished: 2024-03-05", "front-matter"),  # a colon that YAML forbids
        ("title: a\npublished: 2024-03-05\ntitle: b", "front-matter"),
        ("title: '\npublished: 2024-03-05", "front-matter"),
        ("title: a\n\tpublished: 2024-03-05", "front-matter"),
    ],
)
def test_faulty_front_matter_is_said_and_read_as_far_as_it_goes(front: str, code: str) -> None:
    reading = readers.read("x.md", f"---\n{front}\n---\nThe mayor opened the bridge.".encode())
    assert code in {problem.code for problem in reading.problems}
    assert reading.article.text == "The mayor opened the bridge."


@pytest.mark.parametrize(
    "front",
    [
        "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\npublished: 2024-03-05",  # the billion laughs
        "title: !!python/object/apply:os.system ['exit 1']\npublished: 2024-03-05",
        "title: " + "[" * 20_000 + "\npublished: 2024-03-05",
        "title: " + "{a: " * 5_000 + "\npublished: 2024-03-05",
        "? [complex, key]\n: value\npublished: 2024-03-05",
        "<<: *nothing\npublished: 2024-03-05",
        "published: 2024-03-05\n" + "x: y\n" * 5_000,
    ],
)
def test_hostile_front_matter_builds_nothing_and_costs_nothing(front: str) -> None:
    read = readers.read("x.md", f"---\n{front}\n---\nThe mayor opened the bridge.".encode())
    assert read.article.published in ("2024-03-05", "")
    assert read.article.published or read.problems


@pytest.mark.parametrize(
    "unit", ["<", "<a ", '<a "', "<!--", "<div>", "<article>x", "&", "<![", "</a", "<script>", "<a x="]
)
def test_broken_markup_costs_no_more_than_its_length(unit: str) -> None:
    try:
        read = article("<html>" + unit * 20_000)
    except readers.Unreadable:
        return
    assert len(read.text) < 1_000_000


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_an_article_or_a_reason(data: bytes) -> None:
    for content in (data, b"---\n" + data + b"\n---\nIt rained.", b"<html>" + data):
        try:
            read = readers.read_article("x.md", content)
        except readers.Unreadable as fault:
            assert fault.reason
            continue
        assert 0 <= read.body.start < read.body.end <= len(read.text)
        assert re.fullmatch(r"[a-z0-9-]{1,64}", read.id)
        read.text.encode("utf-8")
