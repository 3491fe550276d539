"""Every link of the built site leads somewhere, fragments included; every id stands once; no link is root-absolute."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

pytestmark = pytest.mark.browser  # the site is built for the browser's tests


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            assert name != "style" and not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src") and value is not None:
                self.links.append(value)


@pytest.fixture(scope="module")
def parsed(folder: Path) -> dict[Path, _Page]:
    return {path: _Page(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))}


def test_every_id_stands_once(parsed: dict[Path, _Page]) -> None:
    for path, page in parsed.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_every_link_leads_somewhere(parsed: dict[Path, _Page], folder: Path) -> None:
    broken = []
    for path, page in parsed.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            target = target / "index.html" if target.is_dir() else target
            there = target.is_file() and target.is_relative_to(folder.resolve()) and not link.startswith("/")
            if not there or (parts.fragment and parts.fragment not in parsed[target].ids):
                broken.append(f"{path.relative_to(folder)}: {link}")
    assert broken == []


def test_the_inline_scripts_are_the_ones_the_policy_allows(folder: Path) -> None:
    import base64
    import hashlib
    import re

    for path in sorted(folder.rglob("*.html")):
        text = path.read_text("utf-8")
        policy = text.split('http-equiv="Content-Security-Policy"', 1)[1].split(">", 1)[0]
        for tag, body in re.findall(r"<(script|style)>(.*?)</\1>", text, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy, (path, tag)
        assert "unsafe-inline" not in policy and "'unsafe-eval'" not in policy


def test_the_shortcut_past_markdown_changes_no_page(project: Path, folder: Path, tmp_path: Path) -> None:
    plain = shutil.copytree(project, tmp_path / "plain")
    config = plain / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").partition("\nhooks:")[0] + "\n", "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    subprocess.run(
        command,
        cwd=plain,
        check=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", "REPOSITORY": "example/site"},
    )
    for page in sorted(folder.rglob("*.html")):
        assert (tmp_path / "site" / page.relative_to(folder)).read_bytes() == page.read_bytes(), page
