"""`dateline add`: what it says, what it writes, and what it leaves alone."""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason='needs the packages of "dateline[add]"')

import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from importing.pages import pages
from importing.server import Site, answer, redirect

from dateline import readers
from dateline.cli import importing as command
from dateline.importing import fetch, save
from dateline.importing.clipping import Clipping, Refused

PAGE = next(page for page in pages() if page.name == "01-weblog-ru")
NOW = "2025-06-01T12:00:00Z"


@pytest.fixture
def seeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fetch.wire.Limits, "__init__", quick(fetch.wire.Limits.__init__))
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def quick(make: object) -> object:
    """No pauses: the server is this computer."""
    return lambda self, **given: make(self, **{"pause": 0, "back_off": 0, "silence": 2, **given})  # type: ignore[operator]


def add(seeds: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(command.add, ["--seeds", str(seeds), *map(str, words)])


def only_file(seeds: Path) -> Path:
    (path,) = seeds.rglob("*.md")
    return path


# The command


def test_an_address_becomes_an_article_that_the_reader_reads(site: Site, seeds: Path) -> None:
    site.routes = {"/old": redirect("/new"), "/new": answer(PAGE.data, kind="text/html; charset=iso-8859-1")}
    result = add(seeds, "--allow-private", site.url("/old"))
    path = only_file(seeds)
    said = f'saved "{PAGE.title}" ({"; ".join(PAGE.authors)}, {PAGE.day}, {PAGE.site})'
    assert (result.exit_code, result.output) == (0, f"{path}: {said}\n1 saved\n")
    assert path == seeds / "articles" / "v-priozerske-otkryli-most-posle-dvukh-let-remonta.md"
    article = readers.read_article("x.md", path.read_bytes())
    assert (article.title, article.language, article.authors) == (PAGE.title, "ru", PAGE.authors)
    assert all(paragraph in article.text for paragraph in PAGE.paragraphs)
    fields = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert fields["sha256"] == save.content_hash(article.text.strip())
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", fields["retrieved"])
    assert abs(dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(fields["retrieved"])) < dt.timedelta(minutes=5)


def test_this_computer_is_asked_only_when_allowed(site: Site, seeds: Path) -> None:
    site.routes = {"/": answer(PAGE.data)}
    result = add(seeds, site.url())
    where = "127.0.0.1 (127.0.0.1) is on this machine or on a private network"
    assert result.exit_code == 1
    assert result.output == f"{site.url()}: {where} (--allow-private lets it through)\n1 refused\n"
    assert site.asked == [] and list(seeds.iterdir()) == []


def test_the_same_address_or_text_is_not_saved_twice(site: Site, seeds: Path, tmp_path: Path) -> None:
    moved = PAGE.data.replace(PAGE.url.encode(), b"https://elsewhere.example/copy")
    site.routes = {"/a": answer(PAGE.data), "/b": answer(moved)}
    add(seeds, "--allow-private", site.url("/a"))
    before = only_file(seeds).read_bytes()
    again = add(seeds, "--allow-private", site.url("/a"), site.url("/b"))
    name = only_file(seeds).relative_to(seeds).as_posix()
    assert again.exit_code == 0
    assert again.output.splitlines() == [
        f"{site.url('/a')}: is already in {name} (same address)",
        f"{site.url('/b')}: is already in {name} (same text)",
        "2 there already",
    ]
    assert only_file(seeds).read_bytes() == before


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_article_that_the_editor_saved_by_hand_counts_as_there(seeds: Path, tmp_path: Path, end: str) -> None:
    (seeds / "deep").mkdir()
    own = f"---\nsource: {PAGE.url}?utm_source=x\n---\nText.\n".replace("\n", end)
    (seeds / "deep" / "own.md").write_bytes(b"\xef\xbb\xbf" + own.encode())
    (tmp_path / "page.html").write_bytes(PAGE.data)
    assert "is already in deep/own.md (same address)" in add(seeds, tmp_path / "page.html").output


def test_faults_leave_no_file_and_no_traceback(site: Site, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "wall.html").write_text("<html><body><h1>News</h1><p>Log in to read on.</p></body></html>")
    result = add(seeds, "--allow-private", site.url("/gone"), tmp_path / "wall.html", tmp_path / "none", "https://[x/")
    assert result.exit_code == 1 and not list(seeds.rglob("*.md"))
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.output.splitlines()[-1] == "4 refused"
    assert f"{site.url('/gone')}: answers 404 Not Found" in result.output
    assert "none: can't be opened (no such file or directory)" in result.output


def test_what_is_missing_is_said(seeds: Path, tmp_path: Path) -> None:
    words = "The mill on the hill was sold to a family that bakes its own bread. " * 6
    (tmp_path / "bare.html").write_text(f"<html><body><article><h1>The mill</h1><p>{words}</p></article></body></html>")
    lines = add(seeds, tmp_path / "bare.html").output.splitlines()
    assert lines[1:3] == [
        "  no publication date found: add a line `published:`",
        "  no address found: add a line `url:`",
    ]


def test_misuse_is_explained(seeds: Path, tmp_path: Path) -> None:
    assert "name at least one file or web address" in add(seeds).output
    nowhere = add(tmp_path / "nowhere", "x.html")
    assert "there is no folder" in nowhere.output and nowhere.exit_code == 1


def test_missing_packages_are_named(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "_PACKAGES", ("trafilatura", "found_nowhere"))
    result = add(seeds, "x.html")
    assert result.exit_code == 1
    assert result.output == (
        "Error: `dateline add` needs found_nowhere, which is not installed: "
        f"{sys.executable} -m pip install found_nowhere\n"
    )


def test_a_folder_that_cant_be_written_is_named(seeds: Path, tmp_path: Path) -> None:
    (seeds / "articles").write_text("a file where a folder should be")
    (tmp_path / "page.html").write_bytes(PAGE.data)
    result = add(seeds, tmp_path / "page.html")
    assert result.exit_code == 1
    assert "can't be written to" in result.output and "Traceback" not in result.output


# What is written

HOSTILE = [
    "../../../etc/passwd",
    "a: b # c",
    '"quoted" \\ and {braces} [x]',
    "---\npublished: 1999-01-01\n---",
    "!!python/object/apply:os.system ['true']",
    "yes",
    "2024-06-14",
    "null",
    "*alias &anchor",
    "\x1b[31mred\x07 \u202eright to left \u2028line",
    "con",
    "🦀" * 400,
    "- item\n- item",
    "title: x\nurl: https://evil.example/",
    "\ud800 lone",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_stay_titles(seeds: Path, title: str) -> None:
    clipping = Clipping(title=title, body="Body.", authors=(title,), publication=title, keywords=(title,))
    path = save.save(clipping, save.look(seeds), NOW)
    assert path.parent == seeds / "articles"
    assert re.fullmatch(r"[\w-]+\.md", path.name) and path.name != "con.md"
    article = readers.read_article("x.md", path.read_bytes())
    assert (article.url, article.published, article.text.strip()) == ("", "", "Body.")
    fields = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert set(fields) == {"title", "author", "publication", "keywords", "sha256", "retrieved"}
    assert isinstance(fields["title"], str)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=200))
