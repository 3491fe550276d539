"""`seeds/entities.yml`: names that the built-in gazetteer lacks, or has wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Entity, EntityKind
from .faults import Faults
from .files import Fields, Listing, read_yaml
from .forms import Form

KEYS = ("id", "kind", "labels", "aliases", "types", "same_as")
_ID = re.compile(r"[\w-]+")


def read_entities(text: str, faults: Faults) -> Iterator[Entity]:
    """The entities of the file, each id once."""
    root = read_yaml(text, 1, faults)
    if root is None:
        return
    if not isinstance(root, Listing):
        faults.add(1, "must be a list: each entity begins with `- id: …`", "wrong-type")
        return
    lines: dict[str, int] = {}
    for node in root.items:
        if not isinstance(node, Fields):
            faults.add(node.line, "each entity must be `key: value` lines, beginning with `- id: …`", "wrong-type")
            continue
        entity = _entity(Form(node, KEYS, faults))
        if entity is not None and entity.id in lines:
            faults.add(node.line, f"the id '{entity.id}' stands twice, first in line {lines[entity.id]}", "twice")
        elif entity is not None:
            lines[entity.id] = node.line
            yield entity


def _entity(form: Form) -> Entity | None:
    id, labels = form.text("id"), form.by_language("labels")
    kind = form.choice("kind", EntityKind, EntityKind.ORGANISATION)
    if not _ID.fullmatch(id):
        form.faults.add(form.line_of("id"), f"an id is letters, digits, - and _, not '{id}'", "bad-id")
        return None
    if not labels:
        form.faults.add(form.line, f"'{id}' has no name: add labels: {{en: …}}", "no-label")
        return None
    addresses = form.texts("same_as")
    for address in addresses:
        if not address.value.casefold().startswith(("http://", "https://")):
            form.faults.add(address.line, f"same_as: '{address.value}' must begin with https://", "bad-address")
    return Entity(
        id=id,
        kind=kind,
        labels=tuple((language, name.value) for language, name in labels),
        aliases=tuple((language, name.value) for language, name in form.by_language("aliases")),
        types=tuple(text.value for text in form.texts("types")),
        same_as=tuple(a.value for a in addresses if a.value.casefold().startswith(("http://", "https://"))),
    )
