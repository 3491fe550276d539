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


def test_every_title_is_a_stretch_of_a_quote(seeds: Seeds) -> None:
    for event in pipeline.run(seeds).events:
        assert any(event.title in statement.quote for statement in event.statements)
        assert len(event.title) <= 140
