"""Feeds, lists of addresses and archived copies: each names articles, and none opens what it should not."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason='needs the packages of "dateline[add]"')

from importing.gathered import OTHER, PAGE, PARAGRAPH, RSS, is_of, one, reason
from importing.server import Site, answer

from dateline.importing import fetch
from dateline.importing.clipping import Clipping
from dateline.importing.gather import gather
from dateline.importing.wire import Limits


@pytest.fixture
def client() -> fetch.Client:
    return fetch.Client(Limits(pause=0, tries=1, silence=2), may_connect=lambda goal: str(goal) == "127.0.0.1")


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title><link rel="self" href="/feed"/>
<entry><title>Two</title><link rel="enclosure" href="/x.mp3"/><link href="/bare.html"/>
<published>2024-10-08T10:00:00+03:00</published></entry>
</feed>"""


def test_a_feed_names_pages_and_knows_what_they_dont_say(site: Site, client: fetch.Client) -> None:
    bare = (
        f"<html><head><title>x</title></head><body><h1>Ferries</h1><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></body></html>"
    )
    site.routes = {
        "/feed": answer(ATOM.encode(), kind="application/atom+xml"),
        "/rss": answer(RSS.format(url=site.url("/page")).encode(), kind="text/xml"),
        "/page": answer(PAGE.data),
        "/bare.html": answer(bare.encode()),
    }
    clipping = one(gather(site.url("/feed"), client))
    assert (clipping.title, clipping.published) == ("Ferries", "2024-10-08T10:00:00+03:00")
    assert is_of(one(gather(site.url("/rss"), client)), PAGE)


def test_a_list_of_addresses_and_files(tmp_path: Path, site: Site, client: fetch.Client) -> None:
    site.routes = {"/page": answer(PAGE.data), "/list": answer(b"https://127.0.0.1:1/\npage.html\n", kind="text/plain")}
    (tmp_path / "page.html").write_bytes(OTHER.data)
    (tmp_path / "list.txt").write_text(
        f"# to read\n{site.url('/page')}  # good\n\npage.html\nnowhere.html\n{site.url('/gone')}\n"
    )
    found = list(gather(str(tmp_path / "list.txt"), client))
    assert isinstance(found[0].result, Clipping) and is_of(found[0].result, PAGE)
    assert isinstance(found[1].result, Clipping) and is_of(found[1].result, OTHER)
    assert (found[2].name, str(found[2].result)) == (f"{tmp_path}/list.txt:5", "is neither an address nor a file")
    assert str(found[3].result) == "answers 404 Not Found"
    (tmp_path / "files.txt").write_text("page.html\n")
    assert is_of(one(gather(str(tmp_path / "files.txt"), client)), OTHER)


def test_a_list_from_the_web_opens_no_file_of_this_computer(site: Site, client: fetch.Client) -> None:
    site.routes = {"/list": answer(f"{site.url('/gone')}\n{__file__}\n".encode(), kind="text/plain")}
    assert [str(entry.result) for entry in gather(site.url("/list"), client)] == [
        "answers 404 Not Found",
        "is neither an address nor a file",
    ]
    site.routes["/files"] = answer(f"{__file__}\n".encode(), kind="text/plain")
    assert "is plain text" in reason(gather(site.url("/files"), client))


def test_lists_and_feeds_dont_nest_for_ever(site: Site, client: fetch.Client) -> None:
    site.routes = {"/list": answer(f"{site.url('/list')}\n".encode(), kind="text/plain")}
    assert reason(gather(site.url("/list"), client)) == "is a list inside a list or a feed"
    site.routes = {
        "/feed": answer(f"<rss><item><link>{site.url('/feed2')}</link></item></rss>".encode()),
        "/feed2": answer(b"<rss><item><link>/x</link></item></rss>"),
    }
    assert reason(gather(site.url("/feed"), client)) == "is a feed, where a page was expected"


def test_a_copy_in_the_wayback_machine_is_the_original_with_its_archived_copy(
    client: fetch.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def get(self: fetch.Client, url: str, **_: object) -> fetch.Response:
        asked.append(url)
        return fetch.Response(url, 200, {"content-type": "text/html"}, PAGE.data)

    monkeypatch.setattr(fetch.Client, "get", get)
    clipping = one(gather(f"https://web.archive.org/web/20240722235624/{PAGE.url}", client))
    assert asked == [f"https://web.archive.org/web/20240722235624id_/{PAGE.url}"]
    assert clipping.url == PAGE.url
    assert clipping.archive == f"https://web.archive.org/web/20240722235624/{PAGE.url}"
