"""The annotations, opened by `pyld`: every quote has one, and its selectors find the words again."""

from __future__ import annotations

import json
from typing import Any

import collections_made as made
from hypothesis import given
from hypothesis import strategies as st
from jsonld_offline import loader
from pyld import jsonld
from test_data_json import NO_ADDRESS, SITE, files

from dateline.model import Collection, TextQuote
from dateline.text import find_quote
from dateline.writers.data import web_annotations
from dateline.writers.data.context import Context

OA = "http://www.w3.org/ns/oa#"


def items(collection: Collection, settings: Any = SITE) -> list[dict[str, Any]]:
    found = files(collection, settings)
    return [
        i
        for n in range(1, 99)
        if f"annotations/{n}.json" in found
        for i in json.loads(found[f"annotations/{n}.json"])["items"]
    ]


def expanded(document: object) -> list[dict[str, Any]]:
    return list(jsonld.expand(document, {"documentLoader": loader}))


def test_a_page_expands_to_the_w3cs_terms_and_loses_nothing() -> None:
    for path, content in files(made.seeds()).items():
        if path.startswith("annotations"):
            document = json.loads(content)
            whole = expanded(document)
            again = jsonld.compact(whole, {"@context": document["@context"]}, {"documentLoader": loader})
            assert again == document, path
            assert "_:" not in json.dumps(whole)


def test_every_statement_has_an_annotation_of_its_words() -> None:
    collection = made.with_everything()
    texts = {a.url: a.text for a in collection.articles}
    found = items(collection)
    assert len({i["id"] for i in found}) == len(found) == len(collection.statements)
    for item, statement in zip(found, collection.statements, strict=True):
        quote, place = item["target"]["selector"]
        assert quote["exact"] == statement.quote and item["body"][0]["value"] == statement.time.value
        text = texts.get(item["target"]["source"], collection.articles[0].text)
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert find_quote(text, TextQuote(quote["exact"], quote["prefix"], quote["suffix"])) == [statement.span]


def test_the_target_is_the_articles_own_address_and_its_copy() -> None:
    targets = [i["target"] for i in items(made.seeds())]
    (russian,) = {t["source"] for t in targets if "state" in t}
    assert russian.startswith("https://nokta.md/")
    assert {t["state"]["cached"][:28] for t in targets if "state" in t} == {"https://web.archive.org/web/"}
    assert {t["source"] for t in targets if "state" not in t} == {"https://example.org/d/articles/a004belarusweapons/"}


def test_without_addresses_there_are_ids_that_stay() -> None:
    first = items(made.seeds(), NO_ADDRESS)
    assert {t["target"]["source"][:9] for t in first} == {"https://n", "urn:uuid:"}
    assert {i["body"][1]["source"][:9] for i in first} == {"urn:uuid:"}
    assert [i["id"] for i in first] == [i["id"] for i in items(made.seeds())]


def test_words_that_stand_twice_are_told_apart() -> None:
    text = (
        "He left in 2002. "
        + "So it was said, again and again. " * 3
        + "He left in 2002. "
        + "So it was said, again and again. " * 4
    )
    for start in (0, text.rindex("He left")):
        before, after = web_annotations.around(text, start, start + 16)
        assert find_quote(text, TextQuote(text[start : start + 16], before, after)) == [(start, start + 16)]


@given(st.text(min_size=1))
def test_any_words_come_back(text: str) -> None:
    collection = made.saying(text)
    (page,) = (json.loads(c) for p, c in web_annotations.render(Context(collection, SITE)) if p == "annotations/1.json")
    (item,) = expanded(page)[0]["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    (quote,) = (s for s in item[f"{OA}hasTarget"][0][f"{OA}hasSelector"] if f"{OA}exact" in s)
    assert quote[f"{OA}exact"] == [{"@value": text}]
    assert quote[f"{OA}prefix"] == [{"@value": "Before. "}]
