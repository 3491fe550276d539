"""The site, live: MkDocs's own reloading server, with a builder that starts at the seeds."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from . import building

HOST = "127.0.0.1"


def serve(
    config_file: Path,
    seeds: Path,
    port: int,
    built: Callable[[building.Built], None],
    say: Callable[[str], None],
    browser: bool = False,
) -> None:
    """Build, show on 127.0.0.1, and build again whenever a seed or a hand-written page changes; until interrupted.

    A build that fails says so and leaves the last good site. Raises BuildError where the first build fails.
    """
    docs = building.docs_folder(config_file)
    first = building.build(config_file, seeds)
    built(first)
    seen = [_state(seeds, docs, config_file)]

    def again() -> None:
        now = _state(seeds, docs, config_file)
        if now == seen[0]:  # what changed are pages that the build itself wrote
            return
        seen[0] = now
        try:
            built(building.build(config_file, seeds))
        except building.BuildError as fault:
            say(f"{fault}\nThe last good site is still shown.")

    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server = LiveReloadServer(builder=again, host=HOST, port=port, root=str(first.site))
    server.error_handler = lambda status: _error_page(first.site, status)
    for folder in (seeds, docs):
        server.watch(str(folder))
    server.watch(str(config_file))
    say(f"Live on http://{HOST}:{port}/ (Ctrl+C ends it)")
    try:
        server.serve(open_in_browser=browser)  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown()


def _state(seeds: Path, docs: Path, config_file: Path) -> frozenset[tuple[str, int, int]]:
    """Every file that people write, with its size and time of change."""
    files = (*_files(seeds, ()), *_files(docs, building.OWNED), config_file)
    return frozenset(state for path in files if (state := _stamp(path)))


def _files(folder: Path, owned: tuple[str, ...]) -> Iterator[Path]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).as_posix()
        if inside != "index.md" and not any(inside == name or inside.startswith(f"{name}/") for name in owned):
            yield path


def _stamp(path: Path) -> tuple[str, int, int] | None:
    try:
        stat = path.stat()
    except OSError:  # gone since it was listed
        return None
    return str(path), stat.st_size, stat.st_mtime_ns


def _error_page(site: Path, status: int) -> bytes | None:
    page = site / f"{status}.html"
    return page.read_bytes() if page.is_file() else None
