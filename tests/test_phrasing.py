"""How dates are said. A line: value | language | words | how precise, in words | what HTML's <time> is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import edtf, phrasing, words

CORPUS = """
2024-06-12              | en | 12 June 2024                        | a Wednesday            | 2024-06-12
2024-06                 | en | June 2024                           | the month only         | 2024-06
2024-06-XX              | en | June 2024                           | the month only         | 2024-06
1992                    | en | 1992                                | the year only          | 1992
2018/2022               | en | 2018–2022                           | a period               | 2018 2022
2024-06-10/2024-06-16   | en | 10–16 June 2024                     | the week only          | 2024-06-10 2024-06-16
2024-06-11/2024-06-17   | en | 11–17 June 2024                     | a period               | 2024-06-11 2024-06-17
2024-05-30/2024-06-02   | en | 30 May – 2 June 2024                | a period               | 2024-05-30 2024-06-02
2023-12-30/2024-01-02   | en | 30 December 2023 – 2 January 2024   | a period               | 2023-12-30 2024-01-02
2024-01/2024-06         | en | January – June 2024                 | a period               | 2024-01 2024-06
2018/2022-05-03         | en | 2018 – 3 May 2022                   | a period               | 2018 2022-05-03
199X                    | en | the 1990s                           | the decade only        |
19XX                    | en | 1900–1999                           | the century only       |
2024-22                 | en | summer 2024                         | the season only        |
../2024                 | en | until 2024                          | only the end is told   | 2024
2024-05/..              | en | since May 2024                      | only the start is told | 2024-05
1999~                   | en | about 1999                          | the year only          | 1999
1999?                   | en | 1999 (uncertain)                    | the year only          | 1999
-0043-03-15             | en | 15 March 44 BC                      |                        |
0000                    | en | 1 BC                                | the year only          |
Y17000                  | en | 17000                               | the year only          |
2024-06-12              | ru | 12 июня 2024 г.                     | среда                  | 2024-06-12
2024-06                 | ru | июнь 2024 г.                        | только месяц           | 2024-06
2024-06-10/2024-06-16   | ru | 10–16 июня 2024 г.                  | только неделя          | 2024-06-10 2024-06-16
199X                    | ru | 1990-е годы                         | только десятилетие     |
2024-05/..              | ru | с: май 2024 г.                      | известно только начало | 2024-05
2024-06-12              | ro | 12 iunie 2024                       | miercuri               | 2024-06-12
199X                    | ro | anii 1990                           | doar deceniul          |
2024-06-12              | de | 12. Juni 2024                       | ein Mittwoch           | 2024-06-12
2024-06-10/2024-06-16   | de | 10.–16. Juni 2024                   | nur die Woche          | 2024-06-10 2024-06-16
199X                    | de | 1990er-Jahre                        | nur das Jahrzehnt      |
2024-06-12              | fr | 12 juin 2024                        | un mercredi            | 2024-06-12
199X                    | fr | années 1990                         | la décennie seulement  |
2024-06-12              | es | 12 de junio de 2024                 | un miércoles           | 2024-06-12
2024-06                 | es | junio de 2024                       | solo el mes            | 2024-06
"""


@pytest.mark.parametrize("line", CORPUS.strip().splitlines())
def test_a_date_is_said_as_precisely_as_it_is_known(line: str) -> None:
    value, language, said, precise, times = (part.strip() for part in line.split("|"))
    spaced = str.maketrans("\xa0\u202f\u2009", "   ")
    assert phrasing.say(value, language).translate(spaced) == said
    assert phrasing.precision(value, language) == precise
    assert [p.datetime for p in phrasing.phrases(value, language) if p.datetime] == times.split()


@given(st.integers(-3000, 12000), st.integers(1, 12), st.sampled_from(words.available()))
def test_a_month_is_never_said_as_a_day(year: int, month: int, language: str) -> None:
    said = phrasing.say(edtf.of_month(year, month), language)
    digits = [int(n) for n in "".join(c if c.isdigit() else " " for c in said).split()]
    assert digits == [year if year > 0 else 1 - year]


@pytest.mark.parametrize("language", words.available())
def test_every_language_has_words_for_everything(language: str) -> None:
    english, own = words.entries("en"), words.entries(language)
    assert sorted(own) == sorted(english)
    for key, entry in own.items():
        forms = entry if isinstance(entry, dict) else {"other": entry}
        wanted = english[key]["other"] if isinstance(english[key], dict) else english[key]
        for form in forms.values():
            assert _fields(form) <= _fields(wanted) | {"n"}, key
        if isinstance(entry, dict):
            rules = words.of(language).locale.plural_form
            assert {rules(n) for n in range(200)} <= set(entry), key


def _fields(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]} | ({"[date]"} if "[date]" in text else set())
