"""One page: its characters, its facts in every place where sites put them, and the pages that are no article."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura", reason='needs the packages of "dateline[add]"')

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.importing import bylines, charset, extract, places
from dateline.importing.clipping import Clipping, Page, Refused

SENTENCES = (
    "The mill on the hill was sold on 3 May 2021 to a family that bakes its own bread.",
    "Nobody in the village had expected the sale, and many had signed a letter against it in the weeks before.",
    "The new owners say that the sails will turn again next summer, once the carpenters have mended the cap.",
    "Until then the road to the mill stays closed on weekdays, and walkers are asked to take the path by the brook.",
)
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def cut(head: str = "", body: str = "", *, url: str = "", text: str = TEXT, attributes: str = "") -> Clipping:
    article = f"<article><h1>The mill is sold</h1>{text}</article>"
    page = f"<html {attributes}><head>{head}</head><body>{body}{article}</body></html>"
    return extract.clipping(Page(page.encode(), url=url))


def refusal(page: str) -> str:
    with pytest.raises(Refused) as refused:
        extract.clipping(Page(page.encode()))
    return str(refused.value)


# Characters

RUSSIAN = "Мельницу на холме продали 3 мая 2021 года семье пекарей."


@pytest.mark.parametrize(
    ("encoding", "declared", "meta"),
    [
        ("utf-8", "windows-1251", "windows-1251"),  # both wrong: the bytes are UTF-8
        ("windows-1251", "utf-8", "windows-1251"),  # the server is wrong
        ("windows-1251", "ISO-8859-1", "windows-1251"),  # the server's default
        ("windows-1251", "windows-1251", "utf-8"),  # the page is wrong
        ("windows-1251", "", "windows-1251"),
        ("koi8-r", "koi8-r", ""),
        ("windows-1251", "no-such-charset", "windows-1251"),
        ("utf-8-sig", "", "koi8-r"),
        ("utf-16", "", ""),
    ],
)
def test_a_wrong_charset_does_no_harm(encoding: str, declared: str, meta: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' if meta else ""
    page = f"<html><head>{head}</head><p>{RUSSIAN}</p></html>"
    assert RUSSIAN in charset.decode(page.encode(encoding), declared)


def test_an_undeclared_charset_is_told_by_statistics() -> None:
    text = f"<p>{RUSSIAN} Жители деревни этого не ждали и написали письмо против продажи.</p>" * 4
    assert RUSSIAN in charset.decode(text.encode("windows-1251"))


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300), st.text(max_size=12))
def test_any_bytes_become_text(data: bytes, declared: str) -> None:
    charset.decode(data, declared).encode("utf-8")


# Facts


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('<meta property="article:published_time" content="2021-05-04T08:00:00+02:00">', "2021-05-04T08:00:00+02:00"),
        ('<meta name="pubdate" content="20210504T0800">', "2021-05-04"),
        ('<meta name="DC.date.issued" content="2021-05-04">', "2021-05-04"),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-05-04"}</script>',
            "2021-05-04",
        ),
        ('<script type="application/ld+json">{"@type":"Organization","datePublished":"1999-01-01"}</script>', ""),
        ('<script type="application/ld+json">{"@type":"NewsArticle","dateModified":"2022-05-04"}</script>', ""),
        ('<script type="application/ld+json">not JSON</script>', ""),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", ""),
        ('<meta name="date" content="some day">', ""),
    ],
)
def test_the_day_of_publication_in_a_pages_head(markup: str, day: str) -> None:
    assert cut(markup).published == day


@pytest.mark.parametrize(
    ("markup", "day"),
    [
        ('<time datetime="2021-05-04T08:00:00Z">4 May</time>', "2021-05-04T08:00:00+00:00"),
        ("<time>4 May 2021</time>", "2021-05-04"),
        ('<span class="post-date">4 May 2021</span>', "2021-05-04"),
        ('<div class="meta"><span class="article_date">4. Mai 2021, 08:00 Uhr</span></div>', "2021-05-04"),
        ('<p class="updated"><time datetime="2023-01-01">1 January 2023</time></p>', ""),
        ('<time class="modified" datetime="2023-01-01"></time><time datetime="2021-05-04"></time>', "2021-05-04"),
        ('<div class="related-posts"><time datetime="2023-01-01">1 January 2023</time></div>', ""),
        ('<div class="post-meta"><span title="x">4 May 2021</span> · Ana Pop</div>', "2021-05-04"),
        ("<p>Opened in May 2021.</p>", ""),
        ('<span class="date">04/05/2021</span>', ""),  # 4 May or 5 April: nobody can tell
    ],
)
def test_the_day_of_publication_where_a_reader_sees_it(markup: str, day: str) -> None:
    assert cut(text=markup + TEXT).published == day


def test_the_day_in_an_address_counts_where_the_page_has_none() -> None:
    assert cut(url="https://brook.example/2021/05/04/mill.html").published == "2021-05-04"
    assert cut(url="https://brook.example/2021/05/mill.html").published == ""
    assert (
        cut("<meta name='pubdate' content='2021-05-03'>", url="https://b.example/2021-05-04/").published == "2021-05-03"
    )


def test_no_date_is_taken_from_the_text_or_from_a_copyright_line() -> None:
    assert cut(body="<footer>© 2019–2024 The Mill. Last build 2024-02-02</footer>").published == ""


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "<title>The mill is sold | The Brook</title><meta property='og:site_name' content='The Brook'>",
            "The mill is sold",
        ),
        ("<title>The Brook: The mill is sold</title>", "The mill is sold"),
        ("<meta property='og:title' content='Mill &amp;amp; hill'>", "Mill & hill"),
        ("<script type='application/ld+json'>{'@type':'x'}</script>", "The mill is sold"),
        (
            '<script type="application/ld+json">{"@type":"Article","headline":"The mill is…"}</script>',
            "The mill is sold",
        ),
    ],
)
def test_the_title_is_the_articles_not_the_sites(head: str, title: str) -> None:
    assert cut(head).title == title


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Pop", ("Ana Pop",)),
        ("Ana Pop and Ion Rusu", ("Ana Pop", "Ion Rusu")),
        ("Von Jörg Ottenhöfer und Ulla Fenske", ("Jörg Ottenhöfer", "Ulla Fenske")),
        ("Par Étienne d'Haussy et Inès Abara", ("Étienne d'Haussy", "Inès Abara")),
        ("Автор: Вера Полозова", ("Вера Полозова",)),
        ("Текст: Тимур Журавлёв и Инна Абарова", ("Тимур Журавлёв", "Инна Абарова")),
        ("De Măriuca Elian, The Brook", ("Măriuca Elian",)),
        ("Ana Pop, ana@brook.example", ("Ana Pop",)),
        ("Submitted by Ana Pop on", ("Ana Pop",)),
        ("Publié par Inès Abara le", ("Inès Abara",)),
        ("Ludwig von Beeth", ("Ludwig von Beeth",)),
        ("Robert De Niro", ("Robert De Niro",)),
        ("admin", ()),
        ("Redaktion", ()),
        ("14 May 2021", ()),
        ("", ()),
    ],
)
def test_bylines_give_names(line: str, names: tuple[str, ...]) -> None:
    assert bylines.names(line, "The Brook") == names


def test_the_canonical_address_counts_on_its_own_host_only() -> None:
    link = '<link rel="canonical" href="{}">'
    here = "https://m.brook.example/mill?utm_source=x"
    assert cut(link.format("https://www.brook.example/mill"), url=here).url == "https://www.brook.example/mill"
    assert cut(link.format("/mill"), url=here).url == "https://m.brook.example/mill"
    assert cut(link.format("https://elsewhere.example/mill"), url=here).url == here
    assert cut(link.format("https://www.brook.example/"), url=here).url == here
    assert cut(link.format("javascript:alert(1)"), url=here).url == here
    assert cut(link.format("javascript:alert(1)")).url == ""


def test_the_language_is_the_one_that_the_page_declares() -> None:
    assert cut(attributes='lang="en-GB"').language == "en-GB"
    assert cut('<meta property="og:locale" content="en_GB">').language == "en-GB"
    assert cut(attributes='lang="English please"').language == ""
    assert cut().language == ""


@pytest.mark.parametrize(
    ("head", "text", "publication"),
    [
        ("<title>The mill is sold | The Brook</title>", "", "The Brook"),
        ("<title>The Brook :: The mill is sold</title>", "", "The Brook"),
        ("<title>The mill is sold | News | The Brook</title>", "", "brook.example"),  # which of the two?
        ("<title>The mill is sold</title>", "", "brook.example"),
        ("", "<p itemprop='publisher' itemscope><meta itemprop='name' content='The Brook'></p>", "The Brook"),
        ("<meta property='og:site_name' content='The Brook'>", "", "The Brook"),
    ],
)
def test_the_publication_is_the_sites_name(head: str, text: str, publication: str) -> None:
    assert cut(head, text=text + TEXT, url="https://www.brook.example/mill").publication == publication


def test_a_sites_name_as_a_heading_is_no_headline() -> None:
    clipping = cut("<title>The mill is sold » The Brook</title>", "<div class='head'><h1>The Brook</h1></div>")
    assert (clipping.title, clipping.publication) == ("The mill is sold", "The Brook")


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
