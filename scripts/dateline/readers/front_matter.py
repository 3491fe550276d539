"""Front matter and Markdown, as web clippers and note-taking programs save articles (Obsidian, MarkDownload, Jekyll).

Only the stream of YAML events is read: tags build nothing, aliases expand nothing, and depth is limited beforehand.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

import yaml

from .. import nesting
from . import datelines
from .draft import UNSAID, Draft, Said, Unreadable
from .places import address

CERTAINTY = 3

_FENCE = re.compile(r"\s*---[ \t]*\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$\n?", re.M)
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.M)
_WIKILINK = re.compile(r"!?\[\[([^\[\]|#]*)(?:#[^\[\]|]*)?(?:\|([^\[\]]*))?\]\]")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_PLAIN_FIELD = re.compile(r"(?<![\w-])([A-Za-z_][\w-]*+):[ \t]*(.*)")
_BETWEEN = re.compile(r"[\s-]+")
_LIKE = 0.8  # difflib's ratio from which a name counts as a slip of the pen
_MAX_FRONT_MATTER = 100_000  # characters; a clipper writes some hundreds

# Names of fields: ours, then those of clippers, in lower case, with "_" for whatever joins their words. The first that
# is there and not empty counts.
NAMES = {
    "title": ("title", "headline", "name"),
    "published": (
        *("published", "date", "date_published", "datepublished", "published_at", "published_on", "published_date"),
        *("pubdate", "publish_date", "publication_date"),
    ),
    "language": ("language", "lang", "locale"),
    "publication": ("publication", "publisher", "sitename", "site_name", "site"),
    "authors": ("author", "authors", "byline", "creator"),
    "url": ("url", "source", "link", "canonical", "original", "source_url", "original_url", "clipped_from"),
    "archive": ("archive", "archived", "archive_url"),
    "description": ("description", "excerpt", "summary"),
    "keywords": ("keywords", "tags"),
    "full_text": ("full_text",),
    "saved": ("created", "clipped", "saved", "date_saved", "saved_at", "retrieved", "accessed", "updated", "modified"),
}

Fields = dict[str, tuple[Said, ...]]


def recognises(text: str) -> bool:
    """Whether the file begins with a fence that is closed further down and a field between."""
    fence = _FENCE.match(text)
    end = _END.search(text, fence.end()) if fence else None
    return bool(fence and end and (_PLAIN_FIELD.search(text, fence.end(), end.start()) or fence.end() == end.start()))


def read(text: str) -> Draft:
    """The article. Raises `Unreadable` where the front matter is no mapping of names to values."""
    fence = _FENCE.match(text)
    end = _END.search(text, fence.end()) if fence else None
    if not fence or not end:
        raise Unreadable(1, "the front matter is not closed by a line of three hyphens")
    if end.start() - fence.end() > _MAX_FRONT_MATTER:
        raise Unreadable(1, f"its front matter is longer than {_MAX_FRONT_MATTER:,} characters")
    offset = text.count("\n", 0, fence.end())
    fields, faults = _fields(text[fence.end() : end.start()], offset)
    content = text[end.end() :]
    first_line = text.count("\n", 0, end.end()) + 1
    return draft(fields, content, first_line, faults)


def draft(fields: Fields, content: str, first_line: int, faults: tuple[Said, ...] = ()) -> Draft:
    """The article with these fields, by `normal` name, and this text, which begins on `first_line` of its file."""

    def said(name: str) -> tuple[Said, ...]:
        return next((fields[alias] for alias in NAMES[name] if fields.get(alias)), ())

    def one(name: str) -> str:
        return next((plain(value.words) for value in said(name)), "")

    heading = _HEADING.search(content)
    dateline = datelines.find(content)
    published = next(iter(said("published")), None) or Said(
        dateline.words, first_line + dateline.line if dateline else 0
    )
    return Draft(
        text=content,
        first_line=first_line,
        body=dateline.end,
        title=one("title") or (heading[1] if heading else ""),
        published=published,
        undated=UNSAID if published.words else _undated(fields),
        language=next(iter(said("language")), Said()),
        publication=one("publication") or _outlet(fields),
        authors=_names(said("authors")),
        url=_address(fields, "url"),
        archive=_address(fields, "archive"),
        description=one("description"),
        keywords=_names(said("keywords"), "[;,]"),
        full_text=one("full_text").lower() in ("true", "yes", "on"),
        faults=faults,
    )


def _undated(fields: Fields) -> Said:
    """What a file has instead of a day of publication: a slip of the pen, or the day on which it was saved."""
    known = {alias for names in NAMES.values() for alias in names}
    for name, values in fields.items():
        near = difflib.get_close_matches(name, NAMES["published"], n=1, cutoff=_LIKE)
        if near and values and name not in known:
            return Said(f"`{name}` is no field; did you mean `{near[0]}`?", values[0].line)
    saved = next((name for name in NAMES["saved"] if fields.get(name)), "")
    return Said(f"`{saved}` says when it was saved; add `published:`", fields[saved][0].line) if saved else UNSAID


def plain(words: str) -> str:
    """The words of a value without the marks of a link: "[[Nokta]]" and "[Nokta](https://…)" are "Nokta"."""
    unlinked = _WIKILINK.sub(lambda link: link[2] or link[1].rpartition("/")[2], words)
    return " ".join(_MARKDOWN_LINK.sub(r"\1", unlinked).split())


def _names(values: tuple[Said, ...], between: str = ";") -> tuple[str, ...]:
    names = (plain(name) for value in values for name in re.split(between, value.words))
    return tuple(dict.fromkeys(name.lstrip("#") for name in names if name.strip("#")))


def _outlet(fields: Fields) -> str:
    """The name of a publication: what "source" says where it is no address."""
    return next((plain(value.words) for value in fields.get("source", ()) if "://" not in value.words), "")


def _address(fields: Fields, name: str) -> str:
    """The first value that is an address: "source" is the publication's name to some and an address to others."""
    values = (value.words for alias in NAMES[name] for value in fields.get(alias, ()))
    return next((found for value in values if (found := address(value))), "")


