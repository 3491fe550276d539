# ruff: noqa: E501 (data and long expectations)
"""The generated pages, before MkDocs: what stands on them, and that the same collection always gives the same files."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import csto
import hostile
import pytest

from dateline import words
from dateline.model import Collection
from dateline.writers import pages
from dateline.writers.data.context import Context
from dateline.writers.desk import Desk
from dateline.writers.settings import Settings
from dateline.writers.views import Views

ROOT = Path(__file__).resolve().parent.parent


def rendered(collection: Collection, **settings: object) -> dict[str, str]:
    files = pages.render(collection, Settings(**settings))  # type: ignore[arg-type]
    return {path: content for path, content in files if isinstance(content, str)}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return rendered(csto.collection())


@pytest.fixture(scope="module")
def timeline(files: dict[str, str]) -> str:
    return files["timelines/csto-membership.md"]


def test_a_timeline_is_one_list_of_its_events_in_order_of_time(timeline: str) -> None:
    assert timeline.count('<ol class="timeline') == 1
    dates = re.findall(r'<li class="event[^>]*data-edtf="([^"]+)"', timeline)
    assert dates == ["1992", "1999", "2002", "2006", "2012", "2024-06-12"]


def test_every_statement_is_an_anchor_once(files: dict[str, str]) -> None:
    collection = csto.collection()
    for timeline in collection.timelines:
        ids = re.findall(r' id="(s[^"]+)"', files[f"timelines/{timeline.slug}.md"])
        assert sorted(ids) == sorted({s.id for e in timeline.events for s in e.statements})
    for article in collection.articles:
        ids = re.findall(r' id="(s[^"]+)"', files[f"articles/{article.id}.md"])
        assert sorted(ids) == sorted(s.id for s in collection.statements if s.article == article.id)


def test_every_quote_is_shown_word_for_word(files: dict[str, str]) -> None:
    text = _text(files["events/index.md"])
    for statement in csto.collection().statements:
        assert statement.quote in text


def test_a_date_is_said_with_its_precision_and_a_range_is_two_times(files: dict[str, str], timeline: str) -> None:
    assert (
        '<time datetime="2018">2018</time>–<time datetime="2022">2022</time>'
        in files["timelines/belarus-azerbaijan-arms.md"]
    )
    assert (
        '<time datetime="1992">1992</time></p><p class="precision" data-pagefind-ignore>the year only,\nreported 14 June 2024</p>'
        in timeline
    )
    assert "a Wednesday" in timeline and "reported 2 days later" in timeline


def test_relayed_reports_are_no_second_confirmation(files: dict[str, str]) -> None:
    assert "2 articles, both after Politico" in files["timelines/belarus-azerbaijan-arms.md"]


def test_it_is_said_how_a_date_was_read(timeline: str) -> None:
    assert "“On Wednesday” was reckoned from the day of the article, a Friday, 14 June 2024: 12 June 2024." in timeline
    assert "“in 1999” names the date itself: 1999. Nothing in the sentence is more precise." in timeline


def test_a_quote_links_to_its_article_the_original_and_the_copy(timeline: str) -> None:
    quote = timeline[timeline.index(' id="s05') :]
    assert 'href="../../articles/a000belarusoruzhie/#s05abcdefghij"' in quote
    assert re.search(r'href="https://nokta\.md/[^"#]+#:~:text=В%202006', quote)
    assert re.search(r'href="https://web\.archive\.org/[^"#]+#:~:text=[^"]+"[^>]*>archived 22 July 2024<', quote)


def test_an_article_page_has_its_dated_sentences_in_order_with_gaps(files: dict[str, str]) -> None:
    page = files["articles/a000belarusoruzhie.md"]
    assert [m[:9] for m in re.findall(r'<mark id="(s\w+)"', page)] == ["s06abcdef", "s08abcdef", "s09abcdef", "s01abcdef", "s00abcdef",
        "s03abcdef", "s02abcdef", "s04abcdef", "s05abcdef", "s07abcdef"]  # fmt: skip
    assert page.count("[…]") == 4
    assert "молчаливой поддержки" not in page and 'href="../../timelines/csto-membership/#s03abcdefghij"' in page


def test_full_text_is_published_only_where_the_owner_says_so() -> None:
    page = rendered(csto.collection(), full_text=True)["articles/a000belarusoruzhie.md"]
    assert "молчаливой поддержки" in page and page.count("<mark") == 10


def test_every_page_is_described_in_words(files: dict[str, str]) -> None:
    for path in ("articles/a004belarusweapons", "articles/index", "entities/uz", "entities/index", "search/index"):
        described = re.search(r'^description: "(.+)"$', files[f"{path}.md"], re.MULTILINE)
        assert described and described[1][0].isalnum(), path


def test_no_address_is_absolute_at_the_root(files: dict[str, str]) -> None:
    for text in files.values():
        assert not re.search(r'(?:href|src|action)="/', text)


@pytest.mark.parametrize("language", ["de", "es", "fr", "ro", "ru"])
def test_the_words_of_the_site_are_the_readers(language: str) -> None:
    found = rendered(csto.collection(), language=language)
    page = _text(found["timelines/csto-membership.md"])
    for english in ("How the date", "the year only", "reported 14", "dated sentence", "Leaving", "archived 22"):
        assert english not in page


def test_a_title_in_another_language_has_a_label_in_the_sites() -> None:
    english = rendered(csto.collection())["timelines/csto-membership.md"]
    assert 'class="kind">Leaving</span>: Uzbekistan, CSTO</p>' in english
    russian = rendered(csto.collection(), language="ru")["timelines/csto-membership.md"]
    assert 'class="kind">Выход</span>: Узбекистан, ОДКБ</p>' not in russian  # the title is Russian already
    assert 'class="kind">Выход</span>: ' in russian


def test_an_empty_collection_is_a_site() -> None:
    files = rendered(Collection((), (), (), ()))
    assert (
        "There are no timelines yet." in files["index.md"] and "No dated event was found." in files["events/index.md"]
    )


def test_nothing_from_outside_becomes_markup() -> None:
    for path, text in rendered(hostile.collection()).items():
        assert re.fullmatch(r"[\w/-]+\.(md|html|css)", path), path
        if path.endswith(".md"):
            front, body = text.split("\n---\n", 1)
            assert front.startswith("---\n")
            page = _Tags(body)
            assert not page.names & {"iframe", "img", "style", "object", "base", "meta", "link"}, path
            assert not {a for a in page.attributes if a.startswith("on") or a in ("style", "srcdoc")}, path
            for address in page.addresses:
                assert re.match(r"https?:|mailto:|\.\./|#|[\w-]+/|\./", address), (path, address)
            assert page.open == [], path
            assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0]", text)
            text.encode()


class _Tags(HTMLParser):
    """The elements and attributes of a page, and what is left open at its end."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        assert tag != "script" or attrs == [("type", "application/ld+json")]
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "cite", "action")]
        if tag not in ("br", "hr", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_rendering_twice_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    program = "import csto, hashlib; from dateline.writers import pages, settings; print(hashlib.sha256(repr(list(pages.render(csto.collection(), settings.Settings()))).encode()).hexdigest())"
    made = {
        subprocess.run([sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}/scripts:{ROOT}/tests", "LC_ALL": "C", "TZ": zone},
            capture_output=True, text=True, check=True).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Yerevan"))
    }  # fmt: skip
    assert len(made) == 1


def test_an_unrelated_article_changes_no_event(timeline: str) -> None:
    other = rendered(hostile.collection())["timelines/csto-membership.md"]
    assert other == timeline


def _text(html: str) -> str:
    import html as escapes

    return escapes.unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "ro", "ru"])
