"""Names and descriptions: the cases of corpus/entities, the editor's own list, and what holds for any text."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from dateline import entities, languages
from dateline.cache import remembering
from dateline.entities import builtin
from dateline.model import Article, Entity, EntityKind, Mention, Span

CORPUS = Path(__file__).parent / "corpus" / "entities"
MARKED = re.compile(r"\[(?P<name>[^\]]+)\]\((?P<id>[\w-]+)\)|\{(?P<noun>[^}]+)\}\((?P<of>[\w-]+)\)")


def article(text: str, language: str) -> Article:
    return Article("a", "a.md", text, language, "", Span(0, len(text)))


def cases() -> list[tuple[str, str]]:
    return [
        (path.stem, line.replace("⏎", "\n"))
        for path in sorted(CORPUS.glob("??.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def found(text: str, language: str, extra: tuple[Entity, ...] = ()) -> list[tuple[str, str, bool]]:
    mentions = entities.find(article(text, language), entities.gazetteer(extra))
    return [(text[m.span.start : m.span.end].rstrip("."), m.entity, m.definite) for m in mentions]


@pytest.mark.parametrize(("language", "case"), cases())
def test_corpus(language: str, case: str) -> None:
    text = MARKED.sub(lambda m: m["name"] or m["noun"], case)
    wanted = [((m["name"] or m["noun"]).rstrip("."), m["id"] or m["of"], bool(m["of"])) for m in MARKED.finditer(case)]
    assert found(text, language) == wanted


@pytest.mark.parametrize("language", languages.available())
def test_every_language_knows_the_countries_of_cldr(language: str) -> None:
    names = Locale.parse(language).territories
    for code in ("AM", "BY", "FR", "MD", "UA", "US", "ZA"):
        assert [e for _, e, _ in found(f"({names[code]})", language)] == [code.lower()]


def test_the_editor_adds_and_overrides() -> None:
    ours = Entity("motorway-7", EntityKind.PLACE, (("en", "Seventh Motorway"),), (("en", "M7"),))
    theirs = Entity("nato", EntityKind.ORGANISATION, (("en", "Our Nato"),))
    taken = Entity("moscow-idaho", EntityKind.PLACE, (("en", "Moscow"),))
    extra = (ours, theirs, taken)
    assert found("The Seventh Motorway, or M7, to Moscow", "en", extra) == [
        ("Seventh Motorway", "motorway-7", False),
        ("M7", "motorway-7", False),
        ("Moscow", "moscow-idaho", False),
    ]
    assert entities.gazetteer(extra).entity("nato") is theirs
    assert found("NATO and our Nato", "en", extra) == []


def test_a_name_of_two_links_to_none() -> None:
    pair = tuple(Entity(f"ivan-{n}", EntityKind.PERSON, (("ru", f"Иван {n} Петров"),)) for n in ("Ильич", "Кузьмич"))
    assert found("Петров, он же Иван Ильич Петров", "ru", pair) == [("Иван Ильич Петров", "ivan-Ильич", False)]


def test_ids_of_the_list_are_unique_and_names_are_no_two_things() -> None:
    gazetteer = entities.gazetteer()
    ids = [e.id for e in gazetteer.entities]
    assert len(ids) == len(set(ids)) and all(re.fullmatch(r"[a-z0-9-]+", i) for i in ids)
    for entity in gazetteer.entities:
        assert entity.labels and not entity.same_as
        if entity.kind is not EntityKind.COUNTRY:
            assert found(f"({entity.label('en')})", "en")[:1] in ([(entity.label("en"), entity.id, False)], [])


@given(st.text(st.sampled_from("Мосва NATO the blcСШАu’.-\n"), max_size=80), st.sampled_from(["en", "ru", "xx"]))
def test_mentions_are_in_order_and_do_not_overlap(text: str, language: str) -> None:
    mentions = entities.find(article(text, language), entities.gazetteer())
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert all(isinstance(m, Mention) and m.span.start < m.span.end <= len(text) for m in mentions)


def people_of(*texts: tuple[str, str]) -> tuple[tuple[Entity, ...], list[list[str]]]:
    """Who recurs in articles (language, text), and whom each of them is then found to mention."""
    listed = entities.gazetteer()
    articles = [article(text, language) for language, text in texts]
    namings = [entities.naming(a, listed) for a in articles]
    people = entities.people(namings, listed)
    assert entities.people(reversed(namings), listed).entities == people.entities
    known = [listed.with_people(people.named(n)) for n in namings]
    return people.entities, [[m.entity for m in entities.find(a, g)] for a, g in zip(articles, known, strict=True)]


def test_people_who_recur_become_entities_whatever_the_case_and_the_script() -> None:
    people, found = people_of(
        ("ru", "Вчера депутат Андрей Примеров спорил. С Примеровым спорили."),
        ("ru", "Речь депутата Андрея Примерова. Депутат Ольга Пустая молчала."),
        ("en", "The minister met deputy Andrei Primerov in town."),
        ("ru", "Лидер Pro Motion и депутат Народное Собрание"),
        ("ru", "Депутат Народное Собрание. Слово взял Примеров."),
    )
    assert [(e.label("ru"), e.label("en"), e.kind) for e in people] == [
        ("Андрей Примеров", "Andrei Primerov", EntityKind.PERSON)
    ]
    one = people[0].id
    assert found == [[one, one], [one], [one], [], []]


def test_romanian_is_read_as_it_sounds_and_english_spells_it_so() -> None:
    people, found = people_of(
        ("ru", "Примар Ион Чобану ответил."),
        ("ro", "Primarul Ion Ciobanu a răspuns."),
        ("en", "Mayor Ion Ciobanu answered."),
        ("de", "Gestern sprach Ion Ciobanu."),
    )
    assert [e.label("ro") for e in people] == ["Ion Ciobanu"]
    assert [of for of in found if of] == [[people[0].id]] * 4


def test_an_office_and_a_surname_name_the_only_one_who_is_known_by_both() -> None:
    two = ("ru", "Депутат Андрей Примеров спорил."), ("ru", "Депутат Андрей Примеров пел.")
    people, found = people_of(
        *two, ("ru", "Выступил депутат Примеров."), ("ru", "Судья Примеров молчал. Примеров пел.")
    )
    assert [len(of) for of in found] == [1, 1, 1, 0]
    _, found = people_of(*two, ("ru", "Депутат Ольга Примерова и депутат Пётр Примеров."), ("ru", "Депутат Примеров."))
    assert found[3] == []
    _, found = people_of(*two, ("ru", "Спор начал депутат Примеров. Андрей Примеров пел."))
    assert found[2] == [people[0].id] * 2


def test_a_short_form_names_the_one_who_is_also_named_in_full() -> None:
    short, full = ("ru", "Премьер Влад Примеров ушёл."), ("ru", "Премьер Владимир Примеров пришёл.")
    english = ("en", "Mr Smith met deputy Vlad Primerov in town.")
    people, found = people_of(short, short, full, full, english)
    assert len(people) == 1
    assert [of for of in found if of] == [[people[0].id]] * 5


def test_short_forms_are_read_as_each_language_sounds() -> None:
    texts = [("en", f"We met deputy {name} Exampleton.") for name in ("Mike", "Michael")]
    texts += [("ro", f"A venit primarul {name} Exemplescu.") for name in ("Nicu", "Nicolae")]
    people, _ = people_of(*texts, *texts)
    assert len(people) == 2


def test_a_short_form_of_two_names_that_are_both_there_is_neither() -> None:
    texts = [("ru", f"Премьер {name} Примеров ушёл.") for name in ("Влад", "Владимир", "Владислав")]
    people, _ = people_of(*texts, *texts)
    assert len(people) == 3


def test_two_given_names_are_two_people() -> None:
    texts = [("ru", f"Премьер {name} Примеров ушёл.") for name in ("Виктор", "Владимир")]
    people, _ = people_of(*texts, *texts)
    assert len(people) == 2


def test_a_patronymic_is_left_out() -> None:
    people, found = people_of(
        ("ru", "Премьер Владимир Васильевич Примеров ушёл."),
        ("ru", "Ушёл премьер Владимир Примеров. Спорили с Примеровым."),
        ("ru", "Премьеру Владимиру Примерову писали. Видели Владимира Васильевича Примерова."),
        ("ru", "Говорили с Владимиром Васильевичем Примеровым."),
        ("uk", "Депутат Володимир Васильович Зразенко пішов."),
        ("uk", "Говорили з Володимиром Васильовичем Зразенком. Депутат Володимир Зразенко мовчав."),
    )
    assert [person.labels[0][1] for person in people] == ["Владимир Примеров", "Володимир Зразенко"]
    one, other = (person.id for person in people)
    assert found == [[one], [one, one], [one, one], [one], [other], [other, other]]


def test_a_surname_that_looks_like_a_patronymic_stays_one() -> None:
    people, found = people_of(
        ("ru", "Депутат Дмитрий Чорич спорил. Вчера Дмитрий Чорич молчал."),
        ("ru", "Журналист Дмитрий Чорич пел. Депутат Чорич Дмитрий спорил."),
        ("ru", "В списке Чорич Дмитрий Петрович, глава."),
    )
    assert [person.label("ru") for person in people] == ["Дмитрий Чорич"]
    assert found == [[people[0].id] * 2, [people[0].id] * 2, [people[0].id]]


def test_who_is_always_named_with_a_patronymic_is_labelled_with_it() -> None:
    text = "ru", "Депутат Анна Ильинична Примерова спорила."
    people, found = people_of(text, text, ("ru", "Спор с депутатом Анной Ильиничной Примеровой."))
    assert [person.label("ru") for person in people] == ["Анна Ильинична Примерова"]
    assert found == [[people[0].id]] * 3


def test_two_patronymics_are_two_people() -> None:
    texts = [("ru", f"Премьер Владимир {name}Примеров ушёл.") for name in ("Васильевич ", "Петрович ", "")]
    people, found = people_of(*texts, *texts, ("ru", "Ждали Владимира Петровича Примерова."))
    assert len(people) == 3
    assert len({ids for of in found[:3] for ids in of}) == 3
    assert found[6] == found[1]
    _, found = people_of(texts[0], texts[0], ("ru", "Ждали Владимира Петровича Примерова."))
    assert found[2] == []


def test_whoever_sounds_like_one_of_the_list_is_that_one() -> None:
    _, found = people_of(("ru", "Президент Мая Санду ушла."), ("ru", "Президент Мая Санду пришла."))
    assert found == [["maia-sandu"]] * 2


@pytest.mark.parametrize(
    ("titled", "id_"),
    [
        (("ru", "Депутат Марина Примерова ушла."), "person-marina-primerova"),
        (("ru", "Премьер Ион Спыну ушёл."), "person-ion-spinu"),
        (("ru", "Премьер Дмитрий Зайцев ушёл."), "person-dmitri-zaicev"),
        (("en", "Prime Minister Dmitry Zaitsev left."), "person-dmitri-zaicev"),
        (("de", "Präsident Dmitrij Zajcev ging."), "person-dmitri-zaicev"),
    ],
)
def test_the_id_of_a_person_can_be_read(titled: tuple[str, str], id_: str) -> None:
    assert [person.id for person in people_of(titled, titled)[0]] == [id_]


def test_the_list_is_the_same_where_it_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[tuple[int, builtin.BuiltIn]]()
    with monkeypatch.context() as patched:
        for _ in range(2):
            patched.setattr(builtin, "_known", [])
            with remembering.store(tmp_path / "r.sqlite") as store:
                builtin.look_up(store)
                asked.append((store.misses, builtin._known[0]))
    assert [misses for misses, _ in asked] == [1, 0]
    assert [found for _, found in asked] == [builtin._read()] * 2
