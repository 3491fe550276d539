"""The text of an article, out of the page around it; and the pages that are no article."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura", reason='needs the packages of "dateline[add]"')

from hypothesis import given, settings
from hypothesis import strategies as st
from importing.cut import SENTENCES, TEXT, cut

from dateline.importing import extract, places
from dateline.importing.clipping import Page, Refused

# Text


def test_headings_lists_quotations_and_tables_are_marked_as_in_markdown() -> None:
    extra = (
        "<h2>What it costs</h2><ul><li>a new cap</li><li>four sails</li></ul>"
        "<blockquote><p>We bake at night, so the noise of the sails won't wake us.</p></blockquote>"
        "<table><tr><th>Year</th><th>Owner of the mill</th></tr><tr><td>1890</td><td>Adam Miller</td></tr></table>"
    )
    body = cut(text=TEXT + extra + TEXT.replace("mill", "barn")).body
    assert "\n\n## What it costs\n\n- a new cap\n- four sails\n\n> We bake at night" in body
    assert "Year | Owner of the mill\n1890 | Adam Miller" in body


def test_words_that_a_link_touches_stay_apart_and_together_as_the_page_has_them() -> None:
    text = TEXT.replace("bakes its own", "bakes <a href='/x'>its</a> <b>own</b>").replace(
        "weekdays,", "<i>week</i>days,"
    )
    body = cut(text=text).body
    assert all(sentence in body for sentence in SENTENCES)


def test_a_place_that_holds_the_article_is_kept_whatever_its_name() -> None:
    text = f"<h1>The mill is sold</h1><div class='share'>{TEXT}</div>"
    page = f"<html><body><div class='layout with-sidebar social'>{text}</div>"
    assert all(s in extract.clipping(Page(page.encode())).body for s in SENTENCES)


@pytest.mark.parametrize("name", ["relatedPosts", "post-related", "share_buttons", "cookie-bar", "jp-relatedposts"])
def test_places_of_other_things_are_known_by_name(name: str) -> None:
    assert places._says_other(name)


@pytest.mark.parametrize("name", ["liveticker", "elementor-widget", "shareholder-report", "commentary", "uncommented"])
def test_names_that_only_look_like_it_are_not(name: str) -> None:
    assert not places._says_other(name)


@pytest.mark.parametrize(
    "pointer",
    [
        "<section class='x'><h4>Read also</h4><p>Ten recipes</p></section>",
        "<p>По теме: <a href='/x'>Ten recipes</a></p>",
        "<div>À lire aussi : <a href='/x'>Ten recipes</a></div>",
        "<div data-area='related_articles'><p>Ten recipes for the mill's own flour, which everybody likes.</p></div>",
        "<p><strong>Citește și: <a href='/x'>Ten recipes</a></strong></p>",
    ],
)
def test_pointers_to_other_articles_in_the_text_are_left_out(pointer: str) -> None:
    body = cut(text=TEXT + pointer + TEXT.replace("mill", "barn")).body
    assert "Ten recipes" not in body
    assert all(sentence in body for sentence in SENTENCES)


def test_a_sentence_that_begins_like_a_pointer_stays() -> None:
    sentence = "Related firms had offered more for it, and one of them still wants to buy the land around the mill."
    assert sentence in cut(text=f"{TEXT}<p>{sentence}</p>").body


def test_an_articles_own_footer_may_hold_its_byline() -> None:
    foot = (
        "<footer class='node__meta'>Submitted by <span class='username'>Ana Pop</span> on <b class='created'>4 May 2021"
    )
    clipping = cut(text=f"{foot}</b></footer>{TEXT}")
    assert (clipping.authors, clipping.published) == (("Ana Pop",), "2021-05-04")


def test_a_page_that_shows_more_authors_than_its_head_is_believed() -> None:
    shown = "<h4 class='author-name'>By <a>Ana Pop</a>, <a>Ion Rusu</a> <time>now</time></h4>"
    assert cut("<meta name='author' content='Ana Pop'>", text=shown + TEXT).authors == ("Ana Pop", "Ion Rusu")
    assert cut("<meta name='author' content='Eva Dan'>", text=shown + TEXT).authors == ("Eva Dan",)


# Pages that are no article


def refusal(page: str) -> str:
    with pytest.raises(Refused) as refused:
        extract.clipping(Page(page.encode()))
    return str(refused.value)


def test_a_paywall_is_named() -> None:
    marked = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'
    page = f"<html><head>{marked}</head><body><article><h1>The mill</h1>{TEXT}</article></body></html>"
    assert refusal(page).startswith("has too little text (") and refusal(page).endswith("the rest is behind a paywall")
    fenced = (
        f"<html><body><article><h1>The mill</h1>{TEXT}<div class='PayWall-box'>Subscribe</div></article></body></html>"
    )
    assert refusal(fenced).endswith("the rest is behind a paywall")
    short = "<html><body><h1>The mill</h1><p>Only for subscribers. Log in to read on.</p></body></html>"
    assert "too little text" in refusal(short) or "no article" in refusal(short)


def test_a_free_page_may_speak_of_paywalls() -> None:
    assert cut(text=TEXT + "<p>The owners know no paywall, and the flour is free on Sundays for all who ask.</p>").body


@pytest.mark.parametrize(
    "page", ["<", "<html>", "<html><body></body></html>", "<p></p>", "<!-- -->", "<html>\ud7ff</html>"]
)
def test_empty_pages_are_refused_in_words(page: str) -> None:
    assert refusal(page)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_page_is_cut_or_refused(noise: str) -> None:
    for page in (noise, f"<html><head><title>{noise}</title></head><body><h1>{noise}</h1>{TEXT}{noise}</body></html>"):
        try:
            extract.clipping(Page(page.encode()))
        except Refused:
            continue
