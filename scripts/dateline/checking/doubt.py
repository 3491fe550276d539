"""How a doubt about a place in an article is put."""

from __future__ import annotations

from ..model import Article, Problem, Severity


def doubt(folder: str, article: Article, offset: int | None, words: str, code: str) -> Problem:
    """A warning at the line of the file that code point `offset` of the text stands on; None: the file's first line."""
    line = 1 if offset is None else 0
    if offset is not None and article.first_line:
        line = article.first_line + article.text.count("\n", 0, offset)
    return Problem(f"{folder}/{article.path}", line, words, Severity.WARNING, code)


def short(words: str, most: int = 80) -> str:
    """`words` on one line, cut between two words where they are longer than `most` characters."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"
