# ruff: noqa: E501 (data and long expectations)
"""A collection made by hand from the two seed articles: what a careful editor reads out of them, as values of the model."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.model import (
    Article,
    Basis,
    Collection,
    Condition,
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

SEEDS = Path(__file__).parent.parent / "seeds" / "articles"


def _article(name: str, text: str, body: int, **facts: object) -> Article:
    return Article(text=text, body=Span(body, len(text)), path=f"seeds/articles/{name}", **facts)  # type: ignore[arg-type]


def articles() -> tuple[Article, Article]:
    russian = (SEEDS / "000_41ea6c6524149a4d.txt").read_text("utf-8").split("---\n", 2)[2].lstrip("\n")
    english = (SEEDS / "004_69fe5b413ea5417e.txt").read_text("utf-8")
    url = "nokta.md/belarus-postavlyala-oruzhie-azerbajdzhanu-vo-vremya-konflikta-v-karabahe-politico/"
    return (
        _article(
            "004_69fe5b413ea5417e.txt",
            english,
            english.index("\n") + 1,
            id="a004belarusweapons",
            language="en",
            title="Politico: Belarus delivered advanced weapons to Azerbaijan in 2018-2022",
            published="2024-06-14T18:08+04:00",
        ),
        _article(
            "000_41ea6c6524149a4d.txt",
            russian,
            0,
            id="a000belarusoruzhie",
            language="ru",
            declared_language="ro",
            title="Беларусь поставляла оружие Азербайджану во время конфликта в Карабахе - Politico",
            published="2024-06-14T11:00:00+00:00",
            publication="Nokta",
            authors=("Михай Енеску",),
            url=f"https://{url}",
            archive=f"https://web.archive.org/web/20240722235624/{url}",
            keywords=("азербайджан", "армения", "беларусь"),
        ),
    )


ENTITIES = tuple(
    Entity(id_, kind, labels)
    for id_, kind, labels in (
        ("am", EntityKind.COUNTRY, (("en", "Armenia"), ("ru", "Армения"))),
        ("az", EntityKind.COUNTRY, (("en", "Azerbaijan"), ("ru", "Азербайджан"))),
        ("by", EntityKind.COUNTRY, (("en", "Belarus"), ("ru", "Беларусь"))),
        (
            "cst",
            EntityKind.AGREEMENT,
            (("en", "Collective Security Treaty"), ("ru", "Договор о коллективной безопасности")),
        ),
        ("csto", EntityKind.ORGANISATION, (("en", "CSTO"), ("ru", "ОДКБ"))),
        ("ge", EntityKind.COUNTRY, (("en", "Georgia"), ("ru", "Грузия"))),
        ("kz", EntityKind.COUNTRY, (("en", "Kazakhstan"), ("ru", "Казахстан"))),
        ("nikol-pashinyan", EntityKind.PERSON, (("en", "Nikol Pashinyan"), ("ru", "Никол Пашинян"))),
        ("ru", EntityKind.COUNTRY, (("en", "Russia"), ("ru", "Россия"))),
        ("uz", EntityKind.COUNTRY, (("en", "Uzbekistan"), ("ru", "Узбекистан"))),
    )
)

# event, article (0 English, 1 Russian), wording, its occurrence in the sentence's text, value, words of the sentence, basis, reckoned from
_STATEMENTS = (
    (
        "treaty",
        1,
        "в 1992 году",
        "1992",
        "Договора о коллективной безопасности стран СНГ, принятого еще в 1992 году",
        Basis.EXPLICIT,
    ),
    ("founded", 1, "в 2002 году", "2002", "(ОДКБ) создана в 2002 году", Basis.EXPLICIT),
    ("founded", 1, "В 2002 году", "2002", "В 2002 году в Москве оставшиеся участники договора", Basis.EXPLICIT),
    (
        "left-1999",
        1,
        "в 1999 году",
        "1999",
        "(Грузия, Азербайджан и Узбекистан) вышли из него еще в 1999 году",
        Basis.EXPLICIT,
    ),
    ("uz-joined", 1, "В 2006 году", "2006", "В 2006 году к ОДКБ присоединился Узбекистан", Basis.EXPLICIT),
    ("uz-left", 1, "в 2012", "2012", "но в 2012 покинул военный альянс", Basis.EXPLICIT),
    (
        "arms",
        1,
        "с 2018 по 2022 года",
        "2018/2022",
        "с 2018 по 2022 года Беларусь поставляла Азербайджану вооружение",
        Basis.EXPLICIT,
    ),
    (
        "kazakhstan",
        1,
        "в октябре 2022 года",
        "2022-10",
        "в октябре 2022 года официальный представитель МИД Казахстана",
        Basis.EXPLICIT,
    ),
    ("pashinyan-may", 1, "В мае 2024", "2024-05", "В мае 2024 он подтвердил", Basis.EXPLICIT),
    (
        "war-2020",
        1,
        "в 2020 году",
        "2020",
        "участвовали в подготовке войны с Азербайджаном в Нагорном Карабахе в 2020 году",
        Basis.EXPLICIT,
    ),
    (
        "arms",
        0,
        "2018-2022",
        "2018/2022",
        "Politico: Belarus delivered advanced weapons to Azerbaijan in 2018-2022",
        Basis.EXPLICIT,
    ),
    (
        "arms",
        0,
        "between 2018 and 2022",
        "2018/2022",
        "to supply advanced military hardware to Azerbaijan between 2018 and 2022",
        Basis.EXPLICIT,
    ),
    (
        "arms",
        0,
        "between 2018 and 2022",
        "2018/2022",
        "Belarus actively aided Azerbaijan’s armed forces between 2018 and 2022",
        Basis.EXPLICIT,
    ),
    (
        "founded",
        0,
        "in 2002",
        "2002",
        "a post-Soviet military alliance led by Moscow and formed in 2002",
        Basis.EXPLICIT,
    ),
    ("left-1999", 0, "in 1999", "1999", "Azerbaijan quit a precursor to the bloc in 1999", Basis.EXPLICIT),
    (
        "withdrawal",
        0,
        "On Wednesday",
        "2024-06-12",
        "On Wednesday, Armenian Prime Minister Nikol Pashinyan announced",
        Basis.DOCUMENT,
    ),
    (
        "withdrawal",
        0,
        "this week",
        "2024-06-10/2024-06-16",
        "Armenia’s decision this week to announce it will be leaving the military alliance",
        Basis.DOCUMENT,
    ),
)

# event: value, title, language of the title, kind, entities
_EVENTS = {
    "treaty": (
        "1992",
        "Договора о коллективной безопасности стран СНГ, принятого еще в 1992 году",
        "ru",
        Kind.AGREEMENT,
        ("cst",),
    ),
    "left-1999": ("1999", "Azerbaijan quit a precursor to the bloc", "en", Kind.LEAVING, ("az", "ge", "uz", "cst")),
    "founded": (
        "2002",
        "A post-Soviet military alliance led by Moscow and formed in 2002",
        "en",
        Kind.FOUNDING,
        ("csto", "am", "by", "kz", "ru"),
    ),
    "uz-joined": ("2006", "В 2006 году к ОДКБ присоединился Узбекистан", "ru", Kind.JOINING, ("uz", "csto")),
    "uz-left": ("2012", "но в 2012 покинул военный альянс", "ru", Kind.LEAVING, ("uz", "csto")),
    "arms": ("2018/2022", "Belarus delivered advanced weapons to Azerbaijan", "en", Kind.TRANSFER, ("by", "az")),
    "war-2020": ("2020", "войны с Азербайджаном в Нагорном Карабахе в 2020 году", "ru", Kind.CONFLICT, ("az",)),
    "kazakhstan": (
        "2022-10",
        "в октябре 2022 года официальный представитель МИД Казахстана Айбек Смадияров заявил",
        "ru",
        Kind.STATEMENT,
        ("kz", "csto"),
    ),
    "pashinyan-may": ("2024-05", "В мае 2024 он подтвердил", "ru", Kind.STATEMENT, ("nikol-pashinyan", "csto")),
    "withdrawal": (
        "2024-06-12",
        "Nikol Pashinyan announced his government would begin the process of withdrawing from the bloc",
        "en",
        Kind.LEAVING,
        ("am", "nikol-pashinyan", "csto"),
    ),
}
CSTO = ("treaty", "left-1999", "founded", "uz-joined", "uz-left", "withdrawal")
ORIGINS = {"arms": ("Politico",)}
_SENTENCE = re.compile(r"[^\s].*?(?:[.!?][”»]?(?=\s+[A-ZА-Я«“]|\s*$)|$)", re.MULTILINE)


def _sentence(text: str, at: int) -> Span:
    return next(Span(*m.span()) for m in _SENTENCE.finditer(text) if m.start() <= at < m.end())


def statements() -> tuple[tuple[str, Statement], ...]:
    found, both = [], articles()
    for number, (event, which, wording, value, words, basis) in enumerate(_STATEMENTS):
        article = both[which]
        folded = article.text.replace("\xa0", " ")
        start = folded.index(words)
        at = folded.index(wording, max(0, start - len(wording)))
        span = _sentence(article.text, at)
        time = TimeExpression(
            Span(at, at + len(wording)), article.text[at : at + len(wording)], value, basis, "year" if basis is Basis.EXPLICIT else "weekday",
            article.published[:10] if basis is Basis.DOCUMENT else "",
        )  # fmt: skip
        quote = article.text[span.start : span.end]
        made = Statement(
            id=f"s{number:02d}" + "abcdefghij", article=article.id, span=span, quote=quote, clause=span, time=time, kind=_EVENTS[event][3],
            entities=_EVENTS[event][4], participants=_EVENTS[event][4],
            modality=Modality.PLANNED if event == "withdrawal" else Modality.REPORTED,
            origin=ORIGINS.get(event, (article.publication,))[0],
        )  # fmt: skip
        found.append((event, made))
    return tuple(found)


def collection() -> Collection:
    both, told = articles(), statements()
    by_id = {a.id: a for a in both}
    events = {}
    for name, (value, title, language, kind, entities) in _EVENTS.items():
        members = tuple(s for event, s in told if event == name)
        spoken = tuple(dict.fromkeys(s.article for s in members))
        events[name] = Event(
            id=members[0].id, value=value, title=title, title_language=language,
            titled_by=next(s.id for s in members if by_id[s.article].language == language), kind=kind, modality=members[0].modality,
            entities=entities, statements=members, articles=spoken,
            origins=tuple(o for o in ORIGINS.get(name, tuple(by_id[a].publication for a in spoken)) if o),
            languages=tuple(sorted({by_id[a].language for a in spoken})), first_reported=min(by_id[a].published for a in spoken),
        )  # fmt: skip
    note = Note(
        path="seeds/timelines/csto-membership.md", line=12, by="A. Editor", on="2026-11-21",
        comment="The precursor is the Collective Security Treaty signed in Tashkent. The English article names one of the three that left.",
    )  # fmt: skip
    events["left-1999"] = _noted(events["left-1999"], note)
    introduction = (
        "Who joined, who left and who says it is leaving the Collective Security Treaty Organization and the treaty before it, "
        "as two articles of June 2024 tell it."
    )
    csto = Definition(
        "csto-membership",
        "seeds/timelines/csto-membership.md",
        "CSTO membership",
        Condition(entities=("csto", "cst")),
        introduction,
    )
    arms = Definition(
        "belarus-azerbaijan-arms", "seeds/timelines/belarus-azerbaijan-arms.md", "Belarusian arms for Azerbaijan"
    )
    return Collection(
        articles=both,
        events=tuple(events.values()),
        timelines=(
            Timeline(
                "csto-membership", "CSTO membership", tuple(events[e] for e in CSTO), introduction, definition=csto
            ),
            Timeline("belarus-azerbaijan-arms", arms.title, (events["arms"],), definition=arms),
        ),
        entities=ENTITIES,
    )


def _noted(event: Event, note: Note) -> Event:
    import dataclasses

    return dataclasses.replace(event, notes=(note,))
