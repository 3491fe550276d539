"""One sentence as an article of 14 June 2024, and the events that it tells."""

from __future__ import annotations

from dateline import pipeline, readers
from dateline.model import Event, Seeds

HEAD = "---\ntitle: Test\nurl: https://example.org/{n}\npublished: 2024-06-14\nlanguage: {language}\n---\n"


def events_of(language: str, sentence: str) -> tuple[Event, ...]:
    """The events of the sentence; each title is a stretch of it."""
    article = readers.read_article("a.md", (HEAD.format(n=1, language=language) + sentence).encode())
    events = pipeline.run(Seeds((article,))).events
    assert events and all(event.title in article.text for event in events)
    return events
