"""An Obsidian vault as the editor's folder: what its pages and links say of names. Nothing in it is written.

A page with `aliases:` that is no article (it has neither a date nor an address) stands for a name; a wikilink
`[[Name|as written]]` names one. Both are hints: the gazetteer decides whose name it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ..model import Entity, EntityKind
from .faults import Faults
from .files import Fields, front_matter, read_text
from .forms import Form

MARK = ".obsidian"
_ARTICLE = frozenset(("published", "date", "date_published", "pubdate", "url", "source", "link", "canonical"))
_ALIASES, _SORTS = ("aliases", "alias"), ("kind", "type", "tags")
_LINK = re.compile(r"(?<!!)\[\[([^\[\]|#\n]+)(?:#[^\[\]|\n]*)?(?:\|([^\[\]\n]+))?\]\]")
_ENOUGH = 2  # pages that link to a name which has no page of its own
_LONGEST = 60  # characters of a name


def hints(folder: Path) -> tuple[tuple[Entity, ...], frozenset[str]]:
    """Names without an id (their kind a guess where no page says it), and the paths of the pages that stand for one.

    Two empty collections where `folder` is no vault.
    """
    if not (folder / MARK).is_dir():
        return (), frozenset()
    found: dict[str, Entity] = {}
    pages: set[str] = set()
    linked: dict[str, dict[str, set[str]]] = {}  # target -> words that stand for it -> pages
    for path in sorted(folder.rglob("*.md")):
        relative = path.relative_to(folder).as_posix()
        text = None if _is_hidden(relative) else read_text(path, Faults(relative))
        if text is None:
            continue
        fields, body = front_matter(text, Faults(relative))
        entity = _of_page(path.stem, fields) if fields else None
        if entity:
            pages.add(relative)
            found[path.stem.casefold()] = entity
        for target, words in _links(body):
            linked.setdefault(target, {}).setdefault(words, set()).add(relative)
    for target, forms in sorted(linked.items()):
        known = found.get(target.casefold())
        names = tuple(sorted(words for words in forms if words != target and _is_name(words)))
        if known:
            found[target.casefold()] = _entity(known.labels[0][1], (*(n for _, n in known.aliases), *names), known.kind)
        elif _is_name(target) and len(set().union(*forms.values())) >= _ENOUGH:
            found[target.casefold()] = _entity(target, names, EntityKind.ORGANISATION)
    return tuple(found[name] for name in sorted(found)), frozenset(pages)


def _is_hidden(relative: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(relative).parts)


def _of_page(name: str, fields: Fields) -> Entity | None:
    keys = {key.value.casefold(): key.value for key, _ in fields.pairs}
    if not keys.keys() & set(_ALIASES) or keys.keys() & _ARTICLE:
        return None
    form = Form(fields, tuple(keys.values()), Faults(""))
    aliases = tuple(text.value for key in _ALIASES for text in form.texts(keys.get(key, key)))
    sorts = {text.value.casefold().lstrip("#") for key in _SORTS for text in form.texts(keys.get(key, key))}
    kind = next((kind for kind in EntityKind if kind.value in sorts), EntityKind.ORGANISATION)
    return _entity(name, aliases, kind)


def _links(body: str) -> Iterator[tuple[str, str]]:
    for match in _LINK.finditer(body):
        target = match[1].rpartition("/")[2].strip()
        if target:
            yield target, (match[2] or target).strip()


def _is_name(words: str) -> bool:
    """Whether words that stand for a page can be its name: begun with a capital, and not too long."""
    return bool(words) and len(words) <= _LONGEST and words[0].isupper()


def _entity(name: str, aliases: tuple[str, ...], kind: EntityKind) -> Entity:
    others = dict.fromkeys(alias for alias in aliases if alias and alias != name)
    return Entity("", kind, ((_tongue(name), name),), tuple((_tongue(alias), alias) for alias in others))


def _tongue(name: str) -> str:
    """A language whose endings a name in its script may take; the vault doesn't say which it is."""
    return "ru" if re.search("[Ѐ-ӿ]", name) else "en"
