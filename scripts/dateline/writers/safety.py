"""What makes data from articles harmless in a page: addresses, file names, front matter, characters.

Text is escaped by the templates. Here is what escaping does not cover.
"""

from __future__ import annotations

import hashlib
import json
import re
from urllib.parse import quote, urlsplit

SCHEMES = ("http", "https", "mailto")

# What no HTML or YAML document may hold: controls (tab and line ends excepted), lone surrogates, noncharacters.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NOT_IN_SLUG = re.compile(r"[^\w-]+")
_WORD = re.compile(r"\S+")
# A fragment of more words than this is given by its first and last words.
_WHOLE_FRAGMENT, _FRAGMENT_ENDS = 12, 5


def showable(text: str) -> str:
    """`text` with what a document can't hold replaced by U+FFFD, and line ends as LF."""
    return _UNSHOWABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def safe_url(url: str) -> str:
    """`url` if it is an address of a scheme that a reader may follow, percent-encoded where needed; else "".

    Browsers drop tabs and line ends inside an address and spaces around it, so they are dropped before the look.
    """
    cleaned = re.sub(r"[\t\n\r]", "", url).strip("\x00\x20" + "".join(map(chr, range(32))))
    try:
        parts = urlsplit(cleaned)
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES or (parts.scheme.lower() != "mailto" and not parts.netloc):
        return ""
    if not re.match(r"[a-z]+:(//[^/\\@?#\s]|[^/])", cleaned, re.IGNORECASE):
        return ""
    return quote(showable(cleaned), safe="%/:=&?~#+!$,;'@()*[]-._")


def text_fragment(shown: str) -> str:
    """The text directive that finds `shown` in the page it came from (WICG Scroll To Text Fragment), with its `#`.

    A long quote is given as its start and end. "-", "," and "&" mean something in a directive, so they are encoded.
    """
    words = _WORD.findall(showable(shown))
    if not words:
        return ""
    if len(words) <= _WHOLE_FRAGMENT:
        return "#:~:text=" + _directive(words)
    return f"#:~:text={_directive(words[:_FRAGMENT_ENDS])},{_directive(words[-_FRAGMENT_ENDS:])}"


def _directive(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")


def with_fragment(url: str, shown: str) -> str:
    """A safe address that leads to the words `shown` in its page; "" where the address is not safe."""
    address = safe_url(url)
    return address.split("#")[0] + text_fragment(shown) if address.startswith("http") else address


def slug(name: str) -> str:
    """`name` if it is of word characters and hyphens; else made so, with a hash that keeps two names apart."""
    if name and not _NOT_IN_SLUG.search(name):
        return name
    digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{_NOT_IN_SLUG.sub('-', name).strip('-')[:40]}-{digest}".lstrip("-")


def front_matter(**fields: object) -> str:
    """YAML front matter; every value is written as JSON, which no text can break out of."""
    kept = {key: _showable(value) for key, value in fields.items() if value not in ("", None, [])}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in kept.items())
    return "---\n" + "\n".join(lines) + "\n---\n"


def _showable(value: object) -> object:
    """`value` with its strings, and those of its lists, made showable."""
    if isinstance(value, list | tuple):
        return [_showable(item) for item in value]
    return showable(value) if isinstance(value, str) else value
