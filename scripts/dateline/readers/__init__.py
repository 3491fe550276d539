"""Reading: files -> articles. One module of this package a format; what a file says decides, not how its name ends.

A format is a module with `CERTAINTY` (the higher is asked first), `recognises(text)` and `read(text) -> Draft`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from ..model import Article, Problem, Severity, Span
from ..problems import place
from ..spreading import Mapper, here
from ..text import decoding, detection
from . import folder as folders
from . import publication
from .draft import Draft, NotAnArticle, Unreadable
from .identity import article_id
from .others import kind_of_other
from .places import snapshot

__all__ = ["Reading", "Unreadable", "read", "read_article", "read_articles"]

_EMPTY, _WORDLESS = "is empty", "has no text"
_MAX_TITLE = 300  # characters
_MAX_LINE = 200_000  # characters; a paragraph has some hundreds
_MARKS = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t].*|[-*_=]{3,}[ \t]*)$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class Format(Protocol):
    """What a module of this package provides."""

    CERTAINTY: int

    def recognises(self, text: str) -> bool:
        """Whether a file with this text is of the format."""

    def read(self, text: str) -> Draft:
        """The article in the source's own words."""


class Reading(NamedTuple):
    """An article, and what its editor should know about it. Paths of the problems are the article's own."""

    article: Article
    problems: tuple[Problem, ...]


def read_articles(folder: Path, mapper: Mapper = here) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every article below `folder`, sorted by path, and every file and fact that couldn't be used, with the reason."""
    articles: list[Article] = []
    problems: list[Problem] = []
    vault = folders.is_vault(folder)
    for reading in mapper(_used_or_reported, folders.Walk(folder)):
        if isinstance(reading, Problem):
            problems.append(_in_vault(reading) if vault else reading)
        elif vault and _is_note(reading):
            problems.append(_own_note(reading.article.path))
        else:
            articles.append(reading.article)
            problems.extend(reading.problems)
    kept, twice = _without_duplicates(folder, articles)
    return kept, tuple(_placed(folder, problem) for problem in sorted([*problems, *twice]))


def _is_note(reading: Reading) -> bool:
    """Whether a page of a vault is one of the owner's own notes, which nobody means to publish: an article has a day or
    an address, if only one that can't be read.
    """
    codes = {problem.code for problem in reading.problems}
    return "no-publication-date" in codes and not reading.article.url


def _in_vault(problem: Problem) -> Problem:
    """A page of a vault without a text is a note as well, not yet written."""
    return _own_note(problem.path) if problem.message in (_EMPTY, _WORDLESS) else problem


def _own_note(path: str) -> Problem:
    words = "is a note of your own, not an article: it has neither a day of publication nor an address"
    return Problem(path, 0, words, Severity.WARNING, "not-an-article")


def _used_or_reported(found: folders.Found | Problem) -> Reading | Problem:
    if isinstance(found, Problem):
        return found
    try:
        return read(found.path, found.data)
    except NotAnArticle as fault:
        return Problem(found.path, fault.line, fault.reason, Severity.WARNING, "not-an-article")
    except Unreadable as fault:
        return Problem(found.path, fault.line, fault.reason, Severity.ERROR, "unreadable")


def read_article(path: str, data: bytes) -> Article:
    """The article in a file with these bytes. Raises `Unreadable`."""
    return read(path, data).article


def read(path: str, data: bytes) -> Reading:
    """The article and its problems. Raises `Unreadable` with a line and a reason, whatever the bytes are."""
    if other := kind_of_other(data):
        raise NotAnArticle(0, f"is {other}")
    try:
        text = decoding.decode(data)
    except decoding.Undecodable as fault:
        raise Unreadable(fault.line, fault.reason) from fault
    if not text.strip():
        raise Unreadable(0, _EMPTY)
    draft = next(reader for reader in formats() if reader.recognises(text)).read(text)
    return _finished(path, draft)


