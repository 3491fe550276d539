"""Codes of languages (BCP 47) and the names that people write instead. Source: CLDR, through Babel."""

from __future__ import annotations

from functools import cache


def primary(code: str) -> str:
    """The language of a code without its region and script: "pt" for "pt-BR" and "PT_br"."""
    return code.replace("_", "-").partition("-")[0].lower()


def fault(code: str) -> str:
    """Why `code` names no language, with the code that was probably meant; "" where it names one."""
    if primary(code) in _names():
        return ""
    named = next((known for known, name in _names().items() if name == code.casefold()), "")
    hint = f"; did you mean {named}?" if named else "; write its code, such as en"
    return f"no such language: '{code}'{hint}"


@cache
def _names() -> dict[str, str]:
    """Codes and their English names, lower case."""
    from babel import Locale  # takes a tenth of a second, and few commands and files name a language

    return {code.lower(): name.casefold() for code, name in Locale("en").languages.items()}
