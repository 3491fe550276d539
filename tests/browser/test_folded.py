"""A page of hundreds of events: what most of them say is folded until it is needed, and nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import build, lay_out, served

from benchmarks import crowd
from dateline.writers import search, settings

pytestmark = pytest.mark.browser

COUNT = 230
EVENTS = crowd.plain(crowd.collection(COUNT))
SOUGHT = "harbour"
FOUND = sum(SOUGHT in event["quote"] for event in EVENTS)
LAST = f"s{COUNT - 1:011}"
FOLDED = "li.event > noscript"
# A browser that never has time: what is folded stays so until it is asked for.
BUSY = "window.requestIdleCallback = () => 0; window.IntersectionObserver = class { observe() {} };"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a page that holds all the events."""
    project: Path = tmp_path_factory.mktemp("crowd")
    lay_out(project, crowd.collection(COUNT), settings.Settings(split=0))
    site = project / "served" / "repo"
    build(project, site)
    page = (site / "events" / "index.html").read_bytes()
    search.index(site)
    assert (site / "events" / "index.html").read_bytes() == page
    with served(site) as where:
        yield f"{where}events/"


@pytest.fixture
def busy(browser: Browser, address: str) -> Iterator[Page]:
    """The page where nothing unfolds by itself."""
    page = browser.new_page()
    page.add_init_script(BUSY)
    page.goto(address)
    page.wait_for_function("() => performance.getEntriesByName('usable').length")
    yield page
    page.close()


def test_without_javascript_every_event_is_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("li.event blockquote")).to_have_count(COUNT)
    expect(page.locator("li.event .links a")).to_have_count(3 * COUNT)
    page.goto(f"{address}#{LAST}")
    expect(page.locator(f"#{LAST} blockquote")).to_be_in_viewport()
    context.close()


def test_all_is_unfolded_in_a_moment(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    expect(page.locator(FOLDED)).to_have_count(0)
    expect(page.locator("li.event blockquote")).to_have_count(COUNT)
    page.close()


@pytest.mark.parametrize("script", ["dateline.js", "timeline.js"])
def test_all_is_unfolded_too_where_the_scripts_did_not_come(browser: Browser, address: str, script: str) -> None:
    page = browser.new_page()
    page.route(f"**/{script}", lambda route: route.abort())
    page.goto(address)
    expect(page.locator("li.event blockquote")).to_have_count(COUNT)
    page.close()


def test_what_comes_into_view_is_unfolded(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script("window.requestIdleCallback = () => 0;")
    page.goto(address)
    expect(page.locator(FOLDED).first).to_be_attached()
    page.locator("li.year").last.scroll_into_view_if_needed()
    expect(page.locator(f"#{LAST} blockquote")).to_be_attached()
    page.close()


def test_an_address_leads_to_a_folded_event(busy: Page) -> None:
    expect(busy.locator(f"#{LAST} noscript")).to_be_attached()
    busy.evaluate(f"location.hash = '{LAST}'")
    expect(busy.locator(f"#{LAST} h3")).to_be_in_viewport()


def test_an_address_that_is_none_harms_nothing(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}#100%")
    expect(page.locator(FOLDED)).to_have_count(0)
    page.locator("form.filters input[name=text]").fill(SOUGHT)
    expect(page.locator("li.event:not([hidden])")).to_have_count(FOUND)
    page.close()


def test_a_filter_finds_what_is_folded_and_shows_what_it_found(busy: Page) -> None:
    assert 0 < FOUND < COUNT
    busy.locator("form.filters input[name=text]").fill(SOUGHT)
    expect(busy.locator("li.event:not([hidden])")).to_have_count(FOUND)
    expect(busy.locator("li.event:not([hidden]) blockquote").nth(10)).to_be_attached()
    for around in ("archived", "names"):  # the words that every event has around what it says
        busy.locator("form.filters input[name=text]").fill(around)
        expect(busy.locator("li.event:not([hidden])")).to_have_count(0)


def test_a_filter_finds_the_same_unfolded(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    expect(page.locator(FOLDED)).to_have_count(0)
    page.locator("form.filters input[name=text]").fill(SOUGHT)
    expect(page.locator("li.event:not([hidden])")).to_have_count(FOUND)
    page.close()


def test_the_keys_step_into_what_is_folded(busy: Page) -> None:
    busy.locator("li.event h3 a").last.focus()
    before = busy.evaluate("document.activeElement.closest('li.event').id")
    busy.keyboard.press("j")
    assert busy.evaluate("document.activeElement.closest('li.event').id") == f"s{int(before[1:]) + 1:011}"


def test_printing_unfolds_all(busy: Page) -> None:
    assert busy.locator(FOLDED).count() > 100
    busy.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(busy.locator(FOLDED)).to_have_count(0)


def test_search_finds_what_is_folded(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address.replace("events/", f"search/?q=committee {COUNT - 1}"))
    expect(page.locator(f"#search a[href$='events/#{LAST}']").first).to_be_visible()
    page.close()
