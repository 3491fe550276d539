"""Dates in text: promises that hold for any text, hostile input, other languages, and the command that streams."""

import datetime as dt
import json
import time
from itertools import pairwise

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline import edtf, times
from dateline.cli import main
from dateline.model import Basis
from dateline.times import explain, grammar

DCT = dt.date(2024, 6, 14)
LANGUAGES = ("de", "en", "es", "fr", "it", "pl", "pt", "ro", "ru", "uk")
_WORDS = """on in the 5 May 12 2024 last week year Monday 31 February of to from 1990s century first third quarter , . -
/ : ' с по мая 2020 года в прошлом до III веке н.э. и 14 ночь на bis Januar le mars am ١٢ ( )"""
WORDS = st.sampled_from([*_WORDS.split(), "\ud800", "\u202e", "\n\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60), st.sampled_from(LANGUAGES), st.booleans())
@example("31 February 0000, 99.99.9999, 2024-13-45, 0.0.0", "en", True)
def test_whatever_the_text_spans_are_verbatim_apart_and_valid(text, language, dated):
    found = times.find(text, DCT if dated else None, language)
    assert all(text[slice(*t.span)] == t.wording and t.wording.strip() for t in found)
    assert all(edtf.is_valid(t.value) and t.rule for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all((t.basis is Basis.EXPLICIT) == (t.reckoned_from == "") for t in found)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)))
def test_a_day_in_full_is_that_day_whatever_the_day_of_publication(day):
    text = f"It was signed on {day.day} {day:%B} {day.year}."
    assert [t.value for t in times.find(text, DCT, "en")] == [day.isoformat()]


@given(st.dates(dt.date(1900, 1, 20), dt.date(2090, 12, 31)))
def test_a_bare_weekday_lies_in_the_week_that_ends_with_the_day_of_publication(dct):
    (found,) = times.find("The premier resigned on Wednesday.", dct, "en")
    day = dt.date.fromisoformat(found.value)
    assert day.isoweekday() == 3 and 0 <= (dct - day).days < 7


def test_without_a_day_of_publication_relative_dates_stay_unresolved():
    assert times.find("Yesterday they met, on Friday they part, last year they fought.", None, "en") == ()


def test_the_basis_and_what_it_was_reckoned_from_are_told():
    text = "They met on 5 March 1919. The next day they left. On Wednesday a book about it appeared."
    explicit, context, document = times.find(text, DCT, "en")
    assert (explicit.basis, explicit.reckoned_from) == (Basis.EXPLICIT, "")
    assert (context.basis, context.reckoned_from, context.value) == (Basis.CONTEXT, "1919-03-05", "1919-03-06")
    assert (document.basis, document.reckoned_from) == (Basis.DOCUMENT, "2024-06-14")


@pytest.mark.parametrize(
    "text",
    ["31 February 2024", "February 30, 2024", "2024-13-01", "32 May 2023", "00.00.0000", "29.02.2023", "2023-02-29"],
)
def test_impossible_days_are_no_dates(text):
    assert not [t for t in times.find(f"On {text}.", DCT, "en") if edtf.precision(t.value) is edtf.Precision.DAY]


def test_no_break_spaces_and_long_dashes_are_read_and_kept():
    text = "в\u00a01992\u00a0году и 2018\u20132022 годы"
    assert [(t.wording, t.value) for t in times.find(text, DCT, "ru")] == [
        ("1992\u00a0году", "1992"),
        ("2018\u20132022 годы", "2018/2022"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("nl", "Op maandag 13 mei 2024 kwamen ze.", "2024-05-13"),
        ("cs", "Dne 12. května 2024 odjel.", "2024-05-12"),
        ("hu", "2024. május 12. volt.", "2024-05-12"),
        ("ca", "El 12 de maig del 2024.", "2024-05-12"),
        ("ja", "2024年6月12日に発表した。", "2024-06-12"),
        ("ko", "2024년 6월 12일에", "2024-06-12"),
        ("ar", "في ٢٤ فبراير ٢٠٢٢", "2022-02-24"),
        ("hi", "१२ जनवरी २०२४ को", "2024-01-12"),
        ("be", "12 мая 2024 года", "2024-05-12"),
    ],
)
def test_every_language_of_cldr_has_explicit_dates(language, text, value):
    assert [t.value for t in times.find(text, DCT, language)] == [value]


def test_a_language_without_a_file_has_no_relative_dates():
    assert times.find("In mei gebeurde het.", DCT, "nl") == ()


