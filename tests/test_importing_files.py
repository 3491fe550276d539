"""Files that hold articles: saved pages, letters, PDFs, web archives, each read to a clipping."""

from __future__ import annotations

import ipaddress
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason='needs the packages of "dateline[add]"')

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from importing.files import pdf_with, warc_with
from importing.gathered import OTHER, PAGE, PARAGRAPH, RSS, is_of, one, reason

from dateline import file_kinds
from dateline.file_kinds import Kind
from dateline.importing import fetch
from dateline.importing.clipping import Clipping, Refused
from dateline.importing.gather import gather
from dateline.importing.wire import Limits


@pytest.fixture
def client() -> fetch.Client:
    return fetch.Client(Limits(pause=0, tries=1, silence=2), may_connect=lambda goal: str(goal) == "127.0.0.1")


def test_a_saved_page(tmp_path: Path, client: fetch.Client) -> None:
    (tmp_path / "page.bin").write_bytes(PAGE.data)
    clipping = one(gather(str(tmp_path / "page.bin"), client))
    assert is_of(clipping, PAGE)
    assert (clipping.url, clipping.publication, clipping.language) == (PAGE.url, PAGE.site, "ru-RU")


def test_mhtml_as_a_browser_saves_it(tmp_path: Path, client: fetch.Client) -> None:
    import email.policy
    from email.message import EmailMessage

    part = EmailMessage()
    part.set_content(PAGE.data, "text", "html", cte="quoted-printable")
    part["Content-Location"] = PAGE.url
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = PAGE.url
    message["Subject"] = "saved"
    message["Date"] = "Tue, 3 Jun 2025 10:00:00 -0000"
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = 'multipart/related; type="text/html"; boundary="----X"'
    message.set_payload([part])
    (tmp_path / "page.mhtml").write_bytes(message.as_bytes(policy=email.policy.SMTP))
    clipping = one(gather(str(tmp_path / "page.mhtml"), client))
    assert is_of(clipping, PAGE)
    assert clipping.url == PAGE.url


def test_mhtml_without_a_page(tmp_path: Path, client: fetch.Client) -> None:
    (tmp_path / "x.mht").write_bytes(
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=X\r\n\r\n"
        b"--X\r\nContent-Type: image/png\r\n\r\n--X--"
    )
    assert reason(gather(str(tmp_path / "x.mht"), client)) == "holds no web page"


def test_a_letter_in_plain_text(tmp_path: Path, client: fetch.Client) -> None:
    letter = (
        "From: =?utf-8?q?M=C4=83riuca_Elian?= <m@gazeta.example>\r\nTo: desk@example.org\r\n"
        "Subject: Winter\r\n timetable\r\n"
        "Date: Tue, 8 Oct 2024 23:30:00 +0300\r\nArchived-At: <https://lists.example/42>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        f"{PARAGRAPH}\r\n> quoted from another letter\r\n\r\n-- \r\nM.E.\r\n"
    )
    (tmp_path / "a.eml").write_bytes(letter.encode())
    clipping = one(gather(str(tmp_path / "a.eml"), client))
    assert clipping.title == "Winter timetable"
    assert clipping.authors == ("Măriuca Elian",)
    assert clipping.published == "2024-10-08T23:30:00+03:00"
    assert clipping.url == "https://lists.example/42"
    assert clipping.body == PARAGRAPH


def test_a_newsletter_in_html_takes_its_date_from_the_letter(tmp_path: Path, client: fetch.Client) -> None:
    from email.message import EmailMessage

    letter = EmailMessage()
    letter["From"], letter["Subject"] = "The Harbour Courier <news@harbourcourier.example>", "This morning"
    letter["Message-ID"], letter["Date"] = "<1@x>", "Wed, 9 Oct 2024 06:00:00 -0000"
    letter.set_content("See the web version.")
    letter.add_alternative(f"<html><body><div><p>{PARAGRAPH}</p><p>{PARAGRAPH[:120]}</p></div></body></html>", "html")
    (tmp_path / "a.eml").write_bytes(letter.as_bytes())
    clipping = one(gather(str(tmp_path / "a.eml"), client))
    assert (clipping.title, clipping.published) == ("This morning", "2024-10-09")
    assert PARAGRAPH in clipping.body


