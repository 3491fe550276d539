"""What a timeline shows (`show:`), as a `Condition`."""

from __future__ import annotations

from ..language_codes import primary
from ..model import Condition, Dated, Kind
from .files import Fields, Listing, Node, Text
from .forms import Form, check_language, check_period, choice

KEYS = (
    "entities",
    "pairs",
    "kinds",
    "languages",
    "articles",
    "origins",
    "text",
    "from",
    "to",
    "dated",
    "all",
    "any",
    "not",
)


def read_condition(form: Form) -> Condition:
    """The condition that the mapping states; what is wrong in it is reported and left out."""
    entities, articles = form.texts("entities"), form.texts("articles")
    languages, origins = form.texts("languages"), form.texts("origins")
    for language in languages:
        check_language(language, form.faults)
    start, end = form.date("from"), form.date("to")
    check_period(form, start, end)
    kinds = [choice(k.value, k.line, Kind, form.faults) for k in form.texts("kinds")]
    return Condition(
        entities=_values(entities),
        kinds=tuple(k for k in kinds if k is not None),
        languages=tuple(primary(language.value) for language in languages),
        articles=_values(articles),
        origins=_values(origins),
        text=_values(form.texts("text")),
        start=start,
        end=end,
        dated=form.choice("dated", Dated, Dated.ANYHOW),
        all_of=(*_several(form, "all"), *_pairs(form)),
        any_of=_several(form, "any"),
        none_of=_several(form, "not"),
        lines=tuple((name.value, name.line) for name in (*entities, *articles, *origins)),
    )


def _several(form: Form, key: str) -> tuple[Condition, ...]:
    return tuple(read_condition(inner) for inner in form.forms(key, KEYS))


def _pairs(form: Form) -> tuple[Condition, ...]:
    """`pairs: [[Armenia, Azerbaijan], …]`: both of at least one pair take part."""
    pairs = tuple(_together(names) for names in _lists(form))
    return (Condition(any_of=pairs),) if pairs else ()


def _together(names: tuple[Text, ...]) -> Condition:
    return Condition(all_of=tuple(Condition(entities=(n.value,), lines=((n.value, n.line),)) for n in names))


def _lists(form: Form) -> list[tuple[Text, ...]]:
    nodes = form.nodes("pairs")
    # `pairs: [A, B]` can only mean one pair.
    if len(nodes) > 1 and all(isinstance(node, Text) for node in nodes):
        nodes = (Listing(nodes, nodes[0].line),)
    return [_texts(node) for node in nodes if _is_pair(form, node)]


def _texts(node: Node) -> tuple[Text, ...]:
    return tuple(item for item in node.items if isinstance(item, Text)) if isinstance(node, Listing) else ()


def _is_pair(form: Form, node: Node) -> bool:
    if isinstance(node, Text | Fields) or len(_texts(node)) < 2 or len(_texts(node)) != len(node.items):
        form.faults.add(node.line, "pairs: each must be a list of names, like [Armenia, CSTO]", "wrong-type")
        return False
    return True


def _values(texts: tuple[Text, ...]) -> tuple[str, ...]:
    return tuple(text.value for text in texts)
