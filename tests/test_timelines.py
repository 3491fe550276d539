"""Timelines: what a definition shows, what it names wrongly, and what there is where nobody defined any."""

from __future__ import annotations

from dataclasses import replace

import pytest
from demo import ENTITIES, demo
from statements import Sheet

from dateline import events, timelines
from dateline.model import (
    Article,
    Condition,
    Correction,
    Definition,
    Entity,
    EntityKind,
    Event,
    Kind,
    Note,
    OwnEvent,
    Problem,
    Severity,
    Timeline,
)
from dateline.timelines.key import key_events, weight


@pytest.fixture(scope="module")
def merged() -> tuple[Event, ...]:
    articles, told = demo()
    return events.merge([s for group in told.values() for s in group], articles, ENTITIES)


def shown(merged: tuple[Event, ...], show: Condition) -> list[str]:
    names = {s.id: name for name, group in demo()[1].items() for s in group}
    (line,), problems = timelines.make(merged, [Definition("t", "t.md", "T", show)], ENTITIES, demo()[0])
    assert problems == ()
    return [names[e.statements[0].id] for e in line.events]


@pytest.mark.parametrize(
    ("show", "names"),
    [
        (Condition(entities=("uzbekistan",), kinds=(Kind.LEAVING,)), ["left-1999", "uz-left"]),
        (Condition(entities=("ОДКБ",), start="2005", end="2012"), ["uz-joined", "uz-left"]),
        (Condition(end="1992-03"), ["treaty"]),
        (Condition(start="2021", end="2021"), ["arms"]),
        (Condition(languages=("en",), entities=("CSTO", "belarus")), ["founded", "arms", "withdrawal"]),
        (Condition(origins=("politico",)), ["arms", "withdrawal"]),
        (Condition(articles=("004",), kinds=(Kind.FOUNDING,)), ["founded"]),
        (Condition(text=("ВЫШЛИ ИЗ НЕГО",)), ["left-1999"]),
        (Condition(any_of=(Condition(end="1992"), Condition(start="2024-06"))), ["treaty", "withdrawal"]),
        (Condition(all_of=(Condition(entities=("azerbaijan",)), Condition(entities=("belarus",)))), ["arms"]),
        (Condition(kinds=(Kind.LEAVING,), none_of=(Condition(entities=("uzbekistan",)),)), ["withdrawal"]),
    ],
)
def test_a_condition_holds(merged: tuple[Event, ...], show: Condition, names: list[str]) -> None:
    assert shown(merged, show) == names


def test_an_event_whose_date_was_corrected_stays_where_the_error_stood(merged: tuple[Event, ...]) -> None:
    show, other = Condition(start="1998", end="2000"), Condition(start="2010", end="2010")
    put_right = Note("n.md", 1, date="2010", because="b", correction=Correction("1999", "2010", "b", "2026-11-21"))
    for note, places in (
        (put_right, (["left-1999"], ["left-1999"])),
        (replace(put_right, correction=None), ([], ["left-1999"])),
    ):
        changed = tuple(replace(e, value="2010", notes=(note,)) if e.value == "1999" else e for e in merged)
        names = {s.id: name for name, group in demo()[1].items() for s in group}
        for condition, wanted in zip((show, other), places, strict=True):
            (line,), _ = timelines.make(changed, [Definition("t", "t.md", "T", condition)], ENTITIES, demo()[0])
            assert [names[e.statements[0].id] for e in line.events] == wanted


def faults(merged: tuple[Event, ...], show: Condition, **more: object) -> tuple[Problem, ...]:
    definition = Definition("t", "seeds/timelines/t.md", "T", show, **more)  # type: ignore[arg-type]
    return timelines.make(merged, [definition], ENTITIES, demo()[0])[1]


def test_an_unknown_entity_is_named_with_line_and_suggestion(merged: tuple[Event, ...]) -> None:
    show = Condition(any_of=(Condition(entities=("CTSO",), lines=(("CTSO", 4),)), Condition(entities=("csto",))))
    (problem,) = faults(merged, show)
    assert (problem.line, problem.message) == (4, "no entity 'CTSO'; did you mean CSTO?")


def test_of_names_equally_near_the_one_in_the_same_letters_is_suggested(merged: tuple[Event, ...]) -> None:
    alike = Entity("am", EntityKind.COUNTRY, (("en", "Armenia"), ("pt", "Armênia"), ("sv", "Arménia")))
    definition = Definition("t", "seeds/timelines/t.md", "T", Condition(entities=("Arminia",)))
    _, problems = timelines.make(merged, [definition], {"am": alike}, demo()[0])
    assert problems[0].message == "no entity 'Arminia'; did you mean Armenia?"


