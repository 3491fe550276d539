"""Where the data says that something stands, the pages have it."""

from __future__ import annotations

from dataclasses import replace

import collections_made as made
import pytest
from test_data_json import SITE

from dateline.writers import pages
from dateline.writers.data.context import Context
from dateline.writers.settings import Settings


def source(pages_: dict[str, str], place: str) -> str:
    """The page that a place is on, as it was written."""
    folder = place.split("#")[0].strip("/")
    return pages_.get(f"{folder}.md") or pages_[f"{folder}/index.md"]


@pytest.mark.parametrize(
    "settings", [SITE, replace(SITE, split=10), replace(SITE, split=0)], ids=["", "split", "whole"]
)
def test_every_place_is_on_its_page(settings: Settings) -> None:
    collection = made.with_everything()
    context, written = Context(collection, settings), dict(pages.render(collection, settings))
    places = [context.places, *(context.places_in(t) for t in context.exported)]
    named = {(id_, place) for found in places for id_, place in found.items()}
    named |= {(s.id, context.statement_place(s)) for s in collection.statements}
    for id_, place in named:
        assert f'id="{id_}"' in source(written, place), place
    for place in (
        *map(context.timeline_page, context.exported),
        *(context.entity_page(e.id) for e in collection.entities),
    ):
        assert source(written, place)