def test_a_pdf_gives_its_paragraphs_whole_and_no_date_of_the_file(tmp_path: Path, client: fetch.Client) -> None:
    pages = [
        [
            "The Harbour Courier 1",
            "Ferry timetable",
            "The ferry company said on Tuesday that the win-",
            "ter timetable begins on 4 November 2024.",
        ],
        [
            "The Harbour Courier 2",
            "Two boats stay in the dock for repairs, so that only one crossing an",
            "hour is left in the mornings.",
        ],
        [
            "The Harbour Courier 3",
            "Commuters had asked for more, and the council wants to speak about it",
            "again before Christmas, when the boats are back in the water.",
        ],
    ]
    (tmp_path / "a.pdf").write_bytes(pdf_with(pages, title="Ferry timetable", author="Maud Ellery; Hal Dorrity"))
    clipping = one(gather(str(tmp_path / "a.pdf"), client))
    assert (clipping.title, clipping.authors) == ("Ferry timetable", ("Maud Ellery", "Hal Dorrity"))
    assert clipping.published == ""
    assert "on Tuesday that the winter timetable begins on 4 November 2024." in clipping.body
    assert "only one crossing an hour is left in the mornings." in clipping.body
    assert "Harbour Courier" not in clipping.body


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (pdf_with([[]]), "is a PDF without a text layer (pictures of pages): run a text recognition over it first"),
        (pdf_with([["Short."]]), "has too little text (1 words): a paywall, a cookie wall or no article"),
        (b"%PDF-1.7\nbroken", "is a PDF that can't be read"),
    ],
)
def test_pdfs_without_an_article(tmp_path: Path, client: fetch.Client, data: bytes, sentence: str) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert reason(gather(str(tmp_path / "a.pdf"), client)).startswith(sentence)


@pytest.mark.parametrize("gzipped", [True, False])
def test_a_web_archive_gives_its_articles_and_their_own_time_of_fetching(
    tmp_path: Path, client: fetch.Client, gzipped: bool
) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc_with([PAGE, OTHER], gzipped=gzipped))
    found = list(gather(str(tmp_path / "a.warc.gz"), client))
    clippings = [entry.result for entry in found]
    assert all(
        isinstance(clipping, Clipping) and is_of(clipping, page)
        for clipping, page in zip(clippings, [PAGE, OTHER], strict=True)
    )
    assert {clipping.retrieved for clipping in clippings if isinstance(clipping, Clipping)} == {"2025-06-03T10:00:00Z"}
    assert [entry.name for entry in found] == [PAGE.url, OTHER.url]


def test_a_wacz_gives_the_pages_that_somebody_looked_at(tmp_path: Path, client: fetch.Client) -> None:
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as bundle:
        bundle.writestr("archive/data.warc.gz", warc_with([PAGE, OTHER]))
        bundle.writestr("pages/pages.jsonl", f'{{"format": "json-pages-1.0"}}\nnot json\n{{"url": "{OTHER.url}"}}\n')
    assert is_of(one(gather(str(tmp_path / "a.wacz"), client)), OTHER)


