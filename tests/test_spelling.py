"""Keys of names: what sounds alike in any script has one, what differs has another."""

from __future__ import annotations

import pytest

from dateline.text.spelling import sound


@pytest.mark.parametrize(
    "names",
    ["Пашинян Pashinyan Paschinjan Pașinian Paszynian", "Лукашенко Lukashenko Lukaschenko Łukaszenko Lukașenko"],
)
def test_names_that_sound_alike_have_one_key(names: str) -> None:
    assert len({sound(name) for name in names.split()}) == 1


def test_a_vowel_parts_what_would_be_one_sound() -> None:
    assert sound("Матис") == sound("Matis", "en") and sound("Балтийский") == sound("Baltiyski", "en")


def test_names_that_differ_have_keys_that_differ() -> None:
    names = ["Петров", "Петренко", "Попов", "Попеску", "Зеленский", "Красносельский", "Алиев", "Алиева"]
    names += ["Виктор", "Виктора", "Виктория", "Валера", "Валерия"]
    assert len({sound(name) for name in names}) == len(names)
