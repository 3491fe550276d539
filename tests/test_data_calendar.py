"""The calendars, opened by `icalendar`: days that are told, ids that stay, and nothing padded."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import collections_made as made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event
from test_data_json import NO_ADDRESS, SITE, files

from dateline.writers.data import ics, telling
from dateline.writers.data.context import Context


def opened(content: bytes) -> list[Event]:
    calendar = Calendar.from_ical(content)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def of(collection: object, path: str = "timelines/everything.ics") -> dict[str, Event]:
    return {str(event["UID"]).removesuffix("@dateline"): event for event in opened(files(collection)[path])}  # type: ignore[arg-type]


def test_the_day_of_the_withdrawal_is_in_the_calendar() -> None:
    (event,) = opened(files(made.seeds())["timelines/csto-membership.ics"])
    assert event["DTSTART"].dt == dt.date(2024, 6, 12)
    assert event["DTEND"].dt == dt.date(2024, 6, 13)
    assert event["DTSTAMP"].dt == dt.datetime(2024, 6, 14, 14, 8, tzinfo=dt.UTC)
    assert event["STATUS"] == "TENTATIVE"
    assert "Nikol Pashinyan announced" in event["SUMMARY"]
    assert event["SUMMARY"].params["LANGUAGE"] == "en"
    assert event["URL"] == "https://example.org/d/timelines/csto-membership/#s15abcdefghij"


def test_only_days_that_are_told_are_in_the_calendar() -> None:
    events = of(made.with_everything())
    told = {made.EVERY_SHAPE[int(id_[1:])] for id_ in events if id_.startswith("o") and id_ != "olinked"}
    assert told == {"2020-02-28/2020-03-02", "2023-04-05", "2024-06-12T10:30"}
    (interval,) = [e for e in events.values() if e["DTSTART"].dt == dt.date(2020, 2, 28)]
    assert interval["DTEND"].dt == dt.date(2020, 3, 3)


def test_a_timeline_of_years_has_no_calendar() -> None:
    assert "timelines/belarus-azerbaijan-arms.ics" not in files(made.seeds())


def test_a_disputed_day_is_not_in_the_calendar() -> None:
    event = made.own("o1", "2024-06-12/2024-06-14")
    assert ics.days(event) and not ics.days(replace(event, disputed=("2024-06-12", "2024-06-14")))


def test_a_withdrawn_event_is_cancelled_and_a_correction_counted() -> None:
    base = made.with_everything()
    day = {"2006": "2006-08-16", "2012": "2012-12-19"}
    events = tuple(replace(e, value=day.get(e.value, e.value)) for e in base.events)
    found = of(replace(base, events=events, timelines=()), "events.ics")
    corrected, withdrawn = (next(e for e in found.values() if str(e["DTSTART"].dt) == d) for d in day.values())
    assert (withdrawn["STATUS"], withdrawn["SEQUENCE"]) == ("CANCELLED", 1)
    assert corrected["LAST-MODIFIED"].dt == dt.datetime(2026, 11, 21, tzinfo=dt.UTC)


def test_an_event_keeps_its_id_wherever_it_is() -> None:
    ids = {str(e["UID"]) for p, c in files(made.seeds()).items() if p.endswith(".ics") for e in opened(c)}
    assert ids == {str(e["UID"]) for e in opened(files(made.seeds(), NO_ADDRESS)["events.ics"])}
    assert len(ids) == 1


def test_without_the_sites_address_there_is_no_link() -> None:
    assert all("URL" not in e for e in opened(files(made.with_everything(), NO_ADDRESS)["events.ics"]))


@pytest.mark.parametrize(
    "text", ["", "a" * 74, "a" * 75, "a" * 76, "ж" * 37 + "a", "ж" * 400, "😀" * 100, "a" * 74 + "😀" * 37]
)
def test_lines_are_folded_between_characters(text: str) -> None:
    lines = ics.folded(text).split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert "".join(line.decode().removeprefix(" ") if n else line.decode() for n, line in enumerate(lines)) == text


@given(st.text() | st.text(st.sampled_from('\\;,:\n\r"nN\x00\u2028 a')))
def test_any_words_come_back(text: str) -> None:
    collection = made.saying(text)
    context = Context(collection, SITE)
    events = {str(e["UID"]): e for e in opened(ics.render(collection.timelines[0], context))}
    assert set(events) == {"s1@dateline"}
    told = telling.tell(collection.events[0], context)
    (event,) = events.values()
    assert str(event["SUMMARY"]) == told.headline
    for quote in told.quotes:
        assert quote.text in str(event["DESCRIPTION"])
