"""schema.org JSON-LD for pages: read by an HTML parser as one script, then by `pyld`."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

import collections_made as made
import hostile
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonld_offline import loader
from pyld import jsonld
from test_data_json import NO_ADDRESS, SITE, faults

from dateline.model import Collection
from dateline.writers import pages
from dateline.writers.data import linked_data
from dateline.writers.data.context import Context
from dateline.writers.settings import Settings


class Scripts(HTMLParser):
    """What a browser would take for tags, and for the text of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data if self.tags[-1:] == ["script"] else ""


def scripts(collection: Collection, settings: Settings = SITE) -> list[str]:
    context = Context(collection, settings)
    return [
        linked_data.of_site(context),
        *(linked_data.of_timeline(t, context) for t in context.exported),
        *(linked_data.of_article(a, context) for a in collection.articles),
        *(linked_data.of_entity(e, context) for e in collection.entities),
    ]


def read(script: str) -> dict[str, Any]:
    page = Scripts()
    page.feed(f'<head><script type="application/ld+json">{script}</script></head>')
    assert page.tags == ["head", "script"]
    return dict(json.loads(page.text))


@pytest.mark.parametrize("settings", [SITE, NO_ADDRESS], ids=["address", "no address"])
@pytest.mark.parametrize("collection", [made.seeds, made.with_everything])
def test_every_page_has_linked_data_that_keeps_the_schema_and_expands(collection: Any, settings: Settings) -> None:
    for script in scripts(collection(), settings):
        document = read(script)
        assert faults("linked-data", document) == []
        (whole,) = jsonld.expand(document, {"documentLoader": loader})
        assert all(t.startswith("https://schema.org/") for t in whole["@type"])
        again = jsonld.compact(whole, {"@context": "https://schema.org"}, {"documentLoader": loader})
        assert again["name"] == document["name"] and again["mainEntity"]["@type"] == document["mainEntity"]["@type"]


def events(collection: Collection, slug: str) -> list[dict[str, Any]]:
    context = Context(collection, SITE)
    (timeline,) = [t for t in collection.timelines if t.slug == slug]
    return [row["item"] for row in read(linked_data.of_timeline(timeline, context))["mainEntity"]["itemListElement"]]


def test_a_date_is_as_precise_as_it_is_told() -> None:
    dates = {(e.get("startDate"), e.get("endDate")) for e in events(made.with_everything(), "everything")}
    assert {("2018", "2022"), ("2022-10", None), ("2019-05", "2019-09"), ("2023-04-05", None), ("2021", None)} <= dates
    assert (None, "2021-06-30") in dates
    assert not any("X" in str(d) or "~" in str(d) or str(d).startswith(("-", "Y", "0000")) for d in dates)


def test_only_what_is_reported_is_called_an_event() -> None:
    names = {e["name"] for e in events(made.with_everything(), "everything")}
    assert "Belarus delivered advanced weapons to Azerbaijan" in names
    assert not any("2012" in name or "withdrawing" in name for name in names)


def test_an_article_is_its_publishers() -> None:
    context = Context(made.seeds(), SITE)
    document = read(linked_data.of_article(made.seeds().articles[1], context))
    assert document["url"] == "https://example.org/d/articles/a000belarusoruzhie/"
    article = document["mainEntity"]
    assert article["@type"] == "NewsArticle" and article["url"].startswith("https://nokta.md/")
    assert article["publisher"] == {"@type": "Organization", "name": "Nokta"}
    assert article["author"] == [{"@type": "Person", "name": "Михай Енеску"}]
    assert article["datePublished"] == "2024-06-14T11:00:00+00:00"


@given(st.text() | st.text(st.sampled_from("</script>!-[CDATA]&\x00\u2028\ud800 ")))
@example("</script><script>alert(1)</script>")
@example("<!--<script>")
@example("]]></SCRIPT >")
def test_any_words_stay_inside_the_script(text: str) -> None:
    for script in scripts(made.saying(text)):
        assert not set("<>&\u2028\u2029") & set(script)
        assert faults("linked-data", read(script)) == []


@pytest.mark.parametrize("collection", [made.with_everything, hostile.collection], ids=["everything", "hostile"])
def test_the_pages_carry_it_as_it_is_made(collection: Any) -> None:
    found = []
    for path, page in pages.render(collection(), SITE):
        if path.endswith(".md"):
            text = (page if isinstance(page, str) else page.decode()).split("\n---\n", 1)[1]
            found += re.findall(r'<script type="application/ld\+json">(.*)</script>', text)
            assert text.lower().count("<script") == text.count('<script type="application/ld+json">')
    context = Context(collection(), SITE)
    assert {json.dumps(read(s), sort_keys=True) for s in found} >= {
        json.dumps(read(s), sort_keys=True)
        for s in (
            linked_data.of_site(context),
            *(linked_data.of_article(a, context) for a in context.articles.values()),
        )
    }
    for script in found:
        assert faults("linked-data", read(script)) == []