def test_the_method_is_told_in_the_language_of_the_site_and_in_its_words(language: str) -> None:
    page = rendered(csto.collection(), language=language)["method/index.md"]
    say = words.of(language)
    assert page.startswith(f"---\ntitle: {say('method')}\n---\n")
    headings = re.findall(r"^## |^:   |^\d\. ", page, re.M)
    assert headings == re.findall(r"^## |^:   |^\d\. ", words.method("en"), re.M)
    for term in (say("how_read"), say("editors_note"), say("after_both", origin="…"), say("status_disputed")):
        assert term.casefold() in page.casefold(), term


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "2000–2019, 1 without an exact year"), ("ru", "2000–2019, 1 без точного года"), ("ro", "2000–2019, 1 fără an exact"),
     ("de", "2000–2019, 1 ohne genaues Jahr"), ("fr", "2000–2019, 1 sans année précise"), ("es", "2000–2019, 1 sin año exacto")],
)  # fmt: skip
def test_a_rough_date_among_many_does_not_stretch_the_period(language: str, words: str) -> None:
    def span(*values: str) -> str:
        events = tuple(replace(csto.collection().events[0], id=f"s{i}", value=v) for i, v in enumerate(values))
        collection = replace(csto.collection(), events=events)
        settings = Settings(language=language)
        return Desk(Views(collection, settings), Context(collection, settings)).span(events).replace("\u2009", "")

    exact = [str(year) for year in range(2000, 2020)]
    assert span("10XX", *exact) == words
    assert "1000" in span("10XX", *exact[:5]) and "1066" in span("1066", *exact)
    assert span(*exact) == words.split(",")[0]