def test_any_clipping_reads_back(title: str, author: str, body: str) -> None:
    written = save.article_file(Clipping(title=title, body=f"Word. {body}", authors=(author,)), NOW)
    article = readers.read_article("x.md", written.encode("utf-8"))
    assert article.text.strip().startswith("Word.")
    fields = yaml.safe_load(written[4:].split("\n---\n", 1)[0])
    assert fields["sha256"] == save.content_hash(save.cleaned(f"Word. {body}"))


def test_nothing_is_overwritten(seeds: Path) -> None:
    (seeds / "articles").mkdir()
    (seeds / "articles" / "the-mill.md").write_text("mine")
    shelf = save.look(seeds)
    names = [save.save(Clipping(title="The mill", body=f"Text {n}."), shelf, NOW).name for n in range(2)]
    assert names == ["the-mill-2.md", "the-mill-3.md"]
    assert (seeds / "articles" / "the-mill.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("clipping", "slug"),
    [
        (Clipping("Мост открыт", ""), "most-otkryt"),
        (Clipping("桥", "", url="https://news.example/2024/bridge-opens.html"), "bridge-opens-html"),
        (Clipping("桥", "", url="https://news.example/桥"), "news-example"),
        (Clipping("桥", ""), "article"),
    ],
)
def test_names_of_files(clipping: Clipping, slug: str) -> None:
    assert save.slug(clipping) == slug


def test_a_full_disk_is_named(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(Refused, match="no space left on device"):
        save.save(Clipping("x", "y"), save.Shelf(seeds, {}, {}), NOW)
