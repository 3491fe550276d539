"""Notes find their events by quote or id, change them as the editor says, and are reported when they find nothing."""

from __future__ import annotations

import pytest
from demo import ENTITIES, demo

from dateline import events, notes
from dateline.model import Correction, Event, Note, Problem, Status, TextQuote

WITHDRAWAL = "Armenia’s decision this week"
QUIT = "Azerbaijan quit a precursor to the bloc"


@pytest.fixture(scope="module")
def merged() -> tuple[Event, ...]:
    articles, told = demo()
    return events.merge([s for group in told.values() for s in group], articles, ENTITIES)


def note(exact: str = "", **fields: object) -> Note:
    quote = TextQuote(exact) if exact else None
    return Note("seeds/notes/n.md", 7, quote, **fields)  # type: ignore[arg-type]


def apply(merged: tuple[Event, ...], *of: Note) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    return notes.apply(merged, of, demo()[0])


def holding(annotated: tuple[Event, ...], name: str, place: int = 0) -> Event:
    id = demo()[1][name][place].id
    return next(e for e in annotated if id in {s.id for s in e.statements})


def test_a_note_by_quote_stands_on_its_event(merged: tuple[Event, ...]) -> None:
    annotated, problems = apply(merged, note(QUIT, comment="The treaty."))
    assert problems == ()
    assert [n.comment for n in holding(annotated, "left-1999").notes] == ["The treaty."]
    assert sum(bool(e.notes) for e in annotated) == 1


def test_a_quote_matches_whatever_its_spaces_and_quotation_marks(merged: tuple[Event, ...]) -> None:
    annotated, problems = apply(merged, note("Armenia's\u00a0decision this week", comment="x"))
    assert problems == ()
    assert holding(annotated, "withdrawal").notes


def test_a_note_by_id_needs_no_quote(merged: tuple[Event, ...]) -> None:
    id = demo()[1]["founded"][1].id
    annotated, problems = apply(merged, note(id=id, title="The CSTO is founded"))
    event = holding(annotated, "founded")
    assert (problems, event.title, event.titled_by) == ((), "The CSTO is founded", "")


def test_date_status_and_correction_change_the_event_and_are_kept(merged: tuple[Event, ...]) -> None:
    put_right = Correction("1999", "1999-04-02", "The treaty's depositary says so.", "2026-11-21")
    annotated, _ = apply(
        merged, note(QUIT, date="1999-04-02", because="b", status=Status.WITHDRAWN, correction=put_right)
    )
    event = holding(annotated, "left-1999")
    assert (event.value, event.status, event.notes[0].correction) == ("1999-04-02", Status.WITHDRAWN, put_right)


def test_a_hidden_event_is_left_out(merged: tuple[Event, ...]) -> None:
    annotated, problems = apply(merged, note(QUIT, hide=True))
    assert (len(annotated), problems) == (len(merged) - 1, ())


def test_merge_makes_two_events_one_under_the_first_id(merged: tuple[Event, ...]) -> None:
    other = demo()[1]["uz-left"][0].id
    annotated, problems = apply(merged, note(QUIT, merge=(other,)))
    event = holding(annotated, "left-1999")
    assert problems == ()
    assert event.id == holding(merged, "left-1999").id
    assert other in {s.id for s in event.statements}
    assert len(annotated) == len(merged) - 1


def test_split_takes_one_statement_out(merged: tuple[Event, ...]) -> None:
    annotated, problems = apply(merged, note(WITHDRAWAL, split=True))
    assert problems == ()
    assert len(annotated) == len(merged) + 1
    assert holding(annotated, "withdrawal", 0).value == "2024-06-10/2024-06-16"
    assert holding(annotated, "withdrawal", 1).value == "2024-06-12"


def test_split_and_hide_removes_one_statement_alone(merged: tuple[Event, ...]) -> None:
    annotated, _ = apply(merged, note(WITHDRAWAL, split=True, hide=True))
    told = {s.id for e in annotated for s in e.statements}
    assert demo()[1]["withdrawal"][0].id not in told
    assert len(told) == 16


@pytest.mark.parametrize(
    ("adrift", "words"),
    [
        (note("Azerbaijan left a precursor to the bloc", comment="x"), "nearest is “Azerbaijan quit a precursor"),
        (note("Nothing of the kind was ever written here", comment="x"), "stands in no article"),
        (note("Azerbaijan", comment="x"), "the quote fits"),
        (note(QUIT, article="nowhere", comment="x"), "no article with 'nowhere'"),
        (note(id="sgone", comment="x"), "no statement 'sgone'"),
        (note(QUIT, merge=("sgone",)), "no statement 'sgone'"),
    ],
)
def test_a_note_adrift_is_an_error_that_names_the_nearest(merged: tuple[Event, ...], adrift: Note, words: str) -> None:
    annotated, problems = apply(merged, adrift)
    (problem,) = problems
    assert words in problem.message
    assert (problem.path, problem.line, problem.severity) == ("seeds/notes/n.md", 7, "error")
    assert {s.id for e in annotated for s in e.statements} == {s.id for e in merged for s in e.statements}


def test_prefix_tells_one_place_from_another(merged: tuple[Event, ...]) -> None:
    here = Note("n.md", 1, TextQuote("2002", prefix="formed in "), comment="x")
    annotated, problems = apply(merged, here)
    assert problems == ()
    assert holding(annotated, "founded").notes == (here,)


def test_the_order_of_notes_changes_nothing(merged: tuple[Event, ...]) -> None:
    some = [note(QUIT, comment="a"), note(WITHDRAWAL, split=True), note(id=demo()[1]["founded"][0].id, title="T")]
    assert apply(merged, *some) == apply(merged, *some[::-1])


def test_edited_neighbours_set_no_quote_adrift_that_tells_its_place(merged: tuple[Event, ...]) -> None:
    long = Note("n.md", 1, TextQuote("quit a precursor to the bloc", prefix="The country then "), comment="x")
    annotated, problems = apply(merged, long)
    assert problems == ()
    assert holding(annotated, "left-1999").notes == (long,)
    short = Note("n.md", 1, TextQuote("in 1999", prefix="The country left it "), comment="x")
    _, problems = apply(merged, short)
    assert [problem.code for problem in problems] == ["note-adrift"]
