"""Dated statements: the cases of corpus/statements, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import entities, languages, statements, times
from dateline.model import Article, Span, Statement
from dateline.statements.patterns import Patterns
from dateline.text import tokens

CORPUS = Path(__file__).parent / "corpus" / "statements"
FIELDS = ("value", "kind", "modality", "participants", "quote", "speaker", "origin")


def article(text: str, language: str, published: str = "2024-06-14") -> Article:
    return Article("a", "a.md", text, language, "", Span(0, len(text)), published, publication="The Paper")


def find(of: Article) -> tuple[Statement, ...]:
    gazetteer = entities.gazetteer()
    dates = times.find(of.text, of.dct, of.language)
    return statements.find(of, dates, entities.find(of, gazetteer), gazetteer)


def cases() -> list[tuple[str, str]]:
    return [
        (path.stem, case.strip())
        for path in sorted(CORPUS.glob("??.txt"))
        for case in path.read_text(encoding="utf-8").split("\n---\n")
    ]


def told(statement: Statement, wanted: str) -> list[str]:
    """What was found, as the case writes it; a part of the quote, and empty fields at the end, as they are wanted."""
    fields = [f.strip() for f in wanted.split("|")]
    quote = fields[4] if fields[4] in statement.quote else statement.quote
    who = " ".join(statement.participants)
    full = [statement.time.value, statement.kind, statement.modality, who, quote, statement.speaker, statement.origin]
    return [str(f) for f in full[: len(fields)]]


@pytest.mark.parametrize(("language", "case"), cases(), ids=lambda value: value[-40:])
def test_corpus(language: str, case: str) -> None:
    published, text, *wanted = case.splitlines()
    found = find(article(text.replace("⏎", "\n"), language, published))
    expected = [line.removeprefix("=").strip() for line in wanted]
    fields = [[f.strip() for f in line.split("|")] for line in expected]
    shown = [told(s, w) for s, w in zip(found, expected, strict=False)]
    assert ([_looked_at(f) for f in shown], len(found)) == ([_looked_at(f) for f in fields], len(fields))


def _looked_at(fields: list[str]) -> dict[str, str]:
    return dict(zip(FIELDS, fields, strict=False))


def test_quotes_are_verbatim_and_clauses_lie_within_them() -> None:
    of = article("В\xa02006 году к\xa0НАТО присоединилась Албания, но в 2012 покинула альянс.", "ru")
    for statement in find(of):
        assert of.text[slice(*statement.span)] == statement.quote
        assert statement.span.start <= statement.clause.start <= statement.time.span.start
        assert statement.time.span.end <= statement.clause.end <= statement.span.end


@pytest.mark.parametrize(
    "head",
    [
        "PARIS (Reuters) - ",
        "(CNN) -- ",
        "Paris, 4 June 2024 - ",
        "PARIS, June 4 (Reuters) — ",
        "PARIS | 4 June 2024 - ",
    ],
)
def test_a_dateline_is_no_part_of_the_quote(head: str) -> None:
    (statement,) = find(article(f"{head}France closed a port on 3 June 2024.", "en"))
    assert statement.quote == "France closed a port on 3 June 2024."


def test_ids_hold_when_another_sentence_is_added() -> None:
    one = find(article("Georgia left in 2009. Georgia left in 2009.", "en"))
    two = find(article("Serbia won in 1999. Georgia left in 2009. Georgia left in 2009.", "en"))
    assert len({s.id for s in one}) == 2
    assert {s.id for s in one} < {s.id for s in two}
    assert all(len(s.id) == 13 and s.id.startswith("s") for s in two)


def test_without_names_or_language_there_are_still_statements() -> None:
    of = article("Vi ses 2019-05-03 i Oslo.", "sv")
    dates = times.find("On 3 May 2019", None, "en")
    assert statements.find(of, dates, (), entities.gazetteer())[0].quote == of.text


def tables(of: Article) -> tuple[Span, ...]:
    return statements.tables(of, times.find(of.text, of.dct, of.language))


def test_a_sentence_of_too_many_dates_makes_no_statement_and_is_told_of() -> None:
    days = ", ".join(f"{n} May 2024" for n in range(1, 22))
    table = f"Days off are {days}, {days.replace('May', 'July')}."
    of = article(f"Kenya joined on 3 June 2024. {table} Kenya left on 4 June 2024.", "en")
    assert [s.time.value for s in find(of)] == ["2024-06-03", "2024-06-04"]
    assert [of.text[slice(*span)] for span in tables(of)] == [table]
    assert tables(article(f"Days off are {days}.", "en")) == ()


WORDS = "Грузия вышла из СНГ , но в 2012 году ( — Georgia left which on 3 May 2019 . « »"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join), st.sampled_from(languages.available()))
def test_any_text_gives_statements_that_are_in_it(text: str, language: str) -> None:
    of = article(text, language)
    for statement in find(of):
        assert text[slice(*statement.span)] == statement.quote
        assert statement.clause.start >= statement.span.start and statement.clause.end <= statement.span.end
        assert set(statement.participants) <= set(statement.entities)


@pytest.mark.parametrize(
    ("pattern", "sentence", "found"),
    [
        ("win*|won * medal|cup*", "She won the silver medal", (1, 4)),
        ("win*|won * medal|cup*", "She is winning both cups", (2, 4)),
        ("win*|won * medal|cup*", "She wore the silver medal", None),
        ("won|lost in court", "They lost in court", (1, 3)),
        ("won|lost in court", "They lost a day in court", None),
    ],
)
def test_a_pattern_may_give_words_to_choose_from(pattern: str, sentence: str, found: tuple[int, int] | None) -> None:
    hits = [(first, last) for first, last, _ in Patterns([(pattern, True)]).find(tokens.split(sentence))]
    assert hits == ([found] if found else [])
