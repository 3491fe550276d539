"""Notes and corrections, in a timeline's file or in a file of their own."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Correction, Note, Severity, Status, TextQuote
from .faults import Faults
from .files import Text, front_matter
from .forms import Form

KEYS = (
    *("quote", "id", "article", "by", "on", "comment", "title", "translation"),
    *("date", "hide", "merge", "split", "status", "correction"),
)
ANCHORS = ("quote", "id", "notes")  # keys without which a file holds no note
_SAYS = ("comment", "title", "translation", "date", "hide", "merge", "split", "status", "correction")


def read_notes(text: str, faults: Faults) -> Iterator[Note]:
    """The notes of a file of `seeds/notes/`: a list under `notes:`, or one note that the text comments."""
    fields, body = front_matter(text, faults)
    if fields is None:
        return
    if any(key.value == "notes" for key, _ in fields.pairs):
        yield from read_all(Form(fields, ("notes", "title"), faults))
    else:
        found = read_note(Form(fields, KEYS, faults), body)
        if found is not None:
            yield found


def read_all(form: Form) -> tuple[Note, ...]:
    """The notes under the key `notes` of a mapping."""
    found = (read_note(inner) for inner in form.forms("notes", KEYS))
    return tuple(note for note in found if note is not None)


def read_note(form: Form, body: str = "") -> Note | None:
    """One note; None, and reported, where it is anchored to nothing. `body` is its comment where it has no other."""
    quote, id = _quote(form), form.text("id")
    if quote is None and not id:
        form.faults.add(form.line, "a note needs the words it is about (quote:) or a statement's id:", "no-anchor")
        return None
    if not body and not any(form.says(key) for key in _SAYS):
        form.faults.add(form.line, f"this note says nothing; add one of {', '.join(_SAYS)}", "empty-note")
    date, because = _date(form)
    hide, correction = form.flag("hide"), _correction(form)
    if hide and correction:
        message = "hide: what is hidden can't show its correction; use `status: withdrawn`, which leaves an empty place"
        form.faults.add(form.line_of("hide"), message, "hidden-correction", Severity.WARNING)
    return Note(
        path=form.faults.path,
        line=form.line,
        quote=quote,
        id=id,
        article=form.text("article"),
        by=form.text("by"),
        on=form.day("on"),
        comment=form.text("comment") or body,
        title=form.text("title"),
        translations=tuple((language, words.value) for language, words in form.by_language("translation")),
        date=date,
        because=because,
        hide=hide,
        merge=tuple(text.value for text in form.texts("merge")),
        split=form.flag("split"),
        status=form.choice("status", Status, Status.OPEN),
        correction=correction,
    )


def _quote(form: Form) -> TextQuote | None:
    if not form.is_mapping("quote"):
        exact = form.text("quote")
        return TextQuote(exact) if exact else None
    inner = form.form("quote", ("exact", "prefix", "suffix"))
    if inner is None or not inner.text("exact"):
        form.faults.add(form.line_of("quote"), "quote: `exact:` with the words themselves is missing", "no-anchor")
        return None
    return TextQuote(inner.text("exact"), _spaced(inner, "prefix"), _spaced(inner, "suffix"))


def _spaced(form: Form, key: str) -> str:
    """Context as written: a space at its edge counts."""
    return next((node.value for node in form.nodes(key) if isinstance(node, Text)), "")


def _date(form: Form) -> tuple[str, str]:
    """A better date and its reason: `date: {value, because}`."""
    if "date" not in form:
        return "", ""
    inner = form.form("date", ("value", "because")) if form.is_mapping("date") else None
    value, because = (inner.date("value"), inner.text("because")) if inner else (form.date("date"), "")
    if value and not because:
        line = form.line_of("date")
        form.faults.add(line, "a changed date needs its reason (date: {value: …, because: …})", "no-reason")
    return value, because


def _correction(form: Form) -> Correction | None:
    inner = form.form("correction", ("was", "now", "because", "on"))
    if inner is None:
        return None
    missing = [key for key in ("was", "now", "because", "on") if not inner.text(key)]
    if missing:
        severity = Severity.ERROR if "now" in missing or "on" in missing else Severity.WARNING
        inner.faults.add(inner.line, f"this correction lacks {', '.join(missing)}", "incomplete-correction", severity)
    return Correction(inner.text("was"), inner.text("now"), inner.text("because"), inner.day("on"))
