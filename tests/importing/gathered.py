"""Two saved pages, and what came of gathering articles from files, feeds and lists."""

from __future__ import annotations

from collections.abc import Iterator

from importing.pages import SavedPage, pages

from dateline.importing.clipping import Clipping, Refused
from dateline.importing.gather import Found

PAGE = next(page for page in pages() if page.name == "01-weblog-ru")
OTHER = next(page for page in pages() if page.name == "02-daily-en")
PARAGRAPH = (
    "The ferry company said on Tuesday that the winter timetable begins on 4 November 2024 and ends in March. "
    "Two boats stay in the dock for repairs, so that only one crossing an hour is left in the mornings. "
    "Commuters had asked for more, and the council wants to speak about it again before Christmas."
)
RSS = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><title>Feed</title><link>/</link>
<item><title>One</title><link>{url}</link><pubDate>Mon, 18 Sep 2023 06:45:00 GMT</pubDate></item>
<item><title>Same again</title><guid isPermaLink="true">{url}</guid></item>
<item><title>&x;</title><link>ftp://nowhere/</link></item></channel></rss>"""


def one(found: Iterator[Found]) -> Clipping:
    (only,) = found
    assert isinstance(only.result, Clipping), only
    return only.result


def reason(found: Iterator[Found]) -> str:
    (only,) = found
    assert isinstance(only.result, Refused), only
    return str(only.result)


def is_of(clipping: Clipping, page: SavedPage) -> bool:
    return (
        (clipping.title, clipping.authors, clipping.published[:10]) == (page.title, page.authors, page.day)
        and all(paragraph in clipping.body for paragraph in page.paragraphs)
        and not any(words in clipping.body for words in page.chrome)
    )
