"""What lies beside articles: named with what to do about it, and told from what only looks like it."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from test_clippings import PAGE, article

from dateline import readers
from dateline.model import Severity

MIME = "Subject: The dam\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nIt is =66ull.\r\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xd8\xff\xe0 and so on", "is an image (JPEG), not an article"),
        (b"\x89PNG\r\n\x1a\n and so on", "is an image (PNG), not an article"),
        (b"<?xml version='1.0'?>\n<svg xmlns='x'><text>3 May 2020</text></svg>", "is an image (SVG), not an article"),
        (b"\0\0\0\x20ftypisom and so on", "is a film or image, not an article"),
        (b"ID3\4\0 and so on", "is a sound, not an article"),
        (b"%PDF-1.4\n1 0 obj", "is a PDF, not an article; `dateline add` saves the article in it"),
        (b"PK\3\4 and so on", "is a ZIP or an office document, not an article; save it as plain text"),
        (rb"{\rtf1\ansi On 3 May 2020}", "is a document with its layout (RTF), not an article; save it as plain text"),
        (MIME.encode(), "is a letter or a saved page (MIME), not a text; `dateline add` saves the article in it"),
        (
            b"WARC/1.0\r\nWARC-Type: response\r\n",
            "is a web archive, not an article; `dateline add` saves the article in it",
        ),
        (b"<rss version='2.0'><channel/></rss>", "is a feed, not an article; `dateline add` saves the article in it"),
        (b"[InternetShortcut]\r\nURL=https://example.org/", "is a bookmark, not an article; `dateline add` saves"),
        (b"[.ShellClassInfo]\r\n", "is a folder's settings (Windows), not an article"),
        (b'\xef\xbb\xbf{"day": "2024-05-03"}', "is data (JSON), not an article"),
        (b"<?xml version='1.0'?><opml/>", "is XML, not an article; save it as plain text"),
    ],
)
def test_other_files_are_named_with_what_to_do(tmp_path: Path, data: bytes, words: str) -> None:
    (tmp_path / "file").write_bytes(data)
    articles, [problem] = readers.read_articles(tmp_path)
    assert not articles and problem.message.startswith(words), problem
    assert (problem.severity, problem.code) == (Severity.WARNING, "not-an-article")


@pytest.mark.parametrize(
    "text",
    [
        "[[Paros]] lost a ferry on Monday.",
        "{sic} The mayor spoke on Monday.",
        "RIFF is a word of musicians. They played on Monday.",
        "<!doctype html><html><body><svg></svg><p>The mayor spoke on Monday.</p></body></html>",
        "<?xml version='1.0'?><!DOCTYPE html><html><body><p>The mayor spoke on Monday.</p></body></html>",
        "Content matters: the mayor spoke on Monday.\nMIME-Version: 1.0 is a header of letters.",
    ],
)
def test_what_only_looks_like_it_is_an_article(text: str) -> None:
    assert "Monday" in article(text).text


@pytest.mark.parametrize(
    "unit",
    [
        "<!-- -->",
        "<!--",
        "<?xml x>",
        "A: b\n",
        "A: b\n c\n",
        "From x\n",
        "url: ",
        "# ",
        "\n",
        "<!-- BEGIN WAYBACK TOOLBAR INSERT -->",
    ],
)
def test_heads_that_go_on_cost_no_more_than_their_length(unit: str) -> None:
    for text in (unit * 5_000, f"<!doctype html>{unit * 5_000}", f"{unit * 5_000}\n\nIt rained."):
        with contextlib.suppress(readers.Unreadable):
            assert len(article(text).text) <= len(text)


def test_what_a_browser_saves_beside_a_page_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "Fire.html").write_text(f"<!doctype html><html><head>{PAGE}", encoding="utf-8")
    for folder in ("Fire_files", "Fire-Dateien", "Smoke_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "ad.txt").write_text(f"5 May 2024\n\n{folder}: it is on sale until Monday.")
    articles, problems = readers.read_articles(tmp_path)
    assert [one.path for one in articles] == ["Fire.html", "Smoke_files/ad.txt"]
    told = {p.path.rpartition("/")[2]: p.message for p in problems if p.code == "not-an-article"}
    assert told == dict.fromkeys(
        ("Fire_files", "Fire-Dateien"), "belongs to the saved page Fire.html, so it isn't read"
    )


@pytest.mark.parametrize("name", ["fire.md~", "~$fire.docx", "#fire.md#"])
def test_backups_and_locks_of_other_programs_are_no_articles(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("5 May 2024\n\nThe mill burned down on Thursday.")
    articles, [problem] = readers.read_articles(tmp_path)
    assert not articles and "backup or lock" in problem.message and problem.severity is Severity.WARNING
