"""The tables: read by Python's csv, kept to their schema, and without a cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re

import collections_made as made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_data_json import faults, files

from dateline.model import Collection
from dateline.writers.data import csv_table
from dateline.writers.safety import showable


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def undefused(cell: str) -> str:
    """The inverse of `csv_table.defused`."""
    cell = re.sub(r"^('*)'(?=[\t\n])", r"\1", cell)
    return re.sub(f"({csv_table._BEGINNING})'(?={csv_table._OPERATOR})", r"\1", cell)


@pytest.mark.parametrize("collection", [made.seeds, made.with_everything], ids=["seeds", "everything"])
def test_every_row_keeps_the_schema(collection: object) -> None:
    tables = {p: c for p, c in files(collection()).items() if p.endswith(".csv")}  # type: ignore[operator]
    assert len(tables) >= 3
    for content in tables.values():
        for row in rows(content):
            assert faults("csv-row", row) == []


def test_a_row_is_a_statement_or_an_editors_event() -> None:
    collection = made.with_everything()
    found = rows(files(collection)["timelines/everything.csv"])
    assert [r["statement"] for r in found if r["by_editor"] == "no"] == [s.id for s in collection.statements]
    assert len([r for r in found if r["by_editor"] == "yes"]) == len(made.EVERY_SHAPE) + 1


def test_a_quote_is_verbatim() -> None:
    collection = made.seeds()
    found = {row["statement"]: row for row in rows(files(collection)["events.csv"])}
    assert {s.id: s.quote for s in collection.statements} == {id_: row["quote"] for id_, row in found.items()}
    (wednesday,) = [r for r in found.values() if r["date_wording"] == "On Wednesday"]
    assert (wednesday["date"], wednesday["date_read"], wednesday["reckoned_from"]) == ("2024-06-12",) * 2 + (
        "2024-06-14",
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t'=1"),
        ("\tx", "'\tx"),
        ("\r=1", "'\n'=1"),
        ("  =1", "  '=1"),
        ("\u200b=1", "\u200b'=1"),
        ('"=1', "\"'=1"),
        ("\uff1d1", "'\uff1d1"),
        ("a;=1", "a;'=1"),
        ("a\n- b", "a\n'- b"),
        ("-0043-03-15", "'-0043-03-15"),
        ("a, = b", "a, = b"),
        ("2018/2022", "2018/2022"),
        ("a\x00b\ud800", "a\ufffdb\ufffd"),
    ],
)
def test_what_a_spreadsheet_would_run_is_defused(text: str, cell: str) -> None:
    assert csv_table.defused(text) == cell


@given(st.text(st.sampled_from("=+-@;\t\n\r\"' ,a\u200b\uff1d\x00"), max_size=12))
def test_no_cell_of_any_separator_begins_as_a_formula_and_all_words_are_there(text: str) -> None:
    cell = csv_table.defused(text)
    assert undefused(cell) == showable(text)
    for part in re.split(r"[;\t\n]", cell):
        assert not re.match(r"[\s\"\u200b]*[=+\-@\uff1d]", part)
    assert not cell.startswith(("\t", "\n", "\r"))


def test_an_empty_collection_has_its_head() -> None:
    assert rows(files(Collection((), (), (), ()))["events.csv"]) == []