def test_archives_without_articles_are_refused(tmp_path: Path, client: fetch.Client) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as bundle:
        bundle.writestr("picture.png", b"x")
    assert reason(gather(str(tmp_path / "a.zip"), client)) == "is a ZIP file, but no WACZ: it holds no web archive"
    (tmp_path / "b.zip").write_bytes((tmp_path / "a.zip").read_bytes()[:30])
    assert "is a ZIP file that can't be read" in reason(gather(str(tmp_path / "b.zip"), client))
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0\r\nnonsense")
    assert "holds no web page" in reason(gather(str(tmp_path / "a.warc"), client))
    (tmp_path / "torn.warc").write_bytes(
        warc_with([PAGE], gzipped=False).replace(b"WARC-Target-URI", b"WARC-Target\0\0\0\0")
    )
    assert "is a web archive that can't be read (broken)" in reason(gather(str(tmp_path / "torn.warc"), client))
    whole = warc_with([PAGE])
    (tmp_path / "cut.warc.gz").write_bytes(whole[: len(whole) // 2])
    assert reason(gather(str(tmp_path / "cut.warc.gz"), client))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4\n", Kind.PDF),
        (b"PK\x03\x04....", Kind.ZIP),
        (b"WARC/1.0\r\n", Kind.WARC),
        (b"\xef\xbb\xbf<?xml version='1.0'?><rss version='2.0'>", Kind.FEED),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", Kind.PAGE),
        (b"<!-- saved from url=(0014)about:internet --><html>", Kind.PAGE),
        (b"<html><body><pre>&lt;rss&gt; <rss ></pre>", Kind.PAGE),
        (b"From: <Saved by Blink>\r\n", Kind.MESSAGE),
        (b"Return-Path: <a@b>\r\n", Kind.MESSAGE),
        (b"# my list\nhttps://news.example/a\n", Kind.LIST),
        (b"Dateline: this is no header that we know\n", Kind.TEXT),
        (b"Just a text.", Kind.TEXT),
        (b"\x89PNG\r\n\x1a\n\0\0\0", Kind.UNKNOWN),
        (b"", Kind.UNKNOWN),
    ],
)
def test_the_first_bytes_tell_what_a_file_is(head: bytes, kind: Kind) -> None:
    assert file_kinds.kind(head) is kind


def test_what_is_no_article_is_said_plainly(tmp_path: Path, client: fetch.Client) -> None:
    (tmp_path / "a.txt").write_text("Just a text.")
    (tmp_path / "empty").touch()
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    assert reason(gather(str(tmp_path / "a.txt"), client)) == "is plain text: put it into the seeds folder as it is"
    assert reason(gather(str(tmp_path / "empty"), client)) == "is empty"
    (tmp_path / "page.url").write_text("[InternetShortcut]\nURL=https://news.example/a\n")
    (tmp_path / "noise").write_bytes(b"\1\2\0\3")
    assert reason(gather(str(tmp_path / "a.png"), client)) == "is an image (PNG), not an article"
    assert reason(gather(str(tmp_path / "page.url"), client)).startswith("is a bookmark")
    assert "is neither a page nor a letter" in reason(gather(str(tmp_path / "noise"), client))
    assert reason(gather(str(tmp_path), client)) == "is a folder: name the files in it"
    assert "no such file" in reason(gather(str(tmp_path / "none"), client))
    assert "can't be opened" in reason(gather("a\0b", client))


STARTS = (
    b"%PDF-1.4\n",
    b"PK\x03\x04",
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08",
    b"<rss><item>",
    b"<html><p>",
    b"From: a@b\r\n",
    b"",
)
WHOLE = (pdf_with([[PARAGRAPH]]), warc_with([PAGE]), warc_with([PAGE], gzipped=False), PAGE.data, RSS.encode())


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_file_is_read_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    """Whole files with a stretch of them overwritten, and nonsense behind the first bytes of every kind."""
    noise = data.draw(st.binary(max_size=200))
    whole = data.draw(st.sampled_from(WHOLE))
    place = data.draw(st.integers(0, len(whole)))
    (tmp_path / "x").write_bytes(whole[:place] + noise + whole[place + len(noise) :])
    (tmp_path / "y").write_bytes(data.draw(st.sampled_from(STARTS)) + noise)
    nowhere = fetch.Client(Limits(tries=1), may_connect=lambda goal: False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fetch.wire, "resolve", lambda host, port: (ipaddress.ip_address("127.0.0.1"),))
        for name in ("x", "y"):
            for found in gather(str(tmp_path / name), nowhere):
                assert isinstance(found.result, Clipping | Refused)
