"""The five promises, each tried on the whole way from articles to timelines."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from root import ROOT

from dateline import pipeline, readers
from dateline.model import Collection, Seeds

UNRELATED = """---
title: A bridge reopens in Porto
url: https://example.org/porto-bridge
published: 2019-03-11
publication: Example
---

The city of Porto reopened the old bridge on 4 March 2019 after two years of repair.
"""


def test_an_unrelated_article_changes_nothing_that_was_there(seeds: Seeds, collection: Collection) -> None:
    stranger = readers.read_article("porto.md", UNRELATED.encode())
    more = pipeline.run(replace(seeds, articles=(*seeds.articles, stranger)))
    assert len(more.articles) == len(collection.articles) + 1
    added = [event for event in more.events if event not in collection.events]
    assert [event.articles for event in added] == [(stranger.id,)]
    assert [e for e in more.events if e not in added] == list(collection.events)


def test_the_order_of_files_changes_nothing(seeds: Seeds, collection: Collection) -> None:
    assert pipeline.run(replace(seeds, articles=seeds.articles[::-1])) == collection


def test_the_result_is_the_same_under_other_locales_zones_and_hash_seeds(collection: Collection) -> None:
    program = "\n".join(
        (
            "import sys; sys.path.insert(0, 'scripts')",
            "from pathlib import Path",
            "from dateline import pipeline",
            "print(ascii(pipeline.run(pipeline.read(Path('seeds')))))",
        )
    )
    surroundings = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Yerevan", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    ]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, **extra}, capture_output=True, check=True
        ).stdout
        for extra in surroundings
    }
    assert len(outputs) == 1


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=400),
    st.sampled_from(["in 2002", "On Wednesday", "в мае 2024 года", "12 June 2024", "31 February 2020"]),
)
def test_any_text_is_read_without_a_fault_and_quoted_verbatim(noise: str, date: str) -> None:
    head = b"---\ntitle: Noise\npublished: 2024-06-14\n---\n"
    body = f"{noise} Armenia left the bloc {date}. {noise[::-1]}"
    try:
        article = readers.read_article("noise.md", head + body.encode("utf-8", "surrogatepass"))
    except readers.Unreadable:
        return
    for statement in pipeline.extract(article, pipeline._gazetteer(())):
        assert article.text[slice(*statement.span)] == statement.quote


@pytest.mark.parametrize("url", ["https://[2001:db8::1/x", "http://]", "not an address", "javascript:alert(1)", ""])
def test_an_address_that_is_none_stops_nothing(url: str) -> None:
    words = f"---\ntitle: T\npublished: 2024-06-14\nurl: '{url}'\n---\nArmenia left the bloc in 2002.\n"
    article = readers.read_article("a.md", words.encode())
    (statement,) = pipeline.extract(article, pipeline._gazetteer(()))
    assert (statement.time.value, statement.origin) == ("2002", "")


def test_no_module_of_the_core_reads_the_clock_or_the_network() -> None:
    core = [
        p
        for p in (ROOT / "scripts" / "dateline").rglob("*.py")
        if p.relative_to(ROOT).parts[2] not in {"cli", "writers", "importing"} and p.name != "serving.py"  # its port
    ]
    forbidden = (
        "now(",
        "today()",
        "time.time",
        "localtime",
        "import socket",
        "import urllib.request",
        "import requests",
        "setlocale",
    )
    assert core
    found = [
        (str(Path(p).relative_to(ROOT)), word)
        for p in core
        for word in forbidden
        if word in p.read_text(encoding="utf-8")
    ]
    assert found == []
