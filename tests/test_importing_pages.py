"""Thirty saved pages, ten layouts, five languages: what `dateline add` saves reads back as a person would tell it."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura", reason='needs the packages of "dateline[add]"')
from importing.pages import SavedPage, pages

from dateline import readers
from dateline.importing import extract, save
from dateline.importing.clipping import Page
from dateline.model import Article

LEAST_RIGHT = 28
RETRIEVED = "2025-06-01T12:00:00Z"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[SavedPage, Article]]:
    shelf = save.look(tmp_path_factory.mktemp("seeds"))
    articles = []
    for page in pages():
        path = save.save(extract.clipping(Page(page.data)), shelf, RETRIEVED)
        articles.append((page, readers.read_article(path.name, path.read_bytes())))
    return articles


def faults(page: SavedPage, article: Article) -> list[str]:
    pairs = {
        "title": (page.title, article.title),
        "day": (page.day, article.published[:10]),
        "authors": (page.authors, article.authors),
        "language": (page.language, article.language),
        "publication": (page.site, article.publication),
    }
    return [f"{name}: {there!r}, not {right!r}" for name, (right, there) in pairs.items() if right != there]


def test_title_date_authors_and_language_are_right_on_28_of_30_pages(saved: list[tuple[SavedPage, Article]]) -> None:
    wrong = {page.name: found for page, article in saved if (found := faults(page, article))}
    report = "\n".join(f"{name}: {'; '.join(found)}" for name, found in wrong.items())
    right = len(saved) - len(wrong)
    print(
        f"\nimported pages right in title, date, authors, language and publication: {right} of {len(saved)}\n{report}"
    )
    assert len(saved) == 30
    assert right >= LEAST_RIGHT, report


def test_the_main_text_is_whole_and_nothing_else_is_in_it(saved: list[tuple[SavedPage, Article]]) -> None:
    wrong = []
    for page, article in saved:
        lost = [p for p in page.paragraphs if p not in article.text]
        strange = [words for words in page.chrome if words in article.text]
        wrong += [f"{page.name}: {'lost' if p in lost else 'strange'}: {p[:70]}" for p in [*lost, *strange]]
    print("\n".join(wrong))
    assert len({line.partition(":")[0] for line in wrong}) <= len(saved) - LEAST_RIGHT, "\n".join(wrong)
