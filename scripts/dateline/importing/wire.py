"""One request over one connection to a network address that was checked beforehand, within its limits."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .addresses import IPAddress
from .clipping import Refused

_PIECE = 65_536  # bytes


class Interrupted(Exception):
    """A fault that may be over at the next try. The message is a clause for the user."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one address may cost. Times are seconds, `size` bytes (of the page as unpacked)."""

    size: int = 20_000_000
    silence: float = 20.0  # without a single byte
    total: float = 90.0  # for one request, redirects not counted
    redirects: int = 10
    tries: int = 3
    pause: float = 1.0  # between two requests to one host
    back_off: float = 2.0  # before the second try, twice as long before each further one
    patience: float = 60.0  # the longest wait that a server may ask for


def resolve(host: str, port: int) -> tuple[IPAddress, ...]:
    """The network addresses of `host`, in the system's order. Raises `Interrupted` where there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as fault:
        raise Interrupted(f"no network address is known for {host}") from fault
    names = dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found)
    return tuple(ipaddress.ip_address(name) for name in names)


@contextlib.contextmanager
def open_connection(
    scheme: str, host: str, port: int, goals: Sequence[IPAddress], limits: Limits
) -> Iterator[Connection]:
    """A connection that is closed at the end, and cut at its time limit whatever the server does."""
    connection = Connection(host, port, goals, limits, ssl.create_default_context() if scheme == "https" else None)
    alarm = threading.Timer(limits.total, connection.cut)
    alarm.daemon = True
    alarm.start()
    try:
        yield connection
    except TimeoutError as fault:
        raise Interrupted(f"{host} sends nothing for {limits.silence:g} seconds") from fault
    except ssl.SSLCertVerificationError as fault:
        raise Refused(f"{host} shows a certificate that is not valid ({fault.verify_message})") from fault
    except ConnectionRefusedError as fault:
        raise Interrupted(f"{host} takes no connection on port {port}") from fault
    except (OSError, http.client.HTTPException) as fault:
        if connection.was_cut:
            raise Refused(f"takes longer than {limits.total:g} seconds") from fault
        raise Interrupted(f"the connection to {host} broke ({_reason(fault)})") from fault
    finally:
        alarm.cancel()
        connection.close()


class Connection(http.client.HTTPConnection):
    """An HTTP connection that goes to given network addresses and asks no name server."""

    def __init__(
        self, host: str, port: int, goals: Sequence[IPAddress], limits: Limits, tls: ssl.SSLContext | None
    ) -> None:
        super().__init__(host, port, timeout=limits.silence)
        self.default_port = 443 if tls else 80
        self.was_cut = False
        self._goals = goals
        self._limits = limits
        self._tls = tls
        self._socket: socket.socket | None = None

    def connect(self) -> None:
        """Connects to the first address that answers. Raises `OSError`."""
        for place, goal in enumerate(self._goals, 1):
            try:
                self._socket = socket.create_connection((str(goal), self.port), self._limits.silence)
                break
            except OSError:
                if place == len(self._goals):
                    raise
        assert self._socket
        if self._tls:
            self._socket = self._tls.wrap_socket(self._socket, server_hostname=self.host)
        self.sock = self._socket

    def cut(self) -> None:
        """Ends the connection from another thread: whoever reads from it sees its end at once."""
        self.was_cut = True
        if self._socket:
            with contextlib.suppress(OSError):  # it may have ended by itself
                self._socket.shutdown(socket.SHUT_RDWR)

    def request_page(self, path: str, headers: Mapping[str, str]) -> http.client.HTTPResponse:
        """Asks for `path`; the answer's body is still to be read."""
        self.request("GET", path, headers=dict(headers))
        return self.getresponse()

    def body(self, answer: http.client.HTTPResponse) -> bytes:
        """The body, unpacked. Raises `Refused` beyond the limits and `Interrupted` where it breaks off."""
        announced = answer.getheader("Content-Length", "")
        if announced.isdecimal() and int(announced[:15]) > self._limits.size:
            raise self._too_large()
        unpack = Unpacker(answer.getheader("Content-Encoding", ""))
        whole, received = bytearray(), 0
        while piece := answer.read1(_PIECE):
            received += len(piece)
            for part in unpack.parts(piece):
                whole += part
                if len(whole) > self._limits.size:
                    raise self._too_large()
        if self.was_cut:
            raise Refused(f"takes longer than {self._limits.total:g} seconds")
        if (announced.isdecimal() and received < int(announced[:15])) or not unpack.is_complete:
            raise Interrupted(f"the page of {self.host} breaks off after {received:,} bytes")
        return bytes(whole)

    def _too_large(self) -> Refused:
        return Refused(f"is larger than {self._limits.size / 1e6:g} MB")


class Unpacker:
    """Undoes a content coding in pieces of bounded size, so that a small body can't fill the memory."""

    def __init__(self, coding: str) -> None:
        self._coding = coding.strip().lower()
        if self._coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise Refused(f"is packed as {self._coding[:20]!r}, which was not asked for")
        self._packed = self._coding not in ("", "identity")
        self._inner = zlib.decompressobj(47 if "gzip" in self._coding else 15)
        self._began = False

    @property
    def is_complete(self) -> bool:
        """Whether the packed stream came to its own end."""
        return not self._began or self._inner.eof

    def parts(self, piece: bytes) -> Iterator[bytes]:
        """What `piece` unpacks to, 64 KiB at most at a time. Raises `Refused` for what is not packed as announced."""
        if not self._packed:
            yield piece
            return
        while True:
            if self._inner.eof:
                if not piece.startswith(b"\x1f\x8b"):
                    return  # padding after the last member
                self._inner = zlib.decompressobj(31)
            part = self._step(piece)
            yield part
            piece = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
            if not piece and len(part) < _PIECE:  # a full part may have left more inside
                return

    def _step(self, piece: bytes) -> bytes:
        try:
            part = self._inner.decompress(piece, _PIECE)
        except zlib.error as fault:
            if self._began or self._coding != "deflate":
                raise Refused(f"is not packed as {self._coding}, as its server says") from fault
            self._inner = zlib.decompressobj(-15)  # many servers send raw deflate data under that name
            self._began = True
            return self._step(piece)
        self._began = True
        return part


def _reason(fault: Exception) -> str:
    return (getattr(fault, "strerror", None) or str(fault) or type(fault).__name__).lower().rstrip(".")[:120]
