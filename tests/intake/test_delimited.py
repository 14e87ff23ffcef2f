"""Separated values: encodings, separators, quoting and addresses."""

import pytest

from tests.intake.checking import check, event, flat
from tests.making import csv

EVENTS = [event("1", Nimi="Älykäs – ”erikoistuminen”; osa 1, alku"), event("2", Tyyppi="semiaari")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encoding_and_separator_are_found_out(encoding, delimiter):
    checked = check(("tapahtumat.csv", csv(EVENTS, delimiter=delimiter, encoding=encoding)))
    assert list(checked.tables["events"].frame["name"]) == ["Älykäs – ”erikoistuminen”; osa 1, alku"]
    assert flat(checked) == [("bad-choice", "tapahtumat.csv", "D3")]


@pytest.mark.parametrize("line", ["sep=;\r\n", "sep=;\n", '"sep=;"\n', "SEP=;\r\n"])
def test_a_line_that_names_the_separator_is_no_row(line):
    assert flat(check(("tapahtumat.csv", line.encode() + csv(EVENTS)))) == [("bad-choice", "tapahtumat.csv", "D3")]


def test_the_separator_that_is_named_counts():
    rows = csv(EVENTS, delimiter="|")
    assert flat(check(("tapahtumat.csv", b"sep=|\n" + rows))) == [("bad-choice", "tapahtumat.csv", "D3")]


def test_records_count_as_rows_whatever_line_breaks_stand_in_them():
    rows = [event("1", Kuvaus="eka\nrivi\r\ntoinen"), event("2", Kuvaus="", Tyyppi="semiaari")]
    checked = check(("tapahtumat.csv", csv(rows)))
    assert flat(checked) == [("bad-choice", "tapahtumat.csv", "D3")]
    assert checked.tables["events"].frame.loc[0, "summary"] == "eka\nrivi\ntoinen"


@pytest.mark.parametrize("newline", [b"\r\n", b"\n", b"\r"])
def test_blank_lines_count_as_rows(newline):
    text = b"Tapahtumat 2023\n\nTunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n\n1;A;2023;muu;Lappi\n;;;;\n2;B;2023;muuu;Lappi\n"
    checked = check(("toiminta.csv", text.replace(b"\n", newline)))
    assert flat(checked) == [("bad-choice", "toiminta.csv", "D7")]
    assert list(checked.tables["events"].rows["row"]) == [5]


def test_short_and_long_records_are_taken_as_they_are():
    text = b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat;Paikka\n1;A;2023;muu;Lappi\n2;B;2023;muu;Lappi;Kemi;lis\xc3\xa4ksi\n"
    checked = check(("tapahtumat.csv", text))
    assert list(checked.tables["events"].frame["place"].fillna("-")) == ["-", "Kemi"]
    assert flat(checked) == [("extra-column", "tapahtumat.csv", "G1")]


def test_a_separator_at_the_end_of_each_line_is_no_column():
    text = b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat;\n1;A;2023;muu;Lappi;\n"
    assert flat(check(("tapahtumat.csv", text))) == []


def test_commas_in_cells_do_not_mislead_where_semicolons_part():
    text = b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n1;A,B,C,D,E,F,G;2023;muu;Lappi, Kainuu, Pohjois-Savo\n"
    checked = check(("tapahtumat.csv", text))
    assert checked.tables["events"].frame.loc[0, "regions"] == ("19", "18", "11")


def test_a_key_keeps_its_zeros():
    text = b"Tunnus;Nimi;Alkaa;Tyyppi;Maakunnat\n07;A;2023;muu;Lappi\n18;B;2023;muu;Lappi\n"
    assert list(check(("tapahtumat.csv", text)).tables["events"].frame["id"]) == ["07", "18"]
