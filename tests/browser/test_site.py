# ruff: noqa: E501 (data and long expectations)
"""What a reader does on the site, with JavaScript and without."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import csto
import pytest
from playwright.sync_api import Browser, Page, expect

from dateline.writers import safety

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser

TIMELINE = "timelines/csto-membership/"
PAGES = (
    "",
    TIMELINE,
    "events/",
    "articles/",
    "articles/a000belarusoruzhie/",
    "entities/",
    "entities/uz/",
    "sources/",
    "quality/",
    "corrections/",
    "search/",
    "method/",
    "guide/",
    "guide/commands/",
    "guide/notes/",
)


@pytest.mark.parametrize("script", [True, False])
def test_a_page_opens_without_a_fault_and_asks_nobody_else(visit: Opener, address: str, script: bool) -> None:
    page = visit("", java_script_enabled=script)
    for path in PAGES:
        page.goto(address + path)
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("main")).to_be_visible()


@pytest.mark.parametrize("width", [320, 375, 768, 1280, 2560])
def test_nothing_is_wider_than_the_screen(visit: Opener, address: str, width: int) -> None:
    page = visit("", width=width)
    for path in PAGES:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_hostile_words_do_nothing(visit: Opener, address: str, folder: Path) -> None:
    found = sorted(folder.glob("articles/x*/index.html")) + sorted(folder.glob("entities/e-*/index.html"))
    assert len(found) >= 20
    page = visit("")
    for file in [
        *found,
        folder / "events/index.html",
        *folder.glob("timelines/hostile*/index.html"),
        folder / "index.html",
        folder / "sources/index.html",
    ]:
        page.goto(address + file.parent.relative_to(folder).as_posix() + "/")
        for link in page.locator("main a[href]").all():
            assert re.match(r"(https?:|mailto:|\.\./|\./|#|[\w-]+/)", link.get_attribute("href") or ""), file
        assert (
            page.locator(
                "main :is(script:not([type='application/ld+json']), iframe, img, object, embed, style, base, form:not(.filters))"
            ).count()
            == 0
        )
        assert page.evaluate("window.hacked") is None


def test_everything_is_there_without_javascript(visit: Opener) -> None:
    page = visit(TIMELINE, java_script_enabled=False)
    assert page.locator("ol.timeline > li.event").count() == 6
    text = " ".join(page.locator("ol.timeline").text_content().split())
    for event in csto.collection().timelines[0].events:
        for statement in event.statements:
            assert " ".join(statement.quote.split()) in text
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("button.theme")).to_be_hidden()
    expect(
        page.get_by_role("img", name="6 events, 1992–2024: 1992, 1999, 2002, 2006, 2012, 12 June 2024.")
    ).to_be_visible()
    page.get_by_text("How the date was read").last.click()
    expect(page.get_by_text("was reckoned from the day of the article").first).to_be_visible()
    page.get_by_role("link", name="Search").click()
    expect(page.get_by_text("Search needs JavaScript.")).to_be_visible()


def test_a_link_to_a_statement_in_a_closed_box_opens_it(visit: Opener) -> None:
    place = visit(TIMELINE + "#s02abcdefghij").locator("#s02abcdefghij")
    expect(place).to_be_visible()
    expect(place).to_be_in_viewport()


# -- filters ------------------------------------------------------------------------------------------------------


FOUND = "Узбекистан Узбекистана Узбекистане узбекистаном Армению Договору вооружениями альянсом membership withdrawing weapon weapons Pashinyan 2012"
ABSENT = "кошками Азиатский cats Zanzibar Узбечка 1871 договорённость"


def test_inflected_words_are_found_and_absent_ones_are_not(visit: Opener) -> None:
    page = visit("search/")
    for query in FOUND.split():
        page.get_by_role("searchbox").fill(query)
        expect(page.locator(".finder > ol > li").first).to_be_visible()
        expect(page.locator(".finder .status")).to_contain_text(re.compile(r"\d+\+? results?"))
    for query in ABSENT.split():
        page.get_by_role("searchbox").fill(query)
        expect(page.locator(".finder .status")).to_have_text(f"Nothing was found for “{query}”.")
        expect(page.locator(".finder > ol > li")).to_have_count(0)


def test_search_opens_by_key_from_every_page_and_leads_to_the_event(visit: Opener) -> None:
    page = visit("articles/a000belarusoruzhie/")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.keyboard.type("Узбекистане 2006")
    result = page.get_by_role("dialog").locator("ol ul a").first
    expect(result).to_contain_text("присоединился")
    result.click()
    page.wait_for_url(re.compile(r"events/#s04"))
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


# -- the rest -----------------------------------------------------------------------------------------------------


def test_the_theme_is_the_systems_until_the_reader_chooses(visit: Opener) -> None:
    page = visit("", color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Light or dark").click()
    light = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == light


@pytest.mark.parametrize("path", ["nowhere", "timelines/nowhere/", "a/b/c/d/"])
def test_a_missing_page_leads_home_from_any_depth(visit: Opener, path: str, address: str) -> None:
    page = visit(path, expect=("404",))
    page.get_by_role("link", name="To the front page").click()
    assert page.url == address


def test_a_text_fragment_finds_its_quote_in_the_original(browser: Browser, tmp_path: Path) -> None:
    """The original has no-break spaces where it likes; the browser's own search must still find the words."""
    article = csto.articles()[1]
    paragraphs = "".join(f"<p>{p}</p><div style='height: 90vh'></div>" for p in article.text.split("\n\n"))
    (tmp_path / "original.html").write_text(f"<!doctype html><meta charset=utf-8>{paragraphs}", "utf-8")
    for event, statement in csto.statements():
        if statement.article == article.id and event != "arms":
            page = browser.new_page(viewport={"width": 900, "height": 700})
            page.goto((tmp_path / "original.html").as_uri() + safety.text_fragment(statement.quote))
            page.wait_for_function("scrollY > 100", timeout=3000)
            page.close()


