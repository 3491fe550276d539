"""Hostile words in every field of articles, entities, notes, timelines: each output opens and holds them as words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import collections_made as made
import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from test_data_csv import rows, undefused
from test_data_json import NO_ADDRESS, SITE, faults, files, schema_of

from dateline.writers.safety import showable

ROOT = Path(__file__).resolve().parent.parent
#: One probe a line, as a JSON string; add yours.
PROBES = [json.loads(line) for line in (ROOT / "tests/corpus/hostile.jsonl").read_text("utf-8").splitlines()]


class Tags(HTMLParser):
    """Tags and attributes as a browser takes them."""

    found: tuple[tuple[str, str, str], ...] = ()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += ((tag, "", ""), *((tag, name, value or "") for name, value in attrs))


def strangers(markup: str) -> list[tuple[str, str, str]]:
    """What Dateline doesn't write by itself: other tags and attributes, addresses of other schemes."""
    page, harmless = Tags(), re.compile(r"(?:https?|mailto):\S+")
    page.feed(markup)
    page.close()
    known = {("p", ""), ("cite", ""), ("a", ""), ("a", "href"), ("blockquote", "")}
    known |= {("blockquote", name) for name in ("dir", "lang", "cite")}
    return [f for f in page.found if f[:2] not in known or (f[1] in ("href", "cite") and not harmless.fullmatch(f[2]))]


def opened(text: str) -> dict[str, bytes]:
    """Every output of a collection that says `text` everywhere; each is read by what reads such."""
    found = files(made.saying(text))
    for path, content in found.items():
        content.decode("utf-8")
        if path.endswith(".json") and not path.startswith("schemas/"):
            assert faults(schema_of(path), json.loads(content)) == [], path
        elif path.endswith(".csv"):
            assert all(faults("csv-row", row) == [] for row in rows(content))
        elif path.endswith(".ics"):
            assert len(Calendar.from_ical(content).walk("VEVENT")) == 1
        elif path.endswith(".atom"):
            feed = feedparser.parse(content)
            assert not feed.bozo and len(feed.entries) == 2
    return found


@pytest.mark.parametrize(
    "text",
    # All of them are slow; every eighth is tried each time.
    [pytest.param(probe, marks=[pytest.mark.slow] if n % 8 else []) for n, probe in enumerate(PROBES)],
    ids=lambda text: ascii(text[:20]),
)
def test_a_probe_breaks_no_output(text: str) -> None:
    found = opened(text)
    assert b"<script" not in b"".join(c for p, c in found.items() if p.endswith((".json", ".atom"))).lower()
    for content in (c for p, c in found.items() if p.endswith(".feed.json")):
        for item in json.loads(content)["items"]:
            assert strangers(item["content_html"]) == []


@settings(max_examples=60, deadline=None)
@given(
    st.text() | st.sampled_from(PROBES) | st.text(st.characters(categories=["Cc", "Cf", "Cs", "Po", "Zl", "Zp", "Ll"]))
)
def test_any_words_are_data_in_every_output(text: str) -> None:
    found = opened(text)
    verbatim = "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text)
    own, told = json.loads(found["timelines/line.json"])["events"]
    (statement,) = told["statements"]
    assert [statement[k] for k in ("quote", "speaker", "origin")] == [verbatim] * 3
    assert [told["title"], own["title"], own["quote"], statement["date"]["wording"]] == [verbatim] * 4
    assert json.loads(found["index.json"])["articles"][0]["title"] == verbatim
    own_row, row = rows(found["timelines/line.csv"])
    assert [undefused(row[k]) for k in ("quote", "title", "publication", "article_title")] == [showable(text)] * 4
    assert undefused(own_row["quote"]) == showable(text)


@pytest.mark.parametrize("site", [SITE, NO_ADDRESS], ids=["address", "no address"])
def test_the_bytes_are_the_same_under_other_locales_zones_and_hash_seeds(site: object) -> None:
    program = "\n".join(
        (
            "import hashlib, sys; sys.path[:0] = ['scripts', 'tests']",
            "import collections_made as made",
            "from dateline.writers import data",
            "from dateline.writers.settings import Settings",
            f"files = data.render(made.with_everything(), Settings(site_url={site.site_url!r}))",  # type: ignore[attr-defined]
            "print(hashlib.sha256(b''.join(path.encode() + content for path, content in files)).hexdigest())",
        )
    )
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Yerevan", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=os.environ | more, capture_output=True, check=True
        ).stdout
        for more in surroundings
    }
    assert len(outputs) == 1
