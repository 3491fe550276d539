"""Fetching: politely, within limits, and never from the user's own network; against a server on this computer."""

from __future__ import annotations

import gzip
import ipaddress
import zlib
from collections.abc import Iterator

import pytest
from importing.server import Site, answer, in_turn, redirect, serving, stream

from dateline.importing import addresses, fetch
from dateline.importing.clipping import Refused
from dateline.importing.wire import Limits

OWN = ipaddress.ip_address("127.0.0.1")
QUICK = Limits(size=2_000_000, silence=0.4, total=1.2, pause=0, back_off=0.5, patience=60)
GIGABYTE = 1_000_000_000


class Clock:
    """A steady clock on which only sleeping takes time."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(clock: Clock) -> fetch.Client:
    return fetch.Client(QUICK, may_connect=lambda goal: goal == OWN, sleep=clock.sleep, clock=lambda: clock.now)


def refusal(client: fetch.Client, url: str) -> str:
    with pytest.raises(Refused) as refused:
        client.get(url)
    return str(refused.value)


def test_a_page_comes_with_the_address_that_answered(site: Site, client: fetch.Client) -> None:
    site.routes = {
        "/old": redirect("/newer", 301),
        "/newer": redirect(site.url("/page#part"), 307),
        "/page": answer("Привет".encode(), kind='text/html; charset="UTF-8"'),
    }
    page = client.get(site.url("/old"))
    assert (page.url, page.data.decode(), page.charset) == (site.url("/page"), "Привет", "utf-8")
    assert page.media_type == "text/html"
    assert all(head["user-agent"].startswith("dateline/") for head in site.heads)


def test_addresses_in_other_scripts_are_sent_in_ascii(site: Site, client: fetch.Client) -> None:
    site.routes = {"/%D0%BC%D0%BE%D1%81%D1%82": answer(b"ok")}
    assert client.get(site.url("/мост")).data == b"ok"
    assert client.get(site.url("/%D0%BC%D0%BE%D1%81%D1%82")).data == b"ok"
    assert addresses.normal("https://bücher.example/a b?q=ä#x") == "https://xn--bcher-kva.example/a%20b?q=%C3%A4"


def test_redirects_that_lead_nowhere_end(site: Site, client: fetch.Client) -> None:
    site.routes = {
        "/a": redirect("/b"),
        "/b": redirect("/a"),
        "/self": redirect("/self"),
        "/silent": answer(status=302),
        **{f"/{n}": redirect(f"/{n + 1}") for n in range(20)},
        "/file": redirect("file:///etc/passwd"),
    }
    assert refusal(client, site.url("/a")) == f"redirects in a circle ({site.url('/a')})"
    assert "in a circle" in refusal(client, site.url("/self"))
    assert refusal(client, site.url("/silent")) == "answers 302 without saying where to go"
    assert refusal(client, site.url("/0")) == "redirects more than 10 times"
    assert "begins with 'file'" in refusal(client, site.url("/file"))


def test_a_redirect_to_a_private_address_is_refused_before_anything_is_sent(site: Site, client: fetch.Client) -> None:
    site.routes = {"/": redirect(site.url("/secret", host="127.0.0.2")), "/secret": answer(b"secret")}
    assert refusal(client, site.url()) == "127.0.0.2 (127.0.0.2) is on this machine or on a private network"
    assert site.asked == ["/"]


def test_packed_pages_are_unpacked(site: Site, client: fetch.Client) -> None:
    text = "Мост открыт. ".encode() * 20_000
    raw = zlib.compressobj(wbits=-15)
    site.routes = {
        "/gzip": answer(gzip.compress(text), content_encoding="gzip"),
        "/members": answer(gzip.compress(text[:100]) + gzip.compress(text[100:]), content_encoding="x-gzip"),
        "/deflate": answer(zlib.compress(text), content_encoding="deflate"),
        "/raw": answer(raw.compress(text) + raw.flush(), content_encoding="deflate"),
        "/padded": answer(gzip.compress(text) + b"\0" * 512, content_encoding="gzip"),
    }
    for path in site.routes:
        assert client.get(site.url(path)).data == text, path


def test_pages_packed_wrongly_are_refused(site: Site, client: fetch.Client) -> None:
    site.routes = {
        "/false": answer(b"<html>not packed", content_encoding="gzip"),
        "/br": answer(b"?", content_encoding="br"),
        "/cut": answer(gzip.compress(bytes(range(256)) * 100)[:-40], content_encoding="gzip"),
    }
    assert refusal(client, site.url("/false")) == "is not packed as gzip, as its server says"
    assert refusal(client, site.url("/br")) == "is packed as 'br', which was not asked for"
    assert "breaks off after" in refusal(client, site.url("/cut"))


def test_a_gigabyte_is_not_fetched(site: Site, client: fetch.Client) -> None:
    sent = [0]

    def pieces() -> Iterator[bytes]:
        while sent[0] < GIGABYTE:
            sent[0] += 65_536
            yield b"x" * 65_536

    site.routes = {
        "/unannounced": stream(pieces()),
        "/announced": stream(pieces(), content_length=str(GIGABYTE)),
    }
    for path in site.routes:
        sent[0] = 0
        assert refusal(client, site.url(path)) == "is larger than 2 MB"
        assert sent[0] < 50_000_000  # what was on its way when the connection closed


def test_a_small_packed_page_that_unpacks_to_a_gigabyte_is_stopped(site: Site, client: fetch.Client) -> None:
    bomb = gzip.compress(b"\0" * 10_000_000) * (GIGABYTE // 10_000_000)  # members one after another
    site.routes = {"/": answer(bomb, content_encoding="gzip")}
    assert len(bomb) < 1_500_000
    assert refusal(client, site.url()) == "is larger than 2 MB"


def test_a_server_that_falls_silent_is_left(site: Site, client: fetch.Client, clock: Clock) -> None:
    site.routes = {"/": lambda request: site.closing.wait(10)}
    assert refusal(client, site.url()) == "127.0.0.1 sends nothing for 0.4 seconds (tried 3 times)"
    assert clock.slept == [0.5, 1.0]


def test_a_server_that_sends_a_little_for_ever_is_left(site: Site, client: fetch.Client) -> None:
    def drip() -> Iterator[bytes]:
        while not site.closing.wait(0.05):
            yield b"x"

    def dripping_heads(request: object) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")  # type: ignore[attr-defined]
        for piece in drip():
            request.wfile.write(piece)  # type: ignore[attr-defined]
            request.wfile.flush()  # type: ignore[attr-defined]

    site.routes = {"/body": stream(drip()), "/heads": dripping_heads}
    assert refusal(client, site.url("/body")) == "takes longer than 1.2 seconds"
    assert refusal(client, site.url("/heads")) == "takes longer than 1.2 seconds"


def test_faults_that_pass_are_tried_again(site: Site, client: fetch.Client, clock: Clock) -> None:
    site.routes = {
        "/busy": in_turn(answer(status=500), answer(status=503), answer(b"here")),
        "/cut": in_turn(stream(iter([b"abc"]), content_length="10"), answer(b"whole")),
        "/dead": answer(status=500),
        "/gone": answer(status=404),
    }
    assert client.get(site.url("/busy")).data == b"here"
    assert clock.slept == [0.5, 1.0]
    assert client.get(site.url("/cut")).data == b"whole"
    assert refusal(client, site.url("/dead")) == "answers 500 Internal Server Error (tried 3 times)"
    assert refusal(client, site.url("/gone")) == "answers 404 Not Found"
    assert [site.asked.count(path) for path in site.routes] == [3, 2, 3, 1]


def test_a_server_is_left_alone_for_as_long_as_it_asks(site: Site, client: fetch.Client, clock: Clock) -> None:
    now, later = "Fri, 14 Jun 2024 12:00:00 GMT", "Fri, 14 Jun 2024 12:00:20 GMT"

    def dated(request: object) -> None:
        request.send_response_only(429)  # type: ignore[attr-defined]
        for name, value in (("Date", now), ("Retry-After", later), ("Content-Length", "0")):
            request.send_header(name, value)  # type: ignore[attr-defined]
        request.end_headers()  # type: ignore[attr-defined]

    site.routes = {
        "/seconds": in_turn(answer(status=429, retry_after="7"), answer(b"ok")),
        "/moment": in_turn(dated, answer(b"ok")),
        "/hour": answer(status=503, retry_after="3600"),
        "/nonsense": in_turn(answer(status=503, retry_after="soon"), answer(b"ok")),
    }
    client.get(site.url("/seconds"))
    client.get(site.url("/moment"))
    assert clock.slept == [7.0, 20.0]
    assert refusal(client, site.url("/hour")) == "asks to be left alone for 3600 seconds: try again later"
    client.get(site.url("/nonsense"))
    assert clock.slept == [7.0, 20.0, 0.5]


def test_requests_to_one_host_keep_their_distance(site: Site, clock: Clock) -> None:
    site.routes = {"/": answer(b"ok")}
    client = fetch.Client(
        Limits(pause=1.5), may_connect=lambda goal: goal == OWN, sleep=clock.sleep, clock=lambda: clock.now
    )
    for _ in range(3):
        client.get(site.url())
    assert clock.slept == [1.5, 1.5]


def test_an_unused_port_is_said_plainly(site: Site, client: fetch.Client) -> None:
    with serving() as other:
        closed = other.url()
    assert "takes no connection on port" in refusal(client, closed)
