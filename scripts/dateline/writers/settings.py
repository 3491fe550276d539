"""What the site's owner decides, read from `mkdocs.yml` once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """How the pages are made. `language` (BCP 47) is that of the site's own words; `site_url` is "" where unknown.

    `full_text` publishes whole articles. A page with more than `split` events is split by time (0: never). From a
    collection of more than `large` articles on, what says little gets no page of its own (0: never).
    """

    site_name: str = "Dateline"
    site_description: str = ""
    language: str = "en"
    site_url: str = ""
    full_text: bool = False
    split: int = 200
    large: int = 2_000


def of(config: Mapping[str, Any]) -> Settings:
    """The settings in a loaded MkDocs configuration (a `MkDocsConfig`, or any mapping of the same shape)."""
    theme, extra = config.get("theme") or {}, config.get("extra") or {}
    return Settings(
        site_name=str(config.get("site_name") or "Dateline"),
        site_description=str(config.get("site_description") or ""),
        language=str(theme["language"]) if "language" in theme else "en",
        site_url=str(config.get("site_url") or ""),
        full_text=bool(extra.get("full_text", False)),
        split=int(extra.get("split", 200)),
        large=int(extra.get("large", 2_000)),
    )
