"""Notes survive what happens to articles over the years: none is lost, none misplaced, and who is adrift is told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import round_trip
from root import ROOT

NEWS = ROOT.parent / "shared" / "bench" / "events" / "ru-news" / "articles"


def there_and_back(folder: Path, count: int) -> None:
    placed = round_trip.place(folder, count)
    kinds = {kind.split(":")[0] for kind in round_trip.KINDS} - {"split"}  # there may be nothing to split
    assert {note.kind for note in placed} >= kinds
    _, before = round_trip.run(folder)
    assert round_trip.adrift(before) == {}
    homes = {note.name: round_trip.home(before, note.name) for note in placed}
    assert all(homes[note.name] or note.kind == "hide" for note in placed)
    fixed = round_trip.edit(folder, placed)
    seeds, after = round_trip.run(folder)
    adrift, texts = round_trip.adrift(after), {article.id: article for article in seeds.articles}
    assert set(adrift) == {note.name for note in placed if note.spoilt}
    for note in placed:
        now = round_trip.home(after, note.name)
        if note.spoilt:
            named = re.search(r"the nearest is “(.+)” in (\S+):(\d+)$", adrift[note.name].message)
            assert named and now is None, adrift[note.name].message
            better, article = " ".join(fixed[note.name].split()), texts[note.statement.article]
            assert " ".join(named[1].rstrip("…").split()) in better
            assert named[2].endswith(article.path)
            line = (folder / article.path).read_text("utf-8").split("\n")[int(named[3]) - 1]
            assert " ".join(named[1].split())[:20] in " ".join(line.split())
        elif note.kind == "hide":
            assert note.statement.id not in {s.id for e in after.events for s in e.statements}
        else:
            assert now is not None and (note.statement.article, note.statement.quote) in {
                (s.article, s.quote) for s in now.statements
            }


ARTICLES = {
    "en": """The harbour of Porto was closed on 4 March 2021 after a storm.
The council of Porto met on 9 March 2021 to discuss the damage.
On 12 March 2021 the mayor signed a contract with two firms from Lisbon.
Workers from Spain arrived in Porto on 2 April 2021. The harbour opened again on 30 May 2021.
The council elected a new speaker on 7 June 2021.
""",
    "de": """Der Bürgermeister von Bremen trat am 3. Februar 2020 zurück.
Der Senat wählte am 17. Februar 2020 einen Nachfolger aus Hamburg.
Am 5. März 2020 unterzeichnete Deutschland ein Abkommen mit Dänemark über den Hafen.
Die Werft in Bremen wurde am 1. April 2020 geschlossen. Am 9. Mai 2020 wurde sie wieder eröffnet.
""",
    "ru": """Мэр Кишинёва открыл новый мост 4 марта 2022 года.
Парламент Молдовы принял закон о порте 11 марта 2022 года.
Молдова и Румыния подписали соглашение о поставках 2 апреля 2022 года.
Суд арестовал директора порта 19 апреля 2022 года. Забастовка в порту началась 5 мая 2022 года.
""",
}


def test_notes_on_articles_in_three_languages_survive_their_edits(tmp_path: Path) -> None:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for language, text in ARTICLES.items():
        head = f"---\ntitle: {language}\nurl: https://example.org/{language}\npublished: 2023-01-01\n---\n"
        (folder / f"{language}.md").write_text(f"{head}# A headline\n\n{text}", encoding="utf-8")
    there_and_back(folder, 14)


@pytest.mark.slow
@pytest.mark.skipif(not NEWS.is_dir(), reason=f"{NEWS} is not there")
def test_forty_notes_on_real_news_survive_their_edits(tmp_path: Path) -> None:
    shutil.copytree(NEWS, tmp_path / "seeds")
    there_and_back(tmp_path / "seeds", 40)
