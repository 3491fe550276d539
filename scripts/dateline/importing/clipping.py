"""What importing hands on: an article cut out of its page, an address to fetch, or the reason why there is neither."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(Exception):
    """Something that can't or mustn't be imported. The message is a clause for the user: "has too little text"."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """An article in its source's words, not yet saved.

    `body` is plain text with paragraphs apart by an empty line, headings marked "## " and list items "- ".
    `published` is as in `model.Article`. `language` is what the source declares. `retrieved` is the instant
    (ISO 8601, UTC) at which the source says it was fetched, "" where it doesn't say.
    """

    title: str
    body: str
    url: str = ""
    publication: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    archive: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    retrieved: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A page to fetch. `title` and `published` are what the feed said of it, for a page that says less."""

    url: str
    title: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A web page in the bytes that its server sent, with what is known from outside it.

    `charset` is what the server said, "" where it didn't. `from_server` tells an address that answered from one
    that the page claims for itself.
    """

    data: bytes
    url: str = ""
    charset: str = ""
    archive: str = ""
    retrieved: str = ""
    title: str = ""
    published: str = ""
