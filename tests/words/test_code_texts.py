"""Every issue can be told in three languages, with what stands there, what is wanted and what is likely meant."""

import pytest

from analysis.schema import CODES, LANGUAGES, TABLES, Issue
from analysis.words import issue_text, translator

FI = translator("fi")
EVERY = [(code, severity, effect) for code, pairs in CODES.items() for severity, effect in pairs]


def issue(code: str, column: str, value: str, suggestion: str | None = None, table: str = "events") -> Issue:
    severity = CODES[code][0][0]
    return Issue(code, severity, "toiminta.xlsx", table, "Sivu 1", "G12", column, value, suggestion)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "severity", "effect"), EVERY)
def test_every_code_has_a_text_for_each_severity_in_every_language(code, severity, effect, language):
    texts = translator(language)
    text = issue_text(Issue(code, severity, "a.xlsx", "events", "Sivu 1", "B2", "starts", "jokin"), texts)
    assert text.endswith(".")
    assert "{" not in text
    assert texts(f"issue.title.{code}")
    assert texts(f"issue.effect.{effect}")
    assert texts(f"issue.severity.{severity}")


@pytest.mark.parametrize(("code", "severity", "effect"), EVERY)
def test_an_issue_without_a_place_can_be_told(code, severity, effect):
    assert issue_text(Issue(code, severity, file="a.xlsx"), FI)


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_says_how_it_is_filled(table):
    codes = ("bad-date", "bad-number", "bad-choice", "dangling-reference")
    for column in table.columns:
        for code in codes:
            assert issue_text(issue(code, column.name, "x", table=table.name), FI)


def test_a_likely_meaning_is_asked_about():
    text = issue_text(issue("unknown-region", "regions", "Pohjois-Pohjanma", "Pohjois-Pohjanmaa"), FI)
    assert text == (
        "”Pohjois-Pohjanma” sarakkeessa Maakunnat ei ole mikään alueen seitsemästä maakunnasta, joten riviä ei "
        "julkaista. Tarkoititko: Pohjois-Pohjanmaa?"
    )


def test_without_a_likely_meaning_it_is_said_what_is_wanted():
    assert issue_text(issue("bad-choice", "form", "kotona"), translator("en")).endswith(
        "These are allowed: onsite, online, hybrid."
    )
    assert issue_text(issue("bad-number", "occasions", "0"), translator("sv")).endswith(
        "Skriv bara talet, minst 1, utan enhet eller förklaring."
    )
    assert issue_text(issue("bad-number", "starts_at", "x", table="materials"), FI) == (
        "Sarakkeen Alkaa kohdasta arvo ”x” ei ole kohta tallenteessa, joten riviä ei julkaista. "
        "Kirjoita minuutit ja sekunnit muodossa 12:30, tunnit mukaan muodossa 1:02:30."
    )
    assert issue_text(issue("dangling-reference", "event", "ev-9", table="materials"), FI).endswith(
        "Käytä välilehden Tapahtumat tunnusta."
    )


def test_columns_are_called_by_their_headers_in_the_language_of_the_reader():
    result = issue("missing-value", "name", "")
    assert [issue_text(result, translator(language)).split(",")[0] for language in LANGUAGES] == [
        "Pakollinen solu sarakkeessa Nimi on tyhjä",
        "The required cell in the column Name is empty",
        "Den obligatoriska cellen i kolumnen Namn är tom",
    ]


def test_where_no_declared_column_is_meant_the_cell_is_named():
    result = Issue("personal-data", "error", "a.xlsx", "events", "Sivu 1", "Z9", None, "******-****")
    assert issue_text(result, FI).startswith("Kohdassa Z9 on henkilötunnus (******-****)")


def test_a_value_with_braces_stands_as_it_is():
    assert "”{value}”" in issue_text(issue("bad-link", "link", "{value}"), FI)
