"""The frame of a generated page: front matter, and one block of raw HTML that Markdown leaves alone.

Templates autoescape, so whatever comes from an article is text. The block begins at a line's start and every element
in it is closed, so Markdown takes it whole and reads no mark of its own in it (Python-Markdown: "raw HTML").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]
import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from .. import nesting
from ..phrasing import Phrase
from ..words import Words
from . import safety
from .compiled import Compiled
from .prose import Piece

_TAGS = set(
    "a abbr b blockquote br cite code dd del dl dt em h3 h4 hr i li mark ol p q s small strong sub sup "  # noqa: SIM905
    "table tbody td th thead tr u ul".split()
)
_TEMPLATES = Path(__file__).with_name("templates")
_OPTIONS: dict[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.do"],
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "td": {"align"},
    "th": {"align", "scope"},
    "*": {"lang", "dir"},
}


@cache
def environment() -> Environment:
    """The templates, compiled once."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        auto_reload=False,  # a template that changes counts for the next build, like all else in the package
        bytecode_cache=Compiled(_TEMPLATES, repr(_OPTIONS)),
        **_OPTIONS,
    )
    made.globals |= {"dated": dated, "marked": marked}
    return made


@lru_cache(maxsize=65536)
def dated(phrases: tuple[Phrase, ...]) -> Markup:
    """A date in words, with `<time datetime>` around what HTML knows."""
    spoken = (
        Markup('<time datetime="%s">%s</time>') % (p.datetime, p.text) if p.datetime else escape(p.text)
        for p in phrases
    )
    return Markup("").join(spoken)


def marked(pieces: Iterable[Piece]) -> Markup:
    """A quote with the wording of its date marked."""
    return Markup("").join(Markup("<mark>%s</mark>") % p.text if p.mark else escape(p.text) for p in pieces)


def fragment(template: str, say: Words, **values: object) -> Markup:
    """A piece of a page."""
    return Markup(environment().get_template(f"{template}.jinja").render(t=say, **values).strip() + "\n")


def macro(name: str, *values: object) -> Markup:
    """What the macro of that name, which stands in a template of its own, makes of some values."""
    called: Markup = getattr(environment().get_template(f"{name}.jinja").module, name)(*values)
    return called


def page(title: str, body: Markup, **meta: object) -> str:
    """A whole Markdown file."""
    lines = [line for line in safety.showable(body).split("\n") if line.strip()]
    return safety.front_matter(title=title, **meta) + "\n" + "\n".join(lines) + "\n"


def rich_text(source: str) -> Markup:
    """Markdown that an editor wrote, as clean HTML: no scripts, no handlers, no address of another scheme.

    What goes beyond the work limits (`definitions` has reported it) is shown as it was written, in paragraphs.
    """
    source = safety.showable(source)
    if nesting.markdown_fault(source):
        parts = (part.strip() for part in source.split("\n\n"))
        return Markup("\n").join(Markup("<p>%s</p>") % part for part in parts if part)
    html = markdown.markdown(source, output_format="html")
    return Markup(
        nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(safety.SCHEMES), link_rel=None).strip()
    )
