"""The two seed articles against what a careful editor reads out of them (golden/seeds.yml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dateline.model import Collection, Modality, Seeds, Statement
from dateline.text import fold

GOLD = yaml.safe_load((Path(__file__).parent / "golden" / "seeds.yml").read_text(encoding="utf-8"))
ROWS = [{**row, "edtf": str(row["edtf"])} for row in GOLD["statements"]]


def article_number(seeds: Seeds, statement: Statement) -> str:
    """The first three characters of the file that the statement stands in, as the gold names articles."""
    return next(Path(a.path).name[:3] for a in seeds.articles if a.id == statement.article)


def meets(seeds: Seeds, row: dict[str, str], statement: Statement) -> bool:
    return (
        article_number(seeds, statement) == row["article"]
        and fold(row["quote"]) in fold(statement.quote)
        and statement.time.value == row["edtf"]
        and fold(row["date"]).removeprefix("в ") in f"{fold(row['date'])} {fold(statement.time.wording)}"
        and fold(statement.time.wording).split()[-1] in fold(row["date"])
    )


def told(seeds: Seeds, collection: Collection, name: str) -> list[Statement]:
    rows = [row for row in ROWS if row["same"] == name]
    return [s for s in collection.statements if any(meets(seeds, row, s) for row in rows)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['same']}-{row['article']}-{row['edtf']}")
def test_each_statement_of_the_gold_is_found_once(seeds: Seeds, collection: Collection, row: dict[str, str]) -> None:
    assert len([s for s in collection.statements if meets(seeds, row, s)]) == 1


def test_there_is_no_other_statement(seeds: Seeds, collection: Collection) -> None:
    strangers = [s for s in collection.statements if not any(meets(seeds, row, s) for row in ROWS)]
    assert [(s.time.value, s.quote) for s in strangers] == []


def test_every_quote_is_verbatim(seeds: Seeds, collection: Collection) -> None:
    texts = {article.id: article.text for article in seeds.articles}
    for statement in collection.statements:
        text = texts[statement.article]
        assert text[slice(*statement.span)] == statement.quote
        assert text[slice(*statement.time.span)] == statement.time.wording


def test_the_events_are_those_of_the_gold(seeds: Seeds, collection: Collection) -> None:
    ours = {frozenset(s.id for s in event.statements) for event in collection.events if not event.by_editor}
    gold = {frozenset(s.id for s in told(seeds, collection, name)) for name in {row["same"] for row in ROWS}}
    assert ours == gold


@pytest.mark.parametrize(("name", "kind"), sorted(GOLD["kinds"].items()))
def test_events_have_the_kind_of_the_gold(seeds: Seeds, collection: Collection, name: str, kind: str) -> None:
    (event,) = {e.id: e for e in collection.events for s in told(seeds, collection, name) if s in e.statements}.values()
    assert event.kind == kind
    assert event.modality == (Modality.PLANNED if name == "withdrawal" else Modality.REPORTED)


def test_both_articles_relay_one_origin(seeds: Seeds, collection: Collection) -> None:
    (arms,) = [e for e in collection.events if e.value == "2018/2022"]
    assert arms.origins == ("Politico",)
    assert len(arms.articles) == 2
    assert set(arms.languages) == {"en", "ru"}


@pytest.mark.parametrize("slug", sorted(GOLD["timelines"]))
def test_timelines_show_the_events_of_the_gold(seeds: Seeds, collection: Collection, slug: str) -> None:
    (timeline,) = [t for t in collection.timelines if t.slug == slug]
    wanted = [frozenset(s.id for s in told(seeds, collection, name)) for name in GOLD["timelines"][slug]["events"]]
    assert [frozenset(s.id for s in event.statements) for event in timeline.events if not event.by_editor] == wanted


def test_the_more_precise_wording_dates_the_event(collection: Collection) -> None:
    (event,) = [e for e in collection.events if e.value == "2024-06-12"]
    (wednesday,) = [s.time for s in event.statements if s.time.value == "2024-06-12"]
    assert (wednesday.basis, wednesday.reckoned_from) == ("document", "2024-06-14")


def test_articles_are_read_as_the_gold_says(seeds: Seeds) -> None:
    for name, facts in GOLD["articles"].items():
        (article,) = [a for a in seeds.articles if Path(a.path).name == name]
        assert article.language == facts["language"]
        assert article.published[:16] == str(facts["published"]).replace(" ", "T")[:16]
        assert article.url == facts.get("url", "")
        assert article.archive == facts.get("archive", "")
        if "title" in facts:
            assert article.title == facts["title"]


def test_the_wrong_declared_language_is_a_warning(seeds: Seeds) -> None:
    (problem,) = seeds.problems
    assert problem.severity == "warning"
    assert problem.path.endswith("000_41ea6c6524149a4d.txt")
    assert problem.line == 5  # the line of `language: ro`
