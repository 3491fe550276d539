"""PDF: the text of its text layer. Its dates say when the file was made, not when the article appeared: left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator

from .clipping import Clipping, Refused

_MAX_PAGES = 200
_MADE_BY_PROGRAM = re.compile(
    r"(?i)^(?:microsoft word - .*|untitled.*|print(?:ing)?|document\d*|.*\.(?:docx?|pdf|indd|qxp|html?))$"
)
_PARAGRAPH_END = re.compile(r"[.!?…:;»”\"')\]]\s*$")
_MAX_TITLE = 200  # characters


def read(data: bytes) -> Clipping:
    """The text and what the file says of itself. Raises `Refused` for a PDF that is locked, broken or only pictures."""
    title, author, pages = _open(data)
    lines = [line for page in _without_margins(pages) for line in [*page, ""]]
    body = "\n\n".join(_paragraphs(lines))
    if not body:
        raise Refused("is a PDF without a text layer (pictures of pages): run a text recognition over it first")
    if not title or _MADE_BY_PROGRAM.match(title):
        title = next((line.strip() for line in lines if len(line.strip()) > 3), "")[:_MAX_TITLE]
    authors = tuple(name.strip() for name in re.split(r"[;,]", author) if name.strip())
    return Clipping(title=title, body=body, authors=authors)


def _open(data: bytes) -> tuple[str, str, list[list[str]]]:
    """Title, author, and the lines of each page."""
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings about a file's faults help no editor
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("is a PDF that is locked by a password")
        if len(reader.pages) > _MAX_PAGES:
            raise Refused(f"is a PDF of {len(reader.pages)} pages, more than {_MAX_PAGES}: not an article")
        about = reader.metadata
        pages = [(page.extract_text() or "").split("\n") for page in reader.pages]
        return str((about and about.title) or "").strip(), str((about and about.author) or "").strip(), pages
    except Refused:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as fault:
        # pypdf meets broken files with any of these
        raise Refused(f"is a PDF that can't be read ({type(fault).__name__})") from fault


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """The pages without the running heads and page numbers that stand on most of them, first or last."""
    edges = Counter(_shape(line) for page in pages for line in {*page[:2], *page[-2:]} if line.strip())
    running = {shape for shape, count in edges.items() if count >= 3 and count * 2 > len(pages)}
    return [
        [
            line
            for place, line in enumerate(page)
            if not (min(place, len(page) - 1 - place) < 2 and _shape(line) in running)
        ]
        for page in pages
    ]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Lines joined to paragraphs: one ends at an empty line, or with a sentence on a line that was left short."""
    usual = sorted(len(line) for line in lines if line.strip())
    width = usual[len(usual) * 3 // 4] if usual else 0
    words = set(re.findall(r"\w+(?:-\w+)+", "\n".join(lines)))
    paragraph = ""
    for line in [*map(str.strip, lines), ""]:
        paragraph = _joined(paragraph, line, words)
        if paragraph and (not line or (_PARAGRAPH_END.search(line) and len(line) < width * 0.8)):
            yield paragraph
            paragraph = ""


def _joined(paragraph: str, line: str, words: set[str]) -> str:
    """`line` after `paragraph`. A word cut by a hyphen is made whole unless the text writes it so inside a line."""
    if paragraph.endswith("\u00ad"):
        return paragraph[:-1] + line
    cut = re.search(r"(\w+)-$", paragraph)
    if cut and line[:1].islower():
        rest = re.match(r"\w+", line)
        whole = f"{cut[1]}-{rest[0]}" if rest else ""
        return (paragraph if whole in words else paragraph[:-1]) + line
    return f"{paragraph} {line}".strip()
