"""How an article is cited."""

from __future__ import annotations

import dataclasses

import csto
import hostile
import pytest

from dateline.writers import citations


def test_in_words_by_author_title_publication_day_and_addresses() -> None:
    russian = csto.articles()[1]
    url = "nokta.md/belarus-postavlyala-oruzhie-azerbajdzhanu-vo-vremya-konflikta-v-karabahe-politico/"
    assert citations.in_words(russian, "en") == (
        "Михай Енеску. “Беларусь поставляла оружие Азербайджану во время конфликта в Карабахе - Politico.” "
        f"Nokta, 14 June 2024. https://{url}. Archived at https://web.archive.org/web/20240722235624/{url}."
    )


def test_what_an_article_lacks_is_left_out() -> None:
    english = csto.articles()[0]
    assert citations.in_words(english, "en") == (
        "“Politico: Belarus delivered advanced weapons to Azerbaijan in 2018-2022.” 14 June 2024."
    )
    bare = dataclasses.replace(english, title="", published="")
    assert citations.in_words(bare, "en") == ""
    assert citations.bibtex(bare) == "@misc{a004belarusweapons,\n  langid = {en}\n}"


def test_bibtex_has_balanced_braces_whatever_the_words() -> None:
    for article in hostile.collection().articles:
        entry = citations.bibtex(article)
        depth = 0
        for at, letter in enumerate(entry):
            if letter in "{}" and entry[at - 1] != "\\":
                depth += 1 if letter == "{" else -1
                assert depth >= 0
        assert depth == 0
        assert entry.startswith("@misc{") and "javascript:" not in entry.split("url = ")[-1].split("\n")[0]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Ana Pop. “Bridge opened.” Monitor, 3 May 2024. https://a.example/x. Archived at https://b.example/y."),
        ("ru", "Ana Pop. «Bridge opened». Monitor, 3 мая 2024\u202fг. https://a.example/x. Архивная копия: https://b.example/y."),
        ("ro", "Ana Pop. „Bridge opened”. Monitor, 3 mai 2024. https://a.example/x. Copie arhivată: https://b.example/y."),
        ("de", "Ana Pop. „Bridge opened“. Monitor, 3. Mai 2024. https://a.example/x. Archiviert unter https://b.example/y."),
        ("fr", "Ana Pop. «\u00a0Bridge opened\u00a0». Monitor, 3 mai 2024. https://a.example/x. Archivé à l’adresse https://b.example/y."),
        ("es", "Ana Pop. «Bridge opened». Monitor, 3 de mayo de 2024. https://a.example/x. Archivado en https://b.example/y."),
    ],
)  # fmt: skip
def test_marks_and_dates_are_those_of_the_reader_s_language(language: str, expected: str) -> None:
    article = dataclasses.replace(
        csto.articles()[1], authors=("Ana Pop",), title="Bridge\nopened", publication="Monitor", published="2024-05-03",
        url="https://a.example/x", archive="https://b.example/y",
    )  # fmt: skip
    assert citations.in_words(article, language) == expected


def test_a_question_or_a_full_stop_of_the_title_s_own_is_not_doubled() -> None:
    asked = dataclasses.replace(csto.articles()[0], title="Who left?", published="")
    assert citations.in_words(asked, "en") == "“Who left?”"
    assert citations.in_words(asked, "de") == "„Who left?“."
    assert citations.in_words(dataclasses.replace(asked, title="It left."), "en") == "“It left.”"
    assert citations.in_words(dataclasses.replace(asked, title="{title} of {x}"), "en") == "“{title} of {x}.”"
