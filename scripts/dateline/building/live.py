"""What only a served page has: word of problems, and a script that shows the next build and keeps the reader's place.

None of it is in a built site. The site's pages forbid inline scripts and styles, so both come from the server itself.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.livereload import LiveReloadServer

from ..model import Problem, Severity
from ..problems import counted, errors, line

ROOM = "/_dateline/"  # a path that no page of a site has: generated folders begin with no underscore
_FILES = {"live.js": "text/javascript", "live.css": "text/css"}
_HEADERS = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
_LEAST_PAUSE = 0.25  # seconds between two looks at the files
_REST = 10  # times as long as a look took: a large folder leaves the processor to its editor
_PAGE = Markup(
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Problems</title>'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="{room}live.css"></head>'
    '<body class="dateline-list"><main><h1>Problems</h1>'
    "<p>What the last build said. This page and the line at the foot of each are shown by <code>dateline serve</code> "
    'only. For doubts too: <code>dateline check</code>.</p>{failure}<ol>{items}</ol><p><a href="/">To the site</a></p>'
    "</main>{script}</body></html>"
)


class Live(LiveReloadServer):
    """MkDocs's reloading server, whose pages also say what is wrong with the seeds."""

    problems: Sequence[Problem] = ()
    failure = ""

    def follow(self, look: Callable[[], object], seen: object) -> None:
        """Build again whenever `look` gives something else than before, at first than `seen`, until the server ends.

        MkDocs's own watchers give up for good when a folder that they watch is gone for a moment, as while it is
        synchronised or another state of a repository is checked out.
        """
        self._watched_paths["all"] = 1  # MkDocs changes the pages of a server only that watches something
        threading.Thread(target=self._follow, args=(look, seen), daemon=True).start()

    def _follow(self, look: Callable[[], object], seen: object) -> None:
        while not self._shutdown:
            before = time.monotonic()
            now = look()
            time.sleep(max(_LEAST_PAUSE, _REST * (time.monotonic() - before)))
            if now != seen:
                seen = now
                with self._rebuild_cond:
                    self._want_rebuild = True
                    self._rebuild_cond.notify_all()

    def error_page(self, page: Path) -> bytes | None:
        """A page of the site for an address that has none, which shows the next build as others do: a slip in a file
        may have taken the page that its editor looks at.
        """
        return self._inject_js_into_html(page.read_bytes(), self._visible_epoch) if page.is_file() else None

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        added = f"{self._banner()}{_script(epoch)}".encode()
        head, end, tail = content.rpartition(b"</body>")
        return head + added + end + tail if end else content + added

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"]
        if not path.startswith(ROOM):
            return super()._serve_request(environ, start_response)
        name = path.removeprefix(ROOM)
        if name == "problems/":
            kind, content = "text/html; charset=utf-8", self._list().encode("utf-8", "replace")
        elif name in _FILES:
            kind, content = (
                f"{_FILES[name]}; charset=utf-8",
                resources.files(__package__).joinpath(f"serve/{name}").read_bytes(),
            )
        else:
            return None
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(content))), *_HEADERS])
        return [content]

    def _banner(self) -> Markup:
        """A line that leads to the list; nothing where nothing is wrong."""
        failing = errors(self.problems)
        counts = ((failing, "error"), (len(self.problems) - failing, "warning"))
        said = ", ".join(counted(n, noun) for n, noun in counts if n)
        if self.failure:
            said = "The last build failed; this is the last good site"
        if not said:
            return Markup("")
        sort = "error" if failing or self.failure else "warning"
        return Markup(
            '<link rel="stylesheet" href="{0}live.css"><aside id="dateline-live" class="{1}" aria-label="Problems">'
            '<a href="{0}problems/">{2}</a></aside>'
        ).format(ROOM, sort, said)

    def _list(self) -> Markup:
        items = Markup("").join(
            Markup("<li class={}>{}</li>").format("error" if p.severity is Severity.ERROR else "warning", line(p))
            for p in self.problems
        )
        failure = Markup("<pre>{}</pre>").format(self.failure) if self.failure else Markup("")
        return _PAGE.format(room=ROOM, failure=failure, items=items, script=_script(self._visible_epoch))


def _script(epoch: int) -> Markup:
    return Markup('<script src="{}live.js" data-epoch="{}" defer></script>').format(ROOM, escape(epoch))
