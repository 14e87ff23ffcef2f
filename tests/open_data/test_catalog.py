"""The catalogue, as rdflib reads it, against what DCAT-AP 3.0.1 asks of each class.

The published SHACL shapes are in no package that can be installed, so the specification's mandatory and recommended
properties stand here as a list (https://semiceu.github.io/DCAT-AP/releases/3.0.1/), with the class that each value must
have and the list of codes that it must be from.
"""

import json
from collections.abc import Iterator

import pytest
from rdflib import DCTERMS, FOAF, RDF, RDFS, SKOS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from analysis.open_data.catalog import DATASETS, catalog
from analysis.open_data.vocabularies import frequency
from analysis.schema import LANGUAGES, TABLES, Tables, all_tables
from analysis.sections import ReportContext
from analysis.words import translator

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
BASE = "https://klusterit.example/"
DCAT = Namespace("http://www.w3.org/ns/dcat#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
DCATAP = Namespace("http://data.europa.eu/r5r/")
LISTS = "http://publications.europa.eu/resource/authority/"
MANDATORY = {
    DCAT.Catalog: (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset),
    DCAT.Dataset: (DCTERMS.title, DCTERMS.description),
    DCAT.Distribution: (DCAT.accessURL,),
    DCAT.DataService: (DCTERMS.title, DCAT.endpointURL),
    FOAF.Agent: (FOAF.name,),
    SKOS.Concept: (SKOS.prefLabel,),
    SKOS.ConceptScheme: (DCTERMS.title,),
    VCARD.Kind: (VCARD.fn,),
}
RECOMMENDED = {
    DCAT.Catalog: (
        *(DCTERMS.language, DCTERMS.license, DCTERMS.modified, DCTERMS.spatial, FOAF.homepage),
        *(DCAT.service, DCAT.themeTaxonomy),
    ),
    DCAT.Dataset: (
        *(DCAT.contactPoint, DCAT.distribution, DCAT.keyword, DCAT.theme, DCTERMS.publisher, DCTERMS.spatial),
        *(DCTERMS.accrualPeriodicity, DCTERMS.accessRights, DCTERMS.identifier, DCTERMS.language, DCTERMS.modified),
        DCAT.landingPage,
    ),
    DCAT.Distribution: (
        *(DCATAP.availability, DCTERMS.description, DCTERMS.format, DCTERMS.license, DCAT.mediaType),
        DCTERMS.title,
    ),
    DCAT.DataService: (
        *(DCAT.endpointDescription, DCAT.servesDataset, DCTERMS.license, DCTERMS.accessRights, DCAT.contactPoint),
        *(DCTERMS.publisher, DCAT.theme, DCTERMS.description),
    ),
    FOAF.Agent: (DCTERMS.type,),
}
CLASSES = {
    DCTERMS.publisher: FOAF.Agent,
    DCTERMS.language: DCTERMS.LinguisticSystem,
    DCTERMS.license: DCTERMS.LicenseDocument,
    DCTERMS.spatial: DCTERMS.Location,
    DCTERMS.temporal: DCTERMS.PeriodOfTime,
    DCTERMS.accrualPeriodicity: DCTERMS.Frequency,
    DCTERMS.accessRights: DCTERMS.RightsStatement,
    DCTERMS.format: DCTERMS.MediaTypeOrExtent,
    DCTERMS.conformsTo: DCTERMS.Standard,
    DCTERMS.type: SKOS.Concept,
    DCAT.mediaType: DCTERMS.MediaType,
    DCAT.contactPoint: VCARD.Kind,
    DCAT.dataset: DCAT.Dataset,
    DCAT.servesDataset: DCAT.Dataset,
    DCAT.distribution: DCAT.Distribution,
    DCAT.service: DCAT.DataService,
    DCAT.accessService: DCAT.DataService,
    DCAT.theme: SKOS.Concept,
    DCAT.themeTaxonomy: SKOS.ConceptScheme,
    DCATAP.availability: SKOS.Concept,
    DCAT.landingPage: FOAF.Document,
    FOAF.homepage: FOAF.Document,
}
"""By property: the class that each of its values says it has, in the catalogue itself."""
VOCABULARIES = {
    DCTERMS.language: f"{LISTS}language/",
    DCTERMS.license: f"{LISTS}licence/",
    DCTERMS.accrualPeriodicity: f"{LISTS}frequency/",
    DCTERMS.accessRights: f"{LISTS}access-right/",
    DCTERMS.format: f"{LISTS}file-type/",
    DCATAP.availability: f"{LISTS}planned-availability/",
    DCAT.theme: f"{LISTS}data-theme/",
    DCAT.mediaType: "http://www.iana.org/assignments/media-types/",
    DCTERMS.type: "http://purl.org/adms/publishertype/",
    DCTERMS.spatial: "http://data.europa.eu/nuts/code/",
}
SINGLE = (DCTERMS.modified, DCTERMS.accrualPeriodicity, DCTERMS.accessRights, DCTERMS.format, DCATAP.availability)
ALLOWED = (RDF.type, DCAT.startDate, DCAT.endDate, DCAT.version, DCAT.downloadURL, VCARD.hasEmail, VCARD.hasURL)
"""What may be there besides."""


def graph(document: dict) -> Graph:
    return Graph().parse(data=json.dumps(document), format="json-ld", publicID=BASE)


def made(tables: Tables, revision: str = "7") -> Graph:
    context = ReportContext(tables, translator("fi"), revision=revision, published="2026-11-24T10:30:00+00:00")
    return graph(catalog(context, BASE))


def faults(found: Graph) -> Iterator[str]:
    """What the catalogue lacks, and values without their class or of another list."""
    for wanted in (MANDATORY, RECOMMENDED):
        for kind, properties in wanted.items():
            things = set(found.subjects(RDF.type, kind))
            yield from (f"no {kind}" for _ in range(not things))
            yield from (
                f"{each} lacks {name}" for each in things for name in properties if (each, name, None) not in found
            )
    for name, kind in CLASSES.items():
        for value in set(found.objects(None, name)):
            if (value, RDF.type, kind) not in found:
                yield f"{value} of {name} is no {kind}"
    for name, start in VOCABULARIES.items():
        yield from (f"{each} of {name}" for each in set(found.objects(None, name)) if not str(each).startswith(start))
    for name in SINGLE:
        yield from (f"{each} has {name} twice" for each in set(found.subjects(name)) if len(list(found[each:name])) > 1)


def single(found: Graph, subject: Node, name: URIRef) -> str:
    return str(found.value(subject, name, any=False))


def dataset(name: str) -> URIRef:
    return URIRef(f"{BASE}api/v1/{name}#dataset")


def test_the_served_catalogue_has_all_that_is_asked_of_it(client):
    answer = client.get("/api/v1/catalog.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    found = graph(answer.json())
    assert list(faults(found)) == []
    assert len(set(found.objects(None, DCAT.dataset))) == len(DATASETS) == len(TABLES) - 1
    known = {*CLASSES, *ALLOWED, *(each for part in (MANDATORY, RECOMMENDED) for of in part.values() for each in of)}
    assert set(found.predicates()) - known == set()


def test_a_catalogue_with_bare_addresses_would_not_pass(sets):
    found = made(sets[0])
    for lack in (
        *((RDF.type, DCTERMS.Frequency), (RDF.type, DCTERMS.LinguisticSystem), (RDF.type, VCARD.Kind)),
        *((DCTERMS.title, None), (SKOS.prefLabel, None), (DCAT.contactPoint, None)),
    ):
        bare = Graph()
        bare += (each for each in found if each[1] != lack[0] or lack[1] not in (None, each[2]))
        assert list(faults(bare)) != []


def test_nothing_has_to_be_fetched_to_read_it(sets, monkeypatch):
    monkeypatch.setattr("urllib.request.urlopen", lambda *_, **__: pytest.fail("the context names a foreign host"))
    assert len(made(sets[0])) > 300


def test_every_distribution_can_be_had_at_its_address(client):
    found = graph(client.get("/api/v1/catalog.jsonld").json())
    for distribution in set(found.objects(None, DCAT.distribution)):
        answer = client.get(single(found, distribution, DCAT.accessURL))
        media_type = single(found, distribution, DCAT.mediaType)
        assert answer.status_code == 200
        assert media_type.endswith(answer.headers["content-type"].partition(";")[0])


def test_texts_are_in_all_languages(sets):
    found = made(sets[0])
    for thing in (*found.subjects(RDF.type, DCAT.Dataset), *found.subjects(RDF.type, DCAT.DataService)):
        for name in (DCTERMS.title, DCTERMS.description):
            texts = list(found[thing:name])
            assert {each.language for each in texts if isinstance(each, Literal)} == set(LANGUAGES)
            assert len(texts) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("days", "code"),
    [
        *((1, "DAILY"), (7, "WEEKLY"), (30, "MONTHLY"), (31, "MONTHLY"), (90, "QUARTERLY"), (120, "ANNUAL_3")),
        *((180, "ANNUAL_2"), (365, "ANNUAL"), (100, "IRREG"), (None, "IRREG")),
    ],
)
def test_a_rhythm_is_the_frequency_that_the_list_has_for_it(days: int | None, code: str):
    assert frequency(days) == code


def test_each_dataset_has_its_own_rhythm_and_years(sets):
    found = made(sets[0])
    rhythms = {name: single(found, dataset(name), DCTERMS.accrualPeriodicity) for name in DATASETS}
    assert [rhythms[each].rpartition("/")[2] for each in ("events", "stories", "materials", "phases")] == [
        *("ANNUAL_3", "ANNUAL_2", "ANNUAL", "IRREG")
    ]
    period = found.value(dataset("events"), DCTERMS.temporal)
    start = found.value(period, DCAT.startDate)
    assert isinstance(start, Literal) and (str(start), start.datatype) == ("2019", XSD.gYear)


def test_the_owner_is_named_as_far_as_the_data_says(sets):
    found = made(sets[0])
    agent = next(found.subjects(RDF.type, FOAF.Agent))
    assert Literal("Esimerkkijulkaisija", "fi") in set(found[agent : FOAF.name])
    licence = {str(each) for each in found.objects(None, DCTERMS.license)}
    assert licence == {f"{LISTS}licence/CC0"}
    about = sets[0]["about"].copy()
    about.loc[about["key"] == "contact", "value_fi"] = "Kysy: klusterit@liitto.fi"
    mailed = made(all_tables({**sets[0], "about": about}, TABLES))
    assert set(mailed.objects(None, VCARD.hasEmail)) == {URIRef("mailto:klusterit@liitto.fi")}


def test_of_nothing_the_catalogue_is_whole_but_for_what_the_owner_says(sets):
    found = made(all_tables({}, TABLES), "")
    lacking = {each.rpartition(" ")[2] for each in faults(found)}
    assert lacking == {str(DCTERMS.license)}
    assert {str(each) for each in found.objects(None, RDFS.label)} == set()
