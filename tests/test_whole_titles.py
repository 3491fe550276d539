"""Titles that are whole: they have a verb and what they announce, and no aim stands alone."""

from __future__ import annotations

import pytest
from one_sentence import HEAD, events_of

from dateline import pipeline, readers
from dateline.model import Seeds

WHOLE = [
    ("en", "The mayor of Porto denied that a bridge had collapsed on 4 June 2024.", "The mayor of Porto denied that"),
    (
        "es",
        "El alcalde de Lorca negó que la presa cediera el 4 de junio de 2024.",
        "El alcalde de Lorca negó que la presa",
    ),
    ("es", "Rocamora, que fue nombrado ministro en 2012, vive ahora en Lorca.", "Rocamora, que fue nombrado"),
    (
        "en",
        "The island left the union in silence and held its first free election in 1991.",
        "The island left the union",
    ),
    ("it", "LODI - Una frana ha travolto la strada il 4 giugno 2024.", "Una frana ha travolto"),
]


@pytest.mark.parametrize(("language", "sentence", "opening"), WHOLE)
def test_a_title_has_what_its_clause_hangs_on(language: str, sentence: str, opening: str) -> None:
    (title,) = [event.title for event in events_of(language, sentence)]
    assert title.startswith(opening)


LONG = (
    "At least four people were killed after a dam burst in southwestern Poland, flooding large parts of the old town of"
)


def test_a_title_is_not_only_who_said_so() -> None:
    text = f"{LONG} Kudowa, the fire service said on 4 June 2024."
    (event,) = events_of("en", text)
    assert event.title == f"{LONG} Kudowa"


def test_a_title_begins_with_no_pronoun_where_another_source_names_who_did() -> None:
    told = ("It opened on 4 June 2024 with money from Moldova and Romania.",)
    named = "The bridge opened on 4 June 2024 with money from Moldova and Romania."
    articles = tuple(
        readers.read_article(f"{n}.md", (HEAD.format(n=n, language="en") + text).encode())
        for n, text in enumerate((*told, named))
    )
    (title,) = [event.title for event in pipeline.run(Seeds(articles)).events]
    assert title.startswith("The bridge")


def test_a_title_ends_with_no_conjunction() -> None:
    text = "Desde el martes 4 de junio de 2024 arde la sierra de Lorca y que nadie vive allí se sabe."
    (event,) = events_of("es", text)
    assert not event.title.endswith(" y")


def test_a_long_clause_at_the_head_of_its_sentence_is_titled() -> None:
    text = (
        "said the minister on 4 June 2024 in a speech of "
        + "great " * 20
        + "length to his guests and to the whole town"
    )
    (event,) = events_of("en", text + ".")
    assert event.title.startswith("said the minister")


VERBS = [  # what the title has to hold: what happened, not its date alone
    ("ru", "В этом году, когда город отмечал юбилей, в парке открыли новый музей.", "открыли новый музей"),
    (
        "en",
        "On 2 March, as the snow kept falling on the hills, the council closed both schools.",
        "closed both schools",
    ),
    ("de", "Am 2. März, als der Schnee noch fiel, schloss die Stadt Lindau beide Schulen.", "schloss die Stadt"),
    ("fr", "Le 2 mars, alors que la neige tombait, la ville de Lorient a fermé deux écoles.", "a fermé deux écoles"),
    (
        "ru",
        "Сегодня депутаты Рабочей партии и партии «Сад» поддержали отмену решения парламента 2019 года, по которому "
        "Анна Орлова стала судьёй.",
        "поддержали отмену решения",
    ),
    (
        "ru",
        "Комиссия по чрезвычайным ситуациям и делам беженцев в понедельник, 27 февраля, приняла несколько решений по "
        "энергетической безопасности страны и её столицы, а также другие, не менее важные, положения.",
        "приняла несколько решений",
    ),
    (
        "en",
        "The joint commission on emergencies and civil defence of the northern districts on Monday, 27 February, "
        "passed several resolutions on the energy security of the country and of its capital, and other measures too.",
        "passed several resolutions",
    ),
    (
        "en",
        "The joint commission on emergencies of the United Northern Districts and of their capital on Monday, 27 "
        "February, passed several resolutions on the energy security of the country and of its capital.",
        "passed several resolutions",
    ),
]


@pytest.mark.parametrize(("language", "sentence", "held"), VERBS)
def test_a_title_says_what_happened(language: str, sentence: str, held: str) -> None:
    assert held in titled(language, sentence)


def titled(language: str, sentence: str) -> str:
    """The title of the earliest report of the day or year that a sentence tells last."""
    return max(events_of(language, sentence), key=lambda event: event.value).title


CONTENT = [
    ("ru", "Сегодня утром местные газеты и каналы сообщили, что на завод в Заречье ночью приехали две колонны машин и "
     "автобусов с рабочими из соседнего города.", "приехали две колонны"),
    ("ru", "В начале июня партия «Сад» подала в комиссию жалобу на то, что мэр Заречья тратит деньги на себя.",
     "тратит деньги на себя"),
    ("en", "This morning several newspapers and channels reported that two long columns of lorries and buses with "
     "workers had reached the plant in Westfield overnight.", "had reached the plant"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "held"), CONTENT)
def test_a_title_does_not_stop_before_what_it_announces(language: str, sentence: str, held: str) -> None:
    assert held in titled(language, sentence)


AIMS = [
    ("ru", "Сегодня депутаты собрались, чтобы принять бюджет на 2025 год.", "депутаты собрались"),
    ("ru", "Министерство призывает граждан подать заявку, чтобы получить выплату в декабре.", "Министерство призывает"),
    ("uk", "Міністерство закликає громадян подати заявку, щоб отримати виплату у грудні.", "Міністерство закликає"),
    ("pl", "Ministerstwo wzywa obywateli do złożenia wniosku, żeby otrzymać wypłatę w grudniu.", "Ministerstwo wzywa"),
]


@pytest.mark.parametrize(("language", "sentence", "held"), AIMS)
def test_an_aim_is_no_title_of_its_own(language: str, sentence: str, held: str) -> None:
    assert held in titled(language, sentence)


def test_a_title_is_not_drawn_out_to_who_said_so() -> None:
    said = titled("ru", "В ночь на 17 мая в порту — атака беспилотников, сообщили в министерстве.")
    assert said == "В ночь на 17 мая в порту — атака беспилотников"


def test_a_decimal_is_not_cut() -> None:
    sentence = "Цена на 30% ниже значения 2022 года (5,39 лея за килограмм) и на 10,5% ниже значения 2023 года."
    titles = [event.title for event in events_of("ru", sentence)]
    assert titles and not [title for title in titles if title[0].isdigit() or title[-1].isdigit()]


def test_a_shortened_year_keeps_its_stop() -> None:
    assert titled("ru", "Война с соседней державой длилась с марта 1922 г. по июнь 1923 г.").endswith("1923 г.")
