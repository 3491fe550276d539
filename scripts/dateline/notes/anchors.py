"""Where a note belongs: from its quote or id to a statement, and from there to the event that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..accounts import assemble
from ..model import Article, Event, Note, Problem, Statement, TextQuote
from ..text import find_quote, fold
from .nearest import nearest

_TELLING = 5  # words of a quote that is known without its neighbours; "in 2002" may stand anywhere


class Desk:
    """The events as they lie on the editor's desk, to be split and merged."""

    def __init__(self, events: Iterable[Event], articles: Mapping[str, Article], language: str) -> None:
        """All of `events`; `articles` holds every article of the collection by id."""
        self._events = {event.id: event for event in events}
        self._home = {s.id: event.id for event in self._events.values() for s in event.statements}
        self._statements = {s.id: s for event in self._events.values() for s in event.statements}
        self._articles, self._language = articles, language
        self._folded: dict[str, str] = {}
        self._of_article: dict[str, list[Statement]] = {}
        for statement in self._statements.values():
            self._of_article.setdefault(statement.article, []).append(statement)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events as they are now."""
        return tuple(self._events.values())

    def event_of(self, statement: str) -> Event:
        """The event that now holds the statement of that id."""
        return self._events[self._home[statement]]

    # -- anchoring ----------------------------------------------------------------------------------------------

    def anchor(self, note: Note, problems: list[Problem]) -> str:
        """The id of the statement that `note` is about, "" where there is none or no telling which (reported)."""
        if note.id:
            if note.id in self._statements:
                return note.id
            problems.append(_adrift(note, f"no statement '{note.id}'{self._suggestion(note, list(self._articles))}"))
            return ""
        named = self._named(note, problems)
        found = [(id, span) for id in named for span in self._places(id, note.quote)]
        found = found or self._out_of_context(note, named)
        hits = [s for id, span in found for s in self._of_article.get(id, ()) if _meet(s, span)]
        if not hits:
            self._report_nothing(note, named, bool(found), problems)
            return ""
        return self._one(note, hits, problems)

    def _one(self, note: Note, hits: list[Statement], problems: list[Problem]) -> str:
        """The one statement among `hits`; several will do if they tell one event."""
        assert note.quote is not None
        exact = fold(note.quote.exact)
        # A quote that holds the date of one of several statements of its sentence means that one.
        dated = [s for s in hits if fold(s.time.wording) in exact] or hits
        homes = {self._home[s.id] for s in dated}
        if len(homes) == 1:
            return min(dated, key=lambda s: (s.article, s.span, s.id)).id
        where = ", ".join(sorted({self._articles[s.article].path for s in dated}))
        message = f"the quote fits {len(homes)} events ({where}): make it longer, add prefix: and suffix:, or article:"
        problems.append(_adrift(note, message, "ambiguous-note"))
        return ""

    def _report_nothing(self, note: Note, named: list[str], stands: bool, problems: list[Problem]) -> None:
        if stands:
            message = "the quote stands in the article, but no dated statement was read there"
        elif named:
            assert note.quote is not None
            message = f"the quote “{_short(note.quote.exact)}” stands in no article{self._suggestion(note, named)}"
        else:
            return  # the article was not found, which is reported already
        problems.append(_adrift(note, message))

    def _suggestion(self, note: Note, named: list[str]) -> str:
        if note.quote is None:
            return ""
        found = nearest(note.quote, [self._articles[id] for id in named])
        return f"; the nearest is “{_short(found.exact)}” in {_folder(note)}{found.path}:{found.line}" if found else ""

    def _named(self, note: Note, problems: list[Problem]) -> list[str]:
        """Ids of the articles that the note may mean, sorted: all, or the one whose id or path its `article:` names."""
        if not note.article:
            return sorted(self._articles)
        found = sorted(a.id for a in self._articles.values() if note.article == a.id or note.article in a.path)
        exact = [id for id in found if id == note.article] or found or self._by_address(note.article)
        if len(exact) == 1:
            return exact
        what = "no article" if not exact else f"{len(exact)} articles"
        problems.append(_adrift(note, f"article: {what} with '{note.article}' in the id, the path or the address"))
        return []

    def _by_address(self, part: str) -> list[str]:
        return sorted(a.id for a in self._articles.values() if part in a.url)

    def _out_of_context(self, note: Note, named: list[str]) -> list[tuple[str, tuple[int, int]]]:
        """The one place of a quote whose neighbours were edited: they only told it from others, and there are none."""
        if note.quote is None or len(note.quote.exact.split()) < _TELLING:
            return []
        alone = TextQuote(note.quote.exact)
        found = [(id, span) for id in named for span in self._places(id, alone)]
        return found if len(found) == 1 else []

    def _places(self, article: str, quote: TextQuote | None) -> list[tuple[int, int]]:
        assert quote is not None
        text = self._articles[article].text
        folded = self._folded.get(article)
        if folded is None:
            folded = self._folded[article] = fold(text)
        if fold(quote.exact) not in folded:
            return []
        return [(span.start, span.end) for span in find_quote(text, quote)]

    # -- splitting and merging ----------------------------------------------------------------------------------

    def split(self, statement: str, note: Note, problems: list[Problem]) -> None:
        """Make the statement an event of its own."""
        event = self.event_of(statement)
        others = [s for s in event.statements if s.id != statement]
        if not others:
            problems.append(_adrift(note, "split: this statement is an event of its own already", "idle-note"))
            return
        rest = event.id if event.id != statement else ""
        del self._events[event.id]
        self._keep(others, rest)
        self._keep([self._statements[statement]], statement)

    def merge(self, statement: str, other: str, note: Note, problems: list[Problem]) -> None:
        """Make the event of the statement and that of the statement `other` one, under the first one's id."""
        if other not in self._home:
            problems.append(_adrift(note, f"merge: no statement '{other}'"))
            return
        event, joining = self.event_of(statement), self.event_of(other)
        if event.id == joining.id:
            return
        del self._events[event.id], self._events[joining.id]
        self._keep([*event.statements, *joining.statements], event.id)

    def _keep(self, statements: list[Statement], id: str) -> None:
        event = assemble(statements, self._articles, id, self._language)
        self._events[event.id] = event
        self._home.update((s.id, event.id) for s in statements)


def _meet(statement: Statement, place: tuple[int, int]) -> bool:
    return statement.span.start < place[1] and place[0] < statement.span.end


def _folder(note: Note) -> str:
    """The name of the seeds folder, which the note's own path begins with."""
    return note.path[: note.path.find("/") + 1]


def _adrift(note: Note, message: str, code: str = "note-adrift") -> Problem:
    return Problem(note.path, note.line, message, code=code)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 120 else f"{words[:120].rsplit(' ', 1)[0]}…"
