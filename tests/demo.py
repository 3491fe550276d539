"""The two seed articles as statements read by hand (golden/statements.txt)."""

from __future__ import annotations

from pathlib import Path

from statements import Sheet, entity

from dateline.model import Article, EntityKind, Modality, Statement

ENTITIES = {
    e.id: e
    for e in (
        entity("csto", EntityKind.ORGANISATION, en="CSTO", ru="ОДКБ"),
        entity("cst", EntityKind.AGREEMENT, en="Collective Security Treaty", ru="Договор о коллективной безопасности"),
        entity("armenia", en="Armenia", ru="Армения"),
        entity("azerbaijan", en="Azerbaijan", ru="Азербайджан"),
        entity("belarus", en="Belarus", ru="Беларусь"),
        entity("georgia", en="Georgia", ru="Грузия"),
        entity("kazakhstan", en="Kazakhstan", ru="Казахстан"),
        entity("uzbekistan", en="Uzbekistan", ru="Узбекистан"),
        entity("kyrgyzstan", en="Kyrgyzstan", ru="Кыргызстан"),
        entity("tajikistan", en="Tajikistan", ru="Таджикистан"),
        entity("russia", en="Russia", ru="Россия"),
        entity("pashinyan", EntityKind.PERSON, en="Nikol Pashinyan", ru="Никол Пашинян"),
    )
}


def demo() -> tuple[dict[str, Article], dict[str, list[Statement]]]:
    """Articles by id, and the statements by the name of their event in the gold."""
    sheets = {
        "ru": Sheet("nokta", "ru", "2024-06-14T11:00:00+00:00", "Nokta", "articles/000.txt"),
        "en": Sheet("panarmenian", "en", "2024-06-14T18:08+04:00", "", "articles/004.txt"),
    }
    told: dict[str, list[Statement]] = {}
    source = Path(__file__).parent / "golden" / "statements.txt"
    for line in source.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, sheet, value, kind, who, modality, origin, sentence = (part.strip() for part in line.split(" | "))
            put = Modality(modality or Modality.REPORTED)
            told.setdefault(name, []).append(sheets[sheet].says(sentence, value, kind, who, put, origin))
    return {sheet.id: sheet.article for sheet in sheets.values()}, told
