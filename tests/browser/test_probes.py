# ruff: noqa: E501 (a program of another language)
"""Every probe, in every field of articles, timelines, notes and entities, on every page, in a real browser: none runs.

With the pages' Content-Security-Policy, and with the browser told to ignore it, so that it isn't the policy alone that
holds. A probe that ran would call `alert`, ask another host, or stand in the page as an element or attribute that pages
of harmless words don't have. The same look at pages that are unsafe on purpose proves that it would be seen.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import feedparser
import probes_made
import pytest
from frames import INIT, Kinds, Seen, looked_at, noted
from icalendar import Calendar
from playwright.sync_api import Browser, Page
from sites import ROOT, build, lay_out, served

from benchmarks import crowd
from dateline.writers import layout, search, settings

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROBES = [json.loads(line) for line in (ROOT / "tests/corpus/hostile.jsonl").read_text("utf-8").splitlines()]
HARMLESS = ["plain words", "two\nlines", "https://e.example/a"]
#: What the pages' own scripts set, on some visits before we look and on some after: never a sign of a probe.
SCRIPTED = {"details[open]", "html[style]", "button[disabled]"}
#: What an editor's Markdown may put on a page beside what the templates do.
MARKDOWN = set(layout._TAGS) | {f"{t}[{a}]" for t, names in layout._ATTRIBUTES.items() for a in names}


def site(folder: Path, probes: list[str], split: int = 200) -> Path:
    """The finished site of a collection that says `probes` everywhere."""
    shown = settings.Settings(full_text=True, split=split)
    collection = probes_made.collection(probes_made.seeds(folder / "seeds", probes), probes)
    (folder / "project").mkdir()
    lay_out(folder / "project", collection, shown)
    build(folder / "project", folder / "repo")
    search.index(folder / "repo")
    return folder / "repo"


@pytest.fixture(scope="module")
def probed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    folder = site(tmp_path_factory.mktemp("probed"), PROBES)
    (folder / "look.html").write_text("<!doctype html><title>look</title><body>", encoding="utf-8")
    with served(folder) as address:
        yield folder, address


@pytest.fixture(scope="module")
def known(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The kinds of elements and attributes on pages of harmless words."""
    folder = site(tmp_path_factory.mktemp("harmless"), HARMLESS, split=5)  # so that there are pages of years
    (folder / "look.html").write_text("<!doctype html><title>look</title><body>", encoding="utf-8")
    with served(folder) as address:
        seen = looked_at(browser, address, paths_of(folder), bypass=True)
    assert seen.ran == seen.asked == set()
    pages = [folder / path for path in paths_of(folder)] + [long_page(tmp_path_factory.mktemp("long"))]
    return set().union(*seen.kinds.values(), *(Kinds(page.read_text("utf-8")).kinds for page in pages)) | MARKDOWN


def long_page(folder: Path) -> Path:
    """A page of so many harmless events that they are folded, and that their strip has bars."""
    (folder / "project").mkdir()
    lay_out(folder / "project", crowd.collection(230), settings.Settings(split=0))
    build(folder / "project", folder / "repo")
    return folder / "repo/events/index.html"


def paths_of(folder: Path) -> list[str]:
    pages = sorted(folder.rglob("*.html"))
    return [p.relative_to(folder).as_posix() for p in pages if p.name != "look.html" and p.parent.name != "unsafe"]


def chosen(paths: list[str]) -> list[str]:
    """The pages that are opened: all that say a probe as seeds do, and one in ten of those that say it once more."""
    again = [path for path in paths if re.match(r"embed/|entities/order-|\w+/x\d\d\d", path)]
    return sorted({*paths} - {*again}) + again[::10]


def test_no_probe_runs_whatever_the_policy(browser: Browser, probed: tuple[Path, str], known: set[str]) -> None:
    folder, address = probed
    opened = chosen(paths_of(folder))
    assert len(PROBES) >= 300 and len(opened) > 2 * len(PROBES)
    bare = looked_at(browser, address, opened, bypass=True)
    guarded = looked_at(browser, address, [p for p in opened if p.count("/") < 2] + opened[::12], bypass=False)
    print(f"probes run {len(PROBES)}, executed {len(bare.ran | guarded.ran)}, on {len(opened)} pages")
    assert (bare.ran | guarded.ran, bare.asked | guarded.asked) == (set(), set())
    assert bare.strangers(known | SCRIPTED) == {}


