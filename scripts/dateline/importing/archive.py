"""The archived copy of an article nearest to its publication, and its address in the article's front matter.

Sources: RFC 7089 (Memento: TimeGates and TimeMaps), the Wayback Machine's Availability API. A step of its own, so
that neither an import nor a build waits for it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from ..readers import folder as folders
from ..readers import front_matter
from ..readers.draft import Draft, Unreadable
from . import addresses
from .clipping import Refused
from .fetch import Answered, Client, Response

_STAMP = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")
_LINK = re.compile(r"<([^<>]*)>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]*\"|[^\s;,\"]+))*)")
_PARAMETER = re.compile(r";\s*([\w*-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]+))")
_ADDRESS_LINE = re.compile(
    r"^(?:url|source|link|canonical|original)[ \t]*:[ \t]*[\"']?https?://\S+[ \t\r]*$", re.M | re.I
)
_EMPTY_LINE = re.compile(r"^archive[ \t]*:[ \t]*(?:\"\"|''|~|null)?[ \t]*$", re.M | re.I)
_HOPS = 5


@dataclass(frozen=True, slots=True)
class Services:
    """Who is asked, in this order. `timegate` is put before the address of the page, as RFC 7089 has it."""

    availability: str = "https://archive.org/wayback/available"
    timegate: str = "https://web.archive.org/web/"


class Copy(NamedTuple):
    """A copy in a web archive, and when it was taken."""

    url: str
    taken: dt.datetime


def nearest(url: str, day: dt.date | None, client: Client, services: Services = Services()) -> Copy | None:
    """The copy of `url` nearest to `day` (the newest for None); None where the archives hold none.

    Raises `Refused` where no archive could be asked.
    """
    wanted = dt.datetime.combine(day, dt.time(12), dt.UTC) if day else None
    faults: list[Refused] = []
    for service, place in ((_available, services.availability), (_negotiated, services.timegate)):
        try:
            copy = service(place, url, wanted, client) if place else None
        except Refused as fault:
            faults.append(fault)
            continue
        if copy:
            return copy
    if faults:
        raise faults[-1]
    return None


def _available(service: str, url: str, wanted: dt.datetime | None, client: Client) -> Copy | None:
    """Asks the Availability API: one small JSON answer."""
    question = {"url": url} | ({"timestamp": wanted.strftime("%Y%m%d%H%M%S")} if wanted else {})
    answer = client.get(f"{service}?{urlencode(question)}")
    try:
        closest: Any = json.loads(answer.data)["archived_snapshots"].get("closest")
        found = closest and str(closest.get("status", "200")) == "200" and closest.get("available")
        return _copy(str(closest["url"]), _stamp(str(closest["timestamp"]))) if found else None
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise Refused("the Availability API answers something else than it says") from fault


def _negotiated(service: str, url: str, wanted: dt.datetime | None, client: Client) -> Copy | None:
    """Asks a TimeGate for the time, and where it leaves the choice to us, its TimeMap."""
    head = {"Accept-Datetime": format_datetime(wanted, usegmt=True)} if wanted else {}
    place = service + url
    for _ in range(_HOPS):
        try:
            answer = client.get(place, head, follow=False)
        except Answered as fault:
            answer = fault.response
            if answer.status not in (300, 404, 406):
                raise
        if answer.status == 404:
            return None
        copy = _memento(answer)
        if copy:
            return copy
        if answer.status == 300 or "location" not in answer.headers:
            return _chosen(answer, wanted, client)
        place = addresses.normal(answer.headers["location"], place)
    return None


def _memento(answer: Response) -> Copy | None:
    """The copy that an answer is, or that a TimeGate sends us to."""
    target = addresses.normal(
        answer.headers.get("location") or answer.headers.get("content-location") or "", answer.url
    )
    if said := answer.headers.get("memento-datetime"):
        return _copy(target, parsedate_to_datetime(said))
    known = f"{answer.headers.get('vary', '')} {answer.headers.get('link', '')}".lower()
    from_gate = "accept-datetime" in known or 'rel="original"' in known
    stamped = _STAMP.search(target)
    return _copy(target, _stamp(stamped[1])) if from_gate and stamped and "location" in answer.headers else None


def _chosen(answer: Response, wanted: dt.datetime | None, client: Client) -> Copy | None:
    """The nearest of the copies that a TimeMap lists."""
    maps = [
        place for place, about in links(answer.headers.get("link", "")) if "timemap" in about.get("rel", "").split()
    ]
    if not maps:
        return None
    listed = client.get(addresses.normal(maps[0], answer.url)).data.decode("utf-8", "replace")
    copies = [
        copy
        for place, about in links(listed)
        if "memento" in about.get("rel", "").split() and (copy := _dated(place, about.get("datetime", "")))
    ]
    return best(copies, wanted)


def best(copies: Iterable[Copy], wanted: dt.datetime | None) -> Copy | None:
    """The copy nearest to `wanted`, one taken afterwards before one from before the day; the newest for None."""

    def rank(copy: Copy) -> tuple[bool, float]:
        if wanted is None:
            return False, -copy.taken.timestamp()
        return copy.taken.date() < wanted.date(), abs((copy.taken - wanted).total_seconds())

    return min(copies, key=rank, default=None)


def links(header: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The targets and parameters of a Link header, or of a list in link format (RFC 8288, RFC 6690)."""
    for found in _LINK.finditer(header):
        yield found[1], {name.lower(): quoted or bare for name, quoted, bare in _PARAMETER.findall(found[2])}


