"""Web archives (WARC, WACZ) -> the pages in them. Sources: ISO 28500 (WARC 1.1), the WACZ specification 1.1."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from typing import IO, Any

from .addresses import normal
from .clipping import Page, Refused

_TYPES = ("text/html", "application/xhtml+xml")
_MAX_PAGE = 20_000_000  # bytes of one page, unpacked
_MAX_INDEX = 20_000_000  # bytes of a list of pages
_MAX_ARCHIVE = 4_000_000_000  # bytes of one archive inside a WACZ, unpacked


def read(stream: IO[bytes]) -> Iterator[Page]:
    """The web pages that were fetched whole, in the archive's order. Raises `Refused` where it isn't a WARC."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(stream):
            page = _page(record)
            if page:
                yield page
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, KeyError, TypeError, IndexError) as fault:
        # warcio meets broken records with any of these
        said = str(fault).partition("\n")[0][:100] if isinstance(fault, ArchiveLoadFailed) else "broken"
        raise Refused(f"is a web archive that can't be read ({said or 'broken'})") from fault


def _page(record: Any) -> Page | None:
    """The page of a WARC record; None for all else: pictures, redirects, requests, repeated visits, partial answers."""
    heads = record.http_headers
    if record.rec_type not in ("response", "resource") or (heads and heads.get_statuscode() != "200"):
        return None
    content = heads.get_header("Content-Type") if heads else record.rec_headers.get_header("Content-Type")
    kind, _, rest = (content or "").partition(";")
    if kind.strip().lower() not in _TYPES:
        return None
    data = record.content_stream().read(_MAX_PAGE + 1)
    if len(data) > _MAX_PAGE:
        return None
    return Page(
        data,
        url=record.rec_headers.get_header("WARC-Target-URI") or "",
        charset=rest.partition("charset=")[2].strip().strip("\"'"),
        retrieved=record.rec_headers.get_header("WARC-Date") or "",
    )


def read_wacz(stream: IO[bytes]) -> Iterator[Page]:
    """The pages of a WACZ that its list of pages names, all of them where it has none. Raises `Refused`."""
    try:
        with zipfile.ZipFile(stream) as bundle:
            archives = [name for name in bundle.namelist() if name.startswith("archive/") and ".warc" in name]
            if not archives:
                raise Refused("is a ZIP file, but no WACZ: it holds no web archive")
            wanted = _listed(bundle)
            for name in archives:
                if bundle.getinfo(name).file_size > _MAX_ARCHIVE:
                    raise Refused(f"holds an archive of more than {_MAX_ARCHIVE / 1e9:g} GB ({name})")
                with bundle.open(name) as member:
                    yield from (page for page in read(member) if not wanted or _key(page.url) in wanted)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as fault:
        raise Refused(f"is a ZIP file that can't be read ({str(fault)[:100].lower()})") from fault


def _listed(bundle: zipfile.ZipFile) -> frozenset[str]:
    """The addresses in `pages/pages.jsonl`: what somebody looked at, without the frames and advertisements in it."""
    try:
        with bundle.open("pages/pages.jsonl") as file:
            lines = io.BytesIO(file.read(_MAX_INDEX)).readlines()
    except KeyError:
        return frozenset()
    return frozenset(_key(str(entry["url"])) for entry in map(_entry, lines) if "url" in entry)


def _entry(line: bytes) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return entry if isinstance(entry, dict) else {}


def _key(url: str) -> str:
    try:
        return normal(url)
    except Refused:
        return url
