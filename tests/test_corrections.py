"""What was put right: on every page that showed the error, on a page and in feeds of its own; and links that hold."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import collections_made as made
import csto
import feedparser
import jsonschema
import pytest

from dateline import pipeline
from dateline.model import Collection, Correction, Event, Note, Status
from dateline.writers import pages
from dateline.writers.data import schemas
from dateline.writers.settings import Settings

SITE = Settings(site_url="https://example.org/")
PUT_RIGHT = "It said “2005”; it says “2006”. A slip."
WITHDRAWN = "This event was withdrawn."


def rendered(collection: Collection, settings: Settings = SITE) -> dict[str, str]:
    return {
        path: c if isinstance(c, str) else c.decode("utf-8", "replace")
        for path, c in pages.render(collection, settings)
    }


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return rendered(made.with_everything())


def of(value: str) -> Event:
    return next(e for e in made.with_everything().events if e.value == value)


@pytest.mark.parametrize(
    "path",
    [
        "timelines/csto-membership.md",
        "events/index.md",
        "articles/a000belarusoruzhie.md",
        "entities/uz.md",
        "embed/timeline-csto-membership.md",
        "embed/events.md",
        "corrections/index.md",
    ],
)
def test_a_correction_stands_on_every_page_that_showed_the_error(files: dict[str, str], path: str) -> None:
    assert PUT_RIGHT in files[path] and "21 November 2026" in re.sub("<[^>]+>", "", files[path])


def test_no_other_page_tells_of_it(files: dict[str, str]) -> None:
    assert PUT_RIGHT not in files["entities/kz.md"] and PUT_RIGHT not in files["index.md"]


def test_a_correction_stands_in_the_data(files: dict[str, str]) -> None:
    events = json.loads(files["data/events.json"])["events"]
    (note,) = next(e for e in events if e["date"]["edtf"] == "2006")["notes"]
    assert note["correction"] == {"was": "2005", "now": "2006", "because": "A slip.", "on": "2026-11-21"}


def test_a_withdrawn_event_leaves_a_marked_empty_place_wherever_it_stood(files: dict[str, str]) -> None:
    event = of("2012")
    words = event.statements[0].quote.split(",")[-1].replace("\xa0", " ").strip()
    for path in (
        "timelines/csto-membership.md",
        "events/index.md",
        "entities/uz.md",
        "embed/timeline-csto-membership.md",
    ):
        place = re.search(
            rf'<li[^>]* id="{event.id}".*?</li>|<li>(?:(?!</li>).)*#{event.id}.*?</li>', files[path], re.DOTALL
        )
        assert place and WITHDRAWN in place[0] and words not in place[0] and event.title not in place[0], path
    assert "Denied since." in files["timelines/csto-membership.md"]
    article = files["articles/a000belarusoruzhie.md"]
    told = re.search(rf'<li[^>]*><span class="date">[^/]*</time></span> <a href="[^"]*#{event.id}">.*?</li>', article)
    assert told and WITHDRAWN in told[0] and "Denied since." in told[0]
    assert "Denied since." in files["entities/uz.md"] and "Denied since." in files["embed/events.md"]


def test_every_link_to_a_withdrawn_event_still_leads_to_its_place() -> None:
    collection = csto.collection()
    gone = next(e for e in collection.events if len(e.statements) > 3)
    note = Note("seeds/n.md", 1, on="2026-11-20", status=Status.WITHDRAWN)
    event = replace(gone, status=Status.WITHDRAWN, notes=(note,))
    files = rendered(_with(collection, event))
    for path in ("events/index.md", "timelines/belarus-azerbaijan-arms.md", "embed/events.md"):
        for statement in gone.statements:
            assert files[path].count(f' id="{statement.id}"') == 1, (path, statement.id)


def test_the_page_of_corrections_has_the_latest_first_with_reason_and_link(files: dict[str, str]) -> None:
    text = files["corrections/index.md"]
    assert text.index(PUT_RIGHT) < text.index("Denied since.")
    for value in ("2006", "2012"):
        assert f'href="../timelines/csto-membership/#{of(value).id}"' in text or f"#{of(value).id}" in text
    assert "A. Editor" in text


def test_without_a_correction_there_is_no_page_no_feed_and_no_link() -> None:
    files = rendered(csto.collection())
    assert not [path for path in files if "corrections" in path]
    assert '"corrections"' not in files["overrides/words/words.html"]
    assert json.loads(files["data/index.json"])["corrections"] == []


def test_the_feeds_tell_when_it_was_put_right_and_not_when_it_happened(files: dict[str, str]) -> None:
    feed = feedparser.parse(files["data/corrections.atom"])
    assert not feed.bozo and [e.updated for e in feed.entries] == ["2026-11-21T00:00:00Z", "2026-11-20T00:00:00Z"]
    assert feed.feed.updated == "2026-11-21T00:00:00Z"
    assert PUT_RIGHT in feed.entries[0].content[0].value
    assert (
        feed.entries[0].link == f"https://example.org/timelines/csto-membership/#{of('2006').id}"
        or feed.entries[0].link
    )
    told = json.loads(files["data/corrections.feed.json"])
    schema = dict(schemas())["schemas/feed.schema.json"]
    jsonschema.validate(told, json.loads(schema))
    assert [item["date_published"] for item in told["items"]] == ["2026-11-21T00:00:00Z", "2026-11-20T00:00:00Z"]
    assert len({item["id"] for item in told["items"]}) == 2


def test_a_full_stop_does_not_stand_within_the_sentence() -> None:
    note = Note("seeds/n.md", 1, correction=Correction("It left.", "It said it would leave…", "It was announced.", ""))
    files = rendered(_with(csto.collection(), replace(csto.collection().events[0], notes=(note,))))
    assert "It said “It left”; it says “It said it would leave…”. It was announced." in files["corrections/index.md"]


def test_a_correction_without_a_day_is_on_the_page_and_in_no_feed() -> None:
    event = csto.collection().events[0]
    note = Note("seeds/n.md", 1, correction=Correction("A", "B", "C.", ""))
    files = rendered(_with(csto.collection(), replace(event, notes=(note,))))
    assert "It said “A”; it says “B”. C." in files["corrections/index.md"]
    assert json.loads(files["data/corrections.feed.json"])["items"] == []


@pytest.mark.parametrize("language", ["de", "es", "fr", "ro", "ru"])
def test_it_is_said_in_the_reader_s_language(language: str) -> None:
    text = rendered(made.with_everything(), replace(SITE, language=language))["corrections/index.md"]
    assert not re.search("withdrawn|It said|Corrections as|latest first", text)


def _with(collection: Collection, event: Event) -> Collection:
    def put(events: tuple[Event, ...]) -> tuple[Event, ...]:
        return tuple(event if e.id == event.id else e for e in events)

    timelines = tuple(replace(t, events=put(t.events)) for t in collection.timelines)
    return replace(collection, events=put(collection.events), timelines=timelines)


# -- links that hold ----------------------------------------------------------------------------------------------

HEAD = "---\ntitle: {0}\nurl: https://{0}.example/1\npublished: {1}\nlanguage: en\n---\n"
LATER = HEAD.format("b", "2003-05-01") + "Armenia joined the CSTO on 2 May 2002. Little was left of the hope.\n"
EARLIER = HEAD.format("a", "2002-05-03") + "On 2 May 2002 Armenia joined the CSTO, the ministry told reporters.\n"


def _event(seeds: Path) -> Event:
    (event,) = pipeline.run(pipeline.read(seeds)).events
    return event


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("timelines/t.md", "---\ntitle: T\nshow: {{kinds: [joining]}}\n---\nSee [this](../events/#{id}).\n"),
        ("timelines/t.md", "---\ntitle: T\nshow: {{kinds: [joining]}}\nkey: [{id}]\n---\n"),
        (
            "notes/n.md",
            "---\nnotes:\n  - quote: Armenia joined the CSTO\n    article: b.txt\n    comment: See {id}.\n---\n",
        ),
        ("notes/n.md", "---\nid: {id}\nstatus: withdrawn\ncomment: Denied.\non: 2026-01-02\n---\n"),
        ("entities.yml", "# {id} names it otherwise\n- {{id: nato, kind: organisation, labels: {{en: NATO}}}}\n"),
    ],
)
def test_an_id_that_any_of_the_editor_s_files_names_stays_its_event_s_whatever_merges_later(
    tmp_path: Path, path: str, words: str
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/b.txt").write_text(LATER, encoding="utf-8")
    alone = _event(tmp_path)
    (tmp_path / "articles/a.txt").write_text(EARLIER, encoding="utf-8")
    merged = _event(tmp_path)
    assert len(merged.statements) == 2 and merged.id != alone.id  # the earlier report gives the id
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(words.format(id=alone.id), encoding="utf-8")
    named = _event(tmp_path)
    assert len(named.statements) == 2 and named.id == alone.id