def _dated(place: str, moment: str) -> Copy | None:
    try:
        return _copy(place, parsedate_to_datetime(moment))
    except (ValueError, TypeError):
        return None


def _copy(place: str, taken: dt.datetime) -> Copy:
    url = re.sub(r"^http://(?=web\.archive\.org/)", "https://", addresses.normal(place))
    return Copy(url, taken if taken.tzinfo else taken.replace(tzinfo=dt.UTC))


def _stamp(digits: str) -> dt.datetime:
    """A moment from the Wayback Machine's 14 digits (UTC). Raises `ValueError`."""
    return dt.datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=dt.UTC)


class Unarchived(NamedTuple):
    """A saved article without an archived copy: its file, address and day of publication."""

    path: Path
    url: str
    day: dt.date | None


def unarchived(folder: Path, only: frozenset[Path] | None = None) -> Iterator[Unarchived]:
    """The articles below the seeds folder (those of `only`, if given) that have an address and no archived copy."""
    from ..readers import publication

    for found in folders.Walk(folder):
        if not isinstance(found, folders.Found) or (only is not None and folder / found.path not in only):
            continue
        draft = _draft(found.data)
        if draft and draft.url and not draft.archive:
            day = publication.moment(draft.published.words, draft.text).value[:10]
            yield Unarchived(folder / found.path, draft.url, dt.date.fromisoformat(day) if day else None)


def _draft(data: bytes) -> Draft | None:
    """The article of a file with front matter in UTF-8; None for any other, in which no line can be put."""
    try:
        text = data.decode("utf-8").replace("\r\n", "\n")
        return front_matter.read(text) if front_matter.recognises(text) else None
    except (UnicodeDecodeError, Unreadable):
        return None


def note(path: Path, url: str) -> None:
    """Puts the copy's address into the article's front matter, after its own address; nothing else is changed.

    Raises `Refused` where the file can't be written, or holds its address in a way that leaves no such place.
    """
    try:
        before = path.read_bytes()
        changed = with_archive(before.decode("utf-8"), url)
        if not _differs_in_archive_only(before, changed.encode("utf-8"), url):
            raise Refused("has a front matter in which no line can be put safely: add `archive:` by hand")
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(changed.encode("utf-8"))
        os.replace(beside, path)  # noqa: PTH105 (the file is there whole at any moment)
    except OSError as fault:
        raise Refused(f"can't be written ({(fault.strerror or 'no reason given').lower()})") from fault


def _differs_in_archive_only(before: bytes, after: bytes, url: str) -> bool:
    old, new = _draft(before), _draft(after)
    return bool(old and new and new.archive == url and (old.text, old.title, old.url) == (new.text, new.title, new.url))


def with_archive(text: str, url: str) -> str:
    """The article's file with a line `archive:`. Raises `Refused` where there is no place for it."""
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    head, fence, rest = text.partition(f"{end_of_line}---")
    line = f"archive: {json.dumps(url)}"
    empty, own = _EMPTY_LINE.search(head.replace("\r", "")), _ADDRESS_LINE.search(head)
    if empty:
        plain = head.replace("\r\n", "\n")
        changed = plain[: empty.start()] + line + plain[empty.end() :]
        return changed.replace("\n", end_of_line) + fence + rest
    if not own:
        raise Refused("has no line with its address: add `archive:` by hand")
    place = len(head[: own.end()].rstrip("\r"))
    return head[:place] + end_of_line + line + head[place:] + fence + rest
