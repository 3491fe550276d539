"""Addresses out of an issue of GitHub that was written with the form "Add this article". Anybody can write one.

The form is `.github/ISSUE_TEMPLATE/add.yml`; GitHub hands a workflow the issue as JSON, its body as Markdown with a
heading for each field. Nothing but whole web addresses comes out, never the name of a file; each is fetched under the
same rules as one that was typed.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urlsplit

from .clipping import Refused

#: The label of the form's field of addresses, which is the heading above them in the issue's body.
FIELD = "Addresses of the articles"
MOST = 10  # addresses of one issue
LONGEST = 2_000  # letters of an address
_HEADING = re.compile(r"^### (.*)$", re.MULTILINE)
_UNFIT = re.compile(r"[\s<>\"'`\\^{|}\x00-\x20\x7f-\x9f]")


def addresses(event: str) -> tuple[str, ...]:
    """The addresses in a GitHub event about an issue (JSON), each once, in their order.

    Raises Refused where it is no such event, the form's field is missing or empty, holds anything but addresses, or
    too many of them.
    """
    lines = [line.strip() for line in _field(_body(event)).split("\n")]
    found = dict.fromkeys(_address(line) for line in lines if line)
    if not found:
        raise Refused(f"the issue names no address under “{FIELD}”")
    if len(found) > MOST:
        raise Refused(f"the issue names {len(found)} addresses; {MOST} are the most")
    return tuple(found)


def _body(event: str) -> str:
    try:
        issue = json.loads(event)["issue"]
        body = issue["body"] or ""
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise Refused("is no event of GitHub about an issue (JSON with issue.body)") from fault
    if not isinstance(body, str):
        raise Refused("is no event of GitHub about an issue (issue.body is no text)")
    return body.replace("\r\n", "\n").replace("\r", "\n")


def _field(body: str) -> str:
    """What stands under the first heading of the field, up to the next heading."""
    for heading in _HEADING.finditer(body):
        if heading[1].strip() == FIELD:
            following = _HEADING.search(body, heading.end())
            return body[heading.end() : following.start() if following else len(body)]
    raise Refused(f"the issue has no part “### {FIELD}”: it was not written with the form “Add this article”")


def _address(line: str) -> str:
    """The one address on a line, without a list's dash or angle brackets around it."""
    written = re.sub(r"^[-*] +", "", line)
    if written.startswith("<") and written.endswith(">"):
        written = written[1:-1]
    try:
        parts = urlsplit(written)
        plain = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:  # such as a half-written IPv6 address
        plain = False
    if not plain or _UNFIT.search(written) or len(written) > LONGEST:
        shown = line if len(line) <= 80 else f"{line[:80]}…"
        raise Refused(f"“{shown}” is no address that begins with https:// or http://")
    return written
