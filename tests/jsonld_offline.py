"""JSON-LD without a network: the terms that Dateline uses, as the W3C and schema.org define them, written down here.

Source: www.w3.org/TR/annotation-vocab; schema.org/docs/developers.html.
"""

from __future__ import annotations

from typing import Any

_OA, _AS, _DC = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#", "http://purl.org/dc/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"


def _link(iri: str, **more: object) -> dict[str, object]:
    return {"@id": iri, "@type": "@id", **more}


def _number(iri: str) -> dict[str, object]:
    return {"@id": iri, "@type": f"{_XSD}nonNegativeInteger"}


def _word(iri: str) -> dict[str, object]:
    return {"@id": iri, "@type": "@vocab"}


_ANNOTATION: dict[str, object] = {
    "id": "@id",
    "type": "@type",
    **{name: f"{_OA}{name}" for name in ("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector")},
    **{name: f"{_OA}{name}" for name in ("TextPositionSelector", "TimeState", "describing", "tagging", "linking")},
    "AnnotationCollection": f"{_AS}OrderedCollection",
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "motivation": _word(f"{_OA}motivatedBy"),
    "purpose": _word(f"{_OA}hasPurpose"),
    "body": _link(f"{_OA}hasBody"),
    "target": _link(f"{_OA}hasTarget"),
    "source": _link(f"{_OA}hasSource"),
    "selector": _link(f"{_OA}hasSelector"),
    "state": _link(f"{_OA}hasState"),
    "cached": _link(f"{_OA}cachedSource"),
    **{name: f"{_OA}{name}" for name in ("exact", "prefix", "suffix")},
    "start": _number(f"{_OA}start"),
    "end": _number(f"{_OA}end"),
    "value": f"{_RDF}value",
    "format": f"{_DC}elements/1.1/format",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "items": _link(f"{_AS}items", **{"@container": "@list"}),
    "partOf": _link(f"{_AS}partOf"),
    "first": _link(f"{_AS}first"),
    "last": _link(f"{_AS}last"),
    "next": _link(f"{_AS}next"),
    "prev": _link(f"{_AS}prev"),
    "startIndex": _number(f"{_AS}startIndex"),
    "total": _number(f"{_AS}totalItems"),
}
_SCHEMA: dict[str, object] = {
    "@vocab": "https://schema.org/",
    **{name: {"@type": "@id"} for name in ("url", "sameAs", "contentUrl", "archivedAt", "itemListOrder")},
    **{name: {"@type": "https://schema.org/Date"} for name in ("startDate", "endDate", "datePublished")},
}
_CONTEXTS = {"http://www.w3.org/ns/anno.jsonld": _ANNOTATION, "https://schema.org": _SCHEMA}


def loader(url: str, options: object = None) -> dict[str, Any]:
    """A document loader of PyLD. Raises KeyError for any other address."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": _CONTEXTS[url]},
    }
