# ruff: noqa: E501 (data and long expectations)
"""A collection in which every word from outside tries to get out of its place."""

from __future__ import annotations

import csto

from dateline.model import (
    Article,
    Basis,
    Collection,
    Correction,
    Definition,
    Entity,
    EntityKind,
    Event,
    Kind,
    Modality,
    Note,
    Span,
    Statement,
    TimeExpression,
    Timeline,
)

SCRIPT = "<script>window.hacked=1</script>"
WORDS = (
    SCRIPT,
    "</title></p></blockquote></figure></div></li></ol></div><img src=x onerror=window.hacked=2>",
    "<svg/onload=window.hacked=3>",
    "\"><iframe srcdoc='<script>parent.hacked=4</script>'></iframe>",
    "{{ config.site_name.__class__ }}{% raw %}",
    "{: onclick=window.hacked=5 }",
    "[x](javascript:window.hacked=6) <javascript:window.hacked=7>",
    "\u0002wzxhzdk:0\u0003\u0002klzzwxh:0003\u0003",
    "--> <!-- ]]> &lt;script&gt;window.hacked=8&lt;/script&gt; &#60;b&#62;",
    "a * b _ c ` d\n\n    <b onclick=window.hacked=9>indented</b>\n\n---\ntitle: x\n---\n",
    "\x00\x07\x1b\ud800\ufffe\u202e\u2028",
    "\ufdd0articles/\ufdd0",
)  # fmt: skip
URLS = (
    "javascript:window.hacked=10", "JaVa\tScript:window.hacked=11", " data:text/html," + SCRIPT, "vbscript:x", "//example.org/x", "http:javascript:1",
    "https://example.org/\"onmouseover=window.hacked=12 x='", "https://example.org/<b>?a={{ b }}&c=d#e", "file:///etc/passwd", "https:\\\\example.org", "http://[",
)  # fmt: skip


def _case(number: int, word: str) -> tuple[Article, Event, Entity]:
    text = f"On 3 May 2024 {word} happened. **And** then."
    end = text.rindex(" **And")
    url = URLS[number % len(URLS)]
    article = Article(
        id=f"../../x{number}{word}", path=f"seeds/{word}.md", text=text, language="en", title=word, body=Span(0, len(text)), published="2024-05-04",
        publication=word, authors=(word,), url=url, archive=url, description=word, keywords=(word,), full_text=bool(number % 2),
    )  # fmt: skip
    entity = Entity(f"e/{number}{word}", EntityKind.PERSON, (("en", word), ("ru", word)), same_as=(url,))
    time = TimeExpression(Span(3, 13), text[3:13], "2024-05-03", Basis.DOCUMENT, word, "2024-05-04")
    told = Statement(
        f"shostile{number:05d}",
        article.id,
        Span(0, end),
        text[:end],
        Span(0, end),
        time,
        (entity.id,),
        (entity.id,),
        origin=word,
    )
    note = Note(
        word,
        1,
        by=word,
        on="2024-05-05",
        comment=word,
        translations=(("ro", word),),
        correction=Correction(word, word, word, "2024-05-05"),
    )
    event = Event(
        told.id, "2024-05-03", word, "en", told.id, Kind.CONFLICT, Modality.DENIED, (entity.id,), (told,), (article.id,), (word,), ("en",),
        "2024-05-04", notes=(note,), url=url, archive=url, disputed=("2024-05-03", "2024-05"),
    )  # fmt: skip
    return article, event, entity


def collection() -> Collection:
    plain = csto.collection()
    cases = [_case(number, word) for number, word in enumerate(WORDS)]
    articles, events, entities = (tuple(case[i] for case in cases) for i in range(3))
    introduction = "\n\n".join(word for word in WORDS if "\ufdd0" not in word)
    definition = Definition("../hostile", "x", WORDS[1], introduction=introduction)
    timeline = Timeline("../hostile", WORDS[1], events, introduction, definition=definition)
    return Collection(
        articles=(*plain.articles, *articles),
        events=(*plain.events, *events),
        timelines=(*plain.timelines, timeline),
        entities=(*plain.entities, *entities),
    )
