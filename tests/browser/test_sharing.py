# ruff: noqa: E501 (data and long expectations)
"""What a reader takes along from an event: its address, its citation, a report of an error; by mouse and by keyboard."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import hostile
import pytest
import yaml
from PIL import Image
from playwright.sync_api import Page, expect
from sites import build  # type: ignore[import-not-found]

from dateline import words
from dateline.writers import pages, tree
from dateline.writers.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent
TIMELINE = "timelines/csto-membership/"
FOUNDED = "s01abcdefghij"  # told by two articles
pytestmark = [pytest.mark.slow, pytest.mark.browser]
Opener = Callable[..., Page]


def test_an_event_is_cited_by_mouse_with_every_article_that_it_quotes(visit: Opener, address: str) -> None:
    page = visit(TIMELINE, permissions=["clipboard-read", "clipboard-write"])
    page.locator(f"#{FOUNDED} h3").hover()
    page.get_by_role("button", name="Cite").click()
    box = page.get_by_role("dialog", name="Cite")
    chicago = box.get_by_role("group", name="Chicago")
    expect(chicago).to_contain_text("Михай Енеску. “Беларусь поставляла")
    expect(chicago).to_contain_text(
        "“Politico: Belarus delivered advanced weapons to Azerbaijan in 2018-2022.” 14 June 2024."
    )
    expect(chicago).to_contain_text(f"2002. CSTO membership, Dateline. {address}{TIMELINE}#{FOUNDED}.")
    entries = box.get_by_role("group", name="BibTeX")
    for key in (FOUNDED, "a000belarusoruzhie", "a004belarusweapons"):
        expect(entries).to_contain_text(f"@misc{{{key},")
    expect(box.get_by_role("group", name="Plain text")).to_contain_text("— Nokta, 14 June 2024, https://nokta.md/")
    box.get_by_role("button", name="Copy").first.click()
    expect(box.get_by_role("status")).to_have_text("Chicago: Copied")
    assert page.evaluate("navigator.clipboard.readText()") == chicago.inner_text()


def test_everything_an_event_offers_is_reached_by_keyboard_alone(visit: Opener, address: str) -> None:
    page = visit(TIMELINE, permissions=["clipboard-read", "clipboard-write"])
    event = page.locator(f"#{FOUNDED}")
    event.locator("h3 a").focus()
    link = event.get_by_role("button", name="Link to this event")
    expect(link).to_be_visible()
    for _ in range(40):
        page.keyboard.press("Tab")
        if link.evaluate("e => e === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(event.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{TIMELINE}#{FOUNDED}" == page.url
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog", name="Cite")
    expect(box.get_by_role("button", name="Copy").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(event.get_by_role("button", name="Cite")).to_be_focused()
    page.keyboard.press("Tab")
    expect(event.get_by_role("link", name="Report an error")).to_be_focused()


def test_the_row_is_no_part_of_what_an_event_says(visit: Opener) -> None:
    page = visit(TIMELINE)
    page.locator(f"#{FOUNDED} h3").hover()
    expect(page.get_by_role("button", name="Cite")).to_be_visible()
    assert "Cite" not in (page.locator(f"#{FOUNDED}").text_content() or "")


def test_without_the_pages_of_the_articles_what_is_known_is_cited_and_the_rest_is_said_to_be_missing(
    visit: Opener,
) -> None:
    page = visit(TIMELINE, expect=("Failed to load resource",))
    page.route("**/articles/**", lambda route: route.abort())
    page.locator(f"#{FOUNDED} h3").hover()
    page.get_by_role("button", name="Cite").click()
    box = page.get_by_role("dialog", name="Cite")
    expect(box.get_by_role("status")).to_contain_text("could not be loaded")
    expect(box.get_by_role("group", name="Plain text")).to_contain_text("— Nokta, 14 June 2024, https://nokta.md/")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "“Who left?” 2012. CSTO, Dateline. https://x.example/#s1.\nA.\nB."),
        ("ru", "«Who left?». 2012. CSTO, Dateline. https://x.example/#s1.\nA.\nB."),
        ("ro", "„Who left?”. 2012. CSTO, Dateline. https://x.example/#s1.\nA.\nB."),
        ("de", "„Who left?“. 2012. CSTO, Dateline. https://x.example/#s1.\nA.\nB."),
        ("fr", "«\u00a0Who left?\u00a0». 2012. CSTO, Dateline. https://x.example/#s1.\nA.\nB."),
        ("es", "«Who left?». 2012. CSTO, Dateline. https://x.example/#s1.\nA.\nB."),
    ],
)  # fmt: skip
def test_the_citation_of_an_event_in_the_reader_s_language(visit: Opener, language: str, expected: str) -> None:
    facts = {
        "id": "s1",
        "url": "https://x.example/#s1",
        "title": "Who left?",
        "date": "2012",
        "page": "CSTO",
        "site": "Dateline",
        "link": "",
        "quotes": [],
    }
    articles = [{"words": "A.", "bibtex": "@misc{a}"}, {"words": "B.", "bibtex": "@misc{b}"}]
    title = words.of(language).forms("cite_title")["other"]
    made = visit("timelines/").evaluate(
        "async ([facts, articles, title]) => (await import('./../assets/cite.js')).compose(facts, articles, title)",
        [facts, articles, title],
    )
    assert made["chicago"] == expected


def test_braces_and_marks_of_tex_in_a_title_are_words(visit: Opener) -> None:
    facts = {
        "id": "s1",
        "url": "https://x.example/#s1",
        "title": "50 % of {it} & $& more_",
        "date": "2012",
        "page": "D",
        "site": "D",
        "link": "",
        "quotes": [],
    }
    made = visit("timelines/").evaluate(
        "async (facts) => (await import('./../assets/cite.js')).compose(facts, [], '“{title}.”')", facts
    )
    assert r"title = {{50 \% of \{it\} \& \$\& more\_}}" in made["bibtex"]
    assert made["chicago"] == "“50 % of {it} & $& more_.” 2012. D. https://x.example/#s1."


def test_a_report_fills_the_form_in_and_asks_nothing_of_github_before(visit: Opener, address: str) -> None:
    page = visit(TIMELINE)  # `visit` fails on any request to another host
    event = page.locator(f"#{FOUNDED}")
    event.locator("h3").hover()
    link = event.get_by_role("link", name="Report an error")
    href = link.get_attribute("href") or ""
    assert href.startswith("https://github.com/example/site/issues/new?") and len(href) <= 6000
    fields = {name: value for name, (value,) in parse_qs(urlsplit(href).query).items()}
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE" / fields.pop("template")).read_text("utf-8"))
    known = {part["id"] for part in form["body"] if "id" in part}
    assert fields.pop("title").startswith("2002: ") and set(fields) <= known
    assert fields["page"] == f"{address}{TIMELINE}#{FOUNDED}" and fields["event"] == FOUNDED
    assert (
        "formed in 2002" in fields["quote"] and fields["dates"] == "2002 · the year only · reported 14 June 2024 · 2002"
    )
    assert {"noopener", "noreferrer"} <= set((link.get_attribute("rel") or "").split())
    assert link.get_attribute("referrerpolicy") == "no-referrer"


def test_a_long_report_stays_an_address_that_github_takes(visit: Opener) -> None:
    page = visit(TIMELINE)
    page.locator(f"#{FOUNDED} blockquote").first.evaluate("e => e.textContent = 'Ж'.repeat(20000)")
    href = page.evaluate(
        "async (id) => (await import('./../../assets/share.js')).reported(document.getElementById(id), document.querySelector('.colophon .report').href)",
        FOUNDED,
    )
    assert 1000 < len(href) <= 6000


def test_without_javascript_the_form_and_the_citations_are_a_link_away(visit: Opener) -> None:
    page = visit(TIMELINE, java_script_enabled=False)
    expect(page.get_by_role("link", name="Report an error")).to_have_attribute(
        "href", "https://github.com/example/site/issues/new?template=correct.yml"
    )
    page.locator(f"#{FOUNDED}").get_by_role("link", name="in the article").first.click()
    page.get_by_text("Cite", exact=True).click()
    expect(page.locator(".cite pre")).to_contain_text("@misc{")


def test_nothing_is_shown_where_no_repository_is_named(project: Path, tmp_path: Path) -> None:
    build(project, tmp_path / "site", repository="")
    page = (tmp_path / "site" / TIMELINE / "index.html").read_text("utf-8")
    assert "github.com" not in page and 'class="report"' not in page


def test_on_a_phone_the_row_comes_to_the_event_that_scrolling_rests_at(visit: Opener) -> None:
    page = visit(TIMELINE, width=375, has_touch=True, is_mobile=True)
    event = page.locator(f"#{FOUNDED}")
    box = event.bounding_box()
    assert box
    page.evaluate("top => scrollTo({ top, behavior: 'instant' })", box["y"] - 100)
    expect(event.get_by_role("button", name="Cite")).to_be_visible()


def _properties(html: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">', html)
    assert len(found) == len(dict(found))
    return dict(found)


def test_a_link_to_any_page_unfurls_with_a_picture_that_is_there(project: Path, tmp_path: Path) -> None:
    root = "https://example.org/repo/"
    copy = shutil.copytree(project, tmp_path / "project")
    tree.write(pages.render(hostile.collection(), Settings(site_url=root)), copy / "docs", pages.OWNED)
    site = tmp_path / "site"
    build(copy, site, site_url=root)
    for page in site.rglob("index.html"):
        if "embed" in page.parts:
            continue
        told = _properties(page.read_text("utf-8"))
        wanted = {"og:title", "og:type", "og:url", "og:site_name", "og:image", "og:image:width", "og:image:height"}
        assert wanted | {"og:image:alt", "twitter:card"} <= set(told) and all(told.values()), page
        assert told["og:url"].startswith(root) and told["og:image"].startswith(root)
        picture = Image.open(site / unquote(told["og:image"].removeprefix(root)))
        assert picture.size == (int(told["og:image:width"]), int(told["og:image:height"])) == (1200, 630)
    told = _properties((site / TIMELINE / "index.html").read_text("utf-8"))
    assert (told["og:title"], told["og:type"]) == ("CSTO membership, 1992–2024", "article")
    assert told["og:image"] == f"{root}previews/timeline-csto-membership.png"
    assert told["og:description"].startswith("Who joined, who left")
    assert _properties((site / "index.html").read_text("utf-8"))["og:image"] == f"{root}previews/site.png"


def test_without_the_address_of_the_site_no_picture_is_named(folder: Path) -> None:
    told = _properties((folder / TIMELINE / "index.html").read_text("utf-8"))
    assert told["og:title"] == "CSTO membership, 1992–2024" and "og:image" not in told and "og:url" not in told
