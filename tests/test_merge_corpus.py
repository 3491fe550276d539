"""The corpus of same, not same and disputed (corpus/merging/*.txt), every block in every order of its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice, permutations
from pathlib import Path

import pytest
from statements import Sheet

from dateline import events
from dateline.definitions.entities import read_entities
from dateline.definitions.faults import Faults
from dateline.model import Article, Modality, Statement

CORPUS = Path(__file__).parent / "corpus" / "merging"
ENTITIES = {e.id: e for e in read_entities((CORPUS / "entities.yml").read_text("utf-8"), Faults("entities.yml"))}


@dataclass
class Block:
    verdict: str
    name: str
    articles: dict[str, Article]
    statements: list[Statement]

    @property
    def groups(self) -> set[frozenset[str]]:
        ids = [s.id for s in self.statements]
        if self.verdict == "not same":
            return {frozenset({id}) for id in ids}
        if re.fullmatch(r"[\d /]+", self.verdict):
            return {frozenset(ids[int(n) - 1] for n in part.split()) for part in self.verdict.split("/")}
        return {frozenset(ids)}


def read_block(lines: list[str]) -> Block:
    verdict, _, name = lines[0].partition(":")
    sheets: list[Sheet] = []
    told = []
    for number, line in enumerate(lines[1:]):
        language, published, value, kind, who, *modality, sentence = (p.strip() for p in line.lstrip("+ ").split("|"))
        if not line.startswith("+"):
            sheets.append(Sheet(f"a{number}", language, published, f"Paper {number}"))
        said = sheets[-1].says(sentence, value, kind, who, Modality(modality[0] if modality else "reported"))
        told.append(said)
    return Block(verdict.strip(), name.strip(), {s.id: s.article for s in sheets}, told)


def blocks() -> list[Block]:
    found = []
    for path in sorted(CORPUS.glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        parts = "\n".join(lines).strip().split("\n\n")
        found += [read_block(part.strip().splitlines()) for part in parts if part.strip()]
    return found


BLOCKS = blocks()


@pytest.mark.parametrize("block", BLOCKS, ids=lambda b: f"{b.verdict}: {b.name}")
def test_block(block: Block) -> None:
    merged = events.merge(block.statements, block.articles, ENTITIES)
    why = "\n".join(
        line for s in block.statements for line in events.explain(s.id, block.statements, block.articles, ENTITIES)
    )
    assert {frozenset(s.id for s in event.statements) for event in merged} == block.groups, why
    wanted = {block.verdict.removeprefix("disputed ")} if block.verdict.startswith("disputed") else set()
    assert {str(d.matter) for event in merged for d in event.disputes} == wanted
    for order in islice(permutations(block.statements), 6):
        assert events.merge(order, block.articles, ENTITIES) == merged


def test_there_are_sixty_in_five_languages() -> None:
    assert len(BLOCKS) >= 60
    assert {a.language for b in BLOCKS for a in b.articles.values()} >= {"ru", "en", "de", "fr", "ro"}


def test_a_dispute_says_who_says_what() -> None:
    block = next(b for b in BLOCKS if b.name == "founded in 2002 or in 2003")
    (event,) = events.merge(block.statements, block.articles, ENTITIES)
    (dispute,) = event.disputes
    assert (event.value, event.disputed) == ("2002/2003", ("2002", "2003"))
    assert [(c.value, c.statements) for c in dispute.claims] == [
        ("2002", (block.statements[0].id,)),
        ("2003", (block.statements[1].id,)),
    ]


def test_all_blocks_at_once_and_a_stranger_change_no_event() -> None:
    """An archive of other stories around a story leaves the story's events as they were."""
    articles: dict[str, Article] = {}
    told: list[Statement] = []
    stranger = Sheet("stranger", "en", "2019-03-11")
    stranger.says("The city of Porto reopened the old bridge {on 4 March 2019}.", "2019-03-04", "opening", "porto")
    for number, block in enumerate(BLOCKS[:1]):
        articles |= {f"{number}{id}": replace(a, id=f"{number}{id}") for id, a in block.articles.items()}
        told += [replace(s, article=f"{number}{s.article}") for s in block.statements]
    alone = events.merge(told, articles, ENTITIES)
    articles["stranger"] = stranger.article
    together = events.merge([*told, *stranger.statements], articles, ENTITIES)
    assert [e for e in together if "stranger" not in e.articles] == list(alone)


def test_a_notice_that_one_paper_prints_on_two_days_is_two_events() -> None:
    told, articles = [], {}
    for day, publication in (("2024-09-05", "One"), ("2024-09-06", "One"), ("2024-09-05", "Two")):
        sheet = Sheet(f"a{len(told)}", "en", day, publication)
        told.append(
            sheet.says(f"Where power will be cut off in Lyon {{on {day[-1]} September}}", day, "closing", "lyon")
        )
        articles[sheet.id] = sheet.article
    first, second, other = told
    groups = {frozenset(s.id for s in event.statements) for event in events.merge(told, articles, ENTITIES)}
    assert groups == {frozenset({first.id, other.id}), frozenset({second.id})}