def test_no_page_holds_an_element_that_harmless_words_do_not_make(probed: tuple[Path, str], known: set[str]) -> None:
    folder, _ = probed
    pages = {path: Kinds((folder / path).read_text("utf-8")).kinds for path in paths_of(folder)}
    assert {path: kinds - known for path, kinds in pages.items() if kinds - known} == {}


def test_pages_that_are_unsafe_on_purpose_are_caught(
    browser: Browser, probed: tuple[Path, str], known: set[str]
) -> None:
    folder, address = probed
    (folder / "unsafe").mkdir(exist_ok=True)
    for number, probe in enumerate(PROBES):
        words = probe.encode("utf-8", "replace").decode()
        page = f'<!doctype html><meta charset=utf-8><title>x</title><body><p><a href="{words}">x</a><p>{words}'
        (folder / "unsafe" / f"{number:03}.html").write_text(page, encoding="utf-8")
    seen = looked_at(browser, address, [f"unsafe/{number:03}.html" for number in range(len(PROBES))], bypass=True)
    caught = {path.rpartition("/")[2] for path in seen.ran} | {p.rpartition("/")[2] for p in seen.strangers(known)}
    print(f"unsafe on purpose: {len(seen.ran)} ran, {len(seen.asked)} requests, {len(caught)} caught of {len(PROBES)}")
    assert len(seen.ran) >= 100 and len(seen.asked) >= 10 and len(caught) >= 250


def test_what_search_shows_runs_nothing(browser: Browser, probed: tuple[Path, str]) -> None:
    _, address = probed
    seen, context = Seen(), browser.new_context(bypass_csp=True)
    context.expose_binding("ran", lambda source, path: seen.ran.add(path))
    context.add_init_script(INIT)
    page = context.new_page()
    page.on("request", lambda r: noted(seen, r, address))
    shown = 0
    for words in ("alert", "script", "onerror Order", "introduction"):
        shown += _searched(page, f"{address}search/?q={words}")
    kinds = page.locator("#search *").evaluate_all("all => [...new Set(all.map((e) => e.localName))]")
    context.close()
    print(f"search: {shown} results shown, {len(seen.ran)} probes executed")
    assert (seen.ran, seen.asked) == (set(), set()) and shown > 200
    assert set(kinds) <= {"div", "form", "input", "p", "ol", "li", "a", "ul", "button", "mark"}


def _searched(page: Page, address: str) -> int:
    """How many results the search page shows, all that a reader would press for, up to a few hundred."""
    page.goto(address)
    page.locator(".finder > ol > li").first.wait_for()
    for _ in range(15):
        if not page.locator(".finder > button").is_visible():
            break
        before = page.locator(".finder > ol > li").count()
        page.locator(".finder > button").click()
        page.wait_for_function(
            "n => document.querySelectorAll('.finder > ol > li').length > n || document.querySelector('.finder > button').hidden",
            arg=before,
        )
    return page.locator(".finder > ol > li").count()


def test_every_page_has_the_policy_and_linked_data_that_parses(probed: tuple[Path, str]) -> None:
    folder, _ = probed
    for path in paths_of(folder):
        page = (folder / path).read_text("utf-8")
        assert 'http-equiv="Content-Security-Policy" content="default-src \'none\'' in page, path
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S):
            json.loads(data)


def test_no_file_of_data_is_broken_up(probed: tuple[Path, str]) -> None:
    folder, _ = probed
    files = sorted((folder / "data").rglob("*"))
    assert len(files) > len(PROBES)
    for path in files:
        if path.suffix == ".json":
            json.loads(path.read_bytes())
        elif path.suffix == ".csv":
            rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), strict=True))
            assert len({len(row) for row in rows}) == 1, path
            assert not [
                cell for row in rows for cell in row if re.match(r"[\s\ufeff\u200b]*[=+@\uff1d\uff0b\uff20]", cell)
            ], path
        elif path.suffix == ".ics":
            named = {str(event["UID"]).split("@")[0] for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}
            assert "probe" not in named and Calendar.from_ical(path.read_bytes()).walk("VALARM") == [], path
        elif path.suffix == ".atom":
            assert not feedparser.parse(path.read_bytes()).bozo, path
