"""The feeds, opened by `feedparser`: what entered or was put right, newest first, at the times of reports."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import collections_made as made
import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_data_json import NO_ADDRESS, SITE, files

from dateline.model import Collection
from dateline.writers.data import feeds, instants, telling
from dateline.writers.data.context import Context

ATOM = "{http://www.w3.org/2005/Atom}"


def opened(content: bytes) -> feedparser.FeedParserDict:
    feed = feedparser.parse(content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


@pytest.mark.parametrize("path", ["events.atom", "timelines/everything.atom", "timelines/csto-membership.atom"])
def test_a_feed_opens_and_has_what_atom_asks_for(path: str) -> None:
    feed = opened(files(made.with_everything())[path])
    assert feed.feed.id.startswith("urn:uuid:") and feed.feed.title and feed.feed.updated and feed.feed.author
    links = {link.rel: link.href for link in feed.feed.links}
    assert links["self"] == f"https://example.org/d/data/{path}"
    assert len({e.id for e in feed.entries}) == len(feed.entries) > 0
    for entry in feed.entries:
        assert entry.title and entry.content[0].value and entry.link.startswith("https://example.org/d/")


def test_an_entry_is_dated_by_its_report_and_says_the_events_date() -> None:
    feed = opened(files(made.seeds())["events.atom"])
    assert {e.published for e in feed.entries} == {"2024-06-14T11:00:00Z", "2024-06-14T14:08:00Z"}
    assert feed.entries[0].title.startswith("12 June 2024: ")
    assert any(e.title.startswith("1992: ") for e in feed.entries)


def test_what_was_put_right_comes_first() -> None:
    feed = opened(files(made.with_everything())["events.atom"])
    first, second = feed.entries[:2]
    assert (first.updated, first.published) == ("2026-11-21T00:00:00Z", "2024-06-14T11:00:00Z")
    assert "It said “2005”; it says “2006”. A slip." in first.content[0].value
    assert second.updated == "2026-11-20T00:00:00Z" and "withdrawn" in second.title
    assert feed.feed.updated == first.updated


def test_an_editors_event_that_nobody_dated_is_in_no_feed() -> None:
    assert not any("Own " in e.title for e in opened(files(made.with_everything())["events.atom"]).entries)


def test_a_feed_holds_the_latest_hundred() -> None:
    found = files(made.of_many(300))
    feed, items = opened(found["events.atom"]), json.loads(found["events.feed.json"])["items"]
    assert len(feed.entries) == len(items) == 100
    assert [e.id for e in feed.entries] == [i["id"] for i in items]
    assert [e.updated[:10] for e in feed.entries[:2]] == ["2000-11-20", "2000-11-19"]


def test_both_feeds_say_the_same() -> None:
    found = files(made.with_everything())
    for entry, item in zip(
        opened(found["events.atom"]).entries, json.loads(found["events.feed.json"])["items"], strict=True
    ):
        assert (entry.id, entry.published, entry.updated) == (item["id"], item["date_published"], item["date_modified"])
        assert (entry.title, entry.link) == (item["title"], item["url"])


def test_without_the_sites_address_there_are_no_links() -> None:
    found = files(made.with_everything(), NO_ADDRESS)
    assert b"<link" not in found["events.atom"]
    assert "feed_url" not in json.loads(found["events.feed.json"])


def test_an_empty_feed_is_one() -> None:
    assert opened(files(Collection((), (), (), ()))["events.atom"]).feed.updated == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-06-14", "2024-06-14T00:00:00Z"),
        ("2024-06-14T18:08+04:00", "2024-06-14T14:08:00Z"),
        ("2024-06-14T18:08:09", "2024-06-14T18:08:09Z"),
        ("0900-06-14", "0900-06-14T00:00:00Z"),
        ("0001-01-01T00:00+04:00", ""),
        ("", ""),
        ("yesterday", ""),
    ],
)
def test_instants_are_said_in_utc(written: str, read: str) -> None:
    assert instants.rfc3339(instants.instant(written)) == read


def test_an_unrelated_article_leaves_every_entry_as_it_was() -> None:
    seeds, more = made.seeds(), made.of_many(3)
    both = replace(seeds, articles=seeds.articles + more.articles, events=seeds.events + more.events)

    def entries(collection: Collection) -> set[str]:
        return set(re.findall("<entry>.*?</entry>", files(collection)["events.atom"].decode()))

    assert entries(seeds) < entries(both)


@given(st.text() | st.text(st.sampled_from("<>&]'\"/\x00\x0b\r\n\ud800\ufffe\u202e a")))
def test_any_words_come_back(text: str) -> None:
    collection = made.saying(text)
    context = Context(collection, SITE)
    timeline = collection.timelines[0]
    items = feeds.items(timeline, context)
    content = feeds.atom(feeds.head(timeline, context), items, context)
    feed = ET.fromstring(content)
    told = {e.findtext(f"{ATOM}title"): e.findtext(f"{ATOM}content") or "" for e in feed.iter(f"{ATOM}entry")}
    assert told == {item.title: item.html for item in items}
    assert telling.tell(collection.events[0], context).headline in "".join(told)
    assert len(opened(content).entries) == len(items)
