"""The overview strip: where marks, words and breaks of the axis stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline import edtf
from dateline.model import Era
from dateline.writers import strip
from dateline.writers.strip.scale import scaled


def marks(*values: str) -> list[strip.Mark]:
    found = []
    for number, value in enumerate(values):
        first, last = edtf.bounds(value)
        assert first is not None and last is not None
        found.append(
            strip.Mark(f"s{number}", first, last, edtf.precision(value).name.lower(), "reported", value, "Kind")
        )
    return found


def test_one_event_needs_no_picture() -> None:
    assert strip.draw(marks("1999"), (), "en") is None


def test_a_day_is_a_dot_and_a_year_as_long_as_a_year() -> None:
    drawn = strip.draw(marks("2000", "2010", "2020-06-15"), (), "en")
    assert drawn and [d.dot for d in drawn.marks] == [False, False, True]
    widths = [round(d.x2 - d.x1, 1) for d in drawn.marks[:2]]
    assert widths[0] == widths[1] > 1


def test_an_ancient_date_does_not_crush_recent_ones() -> None:
    drawn = strip.draw(marks("-0043-03-15", "2020", "2021", "2022", "2023"), (), "en")
    assert drawn and len(drawn.folds) == 1
    assert drawn.marks[1].x1 < 60


def test_evenly_spread_dates_are_on_one_straight_axis() -> None:
    drawn = strip.draw(marks("1992", "1999", "2002", "2006", "2012", "2024-06-12"), (), "en")
    assert drawn and drawn.folds == ()
    assert [t.text for t in drawn.ticks] == ["1995", "2000", "2005", "2010", "2015", "2020"]
    assert [label.text for label in drawn.labels] == ["Kind"] * 6


RECENT = [f"{1992 + i % 32}-{1 + i % 12:02d}-{1 + i % 28:02d}" for i in range(400)]
LONE = ["1000", "1359", "1538", "1711", "1812", "1859", "1918", "1924", "1938", "1940", "1950", "1961", "1986", "20XX"]


def test_a_few_events_centuries_away_do_not_crush_most() -> None:
    drawn = strip.draw(marks(*RECENT, *LONE), (), "en")
    assert drawn and len(drawn.folds) == 2
    before, after = drawn.folds
    assert before < 10 and after > 90
    assert sum(b.count for b in drawn.bars if before < b.x + b.width and b.x < after) >= 399
    words = [t.text for t in drawn.ticks]
    assert words[0] == "1000" and words[-1] == "2100" and {"1995", "2005", "2015"} < set(words)


def test_events_all_over_a_long_time_stay_on_one_straight_axis() -> None:
    drawn = strip.draw(marks(*(f"{1500 + i * 5}" for i in range(100))), (), "en")
    assert drawn and drawn.folds == ()


def test_growing_news_stay_on_one_straight_axis() -> None:
    drawn = strip.draw(marks(*(f"{2024 - int((i / 100) ** 2 * 20)}" for i in range(100))), (), "en")
    assert drawn and drawn.folds == ()


@given(
    st.integers(1, 2020),
    st.lists(st.integers(0, 3000), min_size=20, max_size=60),
    st.lists(st.integers(-1, 1), min_size=1, max_size=2),
    st.integers(200, 4000),
)
def test_most_of_the_width_is_most_events(year: int, within: list[int], sides: list[int], away: int) -> None:
    middle = edtf.ordinal(year, 1, 1)
    lone = [middle + side * away * 366 + 5000 * side for side in sides if side]
    spans = [(middle + day, middle + day) for day in (0, *within, 3000)] + [(day, day) for day in lone]
    scale = scaled(spans)
    assert scale(middle + 3000) - scale(middle) > 50
    slopes = {p: (scale(p.last) - scale(p.first)) / (p.last - p.first) for p in scale.pieces}
    if len(slopes) > 1:
        dense = max(slopes, key=lambda p: p.width)
        assert slopes[dense] == max(slopes.values())


def test_marks_that_would_cover_each_other_lie_in_lanes() -> None:
    drawn = strip.draw(marks("2018/2022", "2020", "2021-05"), (), "en")
    assert drawn and len({d.y for d in drawn.marks}) == 2 and drawn.labels == ()


def test_many_events_are_drawn_as_bars() -> None:
    drawn = strip.draw(marks(*(f"{1950 + i % 70}" for i in range(100))), (), "en")
    assert drawn and not drawn.marks and sum(b.count for b in drawn.bars) == 100


def test_eras_stand_behind_the_marks() -> None:
    drawn = strip.draw(marks("1992", "2024"), (Era("Before", "1992", "2001"), Era("After", "2002")), "en")
    assert drawn
    before, after = drawn.eras
    assert before.x + before.width == after.x and after.x + after.width > 98


days = st.integers(-800_000, 800_000)


@given(st.lists(st.tuples(days, st.integers(0, 40_000)), min_size=2, max_size=80))
def test_everything_lies_on_the_drawing_in_order_of_time(spans: list[tuple[int, int]]) -> None:
    given_ = [strip.Mark(f"s{i}", a, a + n, "year", "reported", "", "Kind") for i, (a, n) in enumerate(spans)]
    drawn = strip.draw(given_, (), "en")
    assert drawn
    for d in drawn.marks:
        assert 0 <= d.x1 <= d.x2 <= 100 and 0 < d.y < drawn.height
    assert [d.x1 for d in drawn.marks] == sorted(d.x1 for d in drawn.marks)
    assert all(b.x >= 0 and b.x + b.width <= 100 and b.height > 0 for b in drawn.bars)
    assert all(0 <= t.x <= 100 for t in drawn.ticks)
    knots = [tuple(map(float, k.split(":"))) for k in drawn.knots.split()]
    assert knots == sorted(knots) and [k[1] for k in knots] == sorted(k[1] for k in knots)
