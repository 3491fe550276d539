"""The strip above a timeline: a reader zooms, pans, chooses a period and is led to events."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Opener = Callable[..., Page]

pytestmark = pytest.mark.browser

TIMELINE = "timelines/csto-membership/"


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
    page.wait_for_function("() => getComputedStyle(document.documentElement).getPropertyValue('--stuck')")
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
