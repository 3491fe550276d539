"""What a page says of its article, in every place where sites put it."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura", reason='needs the packages of "dateline[add]"')

from importing.cut import SENTENCES, TEXT, cut

from dateline.importing import bylines, extract
from dateline.importing.clipping import Page


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


@pytest.mark.parametrize("line", ["3 May 2021", "<b>Published on 3 May 2021</b>", "3 мая 2021", "Leeds, 3 May 2021"])
def test_a_dateline_above_the_text_is_the_day_of_publication(line: str) -> None:
    clipping = cut(text=f"<p>{line}</p>{TEXT}")
    assert clipping.published == "2021-05-03"
    assert clipping.body.startswith(SENTENCES[0])


def test_a_sentence_with_a_date_above_the_text_is_none() -> None:
    clipping = cut(text=f"<p>On 3 May 2021 the mayor spoke of the mill.</p>{TEXT}")
    assert clipping.published == "" and clipping.body.startswith("On 3 May")


@pytest.mark.parametrize(
    "mark",
    [
        "<!-- saved from url=(0032)https://mill.example/2021/sale -->",
        "<!--\n Page saved with SingleFile \n url: https://mill.example/2021/sale \n-->",
    ],
)
def test_a_browser_says_where_it_saved_a_page_from(mark: str) -> None:
    page = f"<!DOCTYPE html>{mark}<html><body><article><h1>The mill is sold</h1>{TEXT}</article></body></html>"
    assert extract.clipping(Page(page.encode())).url == "https://mill.example/2021/sale"


def test_a_page_saved_from_the_wayback_machine_keeps_both_addresses() -> None:
    copy = "https://web.archive.org/web/20210504000000/https://mill.example/2021/sale"
    saved = cut(f'<link rel="canonical" href="{copy}">')
    assert (saved.url, saved.archive) == ("https://mill.example/2021/sale", copy)
    assert saved.publication == "mill.example"


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
