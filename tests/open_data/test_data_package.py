"""The Data Package: frictionless finds it valid, and a reader that guesses nothing reads what it describes."""

import csv
import io
import json
import re
import urllib.request

import frictionless
import pytest

from analysis.open_data.data_package import data_package
from analysis.open_data.open_tables import open_columns
from analysis.schema import LANGUAGES, TABLES, Tables, all_tables
from analysis.sections import ReportContext
from analysis.words import translator
from tests.workbooks import sample

TYPES = {"string": str, "integer": int, "year": int}


def plain_rows(content: bytes, resource: dict) -> list[list[str]]:
    """The rows of a csv by the letters that the dialect names, and by nothing else: no sniffing, no defaults."""
    dialect = resource["dialect"]

    class Written(csv.Dialect):
        delimiter = dialect["delimiter"]
        quotechar = dialect["quoteChar"]
        doublequote = dialect["doubleQuote"]
        lineterminator = dialect["lineTerminator"]
        skipinitialspace = dialect["skipInitialSpace"]
        quoting = csv.QUOTE_MINIMAL
        strict = True

    text = content.decode(resource["encoding"])
    assert text.endswith(dialect["lineTerminator"])
    return list(csv.reader(io.StringIO(text, newline=""), Written))


def faults(rows: list[list[str]], schema: dict) -> list[str]:
    """Where cells break the schema, read by its own words alone."""
    fields, found = schema["fields"], []
    for at, row in enumerate(rows):
        for field, text in zip(fields, row, strict=True):
            rules = field.get("constraints", {})
            if text in schema["missingValues"]:
                found += [f"{at} {field['name']} is missing"] if rules.get("required") else []
                continue
            value = TYPES[field["type"]](text)
            if rules.get("enum") and value not in rules["enum"]:
                found.append(f"{at} {field['name']} {text!r} is none of its values")
            if not re.search(rules.get("pattern", ""), text) or value < rules.get("minimum", value):
                found.append(f"{at} {field['name']} {text!r} is outside")
    keys = [[row[[each["name"] for each in fields].index(name)] for name in schema["primaryKey"]] for row in rows]
    return found + [str(key) for key in keys if keys.count(key) > 1]


def test_a_reader_that_guesses_nothing_reads_each_table(client):
    package = client.get("/api/v1/datapackage.json").json()
    assert [each["name"] for each in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        content = client.get(f"/api/v1/{resource['path']}").content
        header, *rows = plain_rows(content, resource)
        assert header == [each["name"] for each in resource["schema"]["fields"]]
        assert rows and faults(rows, resource["schema"]) == []


def test_frictionless_finds_the_running_servers_package_valid(server, tmp_path):
    address = f"{server.address}/api/v1/datapackage.json"
    with urllib.request.urlopen(address) as answer:
        text = answer.read().decode()
    (tmp_path / "datapackage.json").write_text(text, encoding="utf-8")
    report = frictionless.Package(address).validate()
    assert report.valid, report.flatten(["type", "title", "note"])
    assert [task.name for task in report.tasks] == list(TABLES)
    assert report.tasks[0].stats["rows"] == 31


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("tables", ["sample", "empty"])
def test_the_descriptor_is_valid_whatever_is_published(language, tables: str):
    whole: Tables = sample.tables() if tables == "sample" else all_tables({}, TABLES)
    package = data_package(ReportContext(whole, translator(language)), "https://klusterit.example/")
    metadata = frictionless.Package.metadata_validate(json.loads(json.dumps(package)))
    assert list(metadata) == []
    for resource in package["resources"]:
        assert all(each["title"] for each in resource["schema"]["fields"]) and resource["description"]
        assert len(resource["schema"]["fields"]) == len(open_columns(resource["name"]))


def test_references_are_declared_where_they_hold(sets):
    package = data_package(ReportContext(sets[0], translator("en")), "https://klusterit.example/")
    keys = {each["name"]: each["schema"].get("foreignKeys", []) for each in package["resources"]}
    assert [each["fields"] for each in keys["stories"]] == [["cluster"]]
    assert {each["reference"]["resource"] for each in keys["targets"]} == {"regions", "themes"}
    without = all_tables({**sets[0], "clusters": sets[0]["clusters"].iloc[:0]}, TABLES)
    package = data_package(ReportContext(without, translator("en")), "https://klusterit.example/")
    assert "foreignKeys" not in next(each for each in package["resources"] if each["name"] == "stories")["schema"]


@pytest.mark.parametrize(
    ("licence", "name"),
    [
        ("Creative Commons Nimeä 4.0 Kansainvälinen (CC BY 4.0)", "CC-BY-4.0"),
        ("CC0 1.0", "CC0-1.0"),
        ("cc by-sa 4.0", "CC-BY-SA-4.0"),
        ("Kysy meiltä", "notspecified"),
    ],
)
def test_a_licence_in_words_has_the_name_that_lists_have_for_it(sets, licence: str, name: str):
    about = sets[0]["about"].copy()
    about.loc[about["key"] == "licence", "value_fi"] = licence
    context = ReportContext(all_tables({**sets[0], "about": about}, TABLES), translator("fi"))
    assert data_package(context, "https://klusterit.example/")["licenses"][0]["name"] == name