def test_print_is_an_appendix_with_addresses(visit: Opener) -> None:
    page = visit(TIMELINE)
    page.emulate_media(media="print")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("header.bar")).to_be_hidden()
    quote = page.locator("blockquote[cite]").first
    assert "https://nokta.md/" in quote.evaluate("e => getComputedStyle(e, '::after').content + e.cite")
    assert (
        page.locator("a[data-at]")
        .first.evaluate("e => getComputedStyle(e, '::after').content")
        .startswith('" <https://web.archive.org/')
    )
    expect(page.get_by_text("names the date itself").first).to_be_visible()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_paper_is_white_for_those_who_read_in_the_dark(visit: Opener, system: str) -> None:
    page = visit(TIMELINE, color_scheme=system)
    for chosen in ("", "dark", "light"):
        page.evaluate("(theme) => document.documentElement.setAttribute('data-theme', theme)", chosen)
        page.emulate_media(media="print")
        colours = "getComputedStyle(document.body).color + ' on ' + getComputedStyle(document.body).backgroundColor"
        assert page.evaluate(colours) == "rgb(0, 0, 0) on rgb(255, 255, 255)", chosen
        page.emulate_media(media="screen")


def test_an_embedded_event_stands_alone_and_links_back(visit: Opener) -> None:
    page = visit("embed/timeline-csto-membership/#s15abcdefghij")
    expect(page.locator("li:visible")).to_have_count(1)
    link = page.get_by_role("link", name="Nikol Pashinyan announced")
    assert (link.get_attribute("href"), link.get_attribute("target")) == (
        "../../timelines/csto-membership/#s15abcdefghij",
        "_top",
    )


def test_a_snippet_and_a_citation_can_be_copied(visit: Opener, address: str) -> None:
    page = visit(TIMELINE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Embed", exact=True).click()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert f'<iframe src="{address}embed/timeline-csto-membership/"' in page.evaluate("navigator.clipboard.readText()")
    page.goto(address + "articles/a000belarusoruzhie/")
    page.get_by_text("Cite", exact=True).click()
    expect(page.get_by_text("Михай Енеску. “Беларусь поставляла")).to_be_visible()
    expect(page.get_by_text("@misc{a000belarusoruzhie,")).to_be_visible()
