"""What a large collection publishes: pages only for what says something, and no link that leads nowhere."""

from __future__ import annotations

import re
from dataclasses import replace
from posixpath import dirname, join, normpath

import collections_made as made
import pytest
from test_data_json import SITE

from dateline.model import Article, Collection, Entity, EntityKind, Problem, Severity, Span, Timeline
from dateline.writers import catalogue, pages, quality, safety
from dateline.writers.settings import Settings

_LINK = re.compile(r'href="([^"]*)"')


def collection() -> Collection:
    """The usual one, with an article that tells nothing dated and an entity that one event names."""
    base = made.with_everything()
    first = base.events[0]
    silent = Article("silent", "silent.md", "Nothing.", "en", "Silent", Span(0, 8), url="https://example.org/silent")
    nowhere = replace(silent, id="nowhere", path="nowhere.md", title="Nowhere", url="")
    rare = Entity("rare", EntityKind.PERSON, (("en", "Rare Person"),))
    events = (replace(first, entities=(*first.entities, "rare")), *base.events[1:])
    return replace(base, articles=(*base.articles, silent, nowhere), events=events, entities=(*base.entities, rare))


def rendered(of: Collection, **settings: object) -> dict[str, str]:
    files = pages.render(of, replace(SITE, **settings))  # type: ignore[arg-type]
    read = ((path, text) for path, text in files if not path.endswith(".png"))
    return {path: text if isinstance(text, str) else text.decode("utf-8") for path, text in read}


def dead(files: dict[str, str]) -> list[str]:
    """Links between generated pages that lead to no page or to no id of it."""
    found = []
    for path in (p for p in files if p.endswith(".md")):
        page = path.removesuffix("index.md") if path.endswith("index.md") else path.removesuffix(".md") + "/"
        for href in _LINK.findall(files[path]):
            place, _, fragment = href.partition("#")
            if re.match(r"[a-z]+:", href) or "/assets/" in href:
                continue
            at = normpath(join(dirname(page), place)) if place else page.rstrip("/")
            source = next((files[p] for p in (f"{at}.md", join(at, "index.md"), at) if p in files), None)
            source = source or ("" if at in ("method", ".") else None)
            if source is None or (fragment and not fragment.startswith(":~:") and f'id="{fragment}"' not in source):
                found.append(f"{path}: {href}")
    return found


@pytest.mark.parametrize("large", [0, 1], ids=["small", "large"])
def test_no_link_leads_nowhere(large: int) -> None:
    assert dead(rendered(collection(), large=large, split=10)) == []


def test_a_large_collection_lists_what_says_little() -> None:
    small, large = rendered(collection(), large=0), rendered(collection(), large=1)
    gone = {"articles/silent.md", "articles/nowhere.md", "entities/rare.md"}
    assert gone <= set(small)
    assert not gone & set(large)
    assert 'href="https://example.org/silent"' in large["articles/index.md"]
    assert "Nowhere" in large["articles/index.md"] and "Rare Person" in large["entities/index.md"]
    assert '"page":""' in large["data/index.json"]


def test_an_article_that_its_owner_publishes_whole_keeps_its_page() -> None:
    base = collection()
    whole = replace(base, articles=tuple(replace(a, full_text=True) for a in base.articles))
    assert "articles/silent.md" in rendered(whole, large=1)


def test_timelines_that_nobody_defined_have_pages_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    base = replace(collection(), timelines=())
    of = {e.id: tuple(x for x in base.events if e.id in x.entities) for e in base.entities}
    lines = [Timeline(id_, id_, events, entity=id_) for id_, events in of.items() if len(events) > 1]
    asked = replace(base, timelines=tuple(sorted(lines, key=lambda t: -len(t.events))))
    fullest, *others = asked.timelines
    monkeypatch.setattr(catalogue, "MOST_READ", sum(len(t.events) for t in others))
    monkeypatch.setattr(catalogue, "MOST_OF_ONE", len(fullest.events) - 1)
    files = rendered(asked, large=1)
    assert f"timelines/{safety.slug(fullest.slug)}.md" not in files
    assert f'href="../entities/{safety.slug(fullest.entity)}/"' in files["timelines/index.md"]
    few = [t for t in others if len(t.events) < len(fullest.events)]
    assert few and all(f"timelines/{safety.slug(t.slug)}.md" in files for t in few)
    assert dead(files) == []


def test_the_quality_page_names_errors_first_a_fault_once_and_how_many_more() -> None:
    warnings = [Problem(f"seeds/{n:04}.md", 1, "is odd", Severity.WARNING) for n in range(1_200)]
    problems = (*warnings, Problem("seeds/x.md", 7, "is wrong"), Problem("seeds/y.md", 0, "is wrong too"))
    page = rendered(replace(collection(), problems=problems))["quality/index.md"]
    assert page.count("is odd") == 1 and "202 more" in page
    assert (
        page.index("seeds/x.md:7") < page.index("is wrong too") < page.index("is odd") < page.index("seeds/0997.md:1")
    )
    assert "seeds/0998.md" not in page


def test_the_places_of_a_fault_stand_in_order_of_line() -> None:
    found = quality.faults(Problem("seeds/x.md", line, "is odd") for line in (9, 10))
    assert [fault.places for fault in found] == [("seeds/x.md:9", "seeds/x.md:10")]


def test_the_owner_sets_what_is_large() -> None:
    from dateline.writers import settings

    assert settings.of({"extra": {"large": 7}}).large == 7
    assert Settings().large == 2_000
