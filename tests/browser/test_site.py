# ruff: noqa: E501 (data and long expectations)
"""What a reader does on the site, with JavaScript and without."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

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


def test_a_filtered_view_is_a_link(visit: Opener) -> None:
    page = visit(TIMELINE)
    shown = page.locator("li.event:visible")
    page.get_by_label("Leaving 3").check()
    expect(shown).to_have_count(3)
    expect(page.get_by_role("status")).to_have_text("3 of 6 events")
    page.get_by_placeholder("Find in this timeline").fill("узбек")
    expect(shown).to_have_count(2)
    expect(page).to_have_url(re.compile(re.escape("?text=" + quote("узбек") + "&kind=leaving") + "$"))
    page.reload()
    expect(shown).to_have_count(2)
    expect(page.get_by_label("Leaving 3")).to_be_checked()
    page.get_by_role("button", name="Clear").click()
    expect(shown).to_have_count(6)
    expect(page).to_have_url(re.compile(re.escape(TIMELINE) + "$"))


@pytest.mark.parametrize(
    ("query", "count"),
    [("from=2000&to=2010", 2), ("from=2024-06-12", 1), ("to=1992", 1), ("entities=uz", 3), ("entities=uz+am", 5), ("languages=en", 3),
     ("status=planned", 1), ("kind=joining+founding", 2), ("text=Ташкент", 0), ("text=Tashkent", 1), ("order=newest", 6)],
)  # fmt: skip
def test_filters_combine(visit: Opener, query: str, count: int) -> None:
    page = visit(f"{TIMELINE}?{query}")
    expect(page.locator("li.event:visible")).to_have_count(count)
    if "order" in query:
        expect(page.locator("li.event").first).to_contain_text("12 June 2024")


def test_keys_step_through_events(visit: Opener) -> None:
    page = visit(TIMELINE)
    expect(page.locator(".strip .cursor")).to_have_count(1)
    for _ in range(2):
        page.keyboard.press("j")
    expect(page.get_by_role("link", name="Azerbaijan quit a precursor to the bloc")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("li.event").first.locator("h3 a")).to_be_focused()


def test_the_strip_leads_to_the_nearest_event_and_chooses_a_period(visit: Opener) -> None:
    page = visit(TIMELINE)
    expect(page.locator(".strip .cursor")).to_have_count(1)
    box = page.locator(".strip svg").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 0.97, box["y"] + 30)
    expect(page).to_have_url(re.compile("#s15abcdefghij$"))
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(box["x"] + 1, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 30, steps=3)
    page.mouse.up()
    expect(page.locator("li.event:visible")).to_have_count(3)


def _zoom(page: Page, name: str) -> None:
    page.get_by_role("group", name="The timeline at a glance").get_by_role("button", name=name).click()


def _words_on_axis(page: Page) -> list[str]:
    return page.locator(".timeline-page .strip .tick text").all_text_contents()


def test_the_strip_zooms_and_pans_by_buttons_and_keys(visit: Opener) -> None:
    page = visit(TIMELINE)
    expect(page.get_by_role("button", name="Zoom in")).to_be_visible()
    expect(page.get_by_role("button", name="Zoom out")).to_be_hidden()
    marks, before = page.locator(".strip .mark"), _words_on_axis(page)
    expect(marks).to_have_count(6)
    _zoom(page, "Zoom in")
    expect(marks).to_have_count(4)
    zoomed = _words_on_axis(page)
    assert zoomed != before and "2005" in zoomed
    _zoom(page, "Later")
    expect(marks).to_have_count(2)
    page.keyboard.press("ArrowLeft")
    expect(marks).to_have_count(4)
    page.keyboard.press("+")
    page.keyboard.press("-")
    assert _words_on_axis(page) == zoomed
    page.keyboard.press("Home")
    expect(marks).to_have_count(6)
    assert _words_on_axis(page) == before
    expect(page.get_by_role("button", name="Zoom in")).to_be_focused()


def test_the_strip_zooms_by_wheel_with_control_and_leaves_the_plain_wheel_to_the_page(visit: Opener) -> None:
    page = visit(TIMELINE)
    box = page.locator(".strip svg").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 5, box["y"] + 30)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    expect(page.locator(".strip .mark")).to_have_count(1)
    expect(page.locator(".strip .mark title")).to_have_text(re.compile("^12 June 2024: "))
    assert page.evaluate("scrollY") == 0
    page.mouse.wheel(0, 300)
    expect(page.locator("header.bar")).not_to_be_in_viewport()


def test_two_fingers_zoom_the_strip(visit: Opener) -> None:
    page = visit(TIMELINE, width=375, has_touch=True)
    box = page.locator(".strip svg").bounding_box()
    assert box
    client, x, y = page.context.new_cdp_session(page), box["x"] + box["width"] / 2, box["y"] + 25
    for kind, apart in (("touchStart", 40), ("touchMove", 60), ("touchMove", 90), ("touchMove", 120), ("touchEnd", 0)):
        points = [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}] if apart else []
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(page.get_by_role("button", name="Zoom out")).to_be_visible()
    assert page.locator(".strip .mark").count() < 6
    assert page.url.endswith(TIMELINE)


def test_only_the_period_that_the_strip_shows(visit: Opener) -> None:
    page = visit(TIMELINE)
    _zoom(page, "Zoom in")
    _zoom(page, "Only this period")
    expect(page.locator("li.event:visible")).to_have_count(4)
    expect(page).to_have_url(re.compile(r"\?from=1999-\d\d-\d\d&to=2016-\d\d-\d\d$"))
    page.reload()
    expect(page.locator("li.event:visible")).to_have_count(4)
    assert page.locator(".strip .brush").evaluate("e => parseFloat(e.getAttribute('width'))") == pytest.approx(
        50, abs=1
    )
    page.get_by_role("button", name="Clear").click()
    expect(page.locator("li.event:visible")).to_have_count(6)
    expect(page.locator(".strip .brush")).to_have_attribute("width", "0.00%")


def test_the_strip_follows_the_reader(visit: Opener) -> None:
    page = visit(TIMELINE, reduced_motion="reduce")
    cursor = page.locator(".strip .cursor")
    expect(page.locator("html")).to_have_attribute("style", re.compile("--stuck: [1-9]"))
    expect(cursor).to_have_attribute("visibility", "hidden")
    page.locator("li.event").nth(2).evaluate("e => e.scrollIntoView()")
    expect(cursor).to_have_attribute("visibility", "visible")
    expect(page.locator(".strip .mark.here")).to_have_attribute(
        "data-id", page.locator("li.event").nth(2).get_attribute("id") or ""
    )
    expect(page.locator(".strip svg")).to_be_in_viewport()
    strip, title = page.locator(".overview").bounding_box(), page.locator("li.event h3").nth(2).bounding_box()
    assert strip and title and title["y"] >= strip["y"] + strip["height"]


def test_an_address_of_an_event_leads_to_it_below_the_strip(visit: Opener) -> None:
    page = visit(TIMELINE, reduced_motion="reduce")
    third = page.locator("li.event").nth(2).get_attribute("id")
    page = visit(f"{TIMELINE}#{third}", reduced_motion="reduce")
    page.wait_for_function("getComputedStyle(document.documentElement).getPropertyValue('--stuck')")
    strip, when = page.locator(".overview").bounding_box(), page.locator("li.event:target .when").bounding_box()
    assert strip and when and 0 <= when["y"] - strip["y"] - strip["height"] < 60


def test_on_a_phone_the_strip_is_drawn_anew_not_scaled(visit: Opener) -> None:
    page = visit(TIMELINE, width=375)
    expect(page.locator(".strip .mark")).to_have_count(6)
    dot = page.locator(".strip circle").bounding_box()
    assert dot and 9 <= dot["width"] <= 14 and abs(dot["width"] - dot["height"]) < 1
    boxes = [b for text in page.locator(".strip .tick text").all() if (b := text.bounding_box())]
    assert len(boxes) >= 2
    assert all(a["x"] + a["width"] < b["x"] for a, b in itertools.pairwise(boxes))


def test_nothing_moves_for_who_wants_it_still(visit: Opener) -> None:
    page = visit(TIMELINE, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    moving = "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).animationName !== 'none').length"
    assert page.evaluate(moving) == 0
    assert page.evaluate("document.getAnimations().length") == 0


def test_arrows_step_once_an_event_is_chosen_and_scroll_before(visit: Opener) -> None:
    page = visit(TIMELINE)
    expect(page.locator(".strip .cursor")).to_have_count(1)
    titles = page.locator("li.event h3 a")
    page.keyboard.press("ArrowDown")
    expect(titles.first).not_to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(titles.nth(2)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(titles.nth(1)).to_be_focused()
    page.get_by_label("Leaving 3").check()
    titles.nth(1).focus()
    page.keyboard.press("j")
    expect(titles.nth(4)).to_be_focused()


def test_newest_first_turns_the_list_round_and_back(visit: Opener) -> None:
    page = visit(TIMELINE)
    days = "[...document.querySelectorAll('li.event')].map(e => Number(e.dataset.days.split(' ')[0]))"
    rising = page.evaluate(days)
    page.get_by_text("More filters").click()
    page.get_by_label("Newest first").check()
    assert page.evaluate(days) == rising[::-1]
    assert page.locator("ol.timeline").get_attribute("reversed") is not None
    expect(page).to_have_url(re.compile("order=newest$"))
    page.get_by_label("Oldest first").check()
    assert page.evaluate(days) == rising


def test_each_choice_has_the_number_of_its_events(visit: Opener) -> None:
    page = visit(TIMELINE)
    page.get_by_text("More filters").click()
    for chip in page.locator(".filters label.chip:has(small)").all():
        chip.locator("input").check()
        expect(page.locator("li.event:visible")).to_have_count(int(chip.locator("small").inner_text()))
        chip.locator("input").uncheck()


def test_what_is_found_is_said_and_nothing_found_too(visit: Opener) -> None:
    page = visit(TIMELINE)
    page.get_by_placeholder("Find in this timeline").fill("zzz")
    expect(page.get_by_role("status")).to_have_text("No event matches. Clear a filter to see more.")
    page.get_by_placeholder("Find in this timeline").fill("original")  # a word of each event's links, not of any event
    expect(page.get_by_role("status")).to_have_text("No event matches. Clear a filter to see more.")
    page.get_by_role("button", name="Clear").click()
    expect(page.get_by_role("status")).to_have_text("")


# -- search -------------------------------------------------------------------------------------------------------

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
