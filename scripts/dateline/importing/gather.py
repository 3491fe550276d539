"""The recipe: whatever the user names -> clippings, each with its name, or the reason why there is none."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, NamedTuple

from .. import file_kinds
from ..file_kinds import Kind
from ..readers.others import kind_of_other
from ..readers.places import snapshot
from . import addresses, charset, eml, extract, feed, mhtml, pdf, warc
from .clipping import Address, Clipping, Page, Refused
from .fetch import Client

MAX_FILE = 50_000_000  # bytes of a saved page, letter, PDF, feed or list
_DEPTH = 2  # a list may name feeds, and a feed names pages


class Found(NamedTuple):
    """What came of one page or letter: `name` is its address, or the file and its place in it."""

    name: str
    result: Clipping | Refused


class _Source(NamedTuple):
    """An opened file or answer. `folder` is where a list's files lie, None for what came over the network."""

    name: str
    stream: IO[bytes]
    page: Page
    folder: Path | None
    depth: int


def gather(source: str, client: Client) -> Iterator[Found]:
    """Everything that `source` leads to: an address, or a file (page, letter, PDF, web archive, feed, list)."""
    yield from _gathered(source, client, _DEPTH)


def _gathered(source: str, client: Client, depth: int) -> Iterator[Found]:
    if addresses.is_address(source):
        yield from _fetched(Address(source), client, depth)
        return
    path = Path(source)
    try:
        stream = path.open("rb")
    except IsADirectoryError:
        yield Found(source, Refused("is a folder: name the files in it"))
    except (OSError, ValueError) as fault:  # a ValueError for a name with a NUL in it
        reason = (getattr(fault, "strerror", None) or str(fault)).lower()
        yield Found(source, Refused(f"can't be opened ({reason})"))
    else:
        with stream:
            yield from _opened(_Source(source, stream, Page(b""), path.parent, depth), client)


def _fetched(address: Address, client: Client, depth: int) -> Iterator[Found]:
    copy = snapshot(address.url)
    try:
        answer = client.get(copy.raw if copy else address.url)
    except Refused as fault:
        yield Found(address.url, fault)
        return
    page = Page(
        b"",
        url=copy.original if copy else answer.url,
        charset=answer.charset,
        archive=copy.archive if copy else "",
        title=address.title,
        published=address.published,
    )
    yield from _opened(_Source(address.url, io.BytesIO(answer.data), page, None, depth), client)


def _opened(source: _Source, client: Client) -> Iterator[Found]:
    try:
        yield from _by_kind(source, client)
    except Refused as fault:
        yield Found(source.name, fault)


def _by_kind(source: _Source, client: Client) -> Iterator[Found]:
    head = source.stream.read(file_kinds.HEAD)
    source.stream.seek(0)
    match file_kinds.kind(head):
        case Kind.WARC:
            yield from _archived(source, warc.read(source.stream))
        case Kind.ZIP:
            yield from _archived(source, warc.read_wacz(source.stream))
        case Kind.PAGE:
            yield _cut(source.name, replace(source.page, data=_all(source)))
        case Kind.MESSAGE:
            yield from _message(source)
        case Kind.PDF:
            clipping = pdf.read(_all(source))
            extract.require_enough(clipping.body)
            yield Found(source.name, _with_page(clipping, source.page))
        case Kind.FEED:
            for address in _at_depth(source, feed.read(_all(source), source.page.url)):
                yield from _fetched(address, client, 0)
        case Kind.LIST:
            yield from _listed(source, client)
        case Kind.TEXT if source.folder and _names_a_file(head, source.folder):
            yield from _listed(source, client)
        case Kind.TEXT | Kind.UNKNOWN as kind:
            raise Refused(_without_article(head, kind))


def _without_article(head: bytes, kind: Kind) -> str:
    """Why there is nothing to take out of a file, and what to do with it."""
    if other := kind_of_other(head):
        return f"is {other}"
    if kind is Kind.TEXT:
        return "is plain text: put it into the seeds folder as it is"
    return "is neither a page nor a letter, PDF, web archive, feed or list" if head else "is empty"


def _all(source: _Source) -> bytes:
    data = source.stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise Refused(f"is larger than {MAX_FILE / 1e6:g} MB")
    return data


def _cut(name: str, page: Page) -> Found:
    try:
        return Found(name, extract.clipping(page))
    except Refused as fault:
        return Found(name, fault)


def _with_page(clipping: Clipping, page: Page) -> Clipping:
    """A clipping whose file knows less of itself than the address that it came from, or the feed that named it."""
    return replace(
        clipping,
        title=clipping.title or page.title,
        url=clipping.url or page.url,
        publication=clipping.publication or addresses.host_of(page.url),
        published=clipping.published or page.published,
        archive=page.archive,
    )


def _archived(source: _Source, pages: Iterator[Page]) -> Iterator[Found]:
    """The articles among an archive's pages. A front page or a search is none: it counts only where nothing else is."""
    refused, articles = 0, 0
    for page in pages:
        found = _cut(page.url or source.name, page)
        if isinstance(found.result, Refused):
            refused += 1
            continue
        articles += 1
        yield found
    if not articles:
        raise Refused(f"holds no article ({refused} pages with too little text)" if refused else "holds no web page")


def _message(source: _Source) -> Iterator[Found]:
    message = mhtml.parse(_all(source))
    if mhtml.is_mhtml(message):
        yield _cut(source.name, mhtml.read(message))
        return
    head, page = eml.read(message)
    try:
        letter = extract.clipping(page) if page else head
    except Refused:
        if not head.body:
            raise
        letter = head
    extract.require_enough(letter.body)
    yield Found(
        source.name,
        replace(
            letter,
            title=head.title or letter.title,
            url=head.url or letter.url,
            authors=letter.authors or head.authors,
            published=head.published or letter.published,
            language=letter.language or head.language,
        ),
    )


def _at_depth(source: _Source, found: tuple[Address, ...]) -> tuple[Address, ...]:
    if not source.depth:
        raise Refused("is a feed, where a page was expected")
    return found


def _listed(source: _Source, client: Client) -> Iterator[Found]:
    """Each line: an address, or (in a list on this computer) a file beside the list. "#" begins a comment."""
    if source.depth < _DEPTH:
        raise Refused("is a list inside a list or a feed")
    for number, line in enumerate(charset.decode(_all(source)).splitlines(), 1):
        words = re.sub(r"(?:^|\s)#(?:\s.*)?$", "", line).strip()
        if addresses.is_address(words):
            yield from _fetched(Address(words), client, source.depth - 1)
        elif words and source.folder and (source.folder / words).is_file():
            yield from _gathered(str(source.folder / words), client, source.depth - 1)
        elif words and not words.startswith("#"):
            yield Found(f"{source.name}:{number}", Refused("is neither an address nor a file"))


def _names_a_file(head: bytes, folder: Path) -> bool:
    """Whether the first line that is no comment names a file: then the text is a list of files."""
    lines = (line.strip() for line in head.decode("utf-8", "replace").splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    try:
        return bool(first) and (folder / first).is_file()
    except (OSError, ValueError):  # too long for a name, or with a NUL in it
        return False
