"""The thirty saved pages: ten layouts, each filled with stories in three of five languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import jinja2
import yaml
from markupsafe import Markup, escape

HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "ro", "de", "fr")
CHARSETS = {"en": "iso-8859-1", "ru": "windows-1251", "ro": "utf-8", "de": "iso-8859-1", "fr": "iso-8859-15"}
OLD = "05-tables"  # the layout that isn't in UTF-8


@dataclass(frozen=True)
class SavedPage:
    """A page and what a careful reader finds on it. `chrome` are words of the site that are not the article's."""

    name: str
    data: bytes
    language: str
    url: str
    title: str
    day: str
    authors: tuple[str, ...]
    site: str
    paragraphs: tuple[str, ...]
    chrome: tuple[str, ...]


def pages() -> list[SavedPage]:
    layouts = sorted((HERE / "layouts").glob("*.html"))
    used = dict.fromkeys(LANGUAGES, 0)
    made = []
    for number, layout in enumerate(layouts):
        for step in range(3):
            language = LANGUAGES[(number * 3 + step) % len(LANGUAGES)]
            made.append(_page(layout, language, used[language] % 3))
            used[language] += 1
    return made


def _page(layout: Path, language: str, number: int) -> SavedPage:
    site = yaml.safe_load((HERE / "stories" / f"{language}.yml").read_text(encoding="utf-8"))
    story = site["stories"][number]
    url = f"https://{site['host']}/news/{layout.stem}-{number}.html"
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    environment.filters["marked"] = marked
    charset = CHARSETS[language] if layout.stem == OLD else "utf-8"
    text = environment.from_string(layout.read_text(encoding="utf-8")).render(
        **story, site=site["site"], host=site["host"], tag=site["tag"], w=site["words"], url=url, charset=charset
    )
    words = site["words"]
    return SavedPage(
        name=f"{layout.stem}-{language}",
        data=text.encode(charset, "xmlcharrefreplace"),
        language=language,
        url=url,
        title=story["title"],
        day=story["published"][:10],
        authors=tuple(story["authors"]),
        site=site["site"],
        paragraphs=(*story["paragraphs"], story["heading"], story["tail"]),
        chrome=(
            words["cookies"],
            words["comment"],
            words["newsletter"],
            words["rights"],
            words["share"],
            *words["teasers"],
        ),
    )


def marked(paragraph: str) -> Markup:
    """A paragraph as people write it: a link on some words, others in bold, line breaks where the editor put them."""
    words = [str(escape(word)) for word in paragraph.split(" ")]
    words[2] = f'<a href="/link">{words[2]}'
    words[3] = f"{words[3]}</a>"
    words[6] = f"<b>{words[6]}</b>"
    lines = re.sub(r"((?:\S+ ){12})", r"\1\n    ", " ".join(words))
    return Markup(lines)