def _fields(source: str, offset: int) -> tuple[Fields, tuple[Said, ...]]:
    """The fields by lower-case name, with lines of the file. What is no YAML is read line by line, and said so."""
    faults: list[Said] = []
    try:
        pairs = list(_yaml_pairs(source, offset))
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        line = offset + 1 + (mark.line if mark else 0)
        faults.append(Said(f"the front matter is not YAML ({getattr(fault, 'problem', None) or fault})", line))
        pairs = list(_plain_pairs(source, offset))
        if not pairs:
            raise Unreadable(line, faults[0].words) from fault
    fields: Fields = {}
    for key, line, values in pairs:
        name = normal(key)
        if name in fields:
            faults.append(Said(f"the field {name} stands twice; the first counts", line))
        else:
            fields[name] = values
    return fields, tuple(faults)


def normal(name: str) -> str:
    """The name of a field as `NAMES` has it."""
    return _BETWEEN.sub("_", name.strip().lower())


def _plain_pairs(source: str, offset: int) -> Iterator[tuple[str, int, tuple[Said, ...]]]:
    for number, words in enumerate(source.split("\n"), offset + 1):
        field = _PLAIN_FIELD.fullmatch(words)
        if field and field[2].strip():
            yield field[1], number, (Said(field[2].strip().strip("\"'"), number),)


def _yaml_pairs(source: str, offset: int) -> Iterator[tuple[str, int, tuple[Said, ...]]]:
    """Top-level keys with their line and their scalars: the value itself, or the items of its list."""
    if too_deep := nesting.yaml_fault(source):
        raise yaml.YAMLError(too_deep)
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    depth, name, line = 0, "", 0
    values: list[Said] = []
    for event in yaml.parse(source, Loader=loader):
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        here = offset + 1 + (event.start_mark.line if event.start_mark else 0)
        if depth == 1 and not name and isinstance(event, yaml.ScalarEvent):
            name, line, values = event.value, here, []
            continue
        if isinstance(event, yaml.ScalarEvent) and name and depth <= 2 and _is_given(event):
            values.append(Said(event.value, here))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif depth == 1 and name:
            yield name, line, tuple(values)
            name = ""


def _is_given(event: yaml.ScalarEvent) -> bool:
    return bool(event.value.strip()) and (bool(event.style) or event.value not in ("null", "~", "Null", "NULL"))
