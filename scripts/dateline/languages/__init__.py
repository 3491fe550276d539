"""What Dateline knows of each language: one data file a language, `xx.yml`, beside this one.

A file has a section a verb (`dates`, `sentences`, `events`, …); the verb turns its section into its own vocabulary.
Every scalar is read as a string, so that `no` and `on` stay words.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def available() -> tuple[str, ...]:
    """The languages (BCP 47) that have a file, sorted."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in names if name.endswith(".yml")))


@cache
def section(language: str, name: str) -> dict[str, Any]:
    """The section `name` of the file of `language`, as plain mappings, lists and strings; {} where there is none."""
    if language not in available():
        return {}
    source = resources.files(__name__).joinpath(f"{language}.yml").read_text(encoding="utf-8")
    return _parsed(source).get(name) or {}


@cache
def _parsed(source: str) -> dict[str, Any]:
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(source, Loader=loader) or {}
