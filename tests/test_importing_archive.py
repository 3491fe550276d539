"""`dateline add --archive`: the nearest archived copy, asked for as RFC 7089 and the Availability API have it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from importing.server import Site, answer, in_turn, redirect

from dateline.cli import importing as command
from dateline.importing import archive, fetch
from dateline.importing.archive import Copy, Services
from dateline.importing.clipping import Refused
from dateline.importing.wire import Limits

PAGE = "https://brook.example/mill"
DAY = dt.date(2021, 5, 4)


@pytest.fixture
def client() -> fetch.Client:
    limits = Limits(pause=0, back_off=0, tries=2, silence=2)
    return fetch.Client(limits, may_connect=lambda goal: str(goal) == "127.0.0.1", sleep=lambda seconds: None)


def services(site: Site) -> Services:
    return Services(site.url("/available"), site.url("/gate/"))


def closest(url: str, stamp: str, status: str = "200") -> bytes:
    found = {"status": status, "available": True, "url": url, "timestamp": stamp}
    return json.dumps({"url": PAGE, "archived_snapshots": {"closest": found}}).encode()


NOTHING = b'{"url": "x", "archived_snapshots": {}}'
COPY = f"http://web.archive.org/web/20210505101112/{PAGE}"


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def test_the_availability_api_is_asked_first(site: Site, client: fetch.Client) -> None:
    site.routes = {"/available": answer(closest(COPY, "20210505101112"))}
    copy = archive.nearest(PAGE, DAY, client, services(site))
    assert copy == Copy(COPY.replace("http:", "https:", 1), moment("2021-05-05T10:11:12"))
    assert site.asked == ["/available?url=https%3A%2F%2Fbrook.example%2Fmill&timestamp=20210504120000"]


def test_a_timegate_is_asked_for_the_day(site: Site, client: fetch.Client) -> None:
    site.routes = {
        "/available": answer(NOTHING),
        f"/gate/{PAGE}": redirect("/gate2/"),  # to where the gate really is
        "/gate2/": answer(status=302, location=f"/web/20210506000000/{PAGE}", vary="accept-datetime"),
    }
    copy = archive.nearest(PAGE, DAY, client, services(site))
    assert copy == Copy(site.url(f"/web/20210506000000/{PAGE}"), moment("2021-05-06"))
    assert site.heads[-1]["accept-datetime"] == "Tue, 04 May 2021 12:00:00 GMT"


def test_a_timegate_may_answer_with_the_copy_itself(site: Site, client: fetch.Client) -> None:
    when = "Thu, 06 May 2021 00:00:00 GMT"
    site.routes = {
        "/available": answer(NOTHING),
        f"/gate/{PAGE}": answer(b"page", memento_datetime=when, content_location="/copies/17"),
    }
    assert archive.nearest(PAGE, DAY, client, services(site)) == Copy(site.url("/copies/17"), moment("2021-05-06"))


def test_a_timegate_may_leave_the_choice_to_us(site: Site, client: fetch.Client) -> None:
    listed = (
        f'<{PAGE}>; rel="original",\n'
        '<http://a.example/1>; rel="first memento"; datetime="Mon, 03 May 2021 23:00:00 GMT",\n'
        '<http://a.example/2>; rel="memento"; datetime="Sat, 08 May 2021 10:00:00 GMT",\n'
        '<http://a.example/3>; rel="last memento"; datetime="Sun, 01 May 2022 10:00:00 GMT",\n'
        '<http://a.example/4>; rel="memento"; datetime="never"'
    )
    link = f'<{PAGE}>; rel="original", </map?a=1,2>; rel="timemap"; type="application/link-format"'
    site.routes = {
        "/available": answer(NOTHING),
        f"/gate/{PAGE}": answer(status=300, link=link),
        "/map": answer(listed.encode(), kind="application/link-format"),
    }
    # The copy from the evening before publication can't hold the article.
    assert archive.nearest(PAGE, DAY, client, services(site)) == Copy("http://a.example/2", moment("2021-05-08T10:00"))
    assert archive.nearest(PAGE, None, client, services(site)) == Copy("http://a.example/3", moment("2022-05-01T10:00"))


def test_no_copy_is_an_answer_and_a_fault_is_none(site: Site, client: fetch.Client) -> None:
    site.routes = {"/available": answer(closest(COPY, "20210505101112", status="404"))}
    assert archive.nearest(PAGE, DAY, client, services(site)) is None  # the gate says 404
    site.routes = {"/available": answer(b"<html>Busy"), f"/gate/{PAGE}": answer(status=500)}
    with pytest.raises(Refused, match="answers 500"):
        archive.nearest(PAGE, DAY, client, services(site))
    site.routes = {"/available": answer(b"[1]"), f"/gate/{PAGE}": answer(status=404)}
    with pytest.raises(Refused, match="Availability API"):
        archive.nearest(PAGE, DAY, client, services(site))


def test_a_busy_archive_is_asked_again(site: Site, client: fetch.Client) -> None:
    site.routes = {"/available": in_turn(answer(status=429, retry_after="1"), answer(closest(COPY, "20210505101112")))}
    assert archive.nearest(PAGE, DAY, client, services(site))
    assert len(site.asked) == 2


def test_hostile_answers_name_no_copy(site: Site, client: fetch.Client) -> None:
    for url, stamp in (("javascript:alert(1)", "20210505101112"), (COPY, "2021"), (COPY, "20219905101112")):
        site.routes = {"/available": answer(closest(url, stamp)), f"/gate/{PAGE}": answer(status=404)}
        with pytest.raises(Refused):
            archive.nearest(PAGE, DAY, client, services(site))


# Into the file

BEFORE = f"---\ntitle: The mill\nurl: {PAGE}\npublished: 2021-05-04\n---\n\nText with url: https://x.example/ in it.\n"
LINE = 'archive: "https://a.example/1"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BEFORE, BEFORE.replace(f"{PAGE}\n", f"{PAGE}\n{LINE}")),
        (BEFORE.replace("\n", "\r\n"), BEFORE.replace(f"{PAGE}\n", f"{PAGE}\n{LINE}").replace("\n", "\r\n")),
        (BEFORE.replace("---\n\n", "archive:\n---\n\n"), BEFORE.replace("---\n\n", f"{LINE}---\n\n")),
        (BEFORE.replace("---\n\n", 'archive: ""\n---\n\n'), BEFORE.replace("---\n\n", f"{LINE}---\n\n")),
        (BEFORE.replace("url", "source"), BEFORE.replace("url", "source").replace(f"{PAGE}\n", f"{PAGE}\n{LINE}")),
    ],
)
def test_one_line_is_added_and_nothing_else_changed(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(before.encode())
    archive.note(path, "https://a.example/1")
    assert path.read_bytes().decode() == after
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("head", [f"url:\n  {PAGE}", f"url: >-\n  {PAGE}", f"nested:\n  url: {PAGE}\nurl: [{PAGE}]"])
def test_a_front_matter_without_a_safe_place_is_left_alone(tmp_path: Path, head: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\n{head}\n---\nText.\n")
    with pytest.raises(Refused, match="by hand"):
        archive.note(path, "https://a.example/1")
    assert path.read_text() == f"---\n{head}\n---\nText.\n"


def run(seeds: Path, gate: str) -> Result:
    words = ["--seeds", str(seeds), "--archive", "--allow-private", "--timegate", gate]
    return CliRunner().invoke(command.add, words)


def test_the_command_goes_through_the_articles_that_have_no_copy(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = Limits(pause=0, back_off=0)
    monkeypatch.setattr(command, "_client", lambda allow: fetch.Client(limits, may_connect=lambda goal: allow))
    for name, url in (("a", PAGE), ("b", f"{PAGE}/2"), ("c", f"{PAGE}/3")):
        (tmp_path / f"{name}.md").write_text(BEFORE.replace(PAGE, url))
    (tmp_path / "d.md").write_text(BEFORE.replace("title", "archive: https://a.example/0\ntitle"))
    (tmp_path / "e.txt").write_text("No front matter.")
    site.routes = {
        f"/gate/{PAGE}": answer(status=302, location=f"/web/20210506000000/{PAGE}", vary="accept-datetime"),
        f"/gate/{PAGE}/3": answer(status=403),
    }
    result = run(tmp_path, site.url("/gate/"))
    assert result.exit_code == 1
    assert sorted(result.output.splitlines()) == sorted(
        [
            f"{tmp_path}/a.md: archived on 2021-05-06: {site.url(f'/web/20210506000000/{PAGE}')}",
            f"{tmp_path}/b.md: no archived copy of {PAGE}/2",
            f"{tmp_path}/c.md: answers 403 Forbidden",
            "1 given an archived copy, 1 without an archived copy, 1 refused",
        ]
    )
    assert "archive: " in (tmp_path / "a.md").read_text()
    assert "/gate/" + PAGE not in run(tmp_path, site.url("/gate/")).output  # what has a copy isn't asked for again
    assert [path for path in site.asked if path == f"/gate/{PAGE}"] == [f"/gate/{PAGE}"]
