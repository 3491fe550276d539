"""The editor's files: what is read, and what is said of what is wrong (corpus/definitions/faults.txt)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import definitions
from dateline.definitions.faults import Faults
from dateline.definitions.notes import read_notes
from dateline.definitions.timelines import read_timeline
from dateline.model import Correction, Kind, Status, TextQuote

CORPUS = Path(__file__).parent / "corpus" / "definitions" / "faults.txt"


def blocks() -> list[tuple[str, list[str], str]]:
    text = "\n".join(line for line in CORPUS.read_text("utf-8").splitlines() if not line.startswith("# What is"))
    text = text.partition("seeds folder, the expected")[2].partition("\n")[2]
    found = []
    for block in text.split("\n====\n"):
        head, _, content = block.partition("\n----\n")
        path, *expected = head.splitlines()
        found.append((path, [] if expected == ["fine"] else expected, content))
    return found


@pytest.mark.parametrize(("path", "expected", "content"), blocks())
def test_faults_are_named_with_their_line(tmp_path: Path, path: str, expected: list[str], content: str) -> None:
    seeds = tmp_path / "seeds"
    (seeds / path).parent.mkdir(parents=True, exist_ok=True)
    (seeds / path).write_text(content, encoding="utf-8")
    problems = definitions.read(seeds).problems
    assert [f"{p.line}: {p.message}" for p in problems] == expected
    assert {p.path for p in problems} <= {f"seeds/{path}"}


def timeline(text: str) -> definitions.Definitions:
    faults = Faults("seeds/timelines/My Line.md")
    found = tuple(read_timeline(text, faults))
    return definitions.Definitions(found, problems=tuple(faults.problems))


def test_a_timeline_is_read_whole() -> None:
    (line,) = timeline(
        "---\ntitle: T\nshow:\n  entities: [CSTO]\n  kinds: joining\n  from: 1992\n  not: {languages: [ro]}\n"
        "order: newest\nkey: [s1]\neras: [{title: E, from: 1992, to: 2002}]\n"
        "events: [{date: 2022-02-24, title: I, url: 'https://e.org/'}]\n"
        "notes:\n  - {quote: Q, comment: C}\n---\n\nWords.\n"
    ).timelines
    assert (line.slug, line.title, line.introduction, line.newest_first) == ("my-line", "T", "Words.", True)
    assert (line.show.entities, line.show.kinds, line.show.start) == (("CSTO",), (Kind.JOINING,), "1992")
    assert line.show.none_of[0].languages == ("ro",)
    assert dict(line.show.lines)["CSTO"] == 4
    assert (line.key, line.eras[0].end, line.events[0].url) == (("s1",), "2002", "https://e.org/")
    assert (line.notes[0].quote, line.notes[0].line) == (TextQuote("Q"), 13)


def test_years_and_words_that_yaml_would_change_stay_as_written() -> None:
    (line,) = timeline("---\ntitle: no\nshow: {from: 0962, to: 2022-02-24}\n---\n").timelines
    assert (line.title, line.show.start, line.show.end) == ("no", "0962", "2022-02-24")


def test_a_note_is_read_whole() -> None:
    faults = Faults("seeds/notes/n.md")
    (note,) = read_notes(
        "---\nquote: {exact: E, prefix: 'a ', suffix: ' b'}\narticle: x\nby: A\non: 2026-11-21\ntitle: T\n"
        "translation: {en: Words}\ndate: {value: 1999-04, because: the treaty says so}\nhide: true\nmerge: [s1, s2]\n"
        "split: yes\nstatus: disputed\ncorrection: {was: a, now: b, because: c, on: 2026-11-21}\n---\nA comment.\n",
        faults,
    )
    assert [problem.code for problem in faults.problems] == ["hidden-correction"]
    assert note.quote == TextQuote("E", "a ", " b")
    assert (note.comment, note.title, note.translations) == ("A comment.", "T", (("en", "Words"),))
    assert (note.date, note.because, note.hide, note.split) == ("1999-04", "the treaty says so", True, True)
    assert (note.merge, note.status) == (("s1", "s2"), Status.DISPUTED)
    assert note.correction == Correction("a", "b", "c", "2026-11-21")


def test_bytes_that_are_no_utf_8_are_reported(tmp_path: Path) -> None:
    (tmp_path / "timelines").mkdir()
    (tmp_path / "timelines" / "a.md").write_bytes("---\ntitle: Молдова\n---\n".encode("cp1251"))
    (problem,) = definitions.read(tmp_path).problems
    assert "UTF-8" in problem.message


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    (tmp_path / "timelines").mkdir()
    (tmp_path / "timelines" / "a.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\nWords.\r\n")
    desk = definitions.read(tmp_path)
    assert (desk.problems, desk.timelines[0].introduction) == ((), "Words.")


def test_two_files_with_one_address_are_reported(tmp_path: Path) -> None:
    (tmp_path / "timelines").mkdir()
    for name in ("a b.md", "a-b.md"):
        (tmp_path / "timelines" / name).write_text("---\ntitle: T\n---\n")
    desk = definitions.read(tmp_path)
    assert len(desk.timelines) == 1
    assert [p.code for p in desk.problems] == ["same-address"]


def test_an_alias_that_holds_itself_is_no_endless_loop() -> None:
    assert timeline("---\ntitle: &a [*a]\n---\n").problems[0].code == "malformed"


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>\"'#,\n \t0é"), max_size=80))
def test_no_front_matter_is_a_traceback(noise: str) -> None:
    faults = Faults("x.md")
    list(read_timeline(f"---\ntitle: T\nshow: {noise}\n---\n", faults))
    list(read_notes(f"---\nnotes:\n  - {noise}\n---\n", faults))


def test_names_nearly_those_of_the_editors_files_are_said(tmp_path: Path) -> None:
    for name in ("timeline", "Notes", "reports", "timelines"):
        (tmp_path / name).mkdir()
    (tmp_path / "entities.yaml").touch()
    said = {p.path.rpartition("/")[2]: p.message for p in definitions.read(tmp_path).problems}
    assert said == {
        "timeline": "is taken for articles; did you mean timelines?",
        "Notes": "is taken for articles; did you mean notes?",
        "entities.yaml": "is taken for articles; did you mean entities.yml?",
    }
    (tmp_path / ".obsidian").mkdir()
    assert definitions.read(tmp_path).problems == ()
