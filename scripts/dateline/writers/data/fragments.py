"""An event as a piece of HTML for feeds and slides: words escaped, addresses of harmless schemes only."""

from __future__ import annotations

from .context import Context
from .encoding import markup
from .telling import Quote, Told


def body(told: Told, context: Context) -> str:
    """What sources don't agree on, the quotes, and the editor's notes."""
    parts = [_paragraph(told.disputed)] if told.disputed else []
    parts += [quotation(quote, context) for quote in told.quotes]
    parts += [_paragraph(text) for text in (told.more, *told.notes) if text]
    return "".join(parts)


def quotation(quote: Quote, context: Context) -> str:
    """A quote and its source."""
    language = f' lang="{markup(quote.language)}"' if quote.language else ""
    cite = f' cite="{markup(quote.url)}"' if quote.url else ""
    opening = f'<blockquote dir="{quote.direction}"{language}{cite}>'
    words = f"{opening}{markup(quote.text)}</blockquote>" if quote.text else ""
    source = ", ".join(part for part in (f"<cite>{markup(quote.source)}</cite>", markup(quote.published)) if part)
    links = ((quote.url, "original"), (quote.archive, "archived"))
    linked = (link(url, context.say(key)) for url, key in links if url)
    return f"{words}<p>{' '.join((source, *linked))}</p>"


def link(url: str, text: str) -> str:
    """A link."""
    return f'<a href="{markup(url)}">{markup(text)}</a>'


def _paragraph(text: str) -> str:
    return f"<p>{markup(text)}</p>"
