"""The editor's own events: what no article of the folder tells."""

from __future__ import annotations

import base64
import hashlib

from ..model import Event, Kind, Modality, OwnEvent


def own_event(own: OwnEvent, slug: str) -> Event:
    """An event without statements; its id is made of the timeline's slug, its date and its title."""
    return Event(
        id=_id(slug, own.date, own.title),
        value=own.date,
        title=own.title,
        title_language="",
        titled_by="",
        kind=Kind.OTHER,
        modality=Modality.REPORTED,
        entities=(),
        statements=(),
        articles=(),
        origins=(),
        languages=(),
        first_reported="",
        url=own.url,
        archive=own.archive,
        quote=own.quote,
    )


def _id(*parts: str) -> str:
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()
    return "o" + base64.b32encode(digest).decode("ascii")[:12].lower()
