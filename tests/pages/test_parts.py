"""The small parts that pages are made of."""

import logging
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis.charts import Field
from analysis.html_parts import html_table, page_list, rendering
from analysis.intake import CheckResult
from analysis.schema import CODES, LANGUAGES, TABLES, Issue
from analysis.words import translator
from analysis.words.value_texts import value_text
from pages.parts.core import error_boundary, html
from pages.parts.update import issue_list
from tests.pages.conftest import ROUTER

TEMPLATES = sorted(rendering.TEMPLATES.glob("*.html"))
FI = translator("fi")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_text(path: Path):
    bare = re.sub(r"{%.*?%}|{{.*?}}|<[^<>]*>|&lt;.*?&gt;|&\w+;", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    bare = re.sub(r"<[^<>]*>", " ", bare)
    assert re.findall(r"[A-Za-zÅÄÖåäö]{2,}", bare) == []


def test_every_page_has_its_script_and_its_place():
    scripts = {path.name for path in ROUTER.parent.glob("*.py")} - {"main.py"}
    assert {each.script for each in page_list.PAGES} == scripts


def test_what_goes_wrong_is_logged_whole_and_told_calmly(caplog, monkeypatch):
    calls = []
    monkeypatch.setattr(html, "show", lambda name, words, **values: calls.append((name, values)))
    with caplog.at_level(logging.ERROR), error_boundary.boundary(FI):
        raise ValueError("solu G12")
    [(name, values)] = calls
    assert name == "error" and values["reference"] in caplog.text
    assert "ValueError: solu G12" in caplog.text


def test_a_mishap_is_a_calm_sentence_in_every_language():
    for language in LANGUAGES:
        text = rendering.render("error", translator(language), reference="1a2b", title="")
        assert "1a2b" in text and "Error" not in text


def test_templates_escape_what_they_are_given():
    assert "&lt;script&gt;" in rendering.render("sentence", FI, text="<script>")


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("participants", 1234, "1\N{NO-BREAK SPACE}234"),
        ("starts", "2023-06-24", "24.6.2023"),
        ("kind", "seminar", "seminaari"),
        ("regions", ("19", "18"), "Lappi, Kainuu"),
        ("organisers", ("A", "B"), "A, B"),
        ("organisers", (), None),
        ("name", "Avaus", "Avaus"),
        ("name", None, None),
    ],
)
def test_values_are_written_as_readers_read_them(name: str, value, text):
    names = {"regions": {"19": "Lappi", "18": "Kainuu"}}
    assert value_text(value, TABLES["events"].column(name), names, FI) == text


def test_a_place_in_a_recording_is_written_in_hours_minutes_and_seconds():
    column = TABLES["materials"].column("starts_at")
    texts = [value_text(seconds, column, {}, FI) for seconds in (0, 750, 4530)]
    assert texts == ["0:00", "12:30", "1:15:30"]


def test_a_table_tells_numbers_links_languages_and_what_is_unknown():
    frame = pd.DataFrame(
        {
            "name": pd.Series(["Avaus", "Opening"], dtype="str"),
            "n": pd.Series([1234, None], dtype="Int64"),
            "link": pd.Series(["https://x.fi", None], dtype="str"),
            "lang": pd.Series([None, "en"], dtype="str"),
        }
    )
    fields = (Field("name", "Nimi", link="link", language="lang"), Field("n", "Määrä", "number"))
    rows = [[html_table.cell(row, field, FI)._asdict() for field in fields] for row in frame.to_dict("records")]
    assert rows == [
        [
            {"text": "Avaus", "number": False, "link": "https://x.fi", "lang": None},
            {"text": "1\N{NO-BREAK SPACE}234", "number": True, "link": None, "lang": None},
        ],
        [
            {"text": "Opening", "number": False, "link": None, "lang": "en"},
            {"text": None, "number": True, "link": None, "lang": None},
        ],
    ]


def test_issues_stand_in_groups_by_what_happens_heaviest_first():
    issues = (
        Issue("approximate-value", "info", "a.xlsx", "events", "Tapahtumat", "L2", "participants", "noin 50", "50"),
        Issue("bad-date", "warning", "a.xlsx", "events", "Tapahtumat", "D9", "ends", "joskus"),
        Issue("unknown-region", "error", "a.xlsx", "events", "Tapahtumat", "G12", "regions", "Lapi", "Lappi"),
        Issue("no-known-sheet", "error", "b.xlsx", value="b.xlsx"),
    )
    tally = {(each.severity, each.code, each.table, each.column): 1 for each in issues}
    tally[("warning", "bad-date", "events", "ends")] = 140
    groups = issue_list.groups(CheckResult(issues=issues, tally=tally), FI)
    assert [(each.tag, each.count, [entry.place for entry in each.entries]) for each in groups] == [
        ("Virhe", 1, ["b.xlsx"]),
        ("Virhe", 1, ["Tapahtumat!G12"]),
        ("Varoitus", 140, ["Tapahtumat!D9"]),
        ("Tiedoksi", 1, ["Tapahtumat!L2"]),
    ]
    assert [(each.entries[0].suggestion, each.entries[0].label) for each in groups[1::2]] == [
        ("Lappi", "Ehdotus"),
        ("50", "Tulkinta"),
    ]


def test_every_effect_of_a_check_has_its_place_and_advice():
    effects = {effect for pairs in CODES.values() for _, effect in pairs} - {"confirm"}
    assert effects == set(issue_list.ORDER)
    assert all(translator(language)(f"update.advice.{effect}") for language in LANGUAGES for effect in effects)


def test_every_alarm_has_its_confirmation():
    # A conflict has a card of its own, in which a side is picked.
    for code in (code for code, pairs in CODES.items() if pairs[0][1] == "confirm" and code != "conflict"):
        for language in LANGUAGES:
            assert translator(language)(f"update.yes.{code}", table="T", column="S", value="1 / 2")
