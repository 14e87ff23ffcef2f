"""The OpenAPI description: valid, in step with the answers, and the running server keeps to it whatever is asked."""

from collections.abc import Collection
from datetime import UTC, datetime

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from analysis.app_services import app_services
from analysis.presentation_lookup import report_context
from analysis.schema import LANGUAGES, TABLES
from analysis.sections import section
from analysis.sections.registry import SECTIONS
from analysis.selection import Selection
from analysis.words import translator

BOUNDED = settings(
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


def schema_faults(document: dict, schema: str, value: object) -> list[str]:
    """Where a value breaks a schema of the description."""
    rules = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    return [each.message for each in Draft202012Validator(rules).iter_errors(value)]


def test_it_is_valid_in_each_language(client):
    titles = set()
    for language in LANGUAGES:
        document = client.get(f"/api/v1/openapi.json?language={language}").json()
        assert [str(each) for each in OpenAPIV31SpecValidator(document).iter_errors()] == []
        titles.add(document["info"]["title"])
    assert len(titles) == 3


@pytest.mark.parametrize("name", TABLES)
def test_every_table_answers_as_it_says(client, name: str):
    document = client.get("/api/v1/openapi.json").json()
    answer = client.get(f"/api/v1/{name}?limit=1000").json()
    assert schema_faults(document, name, answer) == [] and answer["rows"]
    assert schema_faults(document, name, {**answer, "rows": [{}]}) != []
    problem = client.get(f"/api/v1/{name}?limit=0").json()
    assert schema_faults(document, "Problem", problem) == []


def test_every_chart_of_every_section_answers_with_its_numbers(client):
    document, words = client.get("/api/v1/openapi.json").json(), translator("fi")
    context = report_context(app_services().store, words, datetime.now(UTC))
    assert context
    number = 0
    for name in SECTIONS:
        selection = Selection(regions=("19",)) if name == "region" else Selection()
        content = section(name, context, selection)
        for chart in content.charts if content else ():
            filters = "?regions=19" if name == "region" else ""
            answer = client.get(f"/api/v1/sections/{name}/{chart.key}{filters}").json()
            assert schema_faults(document, "Chart", answer) == []
            assert len(answer["rows"]) == len((chart.data or chart).table) and answer["title"] == chart.title
            number += 1
    assert number > 30


def test_a_chart_has_the_selection_of_its_address(client):
    whole = client.get("/api/v1/sections/overview/years").json()
    some = client.get("/api/v1/sections/overview/years?regions=19,17&years=2020-2022&lang=en&rev=1").json()
    assert [each["year"] for each in some["rows"]] == [2020, 2021, 2022] and len(whole["rows"]) > 3
    assert (some["language"], some["revision"]) == ("en", "1") and "Lapland" in some["chosen"]
    same = client.get(
        "/api/v1/sections/overview/years?region=19&region=17&year=2020-2022&language=en&revision=1"
    ).json()
    assert same == some


def call_addresses(server, mode: GenerationMode, examples: int, names: Collection[str]) -> None:
    """Send requests of a mode to addresses of the description, and check each answer against it."""
    description = schemathesis.openapi.from_url(f"{server.address}/api/v1/openapi.json")
    operations = [each.ok() for each in description.get_all_operations()]
    assert len(operations) == 2 * len(TABLES) + 3
    for operation in (each for each in operations if each.path in names or not names):

        @seed(20)
        @settings(BOUNDED, max_examples=examples)
        @given(case=operation.as_strategy(generation_mode=mode))
        def keeps_to_it(case) -> None:
            # Which regions and themes there are the description does not say: some that fit it are none.
            case.call_and_validate(timeout=30, excluded_checks=[positive_data_acceptance])

        keeps_to_it()


MODES = pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["sound", "unsound"])


@MODES
def test_the_running_server_keeps_to_it_whatever_is_asked(server, mode: GenerationMode):
    call_addresses(server, mode, 3, ("/events", "/targets.csv", "/sections/{section}/{chart}", "/catalog.jsonld"))


@pytest.mark.full
@MODES
def test_at_every_address_the_server_keeps_to_it(server, mode: GenerationMode):
    call_addresses(server, mode, 25, ())
