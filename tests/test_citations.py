"""How an article is cited."""

from __future__ import annotations

import dataclasses

import csto
import hostile

from dateline.writers import citations


def test_in_words_by_author_title_publication_day_and_addresses() -> None:
    russian = csto.articles()[1]
    url = "nokta.md/belarus-postavlyala-oruzhie-azerbajdzhanu-vo-vremya-konflikta-v-karabahe-politico/"
    assert citations.in_words(russian, "en") == (
        "Михай Енеску. “Беларусь поставляла оружие Азербайджану во время конфликта в Карабахе - Politico.” "
        f"Nokta, 14 June 2024. https://{url}. https://web.archive.org/web/20240722235624/{url}."
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
