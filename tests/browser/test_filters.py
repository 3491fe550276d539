# ruff: noqa: E501 (data and long expectations)
"""What a reader filters, orders and steps through on a timeline."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser

TIMELINE = "timelines/csto-membership/"


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
