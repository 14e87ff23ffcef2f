"""``settings``: every value and its origin, nothing secret, all faults at once."""

import json

import pytest

from analysis.settings import SETTINGS
from tests.cli.conftest import Terminal

SECRET = "tosi salainen"


def test_every_setting_is_told_with_its_value_and_its_origin(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KLUSTERIPULSSI_FILE_MB", "7")
    value = terminal.json("settings")
    told = {each["variable"]: each for each in value["settings"]}
    assert (value["status"], value["faults"], value["unknown"]) == ("ok", [], {})
    assert list(told) == [each.variable for each in SETTINGS]
    assert (told["KLUSTERIPULSSI_FILE_MB"]["value"], told["KLUSTERIPULSSI_FILE_MB"]["from"]) == ("7", "environment")
    assert (told["KLUSTERIPULSSI_PRIVATE"]["value"], told["KLUSTERIPULSSI_PRIVATE"]["from"]) == ("no", "default")
    assert not (terminal.folder / "data").exists()


def test_nothing_secret_is_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch):
    for each in SETTINGS:
        if each.secret:
            monkeypatch.setenv(each.variable, SECRET)
    monkeypatch.setenv("KLUSTERIPULSSI_STORE", f"postgresql+psycopg://aino:{SECRET}@127.0.0.1:1/a")
    for end in ((), ("--json",)):
        result = terminal.run("settings", *end)
        assert result.exit_code == 2
        assert SECRET not in result.output and "aino:***@127.0.0.1" in result.output


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"FILE_MB": "x", "LOG": "y"}, ["FILE_MB", "LOG"]),
        ({"ACCESS": "proxy"}, ["ACCESS"]),
        ({"REVIEW": "second"}, ["REVIEW"]),
        ({"WORKBOOK": "/nowhere.xlsx"}, ["WORKBOOK"]),
        ({"EDITOR_KEYS": "Kainuu"}, ["EDITOR_KEYS"]),
        ({"ACCESS": "proxy", "EDITORS": "18"}, ["EDITORS"]),
        ({"STORE": f"sqlite:///{__file__}"}, ["STORE"]),
    ],
    ids=lambda each: "-".join(each) if isinstance(each, list) else "",
)
def test_what_keeps_the_dashboard_from_starting_is_named(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], named: list[str]
):
    for name, text in given.items():
        monkeypatch.setenv(f"KLUSTERIPULSSI_{name}", text)
    result = terminal.run("settings", "--json")
    value = json.loads(result.stdout)
    assert (result.exit_code, value["status"]) == (2, "wrong")
    assert [each["variable"] for each in value["faults"]] == [f"KLUSTERIPULSSI_{each}" for each in named]
    assert all(each["message"] for each in value["faults"])


def test_a_variable_that_sets_nothing_is_told_with_the_one_that_is_meant(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("KLUSTERIPULSSI_PRIVAT", "yes")
    monkeypatch.setenv("KLUSTERIPULSSI_COFFEE", "yes")
    result = terminal.run("settings", "--language", "en")
    assert result.exit_code == 1 and "Did you mean KLUSTERIPULSSI_PRIVATE?" in result.stdout
    assert terminal.json("settings")["unknown"] == {
        "KLUSTERIPULSSI_COFFEE": "",
        "KLUSTERIPULSSI_PRIVAT": "KLUSTERIPULSSI_PRIVATE",
    }
