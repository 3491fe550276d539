"""Web addresses: their normal form, and which network addresses are open to everybody."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from .clipping import Refused

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PATH_SAFE = "/%:@!$&'()*+,;=~"
_MAX_LENGTH = 4000  # characters; servers refuse longer ones

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_address(words: str) -> bool:
    """Whether `words` are meant as a web address."""
    return bool(re.match(r"https?://", words, re.I))


def normal(url: str, base: str = "") -> str:
    """`url` in ASCII (IDNA and percent-encoded), without a fragment. Raises `Refused` where it is no web address."""
    words = re.sub(r"[\x00-\x1f\x7f]", "", urljoin(base, url.strip()) if base else url.strip())
    if len(words) > _MAX_LENGTH:
        raise Refused(f"is longer than {_MAX_LENGTH} characters: not an address")
    try:
        parts = urlsplit(words)
        host, port = parts.hostname or "", parts.port
    except ValueError as fault:
        raise Refused(f"is not an address ({fault})") from fault
    if parts.scheme not in ("http", "https"):
        raise Refused(f"is no web address: it begins with {parts.scheme or words[:20]!r}, not with https or http")
    if not host:
        raise Refused("is an address without a host")
    if parts.username or parts.password:
        raise Refused("holds a user name or a password: leave it out")
    path = quote(parts.path, safe=_PATH_SAFE) or "/"
    query = quote(parts.query, safe=_PATH_SAFE + "?")
    place = _host(host) + (f":{port}" if port and port != {"http": 80, "https": 443}[parts.scheme] else "")
    return urlunsplit((parts.scheme, place, path, query, ""))


def _host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    try:
        return host.encode("ascii").decode() if host.isascii() else host.encode("idna").decode()
    except UnicodeError as fault:
        raise Refused(f"has a host that is no name: {host}") from fault


def host_of(url: str) -> str:
    """The host of an address without what stands for the same site ("www.", "m.", "amp."); "" where there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=.+\.)", "", host)


def is_public(address: IPAddress) -> bool:
    """Whether everybody reaches the same machine there: not loopback, private, link-local, multicast or reserved.

    Addresses that carry an IPv4 address (mapped, 6to4, Teredo, NAT64) are judged by it too.
    Sources: the IANA special-purpose registries (RFC 6890), by `ipaddress`; RFC 6052 for NAT64.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner:
            return is_public(inner)
    return address.is_global and not address.is_multicast and not address.is_reserved
