"""The language of a text, as the corpus says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import languages
from dateline.text import language_model
from dateline.text.detection import detect

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "corpus" / "detection.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "text"), LINES)
def test_a_sentence_is_in_its_language(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "  ", "2018", "…", "14.06.2024", "a"])
def test_what_has_no_words_has_no_language(text: str) -> None:
    assert detect(text) == ""


def test_a_few_latin_letters_do_not_contradict_what_is_declared() -> None:
    assert detect("lgbt-i-vlasti-moldovy", "ru") == "ru"
    assert detect("Мост открыт", "ro") == "ru"
    assert detect("The mayor opened the old bridge on Monday morning.", "ru") == "en"


def test_every_language_that_dateline_reads_is_in_the_corpus() -> None:
    assert set(languages.available()) <= {language for language, _ in LINES}


def test_a_quotation_in_another_language_decides_nothing() -> None:
    quoted = "“Мы подписали договор в прошлом году”, he told the parliament, and left."
    assert detect("The prime minister of Armenia spoke to reporters on Monday. " * 3 + quoted) == "en"


def test_the_model_that_is_kept_unpacked_says_the_same(tmp_path: Path) -> None:
    codes, said = languages.available(), [text for _, text in LINES]
    model = language_model.identifier(codes)
    shipped = [model.classify(text) for text in said]
    language_model.keep_in(tmp_path)
    try:
        for _ in range(2):
            kept = language_model.identifier(codes)
            assert [kept.classify(text) for text in said] == shipped
        (folder,) = tmp_path.iterdir()
        (folder / "moves.npy").write_bytes(b"broken")
        assert language_model.identifier(codes).classify(said[0]) == shipped[0]
        assert (folder / "moves.npy").stat().st_size > 1_000_000, "made anew"
    finally:
        language_model.keep_in()