@cache
def formats() -> tuple[Format, ...]:
    """The formats of this package, the surest first."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [cast(Format, module) for module in modules if hasattr(module, "recognises")]
    return tuple(sorted(found, key=lambda reader: -reader.CERTAINTY))


def _finished(path: str, draft: Draft) -> Reading:
    body = _body(draft)
    published = publication.moment(draft.published.words, draft.text).value
    url, archive = _places(draft)
    title = " ".join(draft.title.split())[:_MAX_TITLE] or path.rpartition("/")[2]
    declared = draft.language.words.strip()
    detected = detection.detect(draft.text[body.start : body.end], _tag(declared))
    article = Article(
        id=article_id(url, draft.title, published, draft.text),
        path=path,
        text=draft.text,
        language=detected or _tag(declared) or "und",
        title=title,
        body=body,
        published=published,
        declared_language=declared,
        publication=draft.publication,
        authors=draft.authors,
        url=url,
        archive=archive,
        description=draft.description,
        keywords=draft.keywords,
        full_text=draft.full_text,
        first_line=draft.first_line,
    )
    return Reading(article, tuple(_problems(article, draft)))


def _places(draft: Draft) -> tuple[str, str]:
    """The article's own address and that of its archived copy: of one that was saved from an archive, both."""
    copy = snapshot(draft.url)
    return (copy.original, draft.archive or copy.archive) if copy else (draft.url, draft.archive)


def _body(draft: Draft) -> Span:
    """The article's own words, without white space around them. Raises `Unreadable` where there are none."""
    tail = draft.text[draft.body :]
    if not any(map(str.isalnum, tail)):
        raise Unreadable(max(draft.first_line, 1), _WORDLESS)
    start = draft.body + len(tail) - len(tail.lstrip())
    end = draft.body + len(tail.rstrip())
    longest = max(map(len, draft.text[start:end].split("\n")))
    if longest > _MAX_LINE:
        raise Unreadable(max(draft.first_line, 1), f"holds a line of {longest:,} characters; an article's have fewer")
    return Span(start, end)


def _problems(article: Article, draft: Draft) -> list[Problem]:
    faults = [
        Problem(article.path, fault.line, fault.words, Severity.WARNING, "front-matter") for fault in draft.faults
    ]
    if not article.published:
        faults.append(_no_date(article.path, draft))
    declared = _tag(article.declared_language)
    if declared and declared != article.language:
        words = f"declares language {article.declared_language}, but the text is {article.language}"
        faults.append(Problem(article.path, draft.language.line, words, Severity.WARNING, "language"))
    if not _MARKS.sub("", article.text[article.body.start : article.body.end]).strip():
        words = "has a headline and no text"
        faults.append(Problem(article.path, draft.first_line, words, Severity.WARNING, "headline-only"))
    return faults


def _no_date(path: str, draft: Draft) -> Problem:
    line, words, code = 1, "no publication date", "no-publication-date"
    if draft.published.words:
        line, words = draft.published.line, f"can't tell the day of publication from {draft.published.words[:60]!r}"
        code = "unclear-publication-date"
    elif draft.undated.words:
        line, words = draft.undated.line, f"{words}: {draft.undated.words}"
    return Problem(path, line, words, Severity.ERROR, code)


def _tag(declared: str) -> str:
    """The primary language of a declared tag ("ro-MD" is "ro"); "" where it is no BCP 47 tag."""
    return re.split("[-_]", declared)[0].lower() if _LANGUAGE.fullmatch(declared) else ""


def _without_duplicates(folder: Path, articles: list[Article]) -> tuple[tuple[Article, ...], list[Problem]]:
    """The first by path of every article; the others as problems, errors where their text differs and so is lost."""
    ids: dict[str, Article] = {}
    texts: dict[str, Article] = {}
    problems: list[Problem] = []
    for article in sorted(articles, key=lambda one: one.path):
        first = texts.get(article.text) or ids.get(article.id)
        if first is None:
            ids[article.id] = texts[article.text] = article
            continue
        same = first.text == article.text
        likeness = "has the same text" if same else "is the same article"
        words = f"{likeness} as {place(folder, first.path)}, which is used instead"
        problems.append(Problem(article.path, 0, words, Severity.WARNING if same else Severity.ERROR, "duplicate"))
    return tuple(ids.values()), problems


def _placed(folder: Path, problem: Problem) -> Problem:
    return replace(problem, path=place(folder, problem.path))
