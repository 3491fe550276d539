"""What holds of merging whatever the statements are."""

from __future__ import annotations

import random

from demo import ENTITIES
from hypothesis import given, settings
from hypothesis import strategies as st
from statements import Sheet

from dateline import edtf, events
from dateline.model import Article, Event, Matter, Statement

DATES = ["2023", "2023-05", "2023-05-20", "2023-05-21", "2023-05-15/2023-05-21", "2023-06", "2024", "2018/2022", "199X"]
WHO = ["armenia", "csto", "armenia, csto", "armenia, azerbaijan", "armenia, azerbaijan, csto", "pashinyan, csto", ""]
WORDS = ["signed the customs treaty with 12 pages", "left the military bloc", "held a long meeting", "sold 30 rifles"]
KINDS = ["leaving", "agreement", "statement", "attack", "founding", "other"]
TOLD = st.tuples(
    st.sampled_from(["en", "ru", "de"]),
    st.sampled_from(["2023-05-22", "2024-01-10", ""]),
    st.sampled_from(DATES),
    st.sampled_from(KINDS),
    st.sampled_from(WHO),
    st.sampled_from(WORDS),
)


def told(rows: list[tuple[str, ...]]) -> tuple[dict[str, Article], list[Statement]]:
    sheets = []
    for number, (language, published, value, kind, who, words) in enumerate(rows):
        sheets.append(Sheet(f"a{number}", language, published))
        sheets[-1].says(f"They {words} {{then}}.", value, kind, who)
    return {s.id: s.article for s in sheets}, [x for s in sheets for x in s.statements]


def merged(rows: list[tuple[str, ...]]) -> tuple[Event, ...]:
    articles, statements = told(rows)
    return events.merge(statements, articles, ENTITIES)


@settings(deadline=None, max_examples=150)
@given(st.lists(TOLD, max_size=14), st.integers(0, 9))
def test_every_statement_is_in_one_event_in_any_order(rows: list[tuple[str, ...]], seed: int) -> None:
    articles, statements = told(rows)
    found = events.merge(statements, articles, ENTITIES)
    assert sorted(s.id for e in found for s in e.statements) == sorted(s.id for s in statements)
    random.Random(seed).shuffle(statements)
    assert events.merge(statements, articles, ENTITIES) == found


@settings(deadline=None, max_examples=150)
@given(st.lists(TOLD, max_size=14))
def test_no_two_statements_of_an_event_contradict_each_other_unnoticed(rows: list[tuple[str, ...]]) -> None:
    for event in merged(rows):
        matters = {dispute.matter for dispute in event.disputes}
        for a in event.statements:
            assert a.kind == event.kind
            assert edtf.contains(a.time.value, event.value) or Matter.DATE in matters
            for b in event.statements:
                ours, theirs = set(a.participants), set(b.participants)
                assert ours <= theirs or theirs <= ours or Matter.PARTICIPANTS in matters


@settings(deadline=None, max_examples=100)
@given(st.lists(TOLD, max_size=12))
def test_an_article_of_another_story_changes_nothing(rows: list[tuple[str, ...]]) -> None:
    articles, statements = told(rows)
    stranger = Sheet("stranger", "en", "2019-03-11")
    stranger.says("The city of Porto reopened the bridge {on 4 March 2019}.", "2019-03-04", "opening", "porto")
    before = events.merge(statements, articles, ENTITIES)
    after = events.merge([*statements, *stranger.statements], articles | {"stranger": stranger.article}, ENTITIES)
    assert [e for e in after if e.articles != ("stranger",)] == list(before)
