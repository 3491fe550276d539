"""The slides of TimelineJS3: dates no finer than told, words that stay words, and TimelineJS itself showing them."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import collections_made as made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_data_json import SITE, files

from dateline.model import Collection
from dateline.writers.data import telling, timelinejs
from dateline.writers.data.context import Context

VERSION = "3.9.11"


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024-06-12", (2024, 6, 12), None),
        ("2024-06-12T10:30", (2024, 6, 12), None),
        ("2024-06", (2024, 6), None),
        ("2024", (2024,), None),
        ("1984~", (1984,), None),
        ("2004-06?", (2004, 6), None),
        ("2004-06-XX", (2004, 6), None),
        ("2004-XX-XX", (2004,), None),
        ("2018/2022", (2018,), (2022,)),
        ("2019-05/2019-09", (2019, 5), (2019, 9)),
        ("2019/2019-09-03", (2019,), (2019, 9, 3)),
        ("2024-06-10/2024-06-16", (2024, 6, 10), (2024, 6, 16)),
        ("2021/..", (2021,), None),
        ("2021/", (2021,), None),
        ("../2021-06-30", (2021, 6, 30), None),
        ("198X", (1980,), (1989,)),
        ("19XX", (1900,), (1999,)),
        ("2014-21", (2014, 3), (2014, 5)),
        ("2014-24", (2014, 12), (2015, 2)),
        ("-0043-03-15", (-43, 3, 15), None),
        ("-0099", (-99,), None),
        ("0000", (0,), None),
        ("Y-300000", (-300000,), None),
    ],
)
def test_a_date_has_only_what_is_told(value: str, start: tuple[int, ...], end: tuple[int, ...] | None) -> None:
    names = ("year", "month", "day")
    wanted = [dict(zip(names, fields, strict=False)) if fields else None for fields in (start, end)]
    assert list(timelinejs.dates(value)) == wanted


def slides(collection: Collection, path: str) -> dict[str, Any]:
    return dict(json.loads(files(collection)[path]))


def test_a_date_is_said_as_the_site_says_it() -> None:
    said = {
        e["unique_id"]: e["display_date"]
        for e in slides(made.with_everything(), "timelines/everything.timelinejs.json")["events"]
    }
    shapes = {value: said[f"o{n:02d}"] for n, value in enumerate(made.EVERY_SHAPE)}
    assert shapes["-0043-03-15"] == "15 March 44 BC"
    assert shapes["2021/.."] == "since 2021"
    assert shapes["1984~"] == "about 1984"


def test_withdrawn_events_are_left_out_and_planned_ones_say_so() -> None:
    events = slides(made.with_everything(), "timelines/everything.timelinejs.json")["events"]
    assert not [e for e in events if "2012" in e["display_date"]]
    assert [e for e in events if e["text"]["headline"].startswith("[announced, not yet done]")]


def test_years_beyond_the_dates_of_javascript_are_counted_only() -> None:
    assert slides(made.with_everything(), "timelines/everything.timelinejs.json")["scale"] == "cosmological"
    assert slides(made.seeds(), "events.timelinejs.json")["scale"] == "human"


@given(st.text() | st.text(st.sampled_from("<>&\"'/=javscript:`{}\x00\r\n\u202e ")))
def test_any_words_stay_words(text: str) -> None:
    collection = made.saying(text)
    context = Context(collection, SITE)
    ((_, content),) = timelinejs.render(collection.timelines[0], context)
    found = json.loads(content)
    for slide in (*found["events"], *found["eras"], found["title"]):
        markup = slide["text"]["headline"] + slide["text"].get("text", "") + slide.get("display_date", "")
        tags = re.findall(r"<[^>]*>", markup)
        assert all(re.fullmatch(r'</?(p|cite|a|blockquote)( (dir|lang|cite|href)="[^"<>]*")*>', tag) for tag in tags)
        assert not re.search(r'(href|cite)="(?!https?:|mailto:)', markup)
    (event,) = (e for e in found["events"] if e["unique_id"] == "s1")
    assert html.unescape(event["text"]["headline"]) == telling.tell(collection.events[0], context).headline


# -- TimelineJS itself ------------------------------------------------------------------------------------------

PAGE = """<!doctype html><meta charset=utf-8><title>x</title>
<link rel=stylesheet href=node_modules/@knight-lab/timelinejs/dist/css/timeline.css>
<div id=t style="width:1000px;height:600px"></div>
<script src=node_modules/@knight-lab/timelinejs/dist/js/timeline.js></script>
<script type="application/json" id=data>%s</script><script>
window.faults = []; window.ran = 0;
window.onerror = message => window.faults.push(String(message));
window.alert = () => { window.ran += 1 };
const data = JSON.parse(document.getElementById('data').textContent);
window.timeline = new TL.Timeline('t', data, {font: null, hash_bookmark: false, ga_measurement_id: null});
window.timeline.on('ready', () => { window.ready = true });
</script>"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with TimelineJS in it, by npm's own client."""
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("TimelineJS was not run: there is no npm")
    path = tmp_path_factory.mktemp("timelinejs")
    install = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    try:
        wanted = [*install, f"@knight-lab/timelinejs@{VERSION}"]
        got = subprocess.run(wanted, cwd=path, capture_output=True, text=True, timeout=180)
    except subprocess.TimeoutExpired:
        pytest.skip("TimelineJS was not run: npm did not answer")
    if got.returncode:
        pytest.skip(f"TimelineJS was not run: npm could not get it ({got.stderr.strip().splitlines()[-1:]})")
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = os.environ.get("DATELINE_CHROMIUM") or shutil.which("chromium")
    if not chromium:
        pytest.skip("TimelineJS was not run: there is no Chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=chromium)
        yield started
        started.close()


def shown(browser: Any, folder: Path, content: bytes) -> Any:
    """A page on which TimelineJS shows the export, with no request to another host."""
    (folder / "page.html").write_text(PAGE % content.decode(), encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / "page.html").as_uri())
    page.wait_for_function("window.ready === true", timeout=30_000)
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert page.evaluate("window.faults") == []
    assert page.evaluate("window.timeline.config.messages.errors") == []
    return page


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("collection", [made.seeds, made.with_everything])
def test_timelinejs_shows_every_slide_and_date(collection: Any, browser: Any, folder: Path) -> None:
    for path, content in files(collection()).items():
        if ".timelinejs" in path and not path.startswith("schemas/"):
            wanted = json.loads(content)["events"]
            page = shown(browser, folder, content)
            headlines = page.locator(".tl-slide .tl-headline:not(.tl-headline-title)").all_inner_texts()
            assert sorted(headlines) == sorted(html.unescape(e["text"]["headline"]) for e in wanted)
            said = page.locator(".tl-slide .tl-headline-date").all_inner_texts()
            assert {html.unescape(e["display_date"]) for e in wanted} <= set(said)
            assert page.locator(".tl-timemarker").count() == len(wanted)
            page.close()


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<svg onload=alert(1)>",
    '"><iframe srcdoc="<script>parent.alert(1)</script>">',
    "javascript:alert(1)",
    "&lt;img src=x onerror=alert(1)&gt;",
    "http://a.example/?x=<img/src=x onerror=alert(1)>",
    "{{constructor.constructor('alert(1)')()}}",
    "[x](javascript:alert(1))",
)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_an_article_says_runs_in_timelinejs(text: str, browser: Any, folder: Path) -> None:
    ((_, content),) = timelinejs.render((c := made.saying(text)).timelines[0], Context(c, SITE))
    page = shown(browser, folder, content)
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") == 0
    assert page.locator(".tl-slide img, .tl-slide iframe, .tl-slide svg").count() == 0
    page.close()
