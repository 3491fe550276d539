#!/usr/bin/env python3
"""Build the pages that Dateline has written with Zensical instead of MkDocs.

`python3 scripts/build_with_zensical.py [FOLDER]`, after `scripts/build.py`, where Zensical is installed
(`scripts/requirements/zensical.txt`). It compares the two sites: the same pages, and no link that leads nowhere. Its
status is 1 where they differ. See docs/guide/zensical.md.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
_HOOKS = re.compile(r"(?m)^hooks:.*\n(?:[ \t]+.*\n?)*")
_ADDRESS = re.compile(r"(?m)^site_url:.*$")
_OF_THE_THEME = "#__skip"  # Zensical's own link, to a place that our templates don't have


def lay_out(project: Path, target: Path) -> None:
    """Copy what a site is made of from `project` to the empty folder `target`, as Zensical needs it.

    Zensical takes the links of raw HTML for links between source files and mends them; in an `index.md` there is
    nothing to mend. It knows no hooks.
    """
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = _ADDRESS.sub("site_url: https://example.org/", _HOOKS.sub("", settings))
    target.mkdir(parents=True, exist_ok=True)
    (target / "mkdocs.yml").write_text(settings, encoding="utf-8")
    shutil.copytree(project / "docs", target / "docs")
    for page in sorted((target / "docs").rglob("*.md")):
        if page.name != "index.md" and '<div class="dl ' in page.read_text(encoding="utf-8"):
            page.with_suffix("").mkdir(exist_ok=True)
            page.rename(page.with_suffix("") / "index.md")


def pages(site: Path) -> set[str]:
    """The pages of a finished site."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def broken_links(site: Path) -> Iterator[str]:
    """Every relative link of a finished site that leads to no file, or to no place in it."""
    read = {path: _Page(path.read_text(encoding="utf-8")) for path in sorted(site.resolve().rglob("*.html"))}
    for path, page in read.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or link == _OF_THE_THEME or path.name == "404.html":  # served at any depth
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            there = target.is_file() and (not parts.fragment or parts.fragment in _ids(read, target))
            if not there:
                yield f"{path.relative_to(site.resolve())}: {link}"


def _ids(read: dict[Path, _Page], target: Path) -> set[str]:
    return read[target].ids if target in read else set()


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.links += [given[name] for name in ("href", "src") if name in given]
        self.ids |= {given["id"]} if "id" in given else set()


def main(arguments: list[str]) -> int:
    """Build, compare, and say what came of it."""
    target = Path(arguments[0]) if arguments else ROOT / ".cache" / "zensical"
    command = shutil.which("zensical")
    if not command or not (ROOT / "site").is_dir():
        print("Needs zensical on the path (scripts/requirements/zensical.txt) and a site (python3 scripts/build.py).")
        return 1
    shutil.rmtree(target, ignore_errors=True)
    lay_out(ROOT, target)
    if subprocess.call([command, "build", "--config-file", str(target / "mkdocs.yml")]):
        return 1
    ours, theirs, broken = pages(ROOT / "site"), pages(target / "site"), list(broken_links(target / "site"))
    print(f"{len(ours)} pages by MkDocs, {len(theirs)} by Zensical, {len(broken)} broken links")
    print(*sorted(ours ^ theirs), *broken, sep="\n")
    return int(ours != theirs or bool(broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
