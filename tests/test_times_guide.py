"""The page "Add a language", followed to the letter: its file and its corpus are a working language."""

import re
import sys
from pathlib import Path

import pytest
import yaml
from test_times_corpus import check, lines

from dateline import languages

PAGE = (Path(__file__).parents[1] / "docs" / "guide" / "add-a-language.md").read_text(encoding="utf-8")


def block(kind):
    return re.search(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)[1]


def forget():
    """Everything that was remembered of a language, in whichever module."""
    rooms = (module for name, module in sys.modules.items() if name.startswith("dateline.times"))
    for cached in (value for room in rooms for value in vars(room).values() if hasattr(value, "cache_clear")):
        cached.cache_clear()


@pytest.fixture
def dutch(monkeypatch):
    data = yaml.load(block("yaml"), Loader=yaml.BaseLoader)
    monkeypatch.setattr(languages, "section", lambda language, name: data[name] if language == "nl" else {})
    forget()
    yield
    forget()


@pytest.mark.usefixtures("dutch")
def test_the_language_of_the_page_works():
    cases = list(lines(block("text").splitlines(), "nl"))
    assert len(cases) > 10
    for _, line, dct, language in cases:
        check(line, dct, language)


def test_the_page_names_every_flag_and_reading_it_uses():
    data = yaml.load(block("yaml"), Loader=yaml.BaseLoader)["dates"]
    told = set(re.findall(r"`([\w-]+)`", PAGE))
    assert set(data["words"]) <= told
    assert set(data["flags"].split(", ")) <= told
