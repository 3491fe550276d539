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
