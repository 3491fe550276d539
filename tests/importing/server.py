"""A web server on this computer that misbehaves in every way that a test asks for."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Route = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What the server answers by path, and what it was asked."""

    port: int = 0
    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heads: list[Mapping[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            site.asked.append(self.path)
            site.heads.append({name.lower(): value for name, value in self.headers.items()})
            with contextlib.suppress(OSError):  # the client hung up, as it should where too much is sent
                site.routes.get(path, answer(status=404))(self)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def answer(body: bytes = b"", *, status: int = 200, kind: str = "text/html; charset=utf-8", **heads: str) -> Route:
    """An ordinary answer; `retry_after="3"` is the header Retry-After."""

    def route(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        for name, value in heads.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return route


def redirect(place: str, status: int = 302) -> Route:
    return answer(status=status, location=place)


def in_turn(*routes: Route) -> Route:
    """Another answer each time; the last one from then on."""
    left = list(routes)
    return lambda request: (left.pop(0) if len(left) > 1 else left[0])(request)


def stream(pieces: Iterator[bytes], **heads: str) -> Route:
    """A body that comes in pieces and has no announced length, or a false one."""

    def route(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        for name, value in heads.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        for piece in pieces:
            request.wfile.write(piece)
            request.wfile.flush()

    return route
