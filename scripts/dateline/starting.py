"""A new project: the site's settings, its look, and an empty editor's folder. Never writes over anything."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_SKELETON = Path(__file__).parent / "skeleton"  # in an installed package
_CHECKOUT = Path(__file__).parents[2]  # where the same files are kept
_PARTS = ("docs/assets", "docs/overrides", "docs/method.md")
_MADE_BY_BUILDS = shutil.ignore_patterns("words", ".generated", "__pycache__")
_PAGE = re.compile(r"  - (?P<page>[\w/-]+\.md)\s*")
_GENERATED = ("timelines/", "articles/", "entities/")
_CHECKOUT_ONLY = "# of this checkout only"
_IGNORED = """\
site/
.site.new/
.site.old/
.cache/
docs/index.md
docs/articles/
docs/data/
docs/embed/
docs/entities/
docs/events/
docs/overrides/words/
docs/quality/
docs/search/
docs/sources/
docs/timelines/
"""


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
        if (source / part).is_dir():
            shutil.copytree(source / part, folder / part, ignore=_MADE_BY_BUILDS)
        else:
            shutil.copyfile(source / part, folder / part)
    settings = (source / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_without_checkout(settings, folder / "docs"), encoding="utf-8")
    (folder / ".gitignore").write_text(_IGNORED, encoding="utf-8")
    return [folder / name for name in ("mkdocs.yml", ".gitignore", "docs", "seeds/articles", "seeds/timelines")]


def _without_checkout(settings: str, docs: Path) -> str:
    """The settings without lines that name files which a new project hasn't got."""
    return "".join(
        line
        for line in settings.splitlines(keepends=True)
        if _CHECKOUT_ONLY not in line and (not (page := _PAGE.fullmatch(line)) or _is_there(page["page"], docs))
    )


def _is_there(page: str, docs: Path) -> bool:
    return page.startswith(_GENERATED) or (docs / page).is_file()
