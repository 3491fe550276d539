"""Titles: short, whole enough to be understood, and always the source's own words."""

from __future__ import annotations

import pytest
from one_sentence import events_of

from dateline import pipeline
from dateline.model import Seeds

TOLD = [
    ("en", "In May 2024 she confirmed that the two states had signed the deal.", "the two states had signed the deal"),
    ("ru", "В мае 2024 он подтвердил, что две страны подписали соглашение.", "что две страны подписали соглашение"),
]


@pytest.mark.parametrize(("language", "sentence", "said"), TOLD)
def test_a_title_of_a_statement_says_what_was_said(language: str, sentence: str, said: str) -> None:
    (event,) = events_of(language, sentence)
    assert said in event.title


SAID = [
    (
        "en",
        "In May 2024 she confirmed that in 2020 the two states had signed the deal.",
        "2020 the two states had signed",
    ),
    ("ru", "В мае 2024 он подтвердил, что в 2020 году две страны подписали соглашение.", "в 2020 году две страны"),
    ("de", "Im Mai 2024 bestätigte er, dass 2020 zwei Staaten den Vertrag schlossen.", "2020 zwei Staaten den Vertrag"),
    (
        "fr",
        "En mai 2024, il a confirmé que deux pays ont signé le traité en 2020.",
        "deux pays ont signé le traité en 2020",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "said"), SAID)
def test_what_was_said_to_have_happened_is_titled_without_who_said_so(language: str, sentence: str, said: str) -> None:
    titles = {event.value: event.title for event in events_of(language, sentence)}
    assert said in titles["2020"]
    assert "2024" not in titles["2020"]


HANGING = [
    (
        "ru",
        "В мае 2024 он сообщил, что две страны, входящие в союз, воевали в 2020 году.",
        "две страны, входящие в союз",
    ),
    ("uk", "У травні 2024 він повідомив, що дві країни, які є в союзі, воювали у 2020 році.", "дві країни, які є"),
    (
        "de",
        "Im Mai 2024 sagte er, dass zwei Staaten, die im Bund sind, 2020 Krieg führten.",
        "zwei Staaten, die im Bund",
    ),
    ("ru", "Ожидалось, что две страны, входящие в союз, закончат войну в 2020 году.", "Ожидалось, что две страны"),
    ("ru", "Сначала повысили плату за воду, второй раз — 1 января 2020 года.", "Сначала повысили плату"),
    ("ru", "Так и вышло: 1 января 2020 года власти повысили плату за воду.", "1 января 2020 года власти"),
    ("en", "The report names the states that signed the deal, which failed in 2020.", "The report names the states"),
]


@pytest.mark.parametrize(("language", "sentence", "opening"), HANGING)
def test_a_clause_within_what_was_said_is_titled_from_where_that_begins(
    language: str, sentence: str, opening: str
) -> None:
    (title,) = [event.title for event in events_of(language, sentence) if event.value.startswith("2020")]
    assert title.startswith(opening) and "2020" in title


DATED = [
    ("en", "On Wednesday, Anna Weber announced that the firm would leave.", "Anna Weber announced"),
    ("en", "In 2012, Uzbekistan left the alliance for the second time.", "Uzbekistan left the alliance"),
    ("fr", "Mercredi, Anne Weber a annoncé le départ de la société.", "Anne Weber a annoncé"),
    ("ro", "În 2012, Uzbekistanul a părăsit alianța a doua oară.", "Uzbekistanul a părăsit"),
    ("en", "In 2012, the country left the alliance for the second time.", "In 2012, the country left"),
    ("en", "In 2012, Uzbekistan left.", "In 2012, Uzbekistan left"),
    ("ru", "В 2006 году к союзу присоединился Узбекистан.", "В 2006 году к союзу"),
]


@pytest.mark.parametrize(("language", "sentence", "opening"), DATED)
def test_a_title_begins_after_a_date_that_a_name_follows(language: str, sentence: str, opening: str) -> None:
    (event,) = events_of(language, sentence)
    assert event.title.startswith(opening)


def test_a_title_that_is_cut_ends_with_no_preposition() -> None:
    long = "very " * 15, "the " * 9
    sentence = f"On 3 June 2024 the mayor opened the {long[0]}long bridge over the wide and deep river in {long[1]}town"
    (event,) = events_of("en", sentence)
    assert event.title in sentence and len(event.title) <= 140
    assert event.title.split()[-1] not in ("in", "over", "and")


def test_every_title_is_a_stretch_of_a_quote(seeds: Seeds) -> None:
    for event in pipeline.run(seeds).events:
        assert any(event.title in statement.quote for statement in event.statements)
        assert len(event.title) <= 150
