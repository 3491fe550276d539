"""What stands between two words, as one letter."""

from __future__ import annotations

import re

UNKNOWN = "x"  # the letter of a word that no date is made of
BREAK = "|"  # a gap that no date reaches over

_LETTERS = {
    "": "_",
    " ": " ",
    ",": ",",
    ", ": ",",
    " , ": ",",
    "., ": ",",
    ".,": ",",
    ".": ".",
    ". ": "·",
    "-": "-",
    " - ": "–",
    "- ": "–",
    " -": "–",
    ". - ": "–",
    ".-": "–",
    "/": "/",
    "./": "/",
    "/ ": "/",
    " / ": "/",
    "'": "'",
    "' ": " ",
    " '": '"',
    " (": "(",
    "(": "(",
    ") ": ")",
    ", '": '"',
    "-'": "-",
    "/'": "/",
    " - '": "–",
    '" ': " ",
    ' "': " ",
}
_SPACE = re.compile(r"\s+")


def letter(gap: str) -> str:
    """The letter of a gap: " " space, "_" nothing, "," "." "/" "-" "'" themselves, "·" full stop and space,
    "–" dash with space around, '"' space and apostrophe, "(" and ")" brackets, "|" whatever else."""
    if len(gap) > 12 or gap.count("\n") > 1:
        return BREAK
    return _LETTERS.get(_SPACE.sub(" ", gap), BREAK)


class Letters(dict[str, str]):
    """A dictionary of gaps that fills itself; it holds few, since only short gaps are kept."""

    def __missing__(self, gap: str) -> str:  # noqa: D105
        found = letter(gap)
        if len(gap) <= 4 and len(self) < 4096:
            self[gap] = found
        return found
