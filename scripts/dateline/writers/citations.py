"""How to cite an article: in words (after the Chicago Manual of Style, 17th edition, 14.191) and as BibTeX.

The parts and their order are Chicago's; quotation marks, dates and "archived at" are those of the site's language.
"""

from __future__ import annotations

import re

from .. import phrasing, words
from ..model import Article
from . import prose, safety

_SPECIAL = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{mark: "\\" + mark for mark in "{}$&#%_"},
}  # fmt: skip


def in_words(article: Article, language: str) -> str:
    """Author. “Title.” Publication, day. Address. Archived copy. What the article lacks is left out."""
    say, archive = words.of(language), safety.safe_url(article.archive)
    day = phrasing.say(article.published[:10], language) if article.published else ""
    parts = [
        _sentence(", ".join(article.authors)),
        _titled(prose.shown(article.title), say),
        _sentence(", ".join(part for part in (article.publication, day) if part)),
        _sentence(safety.safe_url(article.url)),
        _sentence(say("cite_archived", url=archive)) if archive else "",
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


def _titled(title: str, say: words.Words) -> str:
    """A title in the marks of the language; the full stop that goes with them yields to a mark of the title's own."""
    title, entry = " ".join(title.split()), say.forms("cite_title")["other"]
    if title and title[-1] in ".!?…":
        entry = entry.replace("{title}.", "{title}")
    return entry.replace("{title}", title) if title else ""


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".!?…" else text + "."


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(text.split()))
