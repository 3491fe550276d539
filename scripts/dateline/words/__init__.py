"""The words of the site, not of its quotes: one data file a language, `xx.yml`, beside this one.

A value is a sentence with `{fields}`, or a mapping from CLDR plural category (one, few, many, other) to one. Every
scalar is read as a string. What a language lacks is said in English, so that a half-made translation is a usable site.
`method/xx.md` is the page that tells readers how dates and events are read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml
from babel import Locale
from babel.numbers import format_decimal, format_percent

FALLBACK = "en"


@dataclass(frozen=True)
class Words:
    """The words of one language. `locale` is the CLDR locale that dates and numbers are said in."""

    language: str
    locale: Locale
    entries: dict[str, Any]

    def __call__(self, key: str, n: int | None = None, **fields: object) -> str:
        """The words of `key`, with its fields filled; `n` chooses the plural form and is the field `n`, as a number
        of the language. Raises KeyError where not even the English file has the key."""
        entry = self.entries[key]
        if n is None and not fields and isinstance(entry, str):
            return entry
        if isinstance(entry, dict):
            entry = entry.get(self.locale.plural_form(n or 0)) or entry["other"]
        if n is not None:
            fields["n"] = self.number(n)
        return str(entry).format(**fields)

    def number(self, n: int | float) -> str:
        """A number as the language writes it."""
        return _number(n, self.locale)

    def percent(self, share: float) -> str:
        """A share of one as a percentage, rounded down, so that only all is 100 %."""
        return str(format_percent(int(share * 1000) / 1000, "#,##0.#%", locale=self.locale))

    def forms(self, key: str) -> dict[str, str]:
        """The plural forms of `key`, unfilled."""
        entry = self.entries[key]
        return dict(entry) if isinstance(entry, dict) else {"other": entry}

    def has(self, key: str) -> bool:
        """Whether there are words for `key`."""
        return key in self.entries

    def language_name(self, code: str) -> str:
        """What this language calls the language `code` (BCP 47); the code where CLDR has no name."""
        return str(self.locale.languages.get(code, code))


@lru_cache(maxsize=4096)
def _number(n: int | float, locale: Locale) -> str:
    return str(format_decimal(n, locale=locale))


@cache
def available() -> tuple[str, ...]:
    """The languages (BCP 47) that have a file, sorted."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".yml") for name in names if name.endswith(".yml")))


@cache
def entries(language: str) -> dict[str, Any]:
    """What the file of `language` holds; {} where there is none."""
    if language not in available():
        return {}
    source = resources.files(__name__).joinpath(f"{language}.yml").read_text(encoding="utf-8")
    return yaml.load(source, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)) or {}


@cache
def of(language: str) -> Words:
    """The words of `language` ("de", "pt-BR"); where there is no file for it, English."""
    base = next((c for c in (language, language.split("-")[0]) if c in available()), FALLBACK)
    merged = {**entries(FALLBACK), **entries(base)}
    return Words(base, Locale.parse(merged["locale"], sep="-"), merged)


@cache
def method(language: str) -> str:
    """The page "Method", as Markdown, in a language that `of` gives; where it has none, English."""
    pages = resources.files(__name__).joinpath("method")
    page = pages.joinpath(f"{language}.md")
    return (page if page.is_file() else pages.joinpath(f"{FALLBACK}.md")).read_text(encoding="utf-8")
