"""Events of a long page as text in a `<noscript>`, until `assets/folded.js` makes elements of it.

A browser that runs scripts is through with such text in a moment, so that a page of 2,000 events can be used in half
the time; every other shows it like the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from markupsafe import Markup

MANY = 200  # events, the most that a page has where timelines are split as by default; a page of more folds
OPEN = 20  # all but so many
_FOLDED = re.compile(rb"(<li [^>]*>)<noscript>(.*?)</noscript>", re.S)
_LARGE = 100_000  # bytes: a page of more than `MANY` events is never smaller


def folded(html: Markup) -> Markup:
    """A list item, its content folded."""
    opening, _, rest = html.strip().partition(">")  # in an attribute, ">" is written as an entity
    content, _, _ = rest.rpartition("</li>")
    return Markup(f"{opening}><noscript>{content}</noscript></li>\n")


@contextmanager
def unfolded(site: Path) -> Iterator[None]:
    """The pages of a finished site with nothing folded, as long as a tool reads them that passes over `<noscript>`."""
    before: dict[Path, bytes] = {}
    for path in site.rglob("*.html"):
        if path.stat().st_size > _LARGE and _FOLDED.search(page := path.read_bytes()):
            before[path] = page
    try:
        for path, page in before.items():
            path.write_bytes(_FOLDED.sub(rb"\1\2", page))
        yield
    finally:
        for path, page in before.items():
            path.write_bytes(page)
