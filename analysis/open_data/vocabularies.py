"""The European Union's lists of codes that a catalogue names, and the prefixes of its vocabularies."""

from typing import Any

AUTHORITY = "http://publications.europa.eu/resource/authority/"
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
NUTS = "http://data.europa.eu/nuts/code/"
LANGUAGE_CODES = {"fi": "FIN", "en": "ENG", "sv": "SWE"}
PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FREQUENCIES = {
    **{1: "DAILY", 7: "WEEKLY", 14: "BIWEEKLY", 30: "MONTHLY", 31: "MONTHLY", 60: "BIMONTHLY", 61: "BIMONTHLY"},
    **{90: "QUARTERLY", 91: "QUARTERLY", 92: "QUARTERLY", 120: "ANNUAL_3", 121: "ANNUAL_3", 122: "ANNUAL_3"},
    **{180: "ANNUAL_2", 182: "ANNUAL_2", 183: "ANNUAL_2", 365: "ANNUAL", 366: "ANNUAL", 730: "BIENNIAL"},
}
"""By the days of an owner's rhythm: the code of the frequency."""
IRREGULAR = "IRREG"


def authority(table: str, code: str, type: str, labels: list[dict[str, str]] | None = None) -> dict[str, Any]:
    """A code of a list, with its class, which no reader has to fetch, and the labels that a concept must have."""
    return resource(f"{AUTHORITY}{table}/{code}", type, **({"skos:prefLabel": labels} if labels else {}))


def resource(address: str, type: str, **properties: Any) -> dict[str, Any]:
    """A thing with an address of its own, and its class."""
    return {"@id": address, "@type": type, **properties}


def frequency(days: int | None) -> str:
    """The code of how often a table is brought up to date, from the days of its rhythm."""
    return FREQUENCIES.get(days or 0, IRREGULAR)
