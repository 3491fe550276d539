"""Hostile and broken files, made by the thousand from a seed: what a folder of saved articles may hold at its worst."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import archives_made

_BYTES = (
    b"\0",
    b"\xff",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
    b"\r",
    b"\x1b[2J",
    b"\xe2\x80\xae",
    b"\xf4\x90\x80\x80",
)
_MARKS = (
    "---",
    "...",
    "- ",
    ": ",
    "&a ",
    "*a",
    "!!python/object/apply:os.system [id]",
    "<<: *a",
    "|",
    ">",
    "{",
    "[",
    "\t",
    "#",
)
_BLOWN = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" if n else "a0: &a0 [x]" for n in range(12))
_DATES = (
    "31 February 2023",
    "2023-13-45",
    "0000-00-00",
    "99999999999",
    "9" * 400,
    "12.11.10",
    "-1",
    "year 10000",
    "３ May",
)
_MANGLED = (
    "<script>",
    "</textarea>",
    "![](",
    "[[",
    "]]",
    "{{ x }}",
    "{% x %}",
    "&#0;",
    "\u202e",
    "\ufdd0",
    "\ud7ff",
    "«",
    "“",
    "…",
    "<!--",
)


def files(count: int, seed: int = 20) -> Iterator[bytes]:
    """`count` files, each of one of the sorts below, the same for the same seed."""
    chance = random.Random(seed)
    for number in range(count):
        sort = SORTS[number % len(SORTS)]
        yield sort(chance, archives_made.article(chance.randrange(10_000)))


TIMELINE = """---
title: A treaty
show:
  entities: [Peru, Chile]
  any: [{kinds: [leaving]}, {from: 2002}]
eras: [{title: Before, from: 1992, to: 2002}]
events:
  - {date: 2022-02-24, title: An event, url: "https://e.example/a"}
notes:
  - quote: {exact: "Peru quit", prefix: "Then "}
    comment: A comment.
    correction: {was: "2011", now: "2012", because: A slip., on: 2026-11-21}
---
An *introduction* with a [link](https://e.example).
"""
NOTE = """---
quote: Peru quit the treaty
by: A. Editor
on: 2026-11-21
title: A better title
translation: {en: Peru left}
---
A comment.
"""
ENTITIES = """- id: order
  kind: organisation
  labels: {en: The Order, ru: Орден}
  aliases: {en: [Order of the Sun, Solar Order]}
  same_as: ["https://e.example/order"]
- {id: house, kind: place, labels: {en: The House}}
"""


def definition_files(count: int, seed: int = 21) -> Iterator[tuple[str, bytes]]:
    """`count` files of an editor's, spoiled in the same ways, each with its kind."""
    chance = random.Random(seed)
    kinds = (("timeline", TIMELINE), ("note", NOTE), ("entities", ENTITIES))
    for number in range(count):
        kind, text = kinds[number % len(kinds)]
        yield kind, SORTS[number // len(kinds) % len(SORTS)](chance, text)


def _cut(chance: random.Random, article: str) -> bytes:
    data = article.encode()
    return data[: chance.randrange(len(data))]


def _bytes_put_in(chance: random.Random, article: str) -> bytes:
    data = bytearray(article.encode())
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(data))
        data[at:at] = chance.choice(_BYTES) * chance.choice((1, 2, 50))
    return bytes(data)


def _bits_turned(chance: random.Random, article: str) -> bytes:
    data = bytearray(article.encode())
    for _ in range(chance.randrange(1, 20)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def _other_encoding(chance: random.Random, article: str) -> bytes:
    encoding = chance.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251", "koi8-r", "iso8859-5", "utf-7", "utf-8-sig")
    )
    return article.encode(encoding, "replace")


def _lines_shuffled(chance: random.Random, article: str) -> bytes:
    lines = article.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines).encode()


def _marks_put_in(chance: random.Random, article: str) -> bytes:
    lines = article.split("\n")
    for _ in range(chance.randrange(1, 8)):
        lines.insert(chance.randrange(6), chance.choice(_MARKS) * chance.choice((1, 2, 30)))
    return "\n".join(lines).encode()


def _yaml_bomb(chance: random.Random, article: str) -> bytes:
    return f"---\n{_BLOWN}\ntitle: *a{chance.randrange(12)}\n---\n{article}".encode()


def _deep(chance: random.Random, article: str) -> bytes:
    mark = chance.choice(("> ", "- ", "[", "**", "(", "«", "#", "<div>", "{", "  - "))
    return f"{mark * chance.choice((100, 3000, 20_000))}{article}".encode()


def _long_line(chance: random.Random, article: str) -> bytes:
    word = chance.choice(("a", "1", ".", " ", "2012 ", "3 May ", "и ", '"', "12.", "in 2012, ", "A. "))
    return f"{article}{word * chance.choice((300, 300, 1000, 1000, 1000, 9000))}".encode()


def _repeated_fields(chance: random.Random, article: str) -> bytes:
    field = chance.choice(("title: x\n", "published: 2020-01-01\n", "? \n", "a: &x\n", "url: javascript:1\n"))
    return article.replace("---\n", "---\n" + field * chance.choice((2, 500)), 1).encode()


def _odd_dates(chance: random.Random, article: str) -> bytes:
    words = f"It happened on {chance.choice(_DATES)} and in {chance.choice(_DATES)}."
    return article.replace("published: 20", f"published: {chance.choice(_DATES)}", 1).encode() + words.encode()


def _mangled(chance: random.Random, article: str) -> bytes:
    words = article.split(" ")
    for _ in range(chance.randrange(1, 12)):
        words.insert(chance.randrange(len(words)), chance.choice(_MANGLED))
    return " ".join(words).encode()


def _html(chance: random.Random, article: str) -> bytes:
    inner = article.replace(
        "\n", chance.choice(("<p>", "</div>", "<table><tr><td>", "<!--", "<svg onload=x>", "<script>"))
    )
    return f"<!doctype html><html><head><title>x</title></head><body><article>{inner}".encode()


def _nothing(chance: random.Random, article: str) -> bytes:
    return chance.choice(
        (b"", b" ", b"\n" * 500, b"\xef\xbb\xbf", b"---\n---\n", b"---", b"# \n", b"\0" * 99, b"\xff\xfe")
    )


SORTS: tuple[Callable[[random.Random, str], bytes], ...] = (
    _cut,
    _bytes_put_in,
    _bits_turned,
    _other_encoding,
    _lines_shuffled,
    _marks_put_in,
    _yaml_bomb,
    _deep,
    _long_line,
    _repeated_fields,
    _odd_dates,
    _mangled,
    _html,
    _nothing,
)
