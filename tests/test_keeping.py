"""What an earlier build rendered is used only where the same would come out: after any edit, cached and fresh agree."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from archives_made import article, write
from root import ROOT

from dateline import pipeline, spreading
from dateline.cache import keeping, remembering
from dateline.model import Span
from dateline.writers import pages, tree
from dateline.writers.settings import Settings

SMALL = Settings(site_url="https://example.org/", split=5, large=10)


class Memory(keeping.Marks):
    """Keeps everything, and counts what it was asked for and didn't have."""

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, tuple[str, ...]], object] = {}
        self.made = 0

    def __call__(self, name: str, parts: Iterable[str], make: Callable[[], object], /) -> object:
        key = (name, tuple(parts))
        if key not in self.held:
            self.made += 1
            self.held[key] = make()
        return self.held[key]


def _edit(name: str, old: str, new: str) -> Callable[[Path], object]:
    def edit(seeds: Path) -> None:
        path = next(seeds.rglob(name))
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _entity(seeds: Path) -> None:
    (seeds / "entities.yml").write_text(
        "- {id: norway, kind: country, labels: {en: Kingdom of Norway, ru: Норвегия}}\n", encoding="utf-8"
    )


def _timeline(seeds: Path) -> None:
    text = (
        "---\ntitle: Treaties\nshow: {kinds: [agreement]}\nevents: [{date: 2011-05, title: Added by hand}]\n---\nWhy.\n"
    )
    (seeds / "timelines" / "treaties.md").write_text(text, encoding="utf-8")


def _note(seeds: Path, said: str) -> None:
    (seeds / "notes").mkdir(exist_ok=True)
    quoted = 'quote: {exact: "Azerbaijan quit a precursor to the bloc in 1999."}'
    text = f"---\nnotes:\n  - {quoted}\n    by: Us\n    on: 2026-11-22\n    {said}\n---\n"
    (seeds / "notes" / "put-right.md").write_text(text, encoding="utf-8")


EDITS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda seeds: None,
    "a word": _edit("0001.md", "shows", "reveals"),
    "a date": _edit("0002.md", "signed an agreement", "signed an agreement on defence"),
    "a title": _edit("0003.md", "Report 3", "Retitled"),
    "an address": _edit("0004.md", "news.example/4", "news.example/four"),
    "the latest report": _edit("0012.md", "published: 2022", "published: 2025"),
    "an article more": lambda seeds: (seeds / "articles" / "0090.md").write_text(article(90), encoding="utf-8"),
    "an article less": lambda seeds: (seeds / "articles" / "0005.md").unlink(),
    "a name": _entity,
    "a timeline": _timeline,
    "a note": _edit("csto-membership.md", "Announced, not done.", "Only announced."),
    "an era": _edit("csto-membership.md", "The treaty alone", "Before the organisation"),
    "a correction": lambda seeds: _note(
        seeds,
        "correction: {was: '1999', now: '1999-04-02', because: A slip., on: 2026-11-22}\n    comment: Found.",
    ),
    "a withdrawal": lambda seeds: _note(seeds, "status: withdrawn\n    comment: It was not so."),
    "a correction taken back": lambda seeds: (seeds / "notes" / "put-right.md").unlink(),
    "no timelines": lambda seeds: shutil.rmtree(seeds / "timelines"),
}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(ROOT / "seeds", tmp_path_factory.mktemp("kept") / "seeds"))
    write(folder / "articles", 14)
    return folder


def test_after_every_edit_kept_and_fresh_are_the_same(seeds: Path, tmp_path: Path) -> None:
    for edit in EDITS.values():
        edit(seeds)
        collection = pipeline.run(pipeline.read(seeds))
        with remembering.store(tmp_path / "r.sqlite") as store:
            mapper = store.mapper(spreading.here)
            found = pipeline.run(pipeline.read(seeds, mapper), mapper=mapper, keep=store)
            kept = dict(pages.render(found, SMALL, store))
        fresh = dict(pages.render(collection, SMALL))
        assert found == collection
        assert [path for path in fresh if kept.get(path) != fresh[path]] == []
        assert list(kept) == list(fresh)


