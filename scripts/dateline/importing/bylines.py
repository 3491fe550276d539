"""Bylines: "By Ana Pop and Ion Rusu, Tribuna" -> the authors' names."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

_MAX_NAME = 80  # characters
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+")


def names(words: str, publication: str = "") -> tuple[str, ...]:
    """The names in a byline, in order, without the words around them, the publication, and desks that sign for all."""
    line = " ".join(_ADDRESS.sub(" ", words).split())
    line = _pattern("before", r"^(?:{})(?:\s*:\s*|\s+)").sub("", line)
    line = _pattern("after", r"\s+(?:{})\s*[:,]?$").sub("", line)
    between = _pattern("between", r"\s+(?:{})\s+(?=\w+\.?\s+\w)")
    parts = re.split(r"\s*[;,|•·/&]\s*|\s+[–—-]\s+", between.sub("; ", line))
    return tuple(dict.fromkeys(name for part in parts if (name := part.strip(" .:")) and _is_name(name, publication)))


def _is_name(name: str, publication: str) -> bool:
    known = name.casefold()
    return (
        len(name) <= _MAX_NAME
        and name[0].isalpha()
        and not re.search(r"\d", name)
        and known != publication.casefold()
        and known not in _data()["desks"]
    )


@cache
def _data() -> dict[str, frozenset[str]]:
    source = resources.files(__package__).joinpath("bylines.yml").read_text(encoding="utf-8")
    lists = yaml.load(source, Loader=yaml.BaseLoader)
    return {name: frozenset(words) for name, words in lists.items()}


@cache
def _pattern(section: str, frame: str) -> re.Pattern[str]:
    words = sorted(_data()[section], key=lambda word: (-len(word), word))
    return re.compile(frame.format("|".join(map(re.escape, words))), re.I)
