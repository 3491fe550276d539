"""How to cite an article: in words (after the Chicago Manual of Style, 17th edition, 14.191) and as BibTeX."""

from __future__ import annotations

import re

from .. import phrasing
from ..model import Article
from . import prose, safety

_SPECIAL = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{mark: "\\" + mark for mark in "{}$&#%_"},
}  # fmt: skip


def in_words(article: Article, language: str) -> str:
    """Author. “Title.” Publication, day. Address. Archived copy. What the article lacks is left out."""
    title = prose.shown(article.title).strip()
    day = phrasing.say(article.published[:10], language) if article.published else ""
    parts = [
        _sentence(", ".join(article.authors)),
        f"“{_sentence(title)}”" if title else "",
        _sentence(", ".join(part for part in (article.publication, day) if part)),
        _sentence(safety.safe_url(article.url)),
        _sentence(safety.safe_url(article.archive)),
    ]
    return " ".join(part for part in parts if part)


def bibtex(article: Article) -> str:
    """A `@misc` entry; its key is made of the article's id."""
    address = safety.safe_url(article.url)
    fields = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in article.authors),
        "title": f"{{{_tex(prose.shown(article.title))}}}" if article.title else "",
        "howpublished": _tex(article.publication),
        "date": article.published[:10],
        "url": address,
        "note": f"Archived: \\url{{{safety.safe_url(article.archive)}}}" if safety.safe_url(article.archive) else "",
        "langid": article.language,
    }
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{re.sub(r'[^A-Za-z0-9-]', '', article.id)},\n" + ",\n".join(rows) + "\n}"


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".!?…" else text + "."


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(text.split()))
