"""What the site's owner decides, read from `mkdocs.yml` once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .. import words

_EXTRA = ("full_text", "split", "large", "repository")
_LIKE = 0.8  # difflib's ratio from which a name counts as a slip of the pen


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


class BadSetting(ValueError):
    """A setting that can't be meant, in words for the site's owner."""


def of(config: Mapping[str, Any]) -> Settings:
    """The settings in a loaded MkDocs configuration (a `MkDocsConfig`, or any mapping of the same shape).

    Raises BadSetting: a site that shows more than its owner meant, or in another language, must not be published.
    """
    theme, extra = config.get("theme") or {}, config.get("extra") or {}
    _look_for_slips(extra)
    return Settings(
        site_name=str(config.get("site_name") or "Dateline"),
        site_description=str(config.get("site_description") or ""),
        language=_language(theme["language"]) if "language" in theme else "en",
        site_url=str(config.get("site_url") or ""),
        full_text=_flag(extra, "full_text"),
        split=_number(extra, "split", 200),
        large=_number(extra, "large", 2_000),
    )


def _look_for_slips(extra: Mapping[str, Any]) -> None:
    """Other programs' settings stand under `extra` too, so only what looks like one of ours is a fault."""
    for key in map(str, extra):
        near = difflib.get_close_matches(key.casefold(), _EXTRA, n=1, cutoff=_LIKE)
        if key not in _EXTRA and near:
            raise BadSetting(f"extra: no such setting: '{key}'; did you mean {near[0]}?")


def _language(value: object) -> str:
    language = str(value)
    if not {language, language.split("-")[0]} & set(words.available()):
        known = ", ".join(words.available())
        raise BadSetting(f"theme: language: the site has no words in '{language}', only in {known}; quotes keep theirs")
    return language


def _flag(extra: Mapping[str, Any], key: str) -> bool:
    value = extra.get(key)
    if value is not None and not isinstance(value, bool):  # "false" in quotation marks is true to Python
        raise BadSetting(f"extra: {key}: must be true or false, without quotation marks, not '{value}'")
    return bool(value)


def _number(extra: Mapping[str, Any], key: str, default: int) -> int:
    value = extra.get(key, default)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise BadSetting(f"extra: {key}: must be a whole number (0: never), not '{value}'")
    return value
