"""People whom an archive names again and again and no list holds: found by a first name, a surname and an office.

"President Nikol Pashinyan", «депутат Никол Пашинян»: two words with capitals after a title are somebody's name. Who is
named so in two articles becomes an entity, under the form written most often; forms that sound alike are one person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .. import languages, tokens
from ..model import Article, Entity, EntityKind
from ..text import fold
from ..tokens import Word
from .gazetteer import Gazetteer
from .inflection import forms
from .spelling import sound

ENOUGH = 2  # articles that have to name somebody
ASCII = str.maketrans({"č": "ch", "š": "sh", "ž": "zh"})

_ENDING = 2  # letters that a title may have beyond its stem: «президентом»

Named = Mapping[str, int]  # "First Last" as written -> how often an article writes it


def full_names(article: Article, gazetteer: Gazetteer) -> Named:
    """The names of people, written in full after a title, in the body of `article`; none that the gazetteer knows."""
    folded = fold(article.text)
    text = tokens.split(folded, *article.body)
    titles = tuple(str(languages.section(article.language, "events").get("names", {}).get("titles", "")).split())
    if not titles:
        return {}
    known = {at for f in gazetteer.names(text, article.language) for at in range(f.first, f.last + 1)}
    found: Counter[str] = Counter()
    for at in range(1, len(text) - 1):
        pair = text[at : at + 2]
        if _is_title(text[at - 1].key, titles) and not known & {at, at + 1} and _full(pair, text, at, folded, titles):
            found[f"{pair[0].text} {pair[1].text}"] += 1
    return found


def people(named: Iterable[tuple[str, Named]], enough: int = ENOUGH) -> tuple[Entity, ...]:
    """An entity for each person whom at least `enough` articles name; `named` are (language, names) of each article.

    The order of the articles counts for nothing. The id is made of how the name sounds, so that it holds.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)  # by language: articles that write a name so
    collected = [(language, frozenset(names)) for language, names in named]
    for language, names in collected:
        counts[language].update(names)
    keys = {(language, name): key for language, of in counts.items() for name, key in _keys(of, language).items()}
    articles = Counter(key for language, names in collected for key in {keys[language, name] for name in names})
    written: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for (language, name), key in keys.items():
        written[key][language][name] = counts[language][name]
    return tuple(_entity(key, written[key]) for key in sorted(written) if articles[key] >= enough)


def _full(pair: Sequence[Word], text: Sequence[Word], at: int, folded: str, titles: tuple[str, ...]) -> bool:
    if any(w.text.isascii() and not text[at - 1].text.isascii() for w in pair):
        return False  # a name in another script is a party's or a firm's
    if any(not w.text.istitle() or len(w.text) < 2 or _is_title(w.key, titles) for w in pair):
        return False
    before, between = folded[text[at - 1].end : pair[0].start], folded[pair[0].end : pair[1].start]
    after = text[at + 2] if at + 2 < len(text) else None
    longer = after is not None and after.text.istitle() and folded[pair[1].end : after.start] == " "
    return before == " " and between == " " and not longer


def _is_title(key: str, titles: tuple[str, ...]) -> bool:
    return any(key.startswith(title) and len(key) - len(title) <= _ENDING for title in titles)


def _keys(counts: Counter[str], language: str) -> dict[str, str]:
    """How each name sounds in its first case: «Никола Пашиняна» as «Никол Пашинян», where that is written too."""
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda n: (-counts[n], n)):
        alike[_beginning(name)].append(name)
    keys = {}
    for name in counts:
        base = next((other for other in alike[_beginning(name)] if _is_form(name, other, language)), name)
        keys[name] = "-".join(map(sound, base.split()))
    return keys


def _beginning(name: str) -> tuple[str, ...]:
    return tuple(tokens.key(word)[:3] for word in name.split())


def _is_form(name: str, of: str, language: str) -> bool:
    """Whether each word of `name` is a form of that of `of`, and not the other way round."""
    pairs = [(tokens.key(a), b) for a, b in zip(name.split(), of.split(), strict=True)]
    return name != of and all(a in forms(b, language) for a, b in pairs)


def _entity(key: str, written: Mapping[str, Counter[str]]) -> Entity:
    best = {language: min(names, key=lambda n: (-names[n], n)) for language, names in sorted(written.items())}
    others = tuple((lang, n) for lang, names in sorted(written.items()) for n in sorted(names) if n != best[lang])
    return Entity("person-" + key.translate(ASCII), EntityKind.PERSON, tuple(best.items()), others)
