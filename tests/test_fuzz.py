"""The fuzzer's targets hold for its corpus, for what it once found, and for what Hypothesis thinks of."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from root import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import fuzz

CORPUS = sorted(path for path in fuzz.SEEDS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_corpus(path: object) -> None:
    fuzz.TARGETS[path.parent.name](path.read_bytes())  # type: ignore[attr-defined]


def test_every_target_has_a_corpus() -> None:
    assert {path.parent.name for path in CORPUS} == set(fuzz.TARGETS)


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_any_bytes(name: str) -> None:
    begun = [path.read_bytes() for path in CORPUS if path.parent.name == name]

    @settings(max_examples=60)
    @given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode), st.sampled_from(begun), st.integers(0, 400))
    def holds(noise: bytes, seed: bytes, at: int) -> None:
        fuzz.TARGETS[name](seed[:at] + noise + seed[at:])

    holds()


def test_a_target_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["nothing"]) == 2
    assert all(name in capsys.readouterr().out for name in ["reader", "dates"][:1])
