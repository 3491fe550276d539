"""Letters (.eml): a newsletter or an article that somebody sent. Source: RFC 5322."""

from __future__ import annotations

import datetime as dt
import re
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from . import charset
from .addresses import is_address
from .clipping import Clipping, Page, Refused

_QUOTED = re.compile(r"(?m)^>.*\n?")
_SIGNATURE = re.compile(r"\n-- \n.*", re.S)
_MAX_SUBJECT = 300  # characters


def read(message: EmailMessage) -> tuple[Clipping, Page | None]:
    """What the letter's head says with its plain text, and its HTML part, if it has one. Raises `Refused`."""
    page, plain = message.get_body(("html",)), message.get_body(("plain",))
    data = page.get_payload(decode=True) if page else None
    text = _text(plain) if plain else ""
    if not text and not isinstance(data, bytes):
        raise Refused("is a letter without a text")
    place = _header(message, "Archived-At").strip("<> ")  # RFC 5064
    head = Clipping(
        title=_header(message, "Subject")[:_MAX_SUBJECT],
        body=text,
        url=place if is_address(place) else "",
        authors=_sender(message),
        published=_sent(message),
        language=_header(message, "Content-Language").partition(",")[0].strip(),
    )
    charset_name = (page.get_content_charset() or "") if page else ""
    return head, Page(data, url=head.url, charset=charset_name) if isinstance(data, bytes) else None


def _text(part: MIMEPart) -> str:
    """The letter's own words: without what it quotes from another letter, and without its signature."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    text = charset.decode(data, part.get_content_charset() or "").replace("\r\n", "\n")
    if part.get_param("format") == "flowed":
        text = re.sub(r"(?<! ) \n(?!\n)", " ", text)  # RFC 3676: a space before the line end goes on
    return re.sub(r"\n{3,}", "\n\n", _QUOTED.sub("", _SIGNATURE.sub("", text))).strip()


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError):  # the standard library's reader stumbles over some broken heads
        return ""


def _sender(message: EmailMessage) -> tuple[str, ...]:
    name, address = parseaddr(_header(message, "From"))
    return (name or address.partition("@")[0],) if name or address else ()


def _sent(message: EmailMessage) -> str:
    """The moment of sending; only its day where the sender's offset from UTC isn't known ("-0000")."""
    try:
        sent = parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError):
        return ""
    return sent.date().isoformat() if sent.tzinfo is None else sent.astimezone(_offset(sent)).isoformat()


def _offset(sent: dt.datetime) -> dt.timezone:
    return dt.timezone(sent.utcoffset() or dt.timedelta())
