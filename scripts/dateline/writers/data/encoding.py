"""Text from articles as data: what each format can't hold is taken out or escaped here, and nowhere else."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from .. import safety

# Embeddings, overrides and isolates. In a title of one line an unclosed one would turn what stands after it.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
# Nothing in JSON changes by these; HTML and JavaScript, where JSON may be pasted, read the plain characters otherwise.
_IN_MARKUP = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def json_text(value: object) -> str:
    """`value` as JSON of one line, keys sorted, harmless inside of a `<script>` element too.

    A lone surrogate, which UTF-8 can't hold, is written as U+FFFD.
    """
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    for plain, escaped in _IN_MARKUP:
        written = written.replace(plain, escaped)
    return _LONE_SURROGATE.sub("\ufffd", written)


def json_row(value: object) -> bytes:
    """The same as it stands in a file, in UTF-8."""
    return json_text(value).encode("utf-8")


class Written(bytes):
    """JSON that is written already, as `json_row` gives it."""

    __slots__ = ()


def json_list(rows: Iterable[bytes]) -> Written:
    """A list of values that are JSON already; a row may be several, with commas between them."""
    return Written(b"[%b]" % b",".join(rows))


def json_file(value: Mapping[str, object]) -> bytes:
    """A JSON file: UTF-8, one line. What is `Written` in it stays as it is."""
    pairs = (b"%b:%b" % (json_row(k), v if isinstance(v, Written) else json_row(v)) for k, v in sorted(value.items()))
    return b"{%b}\n" % b",".join(pairs)


def size(value: object) -> int:
    """How many bytes `value` takes in a JSON file, the comma after it included."""
    return len(json_row(value)) + 1


def showable(text: str) -> str:
    """`text` with what a text file can't hold replaced by U+FFFD, and line ends as LF."""
    return text if text.isprintable() else safety.showable(text)  # a printable text, as most are, holds nothing such


@lru_cache(maxsize=65536)
def address(text: str) -> str:
    """`text` if it is an address that a reader may follow; else ""."""
    return safety.safe_url(text)


def line(text: str) -> str:
    """`text` on one line, for a title: no control or bidi characters, runs of white space as one space."""
    shown = showable(text)
    return " ".join((shown if shown.isprintable() else _BIDI.sub("", shown)).split())


def block(text: str) -> str:
    """`text` of one line or several, for a description: no control characters but LF, no bidi ones."""
    return text if text.isprintable() else _BIDI.sub("", safety.showable(text)).replace("\t", " ")


def markup(text: str) -> str:
    """`text` as HTML text or the value of a quoted attribute."""
    return html.escape(showable(text), quote=True)


def language(tag: str) -> str:
    """`tag` where it has the form of a BCP 47 language tag, else ""."""
    return tag if _LANGUAGE.fullmatch(tag) else ""
