"""Collections made by hand on top of the two seed articles: what every output must cope with, in a few lines each."""

from __future__ import annotations

from dataclasses import replace

import csto

from dateline.model import (
    Article,
    Basis,
    Claim,
    Collection,
    Correction,
    Definition,
    Dispute,
    Entity,
    EntityKind,
    Era,
    Event,
    Kind,
    Matter,
    Modality,
    Note,
    Span,
    Statement,
    Status,
    TimeExpression,
    Timeline,
)

EVERY_SHAPE = (
    *("-0043-03-15", "-0099", "0000", "Y-300000", "09XX", "198X", "1984~", "1991?", "2004-06?", "2014-21", "2015-24"),
    *(
        "2018/2022",
        "2019-05/2019-09",
        "2020-02-28/2020-03-02",
        "2021/..",
        "../2021-06-30",
        "2023-04-05",
        "2024-06-12T10:30",
    ),
    *("9999-12-31", "2001-XX", "1201-12/1202-01", "/1850", "1850/"),
)


def seeds() -> Collection:
    """The two seed articles, as a careful editor reads them."""
    return csto.collection()


def own(id_: str, value: str, **facts: object) -> Event:
    """An editor's own event."""
    made = Event(id_, value, f"Own {value}", "", "", Kind.OTHER, Modality.REPORTED, (), (), (), (), (), "")
    return replace(made, **facts)  # type: ignore[arg-type]


def with_everything() -> Collection:
    """The seeds, and: dates of every shape, editor's events, disputes, corrections, a denial and a withdrawn event."""
    base = seeds()
    events = {e.value: e for e in base.events}
    founded, left = events["2002"], events["2012"]
    first, *others = founded.statements
    changed = {
        founded.id: replace(
            founded,
            value="2002/2003",
            disputed=("2002", "2003"),
            disputes=(Dispute(Matter.DATE, (Claim("2002", (first.id,)), Claim("2003", tuple(s.id for s in others)))),),
            statements=(first, *(replace(s, time=replace(s.time, value="2003")) for s in others)),
            status=Status.DISPUTED,
        ),
        left.id: replace(
            left,
            modality=Modality.DENIED,
            status=Status.WITHDRAWN,
            notes=(
                Note(
                    "seeds/notes/a.md",
                    3,
                    on="2026-11-20",
                    by="A. Editor",
                    status=Status.WITHDRAWN,
                    comment="Denied since.",
                ),
            ),
        ),
        events["2006"].id: replace(
            events["2006"],
            notes=(
                Note(
                    "seeds/notes/a.md",
                    9,
                    translations=(("en", "In 2006 Uzbekistan joined."),),
                    correction=Correction("2005", "2006", "A slip.", "2026-11-21"),
                ),
            ),
        ),
    }
    of_all = tuple(changed.get(e.id, e) for e in base.events)
    added = tuple(own(f"o{n:02d}", value) for n, value in enumerate(EVERY_SHAPE))
    linked = own(
        "olinked",
        "2022-02-24",
        url="https://example.org/a b",
        quote="“Said”; so",
        title="Full-scale invasion of Ukraine",
    )
    eras = (Era("Before", "1992", "2002"), Era("Since", "2002", ""))
    definition = Definition("everything", "seeds/timelines/everything.md", "Everything & more", eras=eras)
    whole = Timeline(
        "everything", definition.title, (*of_all, *added, linked), "One.\n\nTwo.", eras=eras, definition=definition
    )
    timelines = tuple(replace(t, events=tuple(changed.get(e.id, e) for e in t.events)) for t in base.timelines)
    return replace(base, events=of_all, timelines=(whole, *timelines))


def saying(text: str, value: str = "2024-06-12") -> Collection:
    """One article, one event, one timeline: `text` stands wherever an article or an editor can put words."""
    body = f"Before. {text} After."
    span = Span(8, 8 + len(text))
    article = Article("a1", "seeds/a.md", body, "ar", text, Span(0, len(body)), "2024-06-14T18:08+04:00")
    article = replace(article, declared_language=text, publication=text, authors=(text, text), keywords=(text,))
    article = replace(article, url=text, archive=text, description=text)
    time = TimeExpression(span, text, value, Basis.DOCUMENT, "weekday", "2024-06-14")
    statement = Statement("s1", "a1", span, text, span, time, ("e1", text or "e2"), ("e1",), speaker=text, origin=text)
    note = Note(
        "seeds/n.md", 1, by=text, on="2026-11-21", comment=text, title=text, translations=((text, text),), because=text
    )
    note = replace(note, correction=Correction(text, text, text, "2026-11-21"), date=value)
    entity = Entity("e1", EntityKind.PERSON, (("en", text), ("ru", text)), same_as=(text,))
    event = own("s1", value, title=text, title_language=text, titled_by="s1", kind=Kind.DECISION, notes=(note,))
    event = replace(event, entities=("e1", text or "e2"), statements=(statement,), articles=("a1",), origins=(text,))
    event = replace(event, languages=(text,), first_reported=article.published)
    edited = own("o1", "2023", title=text, url=text, archive=text, quote=text, notes=(note,))
    era = Era(text, "2020", "2021")
    definition = Definition("line", "seeds/timelines/line.md", text)
    timeline = Timeline("line", text, (edited, event), text, eras=(era,), definition=definition)
    return Collection((article,), (event,), (timeline,), (entity,))


def of_many(count: int, statements: int = 1) -> Collection:
    """`count` events on as many days, each told in `statements` articles."""
    articles, events = [], []
    for n in range(count):
        day = f"{2000 + n // 336:04d}-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}"
        told = []
        for m in range(statements):
            text = f"On that day, number {n}, the government announced measure {m} after long talks. " * 2
            name, span = f"a{n}x{m}", Span(0, len(text) - 1)
            url = f"https://example.org/{name}"
            articles.append(Article(name, f"{name}.md", text, "en", text[:60], Span(0, len(text)), day, url=url))
            time = TimeExpression(Span(0, 11), text[:11], day, Basis.CONTEXT, "day", day)
            told.append(Statement(f"s{n}x{m}", name, span, text[:-1], span, time, ("e1",)))
        made = own(f"s{n}x0", day, title=f"Measure {n}", title_language="en", entities=("e1",), statements=tuple(told))
        events.append(replace(made, articles=tuple(s.article for s in told), languages=("en",), first_reported=day))
    entity = Entity("e1", EntityKind.ORGANISATION, (("en", "Government"),))
    return Collection(tuple(articles), tuple(events), (), (entity,))
