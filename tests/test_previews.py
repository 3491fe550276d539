"""The picture that a link to a timeline unfurls to, and which pages name one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import collections_made
import csto
import hostile
import pytest
from PIL import Image, ImageChops

from dateline.model import Collection
from dateline.writers import pages, preview, previews
from dateline.writers.data.context import Context
from dateline.writers.desk import Desk
from dateline.writers.preview import lettering
from dateline.writers.settings import Settings
from dateline.writers.views import Views

SITE = Settings(site_name="Dateline", site_url="https://example.org/repo/")


def pictures(collection: Collection, settings: Settings = SITE) -> dict[str, bytes]:
    return dict(previews.pages(Desk(Views(collection, settings), Context(collection, settings))))


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def inked(png: bytes, top: int, bottom: int) -> bool:
    """Whether anything but paper is between two rows."""
    colours = opened(png).crop((0, top, 1200, bottom)).getcolors(1 << 20)
    return colours is not None and len(colours) > 1


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    preview.draw.cache_clear()
    yield


def test_there_is_a_picture_of_the_site_and_of_each_timeline() -> None:
    made = pictures(csto.collection())
    assert set(made) == {
        "previews/site.png",
        "previews/timeline-csto-membership.png",
        "previews/timeline-belarus-azerbaijan-arms.png",
    }
    for png in made.values():
        picture = Image.open(io.BytesIO(png))
        assert (picture.format, picture.size) == ("PNG", (1200, 630)) and len(png) < 120_000


def test_the_same_collection_gives_the_same_bytes() -> None:
    first = pictures(csto.collection())
    preview.draw.cache_clear()
    lettering.font.cache_clear()
    assert pictures(csto.collection()) == first


def test_a_picture_of_what_has_not_changed_is_not_drawn_again() -> None:
    pictures(csto.collection())
    drawn = preview.draw.cache_info().misses
    pictures(csto.collection())
    assert preview.draw.cache_info().misses == drawn


def test_without_the_address_of_the_site_there_is_none() -> None:
    assert pictures(csto.collection(), replace(SITE, site_url="")) == {}
    files = dict(pages.render(csto.collection(), replace(SITE, site_url="")))
    assert "image:" not in str(files["timelines/csto-membership.md"])


def test_a_page_names_the_picture_of_its_timeline_and_says_what_is_on_it() -> None:
    files = {path: str(content) for path, content in pages.render(csto.collection(), SITE)}
    head = files["timelines/csto-membership.md"].split("---")[1]
    assert 'image: "previews/timeline-csto-membership.png"' in head
    assert 'image_alt: "CSTO membership · 6 events, 1992–2024 · 2 articles, English, Russian"' in head
    assert 'image: "previews/site.png"' in files["events/index.md"].split("---")[1]


@pytest.mark.parametrize(
    "title",
    [
        "Война и мир",
        "Însușirea țării: Ștefan",
        "Zażółć gęślą jaźń",
        "Πόλεμος και ειρήνη",
        "Straße nach Übersee",
        "Cœur, « vérité »",
        "¿Año del niño?",
        "Київ, її ґанок, і є",
    ],
)
def test_titles_in_many_languages_are_set_whole(title: str) -> None:
    for name in (lettering.SERIF, lettering.SANS):
        assert lettering.settable(title, name) == title


@pytest.mark.parametrize("title", ["שלום עולם", "الحرب والسلام", "戦争と平和", "CSTO и שלום", "שלום 2024"])
def test_a_script_that_the_fonts_lack_is_not_set_wrongly_but_left_to_the_words_beside_the_picture(title: str) -> None:
    assert lettering.settable(title, lettering.SERIF) == ""
    card = preview.Card("Dateline", title, ("6 events",), None)
    assert preview.draw(card) == preview.draw(replace(card, title="Dateline"))


def test_signs_without_letters_and_controls_are_left_out() -> None:
    assert lettering.settable("\U0001f680 Launch\x00\u202e\nday \ufdd0", lettering.SERIF) == "Launch day"


@pytest.mark.parametrize(
    "title",
    [
        "A",
        "word " * 12,
        "word " * 60,
        "W" * 400,
        "w" * 100_000,
        "Donaudampfschifffahrtsgesellschaftskapitän " * 3,
        "",
        "…",
    ],
)
def test_a_title_of_any_length_keeps_to_its_room(title: str) -> None:
    size, lines = lettering.fitted(title, lettering.SERIF, (84, 60, 40), 1056, 170)
    sign = lettering.font(lettering.SERIF, size)
    assert all(sign.getlength(line) <= 1056 for line in lines) and len(lines) * size * lettering.LEADING <= 170
    rejoined = "".join("".join(lines).split())
    assert "".join(title.split()).startswith(rejoined.rstrip("…"))
    assert title.strip() == "" or rejoined
    assert not inked(preview.draw(preview.Card("", title, (), None)), 590, 630)


def test_the_longest_title_runs_neither_into_the_facts_nor_into_the_highest_bars() -> None:
    collection = collections_made.of_many(300)
    drawing, _ = Desk(Views(collection, SITE), Context(collection, SITE)).drawing(collection.events)
    card = preview.Card("Site", "word " * 60, ("One", "Two"), drawing)
    bare = opened(preview.draw(replace(card, title="", site="")))
    full = opened(preview.draw(card))
    box = ImageChops.difference(bare, full).point(lambda shade: 255 * (shade > 40)).getbbox()
    assert drawing is not None and drawing.bars and box is not None
    axis, tall = 630 - 44 - 26 - 18, round(drawing.axis * 1.9)
    assert box[3] <= axis - tall


def test_hostile_words_and_every_shape_of_date_are_drawn() -> None:
    for collection in (hostile.collection(), collections_made.with_everything()):
        assert all(opened(png).size == (1200, 630) for png in pictures(collection).values())


def test_the_fonts_lie_beside_their_licence() -> None:
    folder = lettering.resources.files("dateline.writers.preview").joinpath("fonts")
    files = {entry.name: len(entry.read_bytes()) for entry in folder.iterdir()}
    assert sum(files.values()) < 500_000
    assert "SIL OPEN FONT LICENSE" in folder.joinpath("OFL.txt").read_text("utf-8")
