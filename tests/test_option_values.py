"""Values of options: a slip is said in words, and nothing is done with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from project_made import run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("dates", "--text", "on Wednesday", "--dct", "2024-06-14xx"), "'2024-06-14xx' is no day such as 2024-06-14"),
        (("timeline", ".", "--from", "2024"), "'2024' is no day such as 2024-06-14"),
        (("timeline", ".", "--from", "2025-01-01", "--to", "2024-01-01"), "2024-01-01 is before 2025-01-01"),
        (("dates", "--text", "on Wednesday", "--lang", "english"), "no such language: 'english'; did you mean en?"),
        (("events", ".", "--language", "xx"), "no such language: 'xx'; write its code, such as en"),
        (("suggest", "--seeds", ".", "--language", "deutsch"), "no such language: 'deutsch'"),
        (("serve", "--port", "99999"), "99999 is not in the range"),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = run(*arguments)
    assert refused.exit_code == 2 and said in refused.output, refused.output


@pytest.mark.parametrize("dct", ["2024-06-14", "2024-06-14T18:08:00+04:00", "2024-06-14 18:08"])
def test_a_moment_counts_by_its_day(dct: str) -> None:
    assert "2024-06-12" in run("dates", "--text", "on Wednesday", "--dct", dct, "--lang", "en-GB").stdout
