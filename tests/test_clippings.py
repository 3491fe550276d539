"""What clippers, note-taking programs, browsers and mail programs save: each is read, or named with what to do."""

from __future__ import annotations

import pytest

from dateline import readers
from dateline.model import Article


def article(text: str) -> Article:
    return readers.read_article("x.md", text.encode())


def said(text: str | bytes) -> tuple[int, str]:
    """The line and words of the one problem of a file."""
    data = text if isinstance(text, bytes) else text.encode()
    [problem] = readers.read("x.md", data).problems
    return problem.line, problem.message


# -- fields ---------------------------------------------------------------------------------------------------------

NOTION = """# The dam is full

Created: June 5, 2024 10:22 AM
Tags: dams, water
URL: https://example.org/dam
Published: June 4, 2024

On Sunday the dam was filled to the brim.
"""
DATAVIEW = """Title:: The dam is full
Date:: 2024-06-04
Source:: https://example.org/dam

On Sunday the dam was filled to the brim.
"""
LETTER = """From: "The Harbour Brief" <brief@example.org>
To: me@example.org
Subject: The dam is full
Date: Tue, 4 Jun 2024 06:30:00 +0100

On Sunday the dam was filled to the brim.
"""


@pytest.mark.parametrize(
    ("text", "published", "url"),
    [
        (NOTION, "2024-06-04", "https://example.org/dam"),
        (DATAVIEW, "2024-06-04", "https://example.org/dam"),
        (LETTER, "2024-06-04T06:30:00+01:00", ""),
    ],
)
def test_lines_of_labels_at_the_top_are_fields(text: str, published: str, url: str) -> None:
    read = article(text)
    assert (read.title, read.published, read.url) == ("The dam is full", published, url)
    assert read.text[read.body.start : read.body.end] == "On Sunday the dam was filled to the brim."
    assert text.split("\n")[read.first_line - 1 :] == read.text.split("\n")


def test_a_letters_sender_is_its_author_and_commas_part_tags() -> None:
    assert article(LETTER).authors == ("The Harbour Brief",)
    assert article(NOTION).keywords == ("dams", "water")


@pytest.mark.parametrize(
    "text",
    [
        "Update: the dam is full.\nDate: nobody knows.\nThe mayor spoke on Sunday.",
        "Subject: nothing else is a label here.\n\nThe mayor spoke on Sunday.",
        "Date: 4 June 2024\nSource: The Harbour Brief\nText: The mayor spoke on Sunday.",
        "Question: who paid?\nAnswer: nobody did.\n\nThe mayor spoke on Sunday.",
    ],
)
def test_sentences_that_begin_like_labels_are_text(text: str) -> None:
    assert article(text).text == text


@pytest.mark.parametrize(
    ("fields", "published", "url", "publication"),
    [
        ('source: "[The Island Post](https://example.org/a)"\npublished: "[[2024-03-05]]"', "2024-03-05", "a", ""),
        (
            "source: The Island Post\nlink: <https://example.org/a>\ndate-published: 5 March 2024",
            "2024-03-05",
            "a",
            "The Island Post",
        ),
        ("Source URL: https://example.org/a\nPublished At: 2024-03-05", "2024-03-05", "a", ""),
    ],
)
def test_fields_are_known_by_more_names_and_as_links(fields: str, published: str, url: str, publication: str) -> None:
    read = article(f"---\n{fields}\n---\nA ferry sank on Monday.")
    assert (read.published, read.url) == (published, f"https://example.org/{url}")
    assert read.publication == publication


def test_the_day_of_saving_is_no_day_of_publication_and_says_so() -> None:
    clipped = "---\nsource: https://example.org/a\ncreated: 2024-06-02T10:11:12 (UTC +02:00)\n---\nA ferry sank."
    assert said(clipped) == (3, "no publication date: `created` says when it was saved; add `published:`")
    assert article(clipped).published == ""


def test_a_misspelt_day_of_publication_is_named() -> None:
    misspelt = "---\npublisher: Daily\npubished: 2024-03-05\ncreated: 2024-06-02\n---\nA ferry sank."
    assert said(misspelt) == (3, "no publication date: `pubished` is no field; did you mean `published`?")


# -- days in other languages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "---\ndate: 2024年5月16日\n---\n2024年5月15日，林道大桥坍塌，三人死亡。",
        "גשר קרס בלינדאו\n16 במאי 2024\n\nהגשר קרס ביום רביעי, אמרה המשטרה בעיר.",
        "---\npublished: 16 mei 2024\n---\nDe brug bij Lindau is woensdag ingestort, zegt de politie van de stad.",
        "---\npublished: ١٦ مايو ٢٠٢٤\n---\nانهار جسر في لينداو يوم الأربعاء وقتل ثلاثة أشخاص.",
    ],
)
def test_a_day_may_be_written_as_usual_in_the_language_of_the_text(text: str) -> None:
    assert article(text).published == "2024-05-16"


def test_a_year_of_another_era_is_no_year_of_ours() -> None:
    assert article("---\ndate: 16 พฤษภาคม 2567\n---\nสะพานถล่มเมื่อวันพุธ ตำรวจกล่าว").published == ""


# -- pages that browsers and archives save --------------------------------------------------------------------------

PAGE = (
    "<title>Fire in the mill</title></head><body><h1>Fire in the mill</h1><p>The mill burned down on Thursday.</body>"
)


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- saved from url=(0032)https://www.example.org/fire -->",
        "<!--\n Page saved with SingleFile \n url: https://www.example.org/fire \n saved date: Sun Jun 02 2024 \n-->",
    ],
)
def test_a_browser_says_where_it_saved_a_page_from(mark: str) -> None:
    assert article(f"<!DOCTYPE html>\n{mark}\n<html lang=en><head>{PAGE}").url == "https://www.example.org/fire"


def test_a_copy_in_the_wayback_machine_gives_both_addresses_and_not_its_toolbar() -> None:
    copy = "https://web.archive.org/web/20200301120000/https://www.example.org/fire"
    toolbar = (
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>28 Feb 2020 - 5 May 2021</div><!-- END WAYBACK TOOLBAR INSERT -->"
    )
    page = PAGE.replace("<body>", f"<body>{toolbar}")
    read = article(f'<!DOCTYPE html><html><head><link rel="canonical" href="{copy}">{page}')
    assert (read.url, read.archive) == ("https://www.example.org/fire", copy)
    assert "2021" not in read.text
    clipped = article(f"---\nsource: {copy}\npublished: 2020-02-28\n---\nThe mill burned down on Thursday.")
    assert (clipped.url, clipped.archive, clipped.id) == (read.url, copy, read.id)
