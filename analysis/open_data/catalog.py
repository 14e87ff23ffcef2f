"""The catalogue of the tables (DCAT-AP 3 as JSON-LD), as avoindata.fi and data.europa.eu harvest it.

Each table is a dataset with a csv and a JSON distribution; texts are in all languages. All that is named by an address
says its class here, so that nothing has to be fetched to understand the catalogue.
"""

import re
from collections.abc import Callable
from typing import Any

from analysis.open_data.licences import CC0, find_licence
from analysis.open_data.open_tables import VERSION
from analysis.open_data.row_filters import filter_column
from analysis.open_data.vocabularies import (
    IRREGULAR,
    LANGUAGE_CODES,
    MEDIA_TYPES,
    NUTS,
    PREFIXES,
    authority,
    frequency,
    resource,
)
from analysis.schema import LANGUAGES, TABLES, Tables
from analysis.schema.aliases import SEVEN
from analysis.schema.nuts import NUTS_3
from analysis.sections import ReportContext
from analysis.sections.context.owner_texts import owner_text, stored_text
from analysis.words import Translator, translator

DATASETS = tuple(name for name in TABLES if name != "about")
"""The tables that are datasets: all but what the owner says of them."""
FORMATS = {"csv": ("CSV", "text/csv", ".csv"), "json": ("JSON", "application/json", "")}
"""By kind of distribution: its code in the list of file types, its media type, the ending of its address."""
THEMES = ("ECON", "REGI")
Node = dict[str, Any]
Texts = list[dict[str, str]]


def catalog(context: ReportContext, base: str) -> Node:
    """The catalogue of a revision.

    ``context``: ``published`` is a moment in ISO 8601 here; ``base``: the program's address, with a slash at its end.
    """
    tables = context.tables
    service = f"{base}api/{VERSION}/openapi.json#service"
    head = {
        "@context": PREFIXES,
        "@id": f"{base}api/{VERSION}/catalog.jsonld#catalog",
        "@type": "dcat:Catalog",
        "dct:title": _owner_texts(tables, "title"),
        "dct:description": _texts(lambda words: words("open_data.description")),
        "dct:publisher": _publisher(tables, base),
        "foaf:homepage": resource(base, "foaf:Document"),
        "dct:language": [authority("language", code, "dct:LinguisticSystem") for code in LANGUAGE_CODES.values()],
        "dct:license": resource(CC0.authority, "dct:LicenseDocument"),
        "dct:spatial": _places(),
        "dcat:themeTaxonomy": _taxonomy(),
        **_modified(context),
    }
    datasets = [_dataset(context, base, name, service) for name in DATASETS]
    return {**head, "dcat:dataset": datasets, "dcat:service": [_service(context, base, service)]}


def _dataset(context: ReportContext, base: str, name: str, service: str) -> Node:
    """A table as a dataset."""
    tables, identity = context.tables, f"{base}api/{VERSION}/{name}#dataset"
    rhythm = re.search(r"\d+", stored_text(tables, f"rhythm_{name}", "fi"))
    code = frequency(int(rhythm[0])) if rhythm else IRREGULAR
    return {
        **resource(identity, "dcat:Dataset"),
        "dct:identifier": identity,
        "dct:title": _texts(lambda words: words("open_data.dataset", table=words.name(TABLES[name].headers))),
        "dct:description": _texts(lambda words: words(f"open_data.table.{name}")),
        "dct:publisher": {"@id": _publisher(tables, base)["@id"]},
        "dcat:contactPoint": _contact(tables, base),
        "dcat:keyword": [each for language in LANGUAGES for each in _keywords(translator(language))],
        "dcat:theme": [_theme(each) for each in THEMES],
        "dct:spatial": _places(),
        "dct:language": authority("language", LANGUAGE_CODES["fi"], "dct:LinguisticSystem"),
        "dct:accrualPeriodicity": authority("frequency", code, "dct:Frequency"),
        "dct:accessRights": authority("access-right", "PUBLIC", "dct:RightsStatement"),
        "dcat:landingPage": resource(f"{base}data", "foaf:Document"),
        **({"dcat:version": context.revision} if context.revision else {}),
        **_modified(context),
        **_period(tables, name),
        "dcat:distribution": [_distribution(context, base, name, kind, service) for kind in FORMATS],
    }


def _distribution(context: ReportContext, base: str, name: str, kind: str, service: str) -> Node:
    """A table as csv or as JSON; the address of the JSON gives its rows page by page."""
    code, media_type, ending = FORMATS[kind]
    address = f"{base}api/{VERSION}/{name}{ending}"
    node = {
        **resource(f"{address}#distribution", "dcat:Distribution"),
        "dct:title": _texts(lambda words: words(f"open_data.{kind}", table=words.name(TABLES[name].headers))),
        "dct:description": _texts(lambda words: words(f"open_data.{kind}_text")),
        "dcat:accessURL": resource(address, "rdfs:Resource"),
        "dct:format": authority("file-type", code, "dct:MediaTypeOrExtent"),
        "dcat:mediaType": resource(MEDIA_TYPES + media_type, "dct:MediaType"),
        "dcatap:availability": authority("planned-availability", "STABLE", "skos:Concept", _labels("stable")),
        "dct:conformsTo": resource(f"{base}api/{VERSION}/datapackage.json", "dct:Standard"),
        **_licence(context.tables),
        **_modified(context),
    }
    of_kind = {"csv": {"dcat:downloadURL": node["dcat:accessURL"]}, "json": {"dcat:accessService": {"@id": service}}}
    return {**node, **of_kind[kind]}


