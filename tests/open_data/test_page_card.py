"""What the page of the data tells programmers: examples that run as they are, a whole dictionary, limits, licence."""

import json
import re
import subprocess
import sys
from html import unescape

import pytest

from analysis.open_data.open_tables import open_columns
from analysis.schema import LANGUAGES, TABLES
from tests.web.http_client import ask

EXAMPLE = re.compile(r'<code class="\w+" data-example="(\w+)">(.*?)</code>', re.DOTALL)


def examples(server, language: str) -> dict[str, str]:
    page = ask(server, f"/data?lang={language}").body.decode()
    return {name: unescape(text) for name, text in EXAMPLE.findall(page)}


def run(command: list[str], text: str | None = None) -> str:
    return subprocess.run(command, input=text, capture_output=True, text=True, timeout=60, check=True).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_line_of_the_page_reads_the_rows(server, language: str):
    command = examples(server, language)["curl"]
    answer = json.loads(run(["sh", "-c", command]))
    assert answer["rows"] and all("19" in each["regions"] for each in answer["rows"])
    assert (answer["language"], answer["filters"]) == (language, {"region": "19", "year": "2020-2024"})


def test_the_python_of_the_page_reads_all_pages_of_rows(server):
    printed = run([sys.executable, "-"], examples(server, "fi")["python"])
    total = json.loads(ask(server, "/api/v1/events?region=19").body)["total"]
    assert printed == f"{total} / {total}\n" and total


def test_the_other_examples_name_addresses_and_columns_that_are_there(server):
    found = examples(server, "en")
    assert list(found) == ["curl", "python", "r", "excel", "powerquery"]
    for name in ("r", "excel", "powerquery"):
        address = re.search(r"https?://[^\"\s]+", found[name])
        assert address
        path = address[0].removeprefix(server.address)
        assert ask(server, path).body.startswith(b"id,name,starts,")
    columns = {each.name for each in open_columns("events")}
    named = {*re.findall(r"events\$(\w+)", found["r"]), *re.findall(r'\{\{"(\w+)", Int64', found["powerquery"])}
    assert named and named <= columns
    for text in (found["r"], found["powerquery"]):
        assert all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}")) and text.count('"') % 2 == 0
    lines = [each.strip() for each in found["powerquery"].splitlines()]
    assert (lines[0], lines[-2], lines[-1]) == ("let", "in", "Typed")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dictionary_names_every_column_with_its_label(server, language: str):
    page = ask(server, f"/data?lang={language}").body.decode()
    card = page[page.index('id="open-data"') :]
    for name, table in TABLES.items():
        assert f">{name}.csv</a>" in card and table.headers.of(language) in unescape(card)
        for column in open_columns(name):
            assert f'{column.headers.of(language)} <span class="meta">{column.name}</span>' in unescape(card)
    for link in re.findall(r'href="\./(api/[^"]+)"', card):
        assert ask(server, f"/{unescape(link)}").status == 200, link
