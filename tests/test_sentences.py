"""Where sentences end: the cases of corpus/sentences, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import languages
from dateline.text import sentences

CORPUS = Path(__file__).parent / "corpus" / "sentences"


def cases() -> list[tuple[str, str]]:
    found = []
    for path in sorted(CORPUS.glob("??.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                found.append((path.stem, line.removeprefix("\\").replace("⏎", "\n")))
    return found


def gapped(marked: str) -> str:
    """The text of a case: where no line break or space stands before a mark, a space does, but within a run-on."""
    return marked.replace(".|", ". ").replace("?|", "? ").replace("!|", "! ").replace("»|", "» ").replace("|", "")


@pytest.mark.parametrize(("language", "case"), cases())
def test_corpus(language: str, case: str) -> None:
    text = gapped(case)
    wanted = [part.strip().lstrip("#->").strip() for part in case.split("|")]
    found = [text[s.start : s.end] for s in sentences.split(text, language)]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Так решили.Напомним, вот так.", ["Так решили.", "Напомним, вот так."]),
        ("Задержали в обед.12 мая отпустили.", ["Задержали в обед.", "12 мая отпустили."]),
        ("Сайт nokta.md и Node.JS не делятся.", ["Сайт nokta.md и Node.JS не делятся."]),
        ("«Мы ушли».Они нет.", ["«Мы ушли».", "Они нет."]),
    ],
)
def test_words_run_together(text: str, wanted: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences.split(text, "ru")] == wanted


def test_a_post_and_its_signature_are_parted() -> None:
    text = "We left the town on 19 May — Some Body (@somebody) May 23, 2023"
    assert [text[s.start : s.end] for s in sentences.split(text, "en")] == [
        "We left the town on 19 May",
        "Some Body (@somebody) May 23, 2023",
    ]


PROSE = st.text(st.sampled_from("Аб вг.?!…»«\"' \n\r\t#->|1г(),—\xa0"), max_size=120)


@given(PROSE, st.sampled_from([*languages.available(), "xx"]))
def test_spans_are_in_order_trimmed_and_hold_every_letter(text: str, language: str) -> None:
    spans = sentences.split(text, language)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    pieces = [text[s.start : s.end] for s in spans]
    assert all(piece and piece == piece.strip(" \t\r\n\xa0") for piece in pieces)
    inside = {i for s in spans for i in range(s.start, s.end)}
    assert all(i in inside for i, c in enumerate(text) if c.isalpha())


def test_time_is_linear() -> None:
    assert len(sentences.split("Он ушел. " * 20_000, "ru")) == 20_000
    assert sentences.split("." * 50_000 + "а", "ru")
    assert sentences.split("(" * 50_000, "en")
