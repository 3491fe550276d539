"""A timeline that is split by year: an address that names the timeline and an event still leads to the event."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import csto
import pytest
from playwright.sync_api import Browser, Page, expect
from sites import build, served

from dateline.writers import pages, settings, tree

pytestmark = pytest.mark.browser

INDEX = "timelines/csto-membership/"


@pytest.fixture(scope="module")
def address(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is served whose timelines of more than three events are split."""
    split = shutil.copytree(project, tmp_path_factory.mktemp("split") / "project")
    found = csto.collection()
    first, *others = found.timelines
    ids = tuple(event.id for event in first.events)
    timelines = (dataclasses.replace(first, key=(ids[0], ids[-1])), *others)
    collection = dataclasses.replace(found, timelines=timelines)
    tree.write(pages.render(collection, settings.Settings(split=3)), split / "docs", pages.OWNED)
    build(split, split.parent / "repo")
    with served(split.parent / "repo") as address:
        yield address


@pytest.mark.parametrize("start", ["", "1999/"])
@pytest.mark.parametrize(("id_", "year"), [("s15abcdefghij", "2024"), ("s02abcdefghij", "2002")])
def test_a_permalink_leads_to_the_page_that_holds_the_event(
    visit: Callable[..., Page], start: str, id_: str, year: str
) -> None:
    page = visit(f"{INDEX}{start}#{id_}")
    expect(page).to_have_url(re.compile(f"{INDEX}{year}/#{id_}$"))
    expect(page.locator(f"#{id_}")).to_be_in_viewport()


@pytest.mark.parametrize("id_", ["s15abcdefghij", "s02abcdefghij"])
def test_a_permalink_to_a_page_that_was_split_or_joined_since_leads_to_the_event(
    visit: Callable[..., Page], id_: str
) -> None:
    page = visit(f"{INDEX}2024-06/#{id_}", expect=("404",))
    expect(page).to_have_url(re.compile(f"{INDEX}20[02][24]/#{id_}$"))
    expect(page.locator(f"#{id_}")).to_be_in_viewport()


def test_an_address_that_is_no_encoding_is_a_missing_page_like_any(visit: Callable[..., Page]) -> None:
    page = visit(f"{INDEX}gone/#100%", expect=("404",))
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("gone/#100%")


def test_an_address_that_names_nothing_stays_where_it_is(visit: Callable[..., Page]) -> None:
    page = visit(f"{INDEX}#nothing")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith(f"{INDEX}#nothing")


def test_the_strip_of_the_first_page_leads_to_a_year(visit: Callable[..., Page]) -> None:
    page = visit(INDEX)
    expect(page.get_by_role("button", name="Zoom in")).to_be_visible()
    box = page.locator(".strip svg").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] - 3, box["y"] + 20)
    expect(page).to_have_url(re.compile(f"{INDEX}2024/$"))


def test_without_javascript_the_first_page_has_the_key_events_and_the_years(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{INDEX}#s15abcdefghij")
    assert page.locator(".years a").all_inner_texts() == [f"{y} 1" for y in (1992, 1999, 2002, 2006, 2012, 2024)]
    key = page.locator(".key li")
    expect(key).to_have_count(2)
    assert key.last.get_attribute("id") == "s15abcdefghij"
    key.last.get_by_role("link").click()
    expect(page.locator("li.event#s15abcdefghij")).to_be_visible()
    context.close()
