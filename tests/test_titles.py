"""Titles: short, whole enough to be understood, and always the source's own words."""

from __future__ import annotations

import pytest

from dateline import pipeline, readers
from dateline.model import Seeds

HEAD = "---\ntitle: Test\nurl: https://example.org/{n}\npublished: 2024-06-14\nlanguage: {language}\n---\n"
TOLD = [
    ("en", "In May 2024 she confirmed that the two states had signed the deal.", "the two states had signed the deal"),
    ("ru", "В мае 2024 он подтвердил, что две страны подписали соглашение.", "что две страны подписали соглашение"),
]


@pytest.mark.parametrize(("language", "sentence", "said"), TOLD)
def test_a_title_of_a_statement_says_what_was_said(language: str, sentence: str, said: str) -> None:
    article = readers.read_article("a.md", (HEAD.format(n=1, language=language) + sentence).encode())
    (event,) = pipeline.run(Seeds((article,))).events
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
    article = readers.read_article("a.md", (HEAD.format(n=1, language=language) + sentence).encode())
    titles = {event.value: event.title for event in pipeline.run(Seeds((article,))).events}
    assert said in titles["2020"]
    assert "2024" not in titles["2020"]


def test_a_title_that_is_cut_ends_with_no_preposition() -> None:
    long = "very " * 15, "the " * 9
    sentence = f"On 3 June 2024 the mayor opened the {long[0]}long bridge over the wide and deep river in {long[1]}town"
    article = readers.read_article("a.md", (HEAD.format(n=1, language="en") + sentence).encode())
    (event,) = pipeline.run(Seeds((article,))).events
    assert event.title in sentence and len(event.title) <= 140
    assert event.title.split()[-1] not in ("in", "over", "and")


def test_every_title_is_a_stretch_of_a_quote(seeds: Seeds) -> None:
    for event in pipeline.run(seeds).events:
        assert any(event.title in statement.quote for statement in event.statements)
        assert len(event.title) <= 140
