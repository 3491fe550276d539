"""The JSON files: each keeps its schema, its size and the words of its sources."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import collections_made as made
import hostile
import pytest
from jsonschema import Draft202012Validator

from dateline import words
from dateline.model import Basis, Collection, EntityKind, Kind, Matter, Modality, Status, Timeline
from dateline.writers import data, safety
from dateline.writers.data import csv_table, timeline_json
from dateline.writers.data.context import Context
from dateline.writers.settings import Settings

SITE = Settings(site_name="Dateline", site_url="https://example.org/d/")
NO_ADDRESS = Settings(site_name="Dateline")
COLLECTIONS = {
    "seeds": made.seeds,
    "everything": made.with_everything,
    "hostile": hostile.collection,
    "empty": lambda: Collection((), (), (), ()),
}


@cache
def schema(name: str) -> dict[str, Any]:
    found = dict(data.schemas())[f"schemas/{name}.schema.json"]
    return dict(json.loads(found))


def schema_of(path: str) -> str:
    if path.startswith("annotations"):
        return "annotations"
    if path.startswith("index"):
        return "index"
    return "timelinejs" if ".timelinejs" in path else "feed" if path.endswith(".feed.json") else "timeline"


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))


def faults(name: str, value: object) -> list[str]:
    return [f"{list(e.path)}: {e.message}" for e in validator(name).iter_errors(value)]


def files(collection: Collection, settings: Settings = SITE) -> dict[str, bytes]:
    return dict(data.render(collection, settings))


@pytest.mark.parametrize("path", [path for path, _ in data.schemas()])
def test_a_schema_is_one(path: str) -> None:
    Draft202012Validator.check_schema(json.loads(dict(data.schemas())[path]))


@pytest.mark.parametrize("settings", [SITE, NO_ADDRESS], ids=["address", "no address"])
@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_json_file_keeps_its_schema(collection: str, settings: Settings) -> None:
    found = files(COLLECTIONS[collection](), settings)
    read = [path for path in found if path.endswith(".json") and not path.startswith("schemas/")]
    assert {schema_of(path) for path in read} == {"annotations", "index", "timelinejs", "feed", "timeline"}
    for path in read:
        assert faults(schema_of(path), json.loads(found[path])) == [], path


@pytest.mark.parametrize("language", words.available())
def test_every_language_of_the_site_keeps_the_schemas(language: str) -> None:
    settings = replace(SITE, language=language)
    found, english = files(made.with_everything(), settings), files(made.with_everything())
    for path in (path for path in found if path.endswith(".json") and not path.startswith("schemas/")):
        assert faults(schema_of(path), json.loads(found[path])) == [], path
    events = [json.loads(f["events.json"])["events"] for f in (found, english)]
    assert events[0] == events[1]


def test_what_the_pipeline_makes_of_the_seeds_keeps_the_schemas(collection: Collection) -> None:
    found = files(collection)
    for path in (path for path in found if path.endswith(".json") and not path.startswith("schemas/")):
        assert faults(schema_of(path), json.loads(found[path])) == [], path
    whole = json.loads(found["events.json"])
    texts = {a.id: a.text for a in collection.articles}
    told = [s for e in whole["events"] for s in e["statements"]]
    assert len(told) == len(collection.statements) > 0
    assert all(texts[s["article"]][slice(*s["span"])] == s["quote"] for s in told)


def test_the_schemas_know_every_word_of_the_model() -> None:
    words = {name: set(d["enum"]) for name, d in schema("timeline")["$defs"].items() if "enum" in d}
    assert words["kind"] == set(Kind)
    assert words["modality"] == set(Modality)
    assert words["status"] == set(Status)
    defs = schema("timeline")["$defs"]
    assert set(defs["entity"]["properties"]["kind"]["enum"]) == set(EntityKind)
    assert set(defs["reading"]["properties"]["basis"]["enum"]) == set(Basis)
    assert set(defs["dispute"]["properties"]["matter"]["enum"]) == set(Matter)
    assert tuple(schema("csv-row")["properties"]) == csv_table.COLUMNS


def test_a_quote_stands_at_its_span() -> None:
    collection = made.seeds()
    texts = {a.id: a.text for a in collection.articles}
    whole = json.loads(files(collection)["events.json"])
    statements = [s for e in whole["events"] for s in e["statements"]]
    assert len(statements) == 17
    for statement in statements:
        assert texts[statement["article"]][slice(*statement["span"])] == statement["quote"]
        assert texts[statement["article"]][slice(*statement["date"]["span"])] == statement["date"]["wording"]
    assert any("\xa0" in s["quote"] for s in statements)


def test_dates_say_how_they_were_read() -> None:
    events = json.loads(files(made.seeds())["timelines/csto-membership.json"])["events"]
    (withdrawal,) = [e for e in events if e["date"]["edtf"] == "2024-06-12"]
    assert withdrawal["date"] == {"edtf": "2024-06-12", "first": "2024-06-12", "last": "2024-06-12", "precision": "day"}
    day, week = (s["date"] for s in withdrawal["statements"])
    assert (day["wording"], day["basis"], day["reckoned_from"]) == ("On Wednesday", "document", "2024-06-14")
    assert (week["first"], week["last"], week["precision"]) == ("2024-06-10", "2024-06-16", "interval")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("Y-300000", "Y-300000-01-01", "Y-300000-12-31"),
        ("2021/..", "2021-01-01", None),
        ("../2021-06-30", None, "2021-06-30"),
        ("198X", "1980-01-01", "1989-12-31"),
    ],
)
def test_dates_of_every_shape_have_their_days(value: str, first: str | None, last: str | None) -> None:
    events = json.loads(files(made.with_everything())["timelines/everything.json"])["events"]
    (found,) = [e["date"] for e in events if e["date"]["edtf"] == value]
    assert (found["first"], found["last"]) == (first, last)


def test_editors_events_disputes_and_corrections_are_told_apart() -> None:
    found = {e["id"]: e for e in json.loads(files(made.with_everything())["timelines/everything.json"])["events"]}
    assert found["olinked"]["by_editor"] and found["olinked"]["url"] == "https://example.org/a%20b"
    (disputed,) = [e for e in found.values() if e["disputed"]]
    assert disputed["disputed"] == ["2002", "2003"]
    assert [c["value"] for c in disputed["disputes"][0]["claims"]] == ["2002", "2003"]
    (withdrawn,) = [e for e in found.values() if e["status"] == "withdrawn"]
    assert (withdrawn["modality"], withdrawn["corrected"]) == ("denied", "2026-11-20T00:00:00Z")


def test_the_index_names_every_file_of_a_timeline() -> None:
    found = files(made.with_everything())
    index = json.loads(found["index.json"])
    named = [path for t in index["timelines"] for path in t["files"]] + index["corrections"]
    rest = [p for p in found if not p.startswith(("schemas/", "annotations", "index"))]
    assert sorted(named) == sorted(rest)


def test_a_page_offers_the_files_that_there_are() -> None:
    collection = made.with_everything()
    context, found = Context(collection, SITE), files(collection)
    for timeline in context.exported:
        offered = [d.path for d in data.downloads(timeline, context)]
        assert offered and set(offered) <= set(found)
        assert f"{context.stem(timeline)}.ics" in found or not any(path.endswith(".ics") for path in offered)


def test_every_path_may_be_written() -> None:
    for path in files(made.with_everything()):
        assert all(
            part == safety.slug(part.split(".")[0]) + part[len(part.split(".")[0]) :] for part in path.split("/")
        )


def test_the_same_collection_gives_the_same_bytes() -> None:
    assert list(data.render(made.with_everything(), SITE)) == list(data.render(made.with_everything(), SITE))


def test_no_json_file_passes_two_megabytes_and_nothing_is_lost_between_them() -> None:
    collection = made.of_many(1500, statements=2)
    found = files(collection)
    assert max(len(content) for path, content in found.items() if path.endswith(".json")) <= 2_000_000
    events, path = [], "events.json"
    parts = 0
    while path:
        part = json.loads(found[path])
        told = {s["article"] for e in part["events"] for s in e["statements"]}
        assert told == {a["id"] for a in part["articles"]}
        events += part["events"]
        path, parts = part["next"], parts + 1
    assert parts > 1
    assert [e["id"] for e in events] == [e.id for e in collection.events]
    slides = [
        e
        for n in range(1, 9)
        for e in json.loads(found.get(f"events.timelinejs{f'.{n}' if n > 1 else ''}.json", b'{"events":[]}'))["events"]
    ]
    assert [s["unique_id"] for s in slides] == [e.id for e in collection.events]
    items = [i for n in range(1, 99) for i in json.loads(found.get(f"annotations/{n}.json", b'{"items":[]}'))["items"]]
    assert len(items) == len(collection.statements) == json.loads(found["annotations.json"])["total"]


def test_an_event_larger_than_a_file_goes_on_in_the_next() -> None:
    collection = made.of_many(1, statements=300)
    context, limit = Context(collection, SITE), 60_000
    parts = dict(timeline_json.render(context.everything, context, limit))
    assert len(parts) > 3 and max(map(len, parts.values())) <= limit
    events = [e for content in parts.values() for e in json.loads(content)["events"]]
    assert {e["id"] for e in events} == {"s0x0"}
    assert [s["id"] for e in events for s in e["statements"]] == [s.id for s in collection.events[0].statements]


def test_what_nobody_asked_for_stays_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.writers.data.context.MOST_UNASKED_EVENTS", 2_000)
    many = made.of_many(2001)
    names = [path for path in files(many) if path.startswith("events")]
    assert sorted(names) == ["events.2.json", "events.atom", "events.csv", "events.feed.json", "events.json"]
    few = replace(many, events=many.events[:900], articles=many.articles[:900])  # no large collection
    entities = tuple(Timeline(f"e{n}", f"E{n}", few.events, entity="e1") for n in range(4))
    found = files(replace(few, timelines=entities))
    assert {path.split(".")[0] for path in found if path.startswith("timelines/")} == {"timelines/e0", "timelines/e1"}
    assert "events.ics" in found and "events.timelinejs.json" in found


def test_an_event_is_where_the_pages_put_it() -> None:
    base = made.with_everything()
    whole = Context(base, SITE)
    assert whole.places["s15abcdefghij"] == "timelines/everything/#s15abcdefghij"
    split = Context(base, replace(SITE, split=10))
    assert split.places["s15abcdefghij"] == "timelines/csto-membership/#s15abcdefghij"
    assert split.places["s07abcdefghij"] == "events/2022/#s07abcdefghij"
    assert split.places["olinked"] == "events/2022/#olinked"
    assert split.places_in(base.timelines[0])["s15abcdefghij"] == "timelines/everything/2024/#s15abcdefghij"
    assert set(split.places) == {e.id for e in split.everything.events}
