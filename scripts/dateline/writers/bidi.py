"""Which way a language is written, for HTML's `dir`."""

from __future__ import annotations

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """ "rtl" or "ltr", by the language's usual script."""
    return "rtl" if language.split("-")[0] in _RIGHT_TO_LEFT else "ltr"
