"""One made page and what is cut out of it, with whatever else a test puts on it."""

from __future__ import annotations

from dateline.importing import extract
from dateline.importing.clipping import Clipping, Page

SENTENCES = (
    "The mill on the hill was sold on 3 May 2021 to a family that bakes its own bread.",
    "Nobody in the village had expected the sale, and many had signed a letter against it in the weeks before.",
    "The new owners say that the sails will turn again next summer, once the carpenters have mended the cap.",
    "Until then the road to the mill stays closed on weekdays, and walkers are asked to take the path by the brook.",
)
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def cut(head: str = "", body: str = "", *, url: str = "", text: str = TEXT, attributes: str = "") -> Clipping:
    article = f"<article><h1>The mill is sold</h1>{text}</article>"
    page = f"<html {attributes}><head>{head}</head><body>{body}{article}</body></html>"
    return extract.clipping(Page(page.encode(), url=url))