def test_an_unknown_origin_is_a_doubt(merged: tuple[Event, ...]) -> None:
    known = merged[0].origins[0]
    show = Condition(origins=(known, f"{known}z"), lines=((f"{known}z", 5),))
    (problem,) = faults(merged, show)
    assert (problem.line, problem.severity) == (5, Severity.WARNING)
    assert problem.message == f"no event is told after '{known}z'; did you mean {known}?"


def test_an_unknown_article_and_a_foreign_key_are_named(merged: tuple[Event, ...]) -> None:
    show = Condition(articles=("005",), lines=(("005", 3),))
    key = (demo()[1]["arms"][0].id, "snone")
    problems = faults(merged, show, key=key, events=(OwnEvent("2022", "Own"),), lines=((key[0], 8), (key[1], 9)))
    assert [(p.line, p.message.split("' ", 1)[1]) for p in problems] == [
        (3, "in the id, the path or the address"),
        (8, "is not in this timeline"),
        (9, "is no statement's id"),
    ]


def test_an_empty_timeline_says_what_empties_it(merged: tuple[Event, ...]) -> None:
    (problem,) = faults(
        merged, Condition(entities=("csto",), kinds=(Kind.FOUNDING,), start="2025"), lines=(("show", 3),)
    )
    assert (problem.severity, problem.line) == ("warning", 3)
    assert problem.message == "no event is shown; without `from` there would be 1"


def test_an_event_of_the_editors_own_stands_in_its_place_and_counts_as_no_source(merged: tuple[Event, ...]) -> None:
    own = OwnEvent("2008", "Own", "https://e.org/", "", "Words")
    definition = Definition("t", "t.md", "T", Condition(entities=("uzbekistan",), start="2006"), events=(own,))
    (line,), _ = timelines.make(merged, [definition], ENTITIES, demo()[0])
    assert [e.value for e in line.events] == ["2006", "2008", "2012"]
    mine = line.events[1]
    assert (mine.by_editor, mine.origins, mine.title, mine.quote) == (True, (), "Own", "Words")


def test_without_definitions_there_are_all_events_and_one_an_entity(merged: tuple[Event, ...]) -> None:
    made, problems = timelines.make(merged, [], ENTITIES, demo()[0], language="ru")
    assert problems == ()
    assert made[0].events == merged
    counted = {line.entity: len(line.events) for line in made[1:]}
    assert counted == {n: c for n in ENTITIES if (c := sum(n in e.entities for e in merged)) >= 3}
    assert {line.entity: line.title for line in made[1:]}["csto"] == "ОДКБ"


def long_timeline(wanted: tuple[str, ...] = ()) -> tuple[Timeline, list[Event]]:
    """Twenty meetings; many later articles come back to the fifth, many of its own day tell of the tenth."""
    sheets = []
    for day in range(1, 21):
        sheets.append(Sheet(f"d{day}", published=f"2024-03-{day:02d}", publication=f"Paper {day}"))
        sheets[-1].says(f"Leaders met on {{{day} March}} in room {100 + day}.", f"2024-03-{day:02d}", "meeting", "csto")
    for later in range(4):
        sheets.append(Sheet(f"l{later}", published=f"2024-05-0{later + 1}", publication=f"Later {later}"))
        sheets[-1].says("Leaders met on {5 March} in room 105.", "2024-03-05", "meeting", "csto")
        sheets.append(Sheet(f"n{later}", published="2024-03-10", publication=f"News {later}"))
        sheets[-1].says("Leaders met {on Sunday} in room 110.", "2024-03-10", "meeting", "csto")
    articles = {s.id: s.article for s in sheets}
    merged = events.merge([x for s in sheets for x in s.statements], articles, ENTITIES)
    definition = Definition("t", "t.md", "T", Condition(entities=("csto",)), key=wanted)
    (line,), _ = timelines.make(merged, [definition], ENTITIES, articles)
    return line, list(merged)


def test_key_events_are_those_that_later_articles_come_back_to() -> None:
    line, merged = long_timeline()
    values = {e.id: e.value for e in merged}
    assert [values[id] for id in line.key] == ["2024-03-05", "2024-03-10"]


def test_the_editors_key_events_come_first() -> None:
    _, merged = long_timeline()
    wanted = merged[19].statements[0].id
    line, _ = long_timeline((wanted,))
    assert merged[19].id in line.key
    assert len(line.key) == 3


