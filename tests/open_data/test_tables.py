"""Tables over HTTP: rows as stored, filters, pages of rows, revisions."""

import csv
import io

import pytest
from starlette.testclient import TestClient

from analysis.open_data.open_tables import open_columns, open_row_count
from analysis.schema import LANGUAGES, TABLES, all_tables
from tests.open_data.conftest import interface


def rows(client: TestClient, address: str) -> list[dict]:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    return answer.json()["rows"]


def csv_rows(client: TestClient, address: str) -> list[dict[str, str]]:
    answer = client.get(f"/api/v1/{address}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_declared_columns_and_all_rows(client, sets, name: str):
    answer = client.get(f"/api/v1/{name}?limit=1000").json()
    columns = [each.name for each in open_columns(name)]
    assert [each.name for each in TABLES[name].columns if each.name not in columns] == []
    assert [each["name"] for each in answer["fields"]] == columns
    assert all(list(row) == columns for row in answer["rows"])
    assert answer["total"] == len(answer["rows"]) == len(csv_rows(client, f"{name}.csv"))
    assert answer["total"] == open_row_count(sets[1], name)
    if name != "about":
        assert answer["total"] == len(sets[1][name])


def test_values_are_as_stored_and_numbers_are_numbers(client, sets):
    event = next(each for each in rows(client, "events") if each["participants"] and each["themes"])
    stored = sets[1]["events"].set_index("id").loc[event["id"]]
    assert event["participants"] == int(stored["participants"]) and isinstance(event["participants"], int)
    assert (tuple(event["regions"]), event["kind"], event["starts"]) == (
        stored["regions"],
        stored["kind"],
        stored["starts"],
    )
    line = next(each for each in csv_rows(client, "events.csv") if each["id"] == event["id"])
    assert (line["participants"], line["regions"]) == (str(event["participants"]), "; ".join(event["regions"]))


def test_each_day_says_how_precisely_it_is_known(client):
    lengths = {"day": 10, "month": 7, "year": 4}
    events = rows(client, "events?limit=1000")
    assert {each["starts_precision"] for each in events} == set(lengths)
    assert all(len(each["starts"]) == lengths[each["starts_precision"]] for each in events)
    assert {(each["ends"] is None, each["ends_precision"] is None) for each in events} <= {(True, True), (False, False)}


def test_regions_bear_the_codes_of_one_edition(client):
    codes = {each["code"]: (each["nuts3"], each["nuts3_edition"]) for each in rows(client, "regions")}
    assert codes["10"] == ("FI1DA", "2024") and codes["11"][0] == "FI1DB" and codes["12"][0] == "FI1DC"
    assert codes["19"] == ("FI1D7", "2024")


@pytest.mark.parametrize("value", ["19", "FI1D7", "Lappi", "lapland", "19,19"])
def test_a_region_is_known_by_code_nuts_code_and_name(client, value: str):
    found = rows(client, f"events?region={value}&limit=1000")
    everything = rows(client, "events?limit=1000")
    assert found == [each for each in everything if "19" in each["regions"]] and 0 < len(found) < len(everything)


def test_filters_limit_each_other_and_values_of_one_add_up(client):
    everything = rows(client, "events?limit=1000")
    found = rows(client, "events?region=19,17&region=18&theme=rahoitus&year=2021-2023&limit=1000")
    expected = [
        each
        for each in everything
        if {"19", "17", "18"} & set(each["regions"])
        and "rahoitus" in each["themes"]
        and "2021" <= each["starts"][:4] <= "2023"
    ]
    assert found == expected and found
    assert found == rows(client, "events?regions=19,17,18&themes=rahoitus&years=2021-2023&limit=1000&lang=sv")
    assert len(csv_rows(client, "events.csv?region=19,17,18&theme=rahoitus&year=2021-2023")) == len(found)


def test_a_filter_without_a_column_does_not_limit_and_is_said(client):
    answer = client.get("/api/v1/materials?region=19").json()
    assert answer["ignored"] == ["region"]
    assert answer["total"] == client.get("/api/v1/materials").json()["total"] > 0
    assert client.get("/api/v1/targets?year=2024").json()["ignored"] == []


def test_pages_of_rows_lead_on_through_one_revision_to_the_last(client):
    everything, address = rows(client, "events?limit=1000&revision=1"), "/api/v1/events?limit=20&revision=1"
    found: list[dict] = []
    while address:
        answer = client.get(address)
        found += answer.json()["rows"]
        address = answer.json()["next"]
        assert answer.links.get("next", {}).get("url") == address
    assert found == everything and len(found) == 30
    first = client.get("/api/v1/events.csv?limit=5&region=19")
    assert "cursor=2-5" in first.links["next"]["url"] and "region=19" in first.links["next"]["url"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_in_the_language_of_the_address(client, language):
    answer = client.get(f"/api/v1/events?language={language}&limit=1").json()
    labels = {each["name"]: each["label"] for each in answer["fields"]}
    assert labels["starts"] == TABLES["events"].column("starts").headers.of(language)
    kind = next(each for each in answer["fields"] if each["name"] == "kind")
    assert kind["options"]["workshop"] == {"fi": "työpaja", "en": "workshop", "sv": "workshop"}[language]
    assert (answer["language"], answer["title"]) == (language, TABLES["events"].headers.of(language))


def test_what_the_owner_has_not_filled_in_is_for_nobody_else(tmp_path, sets):
    about = sets[0]["about"].copy()
    about.loc[about["key"] == "publisher", "value_fi"] = "Täydennettävä: julkaisijan nimi"
    about.loc[about["key"] == "authority", "value_fi"] = "Traficom. Tarkista ennen käyttöönottoa."
    with interface(tmp_path, all_tables({**sets[0], "about": about}, TABLES)) as client:
        texts = {each["key"]: each["value_fi"] for each in rows(client, "about")}
    assert "publisher" not in texts and texts["authority"] == "Traficom."


def test_without_rows_every_table_is_empty_and_so_is_every_csv(tmp_path):
    with interface(tmp_path, all_tables({}, TABLES)) as client:
        for name in TABLES:
            assert client.get(f"/api/v1/{name}").json()["total"] == 0
            assert csv_rows(client, f"{name}.csv") == []


def test_a_revision_stays_and_a_withdrawn_one_is_gone(client, sets):
    assert [len(rows(client, f"events?limit=1000&revision={each}")) for each in "12"] == [
        len(each["events"]) for each in sets[:2]
    ]
    for address in ("events", "events.csv", "datapackage.json", "catalog.jsonld", "sections/overview/regions"):
        gone = client.get(f"/api/v1/{address}?revision=3")
        assert (gone.status_code, gone.json()["code"]) == (410, "withdrawn-revision"), address
        assert client.get(f"/api/v1/{address}?revision=99").status_code == 404
    assert client.get("/api/v1/events?cursor=3-10").status_code == 410