UNITS = (
    "1 ", "a ", "((a)) ", "12.", "1, ", "1-", "May ", "1 May ", "in ", "last ", "two-", "Monday, ", "2020-", "2020, ",
    "1990s ", "III ", "from 1 to ", "between 1990 and ", "the ", "'", " ", "\n", "1st ", "last year ", "\ud800 ", "٣ ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_cost_grows_linearly_with_the_text(unit):
    def cost(size):
        line = unit * (size // len(unit))
        return min(_seconds(line) for _ in range(3))

    cost(2000)
    assert any(cost(16_000) <= 2.5 * cost(8_000) + 0.01 for _ in range(3))  # a busy machine may need a second look


def _seconds(text):
    start = time.process_time()
    times.find(text, DCT, "en")
    return time.process_time() - start


@pytest.mark.slow
def test_a_line_of_ten_megabytes_is_read():
    assert times.find("x" * 5_000_000 + " 12 May 2024 " + "y" * 5_000_000, DCT, "en")[0].value == "2024-05-12"


def test_the_trace_says_what_was_read_from_what_and_what_lost():
    told = explain.report("They met on Wednesday, 12 June.", DCT, "en")
    assert "“Wednesday, 12 June” is 2024-06-12" in told
    assert "from 2024-06-14, the day of publication" in told
    assert "lost      weekday: “Wednesday” (shorter)" in told
    assert "No date found." in explain.report("Nothing here.", DCT, "en")


def _run(text, *options):
    return CliRunner().invoke(main, ["dates", *options], input=text)


def test_the_command_streams_json_lines():
    given = [
        {"doc": "a", "lang": "en", "dct": "2024-06-14", "text": "On Wednesday."},
        {"doc": "b", "lang": "ru", "dct": None, "text": "В 1992 году."},
    ]
    result = _run("\n".join(map(json.dumps, given)))
    assert result.exit_code == 0
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"doc": "a", "dates": [{"start": 3, "end": 12, "text": "Wednesday", "edtf": "2024-06-12", "rule": "weekday"}]},
        {"doc": "b", "dates": [{"start": 2, "end": 11, "text": "1992 году", "edtf": "1992", "rule": "year"}]},
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{nonsense", "line 1: not JSON"),
        ("[1]", "line 1: not a JSON object"),
        ('{"doc": "a"}', "line 1: no `text`"),
        ('{"doc": "a", "lang": "xx", "text": "x"}', "line 1: unknown language 'xx'"),
        ('{"doc": "a", "lang": "en", "dct": "soon", "text": "x"}', "line 1: `dct` 'soon' is no day"),
    ],
)
def test_a_bad_line_is_reported_and_the_rest_goes_on(line, reason):
    good = json.dumps({"doc": "b", "lang": "en", "text": "In May 2024."})
    result = _run(f"{line}\n{good}\n")
    assert result.exit_code == 1
    assert reason in result.stderr
    assert json.loads(result.stdout)["dates"][0]["edtf"] == "2024-05"


def test_a_lone_surrogate_comes_through():
    result = _run('{"doc": "a", "lang": "en", "text": "\\ud800 in May 2024"}\n')
    assert result.exit_code == 0
    assert json.loads(result.stdout)["dates"][0]["start"] == 5


def test_the_command_explains_a_text():
    result = _run("", "--text", "They met on Wednesday.", "--dct", "2024-06-14", "--lang", "en")
    assert result.exit_code == 0
    assert "“Wednesday” is 2024-06-12" in result.stdout
    assert _run("", "--text", "x", "--dct", "soon").exit_code == 2


def test_the_language_is_detected_where_none_is_given():
    result = _run(json.dumps({"doc": "a", "text": "Договор был принят странами СНГ в 1992 году."}, ensure_ascii=False))
    assert json.loads(result.stdout)["dates"][0]["text"] == "1992 году"


def values(text):
    return [t.value for t in times.find(text, dt.date(2024, 6, 12), "en")]


def test_the_times_of_a_live_blog_are_no_years():
    assert values("0730 The session opens.\n\n1430: The president arrives.\n\n1945 The minister says no.") == []
    assert values("1815 Talks begin.\n\n2010: A break.\n\n2130 Talks end.") == []


def test_the_years_of_a_chronicle_are_no_times():
    assert values("1805: A school opens.\n\n1914 War.\n\n2004 It joins the league.") == ["1914", "2004"]
    assert values("0730 The session opens.\n\nIn 2010 it opened earlier.") == ["2010"]


def test_a_year_is_carried_on_in_its_sentence_and_not_over_the_end_of_a_line():
    assert values("Opened on 3 April 2021, burned on 23 January.") == ["2021-04-03", "2021-01-23"]
    assert values("Opened on 3 April 2021\nFire on 23 January") == ["2021-04-03", "2024-01-23"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_can_be_compiled(language):
    """A text asks for the pattern of a rule only where it holds a word that the rule needs."""
    assert all(grammar.compiled(rule.pattern, language) for rule, _ in grammar.of(language).rules)
