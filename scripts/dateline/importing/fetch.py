"""Fetching one address politely: few requests, a name to complain to, and limits on size, time and redirects.

Each host is resolved once; every address found is checked before a connection goes to exactly that address, after
each redirect too, so that no page can make this program knock on doors inside the user's own network.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from .. import __version__
from . import addresses, wire
from .clipping import Refused

USER_AGENT = f"dateline/{__version__} (imports single articles for a newsroom's archive; python)"
_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered: `url` is the address that did, after redirects; names of headers are lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    data: bytes = b""

    @property
    def media_type(self) -> str:
        """The type without parameters, lower case: "text/html"; "" where the server doesn't say."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The character set that the server names, "" where it doesn't."""
        _, _, rest = self.headers.get("content-type", "").lower().partition("charset=")
        return rest.partition(";")[0].strip().strip("\"'")


class Answered(Refused):
    """A server's answer that is no page: anything but 200 and a redirect."""

    def __init__(self, message: str, response: Response) -> None:
        super().__init__(message)
        self.response = response


@dataclass(slots=True)
class Client:
    """Fetches addresses one after another. `sleep` and `clock` (a steady one, in seconds) are there to be replaced."""

    limits: wire.Limits = field(default_factory=wire.Limits)
    may_connect: Callable[[addresses.IPAddress], bool] = addresses.is_public
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _last: dict[str, float] = field(default_factory=dict)

    def get(self, url: str, headers: Mapping[str, str] | None = None, *, follow: bool = True) -> Response:
        """The page at `url`. Raises `Refused` with the reason: for any status but 200, a limit, a forbidden address.

        With `follow=False` a redirect is an answer like any other, and its body isn't read.
        """
        here, seen = addresses.normal(url), set[str]()
        while True:
            seen.add(here)
            response = self._patiently(here, {**_HEADERS, **(headers or {})})
            if response.status not in _REDIRECTS or not follow:
                return response
            location = response.headers.get("location", "")
            if not location:
                raise Refused(f"answers {response.status} without saying where to go")
            here = addresses.normal(location, here)
            if here in seen:
                raise Refused(f"redirects in a circle ({here})")
            if len(seen) > self.limits.redirects:
                raise Refused(f"redirects more than {self.limits.redirects} times")

    def _patiently(self, url: str, headers: Mapping[str, str]) -> Response:
        """One address, tried again after faults that pass. Raises `Refused`."""
        wait = self.limits.back_off
        for tries_left in range(self.limits.tries - 1, -1, -1):
            try:
                response = self._once(url, headers)
            except wire.Interrupted as fault:
                if not tries_left:
                    raise Refused(f"{fault}{self._tried()}") from fault
                asked = 0.0
            else:
                if response.status == 200 or response.status in _REDIRECTS:
                    return response
                if response.status not in _RETRIED or not tries_left:
                    again = self._tried() if response.status in _RETRIED else ""
                    raise Answered(f"answers {_status(response.status)}{again}", response)
                asked = _retry_after(response.headers)
            if asked > self.limits.patience:
                raise Refused(f"asks to be left alone for {asked:.0f} seconds: try again later")
            self.sleep(max(wait, asked))
            wait *= 2
        raise AssertionError("the last try returns or raises")

    def _tried(self) -> str:
        return f" (tried {self.limits.tries} times)" if self.limits.tries > 1 else ""

    def _once(self, url: str, headers: Mapping[str, str]) -> Response:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        goals = wire.resolve(host, port)
        forbidden = [goal for goal in goals if not self.may_connect(goal)]
        if forbidden:
            raise Refused(f"{host} ({forbidden[0]}) is on this machine or on a private network")
        self._keep_distance(host)
        with wire.open_connection(parts.scheme, host, port, goals, self.limits) as connection:
            answer = connection.request_page((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers)
            found = {name.lower(): value for name, value in answer.getheaders()}
            data = connection.body(answer) if answer.status == 200 else b""
        return Response(url, answer.status, found, data)

    def _keep_distance(self, host: str) -> None:
        """Waits until the last request to `host` lies long enough in the past."""
        last = self._last.get(host)
        if last is not None and (wait := last + self.limits.pause - self.clock()) > 0:
            self.sleep(wait)
        self._last[host] = self.clock()


def _status(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _retry_after(headers: Mapping[str, str]) -> float:
    """The seconds that the server asks to wait; 0 where it doesn't. A moment is reckoned from the server's clock."""
    asked = headers.get("retry-after", "").strip()
    if asked.isdecimal():
        return float(asked[:9])
    try:
        until, now = parsedate_to_datetime(asked), parsedate_to_datetime(headers.get("date", ""))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError):  # not a date, or one without a zone
        return 0.0
