"""A timeline of many events, split into pages by year: what each page says of the others, and when it changes."""

from __future__ import annotations

import re
from dataclasses import replace

import csto

from dateline import edtf
from dateline.model import Collection, Event
from dateline.writers import pages
from dateline.writers.buckets import buckets
from dateline.writers.settings import Settings

_YEAR = re.compile(r'<li><a href="([^"]*)"([^>]*)>([^<]*?) ?(?:<span>(\d+)</span>)?</a></li>')


def rendered(collection: Collection) -> dict[str, str]:
    files = pages.render(collection, Settings(split=3))
    return {path: content for path, content in files if isinstance(content, str)}


def years(page: str) -> list[tuple[str, str, bool]]:
    """The table of years: name, count as it is written, and whether it is the page that is open."""
    table = page[page.index('<nav class="years"') :]
    found = _YEAR.findall(table[: table.index("</nav>")])
    return [(name, count, "aria-current" in attributes) for _, attributes, name, count in found]


def test_many_events_are_split_by_year_and_every_page_is_linked() -> None:
    files = rendered(csto.collection())
    assert {"events/1992.md", "events/2024.md", "timelines/csto-membership/2002.md"} <= set(files)
    assert 'href="2002/"' in files["timelines/csto-membership.md"]


def test_the_first_page_says_how_much_each_year_holds_and_a_page_how_much_its_own() -> None:
    files = rendered(csto.collection())
    first, page = files["timelines/csto-membership.md"], files["timelines/csto-membership/2002.md"]
    assert years(first) == [(year, "1", False) for year in ("1992", "1999", "2002", "2006", "2012", "2024")]
    assert years(page) == [
        (year, "1" if year == "2002" else "", year == "2002")
        for year in ("1992", "1999", "2002", "2006", "2012", "2024")
    ]


def test_a_page_is_named_by_its_timeline_and_its_span_or_year() -> None:
    base = csto.collection()
    files = rendered(base)
    assert named(files["timelines/csto-membership.md"]) == "CSTO membership, 1992–2024"
    assert named(files["timelines/csto-membership/2002.md"]) == "CSTO membership: 2002"
    says_so = replace(base.timelines[0], title="Alliances 1992–2024")
    files = rendered(replace(base, timelines=(says_so, *base.timelines[1:])))
    assert named(files["timelines/csto-membership.md"]) == "Alliances 1992–2024"


def named(page: str) -> str:
    """The name of a page in a browser's tab and where a link to it is shown."""
    found = re.search(r'^title: "?(.*?)"?$', page, re.MULTILINE)
    return found[1] if found else ""


def test_the_latest_report_stands_on_the_first_page_only() -> None:
    files = rendered(csto.collection())
    assert "latest report" in files["timelines/csto-membership.md"]
    assert "latest report" not in files["timelines/csto-membership/2002.md"]


def test_an_event_more_changes_the_first_page_and_those_of_its_year() -> None:
    base = csto.collection()
    line = base.timelines[0]
    event = next(e for e in line.events if e.value.startswith("2024"))
    more = replace(event, id="e-more", statements=(), first_reported="2026-01-01", quote="More.")
    longer = replace(line, events=(*line.events, more))
    before, after = rendered(base), rendered(replace(base, timelines=(longer, *base.timelines[1:])))
    own = [path for path in before if path.startswith("timelines/csto-membership")]
    changed = {path for path in own if path.endswith(".md") and before[path] != after[path]}
    assert changed == {"timelines/csto-membership.md", "timelines/csto-membership/2024.md"}


def spread(*values: str) -> tuple[Event, ...]:
    """One event of each date, in order of time."""
    base = csto.collection().events[0]
    found = (replace(base, id=f"e{place:04}", value=value) for place, value in enumerate(values))
    return tuple(sorted(found, key=lambda e: (edtf.sort_key(e.value), e.id)))


def held(events: tuple[Event, ...], most: int) -> dict[str, list[str]]:
    return {bucket.slug: [event.value for event in bucket.events] for bucket in buckets(events, most)}


def test_quiet_years_share_the_page_of_their_century_or_decade() -> None:
    full = tuple(f"1994-0{month}-01" for month in (2, 3, 4)) * 11
    events = spread("1812", "1834-05", "../1877", "1911", "1913-07-28", "18XX", "1931", *full, "1995", "1997")
    assert held(events, 40) == {
        "18xx": ["18XX", "1812", "1834-05", "../1877"],
        "191x": ["1911", "1913-07-28"],
        "1931": ["1931"],
        "1994": sorted(full),
        "1995": ["1995"],
        "1997": ["1997"],
    }


def test_what_is_dated_to_a_century_stands_under_no_year() -> None:
    many = tuple(f"19{year}" for year in range(10, 42))
    events = spread("14XX", "1900-05-03", "1900", "19XX", "191X", *many)
    assert {slug: values for slug, values in held(events, 30).items() if "x" in slug or slug == "1900"} == {
        "14xx": ["14XX"],
        "19xx": ["19XX"],
        "1900": ["1900", "1900-05-03"],
        "191x": ["1910", "191X", *many[1:10]],
        "192x": list(many[10:20]),
        "193x": list(many[20:30]),
        "194x": list(many[30:]),
    }
    base = csto.collection()
    line = replace(base.timelines[0], events=events)
    files = dict(pages.render(replace(base, events=events, timelines=(line,)), Settings()))
    headings = re.findall(r'<h2 id="y([^"]*)">(.*?)</h2>', str(files["timelines/csto-membership.md"]))
    assert headings[:4] == [("14XX", "1400–1499"), ("19XX", "1900–1999"), ("1900", "1900"), ("191X", "the 1910s")]


def test_a_full_year_has_a_page_a_month_and_one_for_what_tells_no_month() -> None:
    events = spread("2022", "2022", *(f"2022-01-{day:02}" for day in range(1, 4)), "2022-02", "2023")
    assert list(held(events, 4)) == ["2022", "2022-01", "2022-02", "2023"]