def test_what_one_article_remembers_is_no_key_event() -> None:
    sheet = Sheet("a", published="2024-12-31")
    for year in range(2000, 2015):
        sheet.says(f"They met in room {year - 1900} {{in {year}}}.", str(year), "meeting", "armenia, csto")
    merged = events.merge(sheet.statements, {"a": sheet.article}, ENTITIES)
    assert len(merged) == 15
    assert key_events(merged, {"a": sheet.article}) == ()


def test_events_of_one_day_support_each_other_and_one_stands_for_it() -> None:
    sheets = [Sheet(f"d{day}", published=f"2024-03-{day:02d}") for day in range(1, 14)]
    for day, sheet in enumerate(sheets, start=1):
        sheet.says(f"Leaders met on {{{day} March}} in room {100 + day}.", f"2024-03-{day:02d}", "meeting", "csto")
    for number, kind in enumerate(("statement", "agreement", "other")):
        sheets.append(Sheet(f"l{number}", published="2024-06-01"))
        sheets[-1].says("Something else was done {on 7 March}.", "2024-03-07", kind, "csto")
    articles = {s.id: s.article for s in sheets}
    merged = events.merge([x for s in sheets for x in s.statements], articles, ENTITIES)
    kinds = {e.id: (e.value, e.kind) for e in merged}
    assert [kinds[id] for id in key_events(merged, articles)] == [("2024-03-07", "agreement")]


def test_many_articles_of_one_paper_weigh_less_than_a_few_of_several() -> None:
    def told_by(papers: list[str]) -> float:
        sheets = [Sheet(f"a{n}", published="2024-06-01", publication=paper) for n, paper in enumerate(papers)]
        for sheet in sheets:
            sheet.says("Leaders met {on 7 March}.", "2024-03-07", "meeting", "csto")
        articles = {s.id: s.article for s in sheets}
        return weight(events.merge([x for s in sheets for x in s.statements], articles, ENTITIES), articles)

    assert told_by(["One"]) < told_by(["One"] * 6) < told_by(["One", "Two", "Three"])


def test_a_short_timeline_has_no_key_events_but_the_editors(merged: tuple[Event, ...]) -> None:
    made, _ = timelines.make(merged, [Definition("t", "t.md", "T")], ENTITIES, demo()[0])
    assert made[0].key == ()


def test_an_archive_suggests_timelines_by_entity_kind_pair_and_story() -> None:
    merged, articles = archive()
    found = {s.slug: s for s in timelines.suggest(merged, ENTITIES)}
    assert [s.sort for s in found.values()] == sorted((s.sort for s in found.values()), key=list(timelines.Sort).index)
    assert list(found) == ["armenia-csto-2020", "armenia-csto", "csto-georgia", "csto", "leaving"]
    story = found["armenia-csto-2020"]
    assert (story.title, len(story.events)) == ("Meeting: Armenia, CSTO (January – May 2020)", 5)
    assert (story.first, story.last, story.articles) == ("2020-01-05", "2020-05-05", 5)
    for suggestion in found.values():
        definition = Definition(suggestion.slug, "t.md", suggestion.title, suggestion.show)
        (line,), problems = timelines.make(merged, [definition], ENTITIES, articles)
        assert problems == ()
        assert tuple(e.id for e in line.events) == suggestion.events


def test_an_unrelated_article_changes_no_suggestion() -> None:
    before, _ = archive()
    other = Sheet("other", published="2024-12-31")
    other.says("It rained {on 7/7}.", "2021-07-07", "disaster", "uzbekistan")
    after, _ = archive(other)
    assert timelines.suggest(before, ENTITIES) == timelines.suggest(after, ENTITIES)


def archive(*more: Sheet) -> tuple[tuple[Event, ...], dict[str, Article]]:
    """Five meetings within as many months, told by five articles, and some of what led there over the years."""
    sheets = [Sheet(f"a{month}", published=f"2020-0{month}-06") for month in (1, 2, 3, 4, 5)]
    for month, sheet in enumerate(sheets, 1):
        sheet.says(f"They met in room {month} {{on 5/{month}}}.", f"2020-0{month}-05", "meeting", "armenia, csto")
    sheets[0].says("They met {in 2016}.", "2016", "meeting", "armenia, csto")
    for year in (2004, 2005, 2006):
        sheets[1].says(f"Georgia left room {year} {{in {year}}}.", f"{year}", "leaving", "georgia, csto")
    for year in (2007, 2008):
        sheets[2].says(f"It left room {year} {{in {year}}}.", f"{year}", "leaving", "csto")
    of_all = [*sheets, *more]
    articles = {sheet.id: sheet.article for sheet in of_all}
    return events.merge([s for sheet in of_all for s in sheet.statements], articles, ENTITIES), articles
