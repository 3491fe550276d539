"""Small archives for tests of scale: articles that tell dated events, in the shapes that clippers save."""

from __future__ import annotations

from pathlib import Path

_PLACES = ("Norway", "Chile", "Ghana", "Nepal", "Poland", "Kenya", "Japan", "Peru")
_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")


def article(number: int) -> str:
    """An article with two dated statements; every seventh is Russian."""
    place, month = _PLACES[number % 8], _MONTHS[number // 8 % 8]
    day, year = number % 28 + 1, 2010 + number % 13
    head = f'---\ntitle: "Report {number}"\npublished: {year}-12-{day:02}\nurl: https://news.example/{number}\n---\n'
    if number % 7 == 0:
        return (
            f"{head}# Отчёт {number}\n\nПольша подписала договор {day} июня {year} года. Это уже {number}-й договор.\n"
        )
    first = f"{place} signed an agreement with France on {day} {month} {year}, document {number} shows."
    return f"{head}# Report {number}\n\n{first} The two countries quit an older treaty in {year - 9}.\n"


def write(folder: Path, count: int) -> Path:
    """`count` articles in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.md").write_text(article(number), encoding="utf-8")
    return folder
