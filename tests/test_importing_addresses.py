"""Addresses: what is none, and what lies on the user's own computer or network."""

from __future__ import annotations

import ipaddress

import pytest
from importing.server import Site, answer

from dateline.importing import addresses, fetch
from dateline.importing.clipping import Refused
from dateline.importing.wire import Limits

OWN = ipaddress.ip_address("127.0.0.1")


@pytest.fixture
def client() -> fetch.Client:
    return fetch.Client(Limits(tries=1, pause=0), may_connect=lambda goal: goal == OWN)


def refusal(client: fetch.Client, url: str) -> str:
    with pytest.raises(Refused) as refused:
        client.get(url)
    return str(refused.value)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "127.1", "0x7f.0.0.1", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
def test_this_computer_is_refused_under_all_its_names(site: Site, host: str) -> None:
    site.routes = {"/": answer(b"secret")}
    reason = refusal(fetch.Client(Limits(tries=1)), site.url(host=host))
    assert "private network" in reason or "no network address" in reason  # a machine may lack IPv6
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        *("10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255"),
        *("::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "192.0.2.1"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    assert not addresses.is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f::1", "64:ff9b::5db8:d70e"])
def test_addresses_that_are_public(address: str) -> None:
    assert addresses.is_public(ipaddress.ip_address(address))


def test_a_host_with_one_private_address_among_others_is_refused(
    client: fetch.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = (OWN, ipaddress.ip_address("127.0.0.2"))
    monkeypatch.setattr(fetch.wire, "resolve", lambda host, port: both)
    assert refusal(client, "http://news.example/") == (
        "news.example (127.0.0.2) is on this machine or on a private network"
    )


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/", "begins with 'ftp'"),
        ("file:///etc/passwd", "begins with 'file'"),
        ("https://", "without a host"),
        ("https://anna:secret@news.example/", "a user name or a password"),
        ("https://news.example:99999/", "is not an address"),
        ("https://news.example/" + "a" * 5000, "longer than 4000"),
        ("https://[half/", "is not an address"),
        ("https://" + "ж" * 70 + ".example/", "no name"),
    ],
)
def test_what_is_no_web_address_is_named(client: fetch.Client, url: str, reason: str) -> None:
    assert reason in refusal(client, url)
