"""Stray quotation marks in a csv: what they swallowed is said, and published rows that they swallowed stay."""

import pytest

from analysis.intake import CheckResult
from analysis.publishing.merge import merge
from analysis.schema import TABLES, all_tables
from tests.intake.checking import check, published
from tests.intake.files.test_delimited_text import HEAD, issues, line, of_text

KEYS = [str(number) for number in range(1, 9)]


def held_back(checked: CheckResult) -> tuple[list[str], int, list[str]]:
    """The keys that are read, how many rows are held back, and the keys that stay as they are published."""
    events = checked.tables["events"]
    return list(events.frame["id"]), events.rows_with_errors, [key for (key,) in events.keys_with_errors]


def test_a_mark_that_never_closes_holds_back_its_row_and_all_that_it_swallowed():
    checked = of_text(HEAD + "".join(line(key, '"auki' if key == "3" else "x") for key in KEYS))
    assert issues(checked) == [("open-quote", "error", "F4")]
    assert held_back(checked) == (["1", "2"], 6, KEYS[2:])
    assert checked.status == "issues"


def test_two_stray_marks_are_said_where_the_first_one_is():
    checked = of_text(HEAD + "".join(line(key, '"auki' if key in (20, 23) else "x") for key in range(1, 61)))
    assert issues(checked) == [("open-quote", "warning", "F21")]
    keys, errors, stay = held_back(checked)
    assert (len(keys), errors, stay) == (57, 0, ["21", "22", "23"])
    assert checked.status == "ok"


@pytest.mark.parametrize(
    ("text", "cell", "keys", "stay"),
    [
        (
            line(1) + '2;"Auki;2023;muu;Lappi;x\n' + line(3) + '4;"Toinen;2024;muu;Kainuu;y\n' + line(5),
            "B3",
            "1 2 5",
            "3 4",
        ),
        (line(1, '"auki') + line(2) + line(3, '"a;b"') + line(4), "F2", "1 4", "2 3"),
        (line(1, '"auki') + line("07") + line(3, '""') + '"' + line(4), "F2", "1", "07 3 4"),
        (line(1, '"auki') + line(2) + '3;N3;2023;muu;Lappi;x"\n' + line(4), "F2", "1 4", "2 3"),
        (line(1, '"auki') + "\n" + line(2) + '\n"' + "\n", "F2", "1", "2"),
    ],
)
def test_rows_that_a_closed_mark_swallowed_are_known_by_their_keys(text, cell, keys, stay):
    checked = of_text(HEAD + text)
    assert ("open-quote", "warning", cell) in issues(checked)
    read, errors, known = held_back(checked)
    assert (read[: len(keys.split())], errors, known) == (keys.split(), 0, stay.split())


@pytest.mark.parametrize(("end", "severity", "errors"), [("", "error", 5), ('"', "warning", 0)])
def test_a_mark_before_a_key_swallows_its_own_row(end, severity, errors):
    checked = of_text(HEAD + line(1) + '"' + line(2) + line(3) + line(4) + end + line(5) + line(6))
    assert ("open-quote", severity, "A3") in issues(checked)
    known = checked.tables["events"].keys_with_errors
    assert {("2",), ("3",), ("4",)} <= set(known)
    assert checked.tables["events"].rows_with_errors == errors


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_every_separator_and_line_break_is_the_same(delimiter, newline):
    text = HEAD + line(1) + line(2, '"auki') + line(3) + line(4)
    data = text.replace(";", delimiter).replace("\n", newline)
    assert held_back(of_text(data)) == (["1"], 3, ["2", "3", "4"])


@pytest.mark.parametrize(
    "cell",
    [
        *(
            '"eka; toka\nkolmas; neljäs\nviides"',
            'Sanoi "hei"',
            '"Sanoi ""hei""; ja\n""lähti""; pois"',
            '"""Kasvu"" on\nse"',
        ),
        *('"eka\n\ntoka"', '""', '"Sanoi ""1;2;3;4;5;6"""', '5" näyttö', "'auki", "”auki"),
    ],
)
def test_an_honest_text_is_silent(cell):
    checked = of_text(HEAD + line(1, cell) + line(2) + f'3;"Nimi\njatkuu";2023;muu;Lappi;{cell}\n' + line(4))
    assert issues(checked) == []
    assert held_back(checked) == (["1", "2", "3", "4"], 0, [])


def test_a_mark_that_is_open_in_the_last_row_holds_back_that_row():
    assert issues(of_text(HEAD + line(1) + line(2, '"auki'))) == [("open-quote", "error", "F3")]
    assert held_back(of_text(HEAD + line(1) + line(2, '"auki').rstrip("\n"))) == (["1"], 1, ["2"])


def test_a_mark_in_a_title_above_the_headers_is_not_said():
    assert issues(of_text('"Tapahtumat\n1;2;3;4;5;6"\n' + HEAD + line(1))) == []


@pytest.mark.parametrize("second", ["x", '"loppu'])
def test_published_rows_that_were_swallowed_stay(second):
    whole = of_text(HEAD + "".join(line(key) for key in KEYS))
    before = all_tables({"events": whole.tables["events"].frame}, TABLES)
    cells = {"3": '"auki', "6": second}
    checked = check(("tapahtumat.csv", (HEAD + "".join(line(key, cells.get(key, "x")) for key in KEYS)).encode()))
    assert len(checked.tables["events"].frame) == (2 if second == "x" else 5)
    assert set(merge(before, checked.tables, add=False)["events"]["id"]) == set(KEYS)


def test_a_swallowed_row_that_is_also_there_as_a_row_is_that_row():
    checked = of_text(HEAD + line(1, '"auki') + line(2) + line(3, '"x') + line(2))
    assert held_back(checked) == (["1", "2"], 0, ["3"])


def test_an_identity_code_in_a_swallowed_row_is_masked():
    checked = of_text(HEAD + line(1) + line(2, '"auki') + line(3, "131052-308T"))
    assert "131052-308T" not in repr(checked)
    assert ("personal-data", "error", "F3") in issues(checked)


@pytest.mark.parametrize(("end", "severity"), [("", "error"), ('"', "warning")])
def test_rows_without_a_key_that_a_mark_swallowed_are_known_by_name_and_day(end: str, severity: str):
    head = HEAD + ";N1;2023;muu;Lappi;"
    others = ["Kasvu;2023;muu;Lappi;x", "Kasvu;2023;muu;Lappi;x", "Uusi;2023;muu;Lappi;x"]
    rows = {"id": ["n1-2023", "kasvu", "kasvu-2", "vesi"], "name": ["N1", "Kasvu", "Kasvu", "Uusi"]}
    known = published(events={**rows, "starts": ["2023", "2023", "2023", "2024"]})
    text = head + '"auki\n' + "".join(f";{each}\n" for each in others[:-1]) + f";{others[-1]}{end}\n"
    checked = check(("tapahtumat.csv", text.encode()), known=known)
    assert ("open-quote", severity, "F2") in issues(checked)
    stay = [key for (key,) in checked.tables["events"].keys_with_errors]
    assert stay[-2:] == ["kasvu", "kasvu-2"]
    assert "vesi" not in stay