def test_one_article_leaves_most_as_it_was(tmp_path: Path) -> None:
    memory, seeds = Memory(), write(tmp_path / "seeds", 60)
    list(pages.render(pipeline.run(pipeline.read(seeds)), SMALL, memory))  # type: ignore[arg-type]
    whole, memory.made = memory.made, 0
    _edit("0001.md", "shows", "reveals")(seeds)
    list(pages.render(pipeline.run(pipeline.read(seeds)), SMALL, memory))  # type: ignore[arg-type]
    assert 0 < memory.made < whole / 8


def test_the_settings_count(seeds: Path) -> None:
    memory, collection = Memory(), pipeline.run(pipeline.read(seeds))
    for settings in (SMALL, replace(SMALL, language="ru"), replace(SMALL, full_text=True), replace(SMALL, site_url="")):
        kept = dict(pages.render(collection, settings, memory))  # type: ignore[arg-type]
        assert kept == dict(pages.render(collection, settings))


def test_the_store_keeps_what_was_rendered(tmp_path: Path) -> None:
    path = tmp_path / "r.sqlite"
    with remembering.store(path) as store:
        assert store("page", ("a", "b"), lambda: ("text", b"bytes", 1)) == ("text", b"bytes", 1)
    with remembering.store(path) as store:
        assert store("page", ("a", "b"), lambda: ("other",)) == ("text", b"bytes", 1)
        assert store("page", ("a", "c"), lambda: "other") == "other"
        assert store("feed", ("a", "b"), lambda: "feed") == "feed"


def test_small_things_are_kept_together_and_made_again_together() -> None:
    memory, asked = Memory(), list[str]()

    def make(id_: str) -> str:
        asked.append(id_)
        return id_.upper()

    parts = {f"e{number}": "as it was" for number in range(3000)}
    assert keeping.each(memory, "name", parts, make) == {id_: id_.upper() for id_ in parts}
    asked.clear()
    assert keeping.each(memory, "name", parts | {"e7": "changed"}, make)["e7"] == "E7"
    assert "e7" in asked and len(asked) < 20, "the others of its group, and nobody else"


@pytest.mark.parametrize("many", [15, 16, 100, 255, 256, 1023, 1024, 5000])
def test_one_thing_more_makes_few_of_the_others_anew(many: int) -> None:
    memory, asked = Memory(), list[str]()

    def make(id_: str) -> str:
        asked.append(id_)
        return id_.upper()

    parts = {f"e{number}": "as it was" for number in range(many)}
    keeping.each(memory, "name", parts, make)
    asked.clear()
    more = parts | {"new": "as it is"}
    assert keeping.each(memory, "name", more, make) == {id_: id_.upper() for id_ in more}
    assert "new" in asked and len(asked) < 100, "those of its group, and of one that was parted"


def test_text_that_was_kept_is_read_only_where_it_is_wanted(tmp_path: Path) -> None:
    memory, made = Memory(), list[str]()

    def make() -> str:
        made.append("x")
        return "text"

    def files() -> list[tuple[str, keeping.FileContent]]:
        return [("a/x.md", keeping.unread(memory, "page", ("part",), make))]

    assert tree.write(files(), tmp_path, ["a"]).changed == 1
    assert tree.write(files(), tmp_path, ["a"]).same == 1
    assert made == ["x"]
    (tmp_path / "a" / "x.md").write_text("something else", encoding="utf-8")
    assert tree.write(files(), tmp_path, ["a"]).changed == 1
    (tmp_path / "a" / "x.md").unlink()
    assert tree.write(files(), tmp_path, ["a"]).changed == 1
    assert (tmp_path / "a" / "x.md").read_text("utf-8") == "text"


def test_a_mark_is_of_that_very_value() -> None:
    marks, values = keeping.Marks(), [Span(1, 2), Span(1, 2)]
    marks.call(values[0], "first")
    assert marks.mark(values[0]) == "first"
    assert marks.mark(values[1]) == keeping.mark(Span(1, 2))
