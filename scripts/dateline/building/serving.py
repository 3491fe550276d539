"""The site, live: a reloading server, and a builder that starts at the seeds and makes anew what an edit changed."""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from .. import building, problems
from . import publishing
from .live import Live

HOST = "127.0.0.1"
_QUIET = 2.0  # seconds without an edit after which the search index is made anew

State = frozenset[tuple[str, int, int]]


def serve(
    config_file: Path,
    seeds: Path,
    port: int,
    built: Callable[[building.Built], None],
    say: Callable[[str], None],
    browser: bool = False,
) -> None:
    """Build, show on 127.0.0.1, and build again whenever a seed or a hand-written page changes; until interrupted.

    A build that fails says so, in the pages too, and leaves the last good site. Raises BuildError where the first one
    fails.
    """
    docs = building.docs_folder(config_file)
    desk = _Desk(config_file, seeds, docs, built, say)
    first = building.build(config_file, seeds)
    built(first)
    gc.freeze()  # what one build keeps for the next is not looked through again and again
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server = Live(builder=desk.again, host=HOST, port=port, root=str(first.site))
    desk.server = server
    server.problems = problems.ordered(first.problems)
    server.error_handler = lambda status: server.error_page(first.site / f"{status}.html")
    server.follow(desk.state, desk.built_from)
    say(f"Live on http://{HOST}:{port}/ (Ctrl+C ends it)")
    try:
        server.serve(open_in_browser=browser)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


class _Desk:
    """What is built again, and when: pages at once, the search index when the editor pauses."""

    server: Live

    def __init__(
        self,
        config_file: Path,
        seeds: Path,
        docs: Path,
        built: Callable[[building.Built], None],
        say: Callable[[str], None],
    ) -> None:
        self._config_file, self._seeds, self._docs, self._built, self._say = config_file, seeds, docs, built, say
        self.built_from = self.state()
        self._edits = 0

    def again(self) -> None:
        """Build again if what people write has changed; pages that the build itself wrote don't count."""
        now = self.state()
        if now == self.built_from:
            return
        only_seeds = now[1] == self.built_from[1] and not self.server.failure
        self.built_from = now
        self._edits += 1
        try:
            done = building.build(self._config_file, self._seeds, again=only_seeds)
        except building.BuildError as fault:
            self.server.failure = str(fault)
            self._say(f"{fault}\nThe last good site is still shown.")
            return
        self.server.failure, self.server.problems = "", problems.ordered(done.problems)
        self._built(done)
        if only_seeds:
            later = threading.Timer(_QUIET, self._index, (done.site, self._edits))
            later.daemon = True
            later.start()

    def _index(self, site: Path, edits: int) -> None:
        if edits != self._edits:  # there is a newer build, which makes its own
            return
        try:
            publishing.index(site)
        except building.BuildError as fault:
            if edits == self._edits:
                self._say(str(fault))

    def state(self) -> tuple[State, State]:
        """Every file that people write, with its size and time of change: the seeds, and the site's own."""
        theirs = (*_files(self._docs, building.OWNED), str(self._config_file))
        return _stamps(_files(self._seeds, ())), _stamps(theirs)


def _stamps(paths: Iterable[str]) -> State:
    return frozenset(stamp for path in paths if (stamp := _stamp(path)))


def _files(folder: Path, owned: tuple[str, ...]) -> Iterator[str]:
    """The paths below `folder` but for what the build writes there; nothing of a folder that is gone."""
    left_out = {os.path.join(folder, *name.split("/")) for name in owned}  # noqa: PTH118  # thousands, four times a second
    for current, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if os.path.join(current, name) not in left_out]  # noqa: PTH118
        for name in names:
            path = os.path.join(current, name)  # noqa: PTH118
            if name != "index.md" or current != str(folder):
                yield path


def _stamp(path: str) -> tuple[str, int, int] | None:
    try:
        stat = os.stat(path)  # noqa: PTH116
    except OSError:  # gone since it was listed
        return None
    return path, stat.st_size, stat.st_mtime_ns
