"""A page's characters: the bytes decide, whatever the page and its server say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.importing import charset

RUSSIAN = "Мельницу на холме продали 3 мая 2021 года семье пекарей."


@pytest.mark.parametrize(
    ("encoding", "declared", "meta"),
    [
        ("utf-8", "windows-1251", "windows-1251"),  # both wrong: the bytes are UTF-8
        ("windows-1251", "utf-8", "windows-1251"),  # the server is wrong
        ("windows-1251", "ISO-8859-1", "windows-1251"),  # the server's default
        ("windows-1251", "windows-1251", "utf-8"),  # the page is wrong
        ("windows-1251", "", "windows-1251"),
        ("koi8-r", "koi8-r", ""),
        ("windows-1251", "no-such-charset", "windows-1251"),
        ("utf-8-sig", "", "koi8-r"),
        ("utf-16", "", ""),
    ],
)
def test_a_wrong_charset_does_no_harm(encoding: str, declared: str, meta: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' if meta else ""
    page = f"<html><head>{head}</head><p>{RUSSIAN}</p></html>"
    assert RUSSIAN in charset.decode(page.encode(encoding), declared)


def test_an_undeclared_charset_is_told_by_statistics() -> None:
    text = f"<p>{RUSSIAN} Жители деревни этого не ждали и написали письмо против продажи.</p>" * 4
    assert RUSSIAN in charset.decode(text.encode("windows-1251"))


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300), st.text(max_size=12))
def test_any_bytes_become_text(data: bytes, declared: str) -> None:
    charset.decode(data, declared).encode("utf-8")
