"""A new project: the site's settings, its look, and an empty editor's folder. Never writes over anything."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from ..writers.pages import OWNED

_SKELETON = Path(__file__).parents[1] / "skeleton"  # in an installed package
_CHECKOUT = Path(__file__).parents[3]  # where the same files are kept
_PARTS = ("docs/assets", "docs/overrides")
_MADE_BY_BUILDS = shutil.ignore_patterns("words", ".generated", "__pycache__")
_PAGE = re.compile(r"  - (?P<page>[\w/-]+\.md)\s*")
_CHECKOUT_ONLY = "# of this checkout only"
_IGNORED = ("site/", ".site.new/", ".site.old/", ".cache/", "docs/index.md", *(f"docs/{name}/" for name in OWNED))


class Occupied(Exception):
    """The folder holds files already; nothing was written."""


def start(folder: Path) -> list[Path]:
    """Write a minimal project into `folder` and give what was written. Raises Occupied."""
    if folder.is_dir() and any(entry.name != ".git" for entry in folder.iterdir()):
        raise Occupied(f"{folder} is not empty; name a new folder")
    source = _SKELETON if _SKELETON.is_dir() else _CHECKOUT
    for name in ("seeds/articles", "seeds/timelines", "docs"):
        (folder / name).mkdir(parents=True)
    for part in _PARTS:
        shutil.copytree(source / part, folder / part, ignore=_MADE_BY_BUILDS)
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_without_checkout(settings, folder / "docs"), encoding="utf-8")
    (folder / ".gitignore").write_text("\n".join((*_IGNORED, "")), encoding="utf-8")
    return [folder / name for name in ("mkdocs.yml", ".gitignore", "docs", "seeds/articles", "seeds/timelines")]


def _without_checkout(settings: str, docs: Path) -> str:
    """The settings without lines that name files which a new project hasn't got."""
    return "".join(
        line
        for line in settings.splitlines(keepends=True)
        if _CHECKOUT_ONLY not in line and (not (page := _PAGE.fullmatch(line)) or _is_there(page["page"], docs))
    )


def _is_there(page: str, docs: Path) -> bool:
    return page.startswith(OWNED) or (docs / page).is_file()
