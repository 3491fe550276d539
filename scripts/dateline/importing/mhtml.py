"""MHTML (.mhtml, .mht): a page with its pictures as one MIME message, as browsers save it. Source: RFC 2557."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage

from .addresses import is_address
from .clipping import Page, Refused


def is_mhtml(message: EmailMessage) -> bool:
    """Whether a MIME message is a saved page, not a letter."""
    return message.get_content_type() == "multipart/related" and (
        "Snapshot-Content-Location" in message
        or not ("To" in message or "Received" in message or "Message-ID" in message)
    )


def read(message: EmailMessage) -> Page:
    """The page itself. Its date of saving is no date of publication and is left out. Raises `Refused`."""
    root = _root(message)
    data = root.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise Refused("holds no web page")
    places = (message.get("Snapshot-Content-Location"), root.get("Content-Location"), message.get("Content-Location"))
    url = next((place.strip() for place in map(str, filter(None, places)) if is_address(place.strip())), "")
    return Page(data, url=url, charset=root.get_content_charset() or "")


def _root(message: EmailMessage) -> EmailMessage:
    """The part that `start` names, else the first page (RFC 2387, section 3.2)."""
    parts = [part for part in message.walk() if part.get_content_maintype() != "multipart"]
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise Refused("holds no web page")
    start = message.get_param("start")
    return next((part for part in pages if start and str(part.get("Content-ID", "")).strip() == start), pages[0])


def parse(data: bytes) -> EmailMessage:
    """A MIME message from its bytes; faults in it are worked around, as RFC 5322's readers do."""
    return email.message_from_bytes(data, policy=email.policy.default)
