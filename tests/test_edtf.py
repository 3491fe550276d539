"""EDTF values: what is one, which days it covers, how two compare."""

import datetime as dt

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from dateline import edtf
from dateline.edtf import Precision

VALID = {
    "2024-06-12": ("2024-06-12", "2024-06-12"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "1992": ("1992-01-01", "1992-12-31"),
    "199X": ("1990-01-01", "1999-12-31"),
    "18XX": ("1800-01-01", "1899-12-31"),
    "2004-XX": ("2004-01-01", "2004-12-31"),
    "1985-04-XX": ("1985-04-01", "1985-04-30"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31"),
    "2010~": ("2010-01-01", "2010-12-31"),
    "1984-06?": ("1984-06-01", "1984-06-30"),
    "2022-21": ("2022-03-01", "2022-05-31"),
    "2023-24": ("2023-12-01", "2024-02-29"),
    "2018/2022": ("2018-01-01", "2022-12-31"),
    "2024-06-12T18:08+04:00": ("2024-06-12", "2024-06-12"),
    "2021-12/2022-02": ("2021-12-01", "2022-02-28"),
}
INVALID = (
    "", "..", "../..", "/", "2024-13", "2023-02-29", "2024-06-31", "2024-00", "2024-6", "24", "2024-25", "2022/2018",
    "19X5", "X999", "1985-XX-12", "2024-06-12T25:00", "-0000", "garbage", "٢٠٢٤", "2024/2025/2026", "2024-21-03",
)  # fmt: skip


@pytest.mark.parametrize("value", VALID)
def test_bounds_are_the_first_and_last_day(value):
    first, last = (dt.date.fromisoformat(day).toordinal() for day in VALID[value])
    assert edtf.bounds(value) == (first, last)


@pytest.mark.parametrize("value", INVALID)
def test_what_is_no_value_is_refused(value):
    assert not edtf.is_valid(value)
    with pytest.raises(ValueError):
        edtf.bounds(value)


@pytest.mark.parametrize("value", [*VALID, "1994/..", "../2021-04-15", "-0043", "Y17000", "-0299", "2024-06/"])
def test_the_edtf_package_agrees_that_it_is_one(value):
    assert edtf.is_valid(value)
    parse_edtf(value.replace("18:08", "18:08:00"))  # the package wants seconds


@pytest.mark.parametrize("value", ["2024-13", "2022/2018/2024", "2024-6", "24"])
def test_the_edtf_package_agrees_that_it_is_none(value):
    with pytest.raises(EDTFParseException):
        parse_edtf(value)


def test_open_ends_are_none():
    assert edtf.bounds("1994/..") == (dt.date(1994, 1, 1).toordinal(), None)
    assert edtf.bounds("../2021-04-15") == (None, dt.date(2021, 4, 15).toordinal())


def test_years_before_ours_count_down():
    assert edtf.bounds("0000")[1] == 0
    assert edtf.bounds("-0001")[1] == -366
    first, last = edtf.bounds("-02XX")
    assert (first, last) == (edtf.ordinal(-299, 1, 1), edtf.ordinal(-200, 12, 31))


@given(st.dates())
def test_ordinals_are_those_of_datetime(day):
    assert edtf.ordinal(day.year, day.month, day.day) == day.toordinal()
    assert edtf.bounds(edtf.of_date(day)) == (day.toordinal(), day.toordinal())


@given(st.integers(-9999, 9998))
def test_years_follow_one_another(year):
    assert edtf.bounds(edtf.of_year(year))[1] + 1 == edtf.bounds(edtf.of_year(year + 1))[0]


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2024-06-12", Precision.DAY), ("2024-06-12T18:08", Precision.DAY), ("2024-06", Precision.MONTH),
        ("2024-22", Precision.SEASON), ("2024~", Precision.YEAR), ("-0043", Precision.YEAR), ("199X", Precision.DECADE),
        ("18XX", Precision.CENTURY), ("2018/2022", Precision.INTERVAL), ("1994/..", Precision.OPEN),
        ("2004-XX", Precision.YEAR), ("1985-04-XX", Precision.MONTH), ("1XXX", Precision.MILLENNIUM),
    ],
)  # fmt: skip
def test_precision(value, precision):
    assert edtf.precision(value) is precision


def test_containing():
    assert edtf.contains("2024-06-10/2024-06-16", "2024-06-12")
    assert edtf.contains("1994/..", "2024")
    assert edtf.contains("1994/..", "1999/..")
    assert not edtf.contains("2024", "1994/..")
    assert not edtf.contains("2024-06-12", "2024-06")


def test_order_is_that_of_time():
    values = ["-0043", "199X", "1994/..", "../2020", "2024-06-12", "2024-06", "2024"]
    values.sort(key=edtf.sort_key)
    assert values == ["-0043", "199X", "1994/..", "../2020", "2024", "2024-06", "2024-06-12"]


def test_writing():
    assert edtf.of_month(2021, 14) == "2022-02"
    assert edtf.of_month(2021, 0) == "2020-12"
    assert edtf.of_interval("2018", "2022") == "2018/2022"
    assert edtf.of_interval("2018-03/2018-05", "2019-03/2019-05") == "2018-03/2019-05"
    with pytest.raises(ValueError):
        edtf.of_interval("2022", "2018")
    with pytest.raises(ValueError):
        edtf.of_day(2023, 2, 29)
