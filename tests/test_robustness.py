"""Bad files by the thousand: each is used or reported with a reason, none stops the others, none costs much."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from root import ROOT

from dateline import entities, pipeline, readers
from dateline.model import Article, Problem

GOOD = [path.read_bytes() for path in sorted((ROOT / "seeds" / "articles").iterdir())] + [
    b"<!doctype html><html lang=en><head><title>Rain</title><meta name=date content=2024-03-05></head><body><article>"
    b"<h1>Rain in Porto</h1><p>It rained on 4 March 2024.</p></article></body></html>",
]
HOSTILE = [
    b"\0",
    b"\xff",
    b"\xd0",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"---\n",
    b"\n---\n",
    b"&a [*a]",
    b"!!python/object:os.system",
    b"<script>",
    b"<!--",
    b"]]>",
    b"&#99999999;",
    b"{% raw %}",
    b"[[" * 50,
    b"(" * 200,
    b"*_" * 200,
    b"> " * 200,
    b"\r",
    "\u202e".encode(),
    "\u0000\u2028".encode(),
    b"2024-13-45T99:99",
    b"published: " + b"9" * 5000,
    b"0" * 300,
]

Mutation = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(200) :]


def truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(min(len(data), chance.choice((40, 400, 4000))))
    return data[:place] + chance.choice(HOSTILE) + data[place:]


def flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 20)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + chance.randrange(1, 60)] * chance.randrange(2, 50) + data[start:]


def splice(data: bytes, chance: random.Random) -> bytes:
    return truncate(data, chance) + chance.choice(GOOD)[chance.randrange(200) :]


def recode(data: bytes, chance: random.Random) -> bytes:
    encoding = chance.choice(["utf-16", "utf-16-be", "cp1251", "utf-8-sig", "koi8-r", "utf-7"])
    return data.decode("utf-8", "ignore").encode(encoding, "ignore")


MUTATIONS: list[Mutation] = [cut, truncate, insert, flip, repeat, splice, recode]


def own(data: bytes, number: int) -> bytes:
    """The same article under an address and a headline of its own."""
    for words in (b"nokta.md/belarus", b"Politico: Belarus", b"Rain in Porto"):
        data = data.replace(words, b"%s %d" % (words, number) if b"/" not in words else b"%s-%d" % (words, number))
    return data


def mutants(count: int) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(20240614)
    for number in range(count):
        data = own(chance.choice(GOOD), number)
        for _ in range(chance.randrange(1, 4)):
            data = chance.choice(MUTATIONS)(data, chance) or b"x"
        yield f"{number:05}{chance.choice(['.md', '.txt', '.html', ''])}", data


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.slow)])
def test_every_mutant_is_used_or_reported(count: int, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, data in mutants(count):
        (seeds / name).write_bytes(data)
    articles, problems = readers.read_articles(seeds)
    names = {path.name for path in seeds.iterdir()}
    used = {article.path for article in articles}
    lost = {p.path.removeprefix("seeds/") for p in problems if p.code in ("unreadable", "not-an-article", "duplicate")}
    assert used | lost == names and not used & lost
    assert all(problem.message for problem in problems)
    assert len({article.id for article in articles}) == len(articles) > count / 4
    for article in articles:
        assert 0 <= article.body.start < article.body.end <= len(article.text)
        article.text.encode("utf-8")


def test_what_is_read_of_a_mutant_is_quoted_verbatim() -> None:
    gazetteer = entities.gazetteer(())
    for name, data in mutants(60):
        try:
            article = readers.read_article(name, data)
        except readers.Unreadable:
            continue
        for statement in pipeline.extract(article, gazetteer):
            assert article.text[slice(*statement.span)] == statement.quote


def test_what_is_reported_does_not_depend_on_the_others(tmp_path: Path) -> None:
    def read(names: list[tuple[str, bytes]], folder: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
        seeds = folder / "seeds"
        seeds.mkdir(parents=True)
        for name, data in names:
            (seeds / name).write_bytes(data)
        return readers.read_articles(seeds)

    found = list(mutants(60))
    whole, half = read(found, tmp_path / "a"), read(found[::-1], tmp_path / "b")
    assert whole == half