def _service(context: ReportContext, base: str, identity: str) -> Node:
    """The interface as a data service."""
    root = f"{base}api/{VERSION}"
    return {
        **resource(identity, "dcat:DataService"),
        "dct:title": _texts(lambda words: words("open_data.service")),
        "dct:description": _texts(lambda words: words("open_data.service_text")),
        "dcat:endpointURL": resource(f"{root}/", "rdfs:Resource"),
        "dcat:endpointDescription": resource(f"{root}/openapi.json", "rdfs:Resource"),
        "dcat:servesDataset": [{"@id": f"{root}/{name}#dataset"} for name in DATASETS],
        "dct:publisher": {"@id": _publisher(context.tables, base)["@id"]},
        "dcat:contactPoint": _contact(context.tables, base),
        "dcat:theme": [_theme(each) for each in THEMES],
        "dct:accessRights": authority("access-right", "PUBLIC", "dct:RightsStatement"),
        **_licence(context.tables),
    }


def _publisher(tables: Tables, base: str) -> Node:
    """Who publishes; the dashboard's name where the owner names nobody."""
    kind = resource("http://purl.org/adms/publishertype/RegionalAuthority", "skos:Concept")
    kind["skos:prefLabel"] = _labels("regional_authority")
    return resource(
        f"{base}about#publisher", "foaf:Agent", **{"foaf:name": _owner_texts(tables, "publisher"), "dct:type": kind}
    )


def _contact(tables: Tables, base: str) -> Node:
    """Where to ask: the owner's contact, else the page about the dashboard."""
    text = owner_text(tables, "contact", translator("fi")).text
    words = re.split(r"[\s<>]+", text)
    link = next((each for each in words if each.startswith(("https://", "http://", "mailto:"))), "")
    mailbox = next((each for each in words if re.fullmatch(r"[^@:/]+@[^@:/]+\.[^@:/]+", each)), "")
    address = link or (f"mailto:{mailbox}" if mailbox else f"{base}about")
    name = "vcard:hasEmail" if address.startswith("mailto:") else "vcard:hasURL"
    return resource(
        f"{base}about#contact", "vcard:Kind", **{"vcard:fn": _texts(lambda words: words("open_data.contact"))}
    ) | {name: {"@id": address}}


def _licence(tables: Tables) -> Node:
    """The licence of the data, if the owner names one that the list of licences has."""
    licence = find_licence(owner_text(tables, "licence", translator("fi")).text)
    return {"dct:license": resource(licence.authority, "dct:LicenseDocument")} if licence else {}


def _places() -> list[Node]:
    """The regions by their NUTS codes, with their names."""
    return [
        resource(
            NUTS + NUTS_3[code],
            "dct:Location",
            **{"skos:prefLabel": [{"@value": names.of(each), "@language": each} for each in LANGUAGES]},
        )
        for code, names in SEVEN.items()
    ]


def _period(tables: Tables, name: str) -> Node:
    """The years of a table's rows, if it has any."""
    column = filter_column(name, "year")
    years = tables[name][column].dropna().astype("str").str.slice(0, 4) if column else None
    if years is None or years.empty:
        return {}
    first, last = ({"@value": each, "@type": "xsd:gYear"} for each in (years.min(), years.max()))
    return {"dct:temporal": {"@type": "dct:PeriodOfTime", "dcat:startDate": first, "dcat:endDate": last}}


def _modified(context: ReportContext) -> Node:
    if not context.published:
        return {}
    return {"dct:modified": {"@value": context.published, "@type": "xsd:dateTime"}}


def _theme(code: str) -> Node:
    return authority("data-theme", code, "skos:Concept", _labels(code.lower()))


def _taxonomy() -> Node:
    titles = {"dct:title": _labels("data_themes")}
    return resource("http://publications.europa.eu/resource/authority/data-theme", "skos:ConceptScheme", **titles)


def _keywords(words: Translator) -> Texts:
    keywords = words("open_data.keywords").split("; ")
    return [{"@value": each, "@language": words.language} for each in keywords]


def _labels(name: str) -> Texts:
    return _texts(lambda words: words(f"open_data.concept.{name}"))


def _owner_texts(tables: Tables, key: str) -> Texts:
    """The owner's text in each language that it is written in; the dashboard's name if there is none."""
    texts = {}
    for language in LANGUAGES:
        words = translator(language)
        owned = owner_text(tables, key, words)
        texts[owned.language or language] = owned.text or words("frame.name")
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def _texts(text: Callable[[Translator], str]) -> Texts:
    """A text in each language."""
    return [{"@value": text(translator(each)), "@language": each} for each in LANGUAGES]
