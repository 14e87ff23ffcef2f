"""Csv beyond separators: formulas for a text, SharePoint's schema, too many fields, stray quotation marks."""

import time

import pytest

from analysis.intake import CheckResult
from tests.intake.checking import check, event, flat, values
from tests.making import csv

HEAD = "Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat;Kuvaus\n"


def line(key: int | str, summary: str = "x") -> str:
    return f"{key};N{key};2023;muu;Lappi;{summary}\n"


def of_text(text: str) -> CheckResult:
    return check(("tapahtumat.csv", text.encode()))


def issues(checked: CheckResult) -> list[tuple[str, str, str | None]]:
    return [(each.code, each.severity, each.cell) for each in checked.issues]


@pytest.mark.parametrize("cell", ['="07"', '"=""07"""', ' ="07" '])
def test_a_formula_for_a_text_is_that_text(cell):
    assert values(of_text(HEAD + line(cell)), "id") == ["07"]


def test_a_formula_for_no_text_is_blank_and_a_text_that_holds_one_is_a_text():
    checked = of_text(HEAD + line(1, '=""') + line(2, 'a="hei"') + line(3, '"=""Sanoi """"hei"""""""'))
    assert values(checked, "summary") == [None, 'a="hei"', 'Sanoi "hei"']
    assert flat(checked) == []


SCHEMA = r'ListSchema={"schemaXmlList":["<Field DisplayName=\"Tunnus\" />","<Field Name=\"b;c\" Type=\"Note\" />"]}'
QUOTED = '"ListSchema={""schemaXmlList"":[""<Field />""]}"'
LIST = '"Tunnus","Nimi","Alkaa","Tyyppi","Maakunnat"\r\n"1","A","2023","muuu","Lappi"\r\n'


@pytest.mark.parametrize("schema", [SCHEMA, QUOTED, "ListSchema={}", "ListSchema={broken"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_line_with_the_schema_of_a_list_is_a_row_and_no_header(schema, mark):
    assert flat(of_text(f"{mark}{schema}\r\n{LIST}")) == [("bad-choice", "tapahtumat.csv", "D3")]


@pytest.mark.parametrize("between", ["", ",", ";", " "])
def test_headers_may_follow_the_schema_on_its_line(between):
    assert flat(of_text(f"{SCHEMA}{between}{LIST}")) == [("bad-choice", "tapahtumat.csv", "D2")]


def test_a_schema_without_end_costs_no_more_than_its_length():
    start = time.perf_counter()
    for schema in ("[" * 1500, "[" + "1," * 150_000, '["' + "a" * 300_000):
        assert flat(of_text("ListSchema=" + schema)) == [("empty-table", "tapahtumat.csv", None)]
    assert time.perf_counter() - start < 15


def test_fields_beyond_the_header_are_named_row_by_row():
    checked = of_text(HEAD + line(1, "x;yli;yli") + line(2, "x;;") + line(3, "x;;toinen") + line(4))
    assert [(each.code, each.severity, each.cell, each.value) for each in checked.issues] == [
        ("extra-cells", "warning", "G2", "yli"),
        ("extra-cells", "warning", "H4", "toinen"),
    ]
    assert len(checked.tables["events"].frame) == 4


def test_a_separator_behind_the_headers_makes_no_column():
    text = HEAD.replace("\n", ";;\n") + line(1, "x;;") + line(2, "x;yli;")
    assert issues(of_text(text)) == [("extra-cells", "warning", "G3")]


def test_a_column_with_a_header_or_within_the_headers_is_an_extra_column():
    text = "Tunnus;;Nimi;Alkaa;Tyyppi;Maakunnat;Huomio\n1;a;A;2023;muu;Lappi;b\n"
    assert issues(of_text(text)) == [("extra-column", "info", "B1"), ("extra-column", "info", "G1")]


@pytest.mark.parametrize("text", [HEAD + line(1, '"a;b"'), "sep=;\n" + HEAD + line(1), HEAD + "\n\n" + line(1)])
def test_an_honest_file_is_silent(text):
    assert flat(of_text(text)) == []


@pytest.mark.parametrize(
    "text",
    ['"', '""', '"\n', "sep=;", 'sep="\nTunnus;Nimi\n', "Tunnus;\r\r\n\r", "=;\x00end\x00", "\x00end\x00", '="'],
)
def test_a_scrap_gives_no_table_and_no_exception(text):
    checked = of_text(text)
    assert {code for code, *_ in flat(checked)} <= {"empty-table", "missing-column"}
    assert [len(table.frame) for table in checked.tables.values()] in ([], [0])


@pytest.mark.parametrize("piece", ['"a\n', '"";', '"a""\n', 'a"b;"\n', '="', '"\r'])
def test_quotation_marks_take_time_in_proportion(piece):
    start = time.perf_counter()
    of_text(HEAD + piece * 50_000)
    assert time.perf_counter() - start < 10


def test_a_csv_that_the_program_of_the_tests_writes_is_silent():
    texts = {"Kuvaus": 'Sanoi "hei"; 1\nja lähti, "pois"', "Nimi": '"Alku" ja loppu'}
    checked = check(("tapahtumat.csv", csv([event(str(number), **texts) for number in range(50)])))
    assert flat(checked) == []
    assert values(checked, "name")[0] == '"Alku" ja loppu'
