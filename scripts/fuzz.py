#!/usr/bin/env python3
"""Fuzz what reads strangers' words, guided by coverage: `python3 scripts/fuzz.py TARGET [-max_total_time=SECONDS …]`.

Needs atheris (`pip install --require-hashes -r scripts/requirements/fuzz.txt`, beside the build's own packages).
Inputs that reach new code are kept in `.cache/fuzz/TARGET/`. It begins with the small ones in
`tests/corpus/fuzz/TARGET/`, which `tests/test_fuzz.py` puts to their target in every run of the tests; whatever it
finds belongs there too.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.entities import Gazetteer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

SEEDS = ROOT / "tests" / "corpus" / "fuzz"
_DAY = dt.date(2024, 6, 14)
_LONGEST = 4096  # bytes of one input


def reader(data: bytes) -> None:
    """A file is an article whose statements are quoted verbatim, or there is a reason."""
    from dateline import pipeline, readers

    try:
        article = readers.read_article("a.md", data)
    except readers.Unreadable as fault:
        assert fault.reason and fault.line >= 0
        return
    assert 0 <= article.body.start < article.body.end <= len(article.text)
    for statement in pipeline.extract(article, _gazetteer()):
        assert article.text[slice(*statement.span)] == statement.quote


def dates(data: bytes) -> None:
    """A date stands where it says, in the words that it says, and is EDTF."""
    from dateline import edtf, times

    language, text = _LANGUAGES[data[:1][0] % len(_LANGUAGES)] if data else "en", _words(data[1:])
    for found in times.find(text, _DAY, language):
        assert text[slice(*found.span)] == found.wording and edtf.is_valid(found.value), found


def calendar(data: bytes) -> None:
    """A value is EDTF or it isn't; of one that is, the first day isn't after the last."""
    from dateline import edtf

    words = _words(data)
    if edtf.is_valid(words):
        first, last = edtf.bounds(words)
        assert first is None or last is None or first <= last, words
        assert edtf.contains(words, words), words


def quotes(data: bytes) -> None:
    """A quote is found where it stands, with what stands around it."""
    from dateline.model import TextQuote
    from dateline.text import find_quote, fold

    words = _words(data)
    text, _, exact = words.partition("\n")
    for place in find_quote(text, TextQuote(exact)):
        assert fold(text[slice(*place)]) == fold(exact)
    start, end = sorted((len(exact) % (len(text) + 1), len(data) % (len(text) + 1)))
    if start < end < 90:
        found = find_quote(text, TextQuote(text[start:end], text[:start], text[end:]))
        assert (start, end) in [tuple(place) for place in found]


def definitions(data: bytes) -> None:
    """What an editor writes is read, or each fault has its line."""
    from dateline.definitions.entities import read_entities
    from dateline.definitions.faults import Faults
    from dateline.definitions.notes import read_notes
    from dateline.definitions.timelines import read_timeline

    words = _words(data)
    for read in (read_entities, read_notes, read_timeline):
        faults = Faults("timelines/a.md")
        tuple(read(words, faults))
        assert all(p.message and 0 <= p.line <= words.count("\n") + 2 for p in faults.problems), faults.problems


def prose(data: bytes) -> None:
    """What is shown of a quote is made of its own characters; an introduction can run nothing."""
    from dateline.writers import layout
    from dateline.writers.prose import shown

    words = _words(data)
    rest = iter(words)
    assert all(character in rest for character in shown(words))
    cleaned = str(layout.rich_text(words)).lower()
    assert not any(
        f"<{tag}" in cleaned for tag in ("script", "svg", "math", "iframe", "img", "style", "form", "object")
    )


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (reader, dates, calendar, quotes, definitions, prose)
}
_LANGUAGES = ("en", "ru", "uk", "ro", "de", "fr", "es", "it", "pl", "pt", "tr")


@cache
def _gazetteer() -> Gazetteer:
    from dateline import entities

    return entities.gazetteer(())


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def main(arguments: list[str]) -> int:
    """Fuzz the target that the first argument names; the rest is libFuzzer's."""
    if not arguments or arguments[0] not in TARGETS:
        print(__doc__.split("\n")[0] if __doc__ else "")
        print(*(f"  {name:12} {(target.__doc__ or '').strip()}" for name, target in TARGETS.items()), sep="\n")
        return 2
    try:
        import atheris
    except ImportError:
        print("atheris is missing: pip install --require-hashes -r scripts/requirements/fuzz.txt")
        return 1
    name, *options = arguments
    kept = ROOT / ".cache" / "fuzz" / name
    kept.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=["dateline"]):
        import dateline.entities
        import dateline.pipeline
        import dateline.writers.layout  # noqa: F401
    given = [f"-max_len={_LONGEST}", f"-artifact_prefix={kept}-", *options, str(kept), str(SEEDS / name)]
    atheris.Setup([sys.argv[0], *given], TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
