"""Key days: the days that articles come back to, and verbatim sentences that tell what was new on them."""

from __future__ import annotations

import datetime as dt
import random

from dateline import pipeline
from dateline.days import key_days
from dateline.model import Article, Span

FIRST, LAST = dt.date(2020, 1, 1), dt.date(2020, 12, 31)


def article(id: str, published: str, *lines: str) -> Article:
    text = "\n\n".join(lines) + "\n"
    return Article(id, f"{id}.md", text, "en", lines[0], Span(0, len(text)), published)


BRIDGE = "The old bridge over the river collapsed on 3 March 2020 and eleven cars fell into the water."
STORY = [
    article("a", "2020-03-04", "The old bridge collapsed on Tuesday, and rescuers searched the river for eleven cars."),
    article("b", "2020-05-20", "The mayor resigned over the collapse.", BRIDGE),
    article("c", "2020-06-20", "Engineers published their report on rust in the cables of the bridge.", BRIDGE),
    article("d", "2020-07-01", "The council met to talk about parking fees in the town.", "Parking will cost more."),
    article("e", "2020-07-01", "The council talked about parking fees in the town again.", "Fees are not popular."),
    article("f", "2020-07-01", "A third paper wrote on the parking fees of the council.", "Drivers are angry."),
]


def days_of(count: int, first: dt.date = FIRST, last: dt.date = LAST) -> list[str]:
    return [key.day.isoformat() for key in pipeline.key_days(STORY, count, first, last, 1)]


def test_a_day_that_later_articles_name_beats_one_with_more_articles() -> None:
    assert days_of(1) == ["2020-03-03"]
    assert days_of(2) == ["2020-03-03", "2020-07-01"]


def test_days_lie_within_the_period_and_in_order() -> None:
    assert days_of(9, dt.date(2020, 5, 1)) == ["2020-05-20", "2020-06-20", "2020-07-01"]


def test_sentences_are_verbatim_and_do_not_repeat_each_other() -> None:
    (key,) = pipeline.key_days(STORY, 1, FIRST, LAST, 3)
    texts = [s.text for s in key.sentences]
    assert all(any(text in a.text for a in STORY) for text in texts)
    assert texts.count(BRIDGE) <= 1
    assert 1 <= len(texts) <= 3


def test_a_sentence_that_only_its_article_dates_says_so() -> None:
    keys = {k.day.isoformat(): k for k in pipeline.key_days(STORY, 9, FIRST, LAST, 1)}
    assert keys["2020-07-01"].sentences[0].by_report
    assert not keys["2020-03-03"].sentences[0].by_report


def test_a_reprint_is_no_second_voice() -> None:
    reprints = [article(f"p{n}", "2020-07-01", STORY[3].text.strip()) for n in range(9)]
    ranked = pipeline.key_days([*STORY[:3], *reprints], 1, FIRST, LAST, 1)
    assert ranked[0].day == dt.date(2020, 3, 3)


def test_the_order_of_articles_changes_nothing() -> None:
    shuffled = list(STORY)
    random.Random(1).shuffle(shuffled)
    assert pipeline.key_days(shuffled, 4, FIRST, LAST, 2) == pipeline.key_days(STORY, 4, FIRST, LAST, 2)


def test_articles_without_a_day_are_left_out_and_none_gives_none() -> None:
    assert pipeline.key_days([article("x", "", BRIDGE)], 3, FIRST, LAST, 1) == []
    assert key_days([], 3, FIRST, LAST, 1) == []


def ranked(*articles: Article) -> list[str]:
    """Every day of the articles of 2020, the most important first."""
    order: list[str] = []
    for n in range(1, len(pipeline.key_days(articles, 99, FIRST, LAST, 1)) + 1):
        days = {key.day.isoformat() for key in pipeline.key_days(articles, n, FIRST, LAST, 1)}
        order += sorted(days - set(order))
    return order


PORT = [
    article("p1", "2020-04-02", "A ship burned in the harbour of Examplia on Wednesday.", "Divers from Examplia came."),
    article("p2", "2020-05-04", "The fire of 1 April in Examplia was set on purpose, the judges of Examplia found."),
    article("p3", "2020-06-10", "Insurers paid Examplia for the fire of 1 April, and the port of Examplia reopened."),
]


def test_days_of_other_stories_count_for_less() -> None:
    review = "A mayor resigned in Elsewhere on 7 February.", "A singer won a prize in Otherton on 9 February."
    years = [article(f"r{n}", f"2020-08-0{n}", *review, f"Number {n} of our reviews.") for n in range(1, 6)]
    order = ranked(*PORT, *years)
    assert order.index("2020-04-01") < order.index("2020-02-07")


def test_a_line_that_is_another_day_in_each_article_names_none() -> None:
    teaser = "Weather in Examplia: storm expected on Friday, all of Examplia stays at home."
    pages = [
        article(f"w{n}", f"2020-0{n}-1{n}", f"The council of Examplia met, part {n}.", teaser) for n in range(4, 9)
    ]
    days = {key.day for key in pipeline.key_days([*PORT, *pages], 99, FIRST, LAST, 1)}
    assert days == {a.dct for a in (*PORT, *pages)} | {dt.date(2020, 4, 1)}


def test_a_day_without_its_year_is_the_one_that_the_collection_knows() -> None:
    rising = [
        article(f"e{n}", f"2020-0{n}-20", f"The rising in Examplia of 25 January 2020 was remembered, part {n}.")
        for n in range(2, 6)
    ]
    later = article("late", "2022-06-01", "Since the rising of 25 January the people of Examplia have had no peace.")
    days = {k.day.isoformat() for k in pipeline.key_days([*rising, later], 99, FIRST, dt.date(2022, 12, 31), 1)}
    assert "2020-01-25" in days
    assert "2022-01-25" not in days


def test_an_announced_day_counts_and_a_named_one_counts_more() -> None:
    ahead = article(
        "n", "2020-03-01", "The people of Examplia will vote on 15 March.", "Examplia prepares for the day."
    )
    order = ranked(ahead, *PORT)
    assert order.index("2020-04-01") < order.index("2020-03-15")


def test_a_day_whose_only_sentence_is_long_is_told_all_the_same() -> None:
    endless = "The ship burned in the harbour on 1 April 2020 " + "and the smoke went over the hills " * 9 + "."
    (key,) = pipeline.key_days([article("l", "2020-07-01", "Ship.", endless)], 1, FIRST, dt.date(2020, 5, 1), 1)
    assert [s.text for s in key.sentences] == [endless]


def test_a_pictures_credit_names_no_day() -> None:
    picture = article("c", "2020-07-01", "The harbour of Examplia on 15 March 2020 JANE DOE/AFP", "Examplia is calm.")
    assert "2020-03-15" not in ranked(picture, *PORT)
