"""The demo from statements onward: ten events, two timelines, and the editor's notes on them."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from demo import ENTITIES, demo
from statements import Sheet

from dateline import definitions, events, notes, timelines
from dateline.model import Event, Modality, Span

ROOT = Path(__file__).resolve().parent.parent
MEMBERSHIP = ["treaty", "left-1999", "founded", "uz-joined", "uz-left", "withdrawal"]


@pytest.fixture(scope="module")
def merged() -> tuple[Event, ...]:
    articles, told = demo()
    return events.merge([s for group in told.values() for s in group], articles, ENTITIES)


def named(merged: tuple[Event, ...], name: str) -> Event:
    ids = {s.id for s in demo()[1][name]}
    return next(e for e in merged if ids & {s.id for s in e.statements})


def test_seventeen_statements_are_ten_events(merged: tuple[Event, ...]) -> None:
    gold = {frozenset(s.id for s in group) for group in demo()[1].values()}
    assert {frozenset(s.id for s in event.statements) for event in merged} == gold


def test_the_order_of_statements_changes_nothing(merged: tuple[Event, ...]) -> None:
    articles, told = demo()
    shuffled = [s for group in told.values() for s in group]
    for seed in range(20):
        random.Random(seed).shuffle(shuffled)
        assert events.merge(shuffled, articles, ENTITIES) == merged


def test_the_more_precise_wording_dates_the_withdrawal(merged: tuple[Event, ...]) -> None:
    withdrawal = named(merged, "withdrawal")
    assert (withdrawal.value, withdrawal.disputed, withdrawal.modality) == ("2024-06-12", (), Modality.PLANNED)
    assert "csto" in withdrawal.entities


def test_two_articles_after_politico_are_one_origin(merged: tuple[Event, ...]) -> None:
    arms = named(merged, "arms")
    assert (arms.origins, len(arms.articles), arms.languages) == (("Politico",), 2, ("ru", "en"))
    assert arms.title == "Politico: Belarus delivered advanced weapons to Azerbaijan in 2018-2022"
    assert arms.first_reported == "2024-06-14T11:00:00+00:00"


def test_nothing_in_the_demo_is_disputed(merged: tuple[Event, ...]) -> None:
    assert [event.disputes for event in merged if event.disputes] == []


def test_a_title_is_verbatim_and_in_the_sites_language_where_a_source_is(merged: tuple[Event, ...]) -> None:
    articles, told = demo()
    by_id = {s.id: s for group in told.values() for s in group}
    for event in merged:
        assert event.title in articles[by_id[event.titled_by].article].text
        assert (event.title_language == "en") == ("en" in event.languages)
    in_russian = events.merge(by_id.values(), articles, ENTITIES, language="ru")
    assert {e.title_language for e in in_russian if "ru" in e.languages} == {"ru"}


def test_a_pinned_statement_gives_its_event_its_id(merged: tuple[Event, ...]) -> None:
    articles, told = demo()
    pin = told["founded"][-1].id
    pinned = events.merge([s for group in told.values() for s in group], articles, ENTITIES, frozenset({pin}))
    assert named(pinned, "founded").id == pin != named(merged, "founded").id


def test_the_shipped_definitions_show_the_events_of_the_gold(merged: tuple[Event, ...]) -> None:
    articles, told = demo()
    desk = definitions.read(ROOT / "seeds")
    assert desk.problems == ()
    made, problems = timelines.make(merged, desk.timelines, ENTITIES, articles)
    assert problems == ()
    shown = {t.slug: [frozenset(s.id for s in e.statements) for e in t.events] for t in made}
    wanted = {name: frozenset(s.id for s in group) for name, group in told.items()}
    assert shown == {
        "belarus-azerbaijan-arms": [wanted["arms"]],
        "csto-membership": [wanted[name] for name in MEMBERSHIP],
    }


def test_the_shipped_notes_find_their_events(merged: tuple[Event, ...]) -> None:
    articles, _ = demo()
    desk = definitions.read(ROOT / "seeds")
    annotated, problems = notes.apply(merged, [n for d in desk.timelines for n in d.notes], articles)
    assert problems == ()
    assert [n.comment[:13] for n in named(annotated, "left-1999").notes] == ["The precursor"]
    assert [n.comment[:10] for n in named(annotated, "withdrawal").notes] == ["Announced,"]
    assert [n.comment[:5] for n in named(annotated, "arms").notes] == ["Both "]


def test_a_title_begins_a_sentence_rather_than_a_subclause_and_is_never_a_date_alone() -> None:
    early, late = Sheet("early", published="2024-01-01"), Sheet("late", published="2024-02-01")
    early.says("who founded the CSTO {in 2002}.", "2002", "founding", "csto")
    late.says("The CSTO was founded {in 2002}.", "2002", "founding", "csto")
    (event,) = events.merge(
        [*early.statements, *late.statements], {"early": early.article, "late": late.article}, ENTITIES
    )
    assert (event.title, event.titled_by) == ("The CSTO was founded in 2002", late.statements[0].id)
    long = Sheet("long")
    long.says(
        f"{{On Wednesday}}, the prime minister, who had {'often and at length ' * 8}spoken of it, left the CSTO.",
        "2024-06-12",
        "leaving",
        "armenia, csto",
    )
    (event,) = events.merge(long.statements, {"long": long.article}, ENTITIES)
    assert event.title in long.text
    assert "On Wednesday, the prime minister" in event.title
    assert len(event.title) <= 140


def test_a_subclause_is_told_with_what_it_hangs_on() -> None:
    sheet = Sheet("a")
    told = sheet.says("Both are members of the CSTO, an alliance formed {in 2002}.", "2002", "founding", "csto")
    start = sheet.text.index("an alliance")
    hanging = replace(told, clause=Span(start, told.clause.end))
    (event,) = events.merge([hanging], {"a": sheet.article}, ENTITIES)
    assert event.title == "Both are members of the CSTO, an alliance formed in 2002"
    far = Sheet("b")
    told = far.says(
        f"Both are {'very ' * 25}old members of the Collective Treaty, an alliance formed {{in 2002}}.",
        "2002",
        "founding",
        "csto",
    )
    hanging = replace(told, clause=Span(far.text.index("an alliance"), told.clause.end))
    (event,) = events.merge([hanging], {"b": far.article}, ENTITIES)
    assert event.title == "Collective Treaty, an alliance formed in 2002"
