"""The declaration agrees with the contract where the contract can be counted, and with itself everywhere."""

import pandas as pd
import pytest

from analysis.schema import CODES, TABLES, Issue, all_tables, typed_frame, typed_series
from analysis.schema.kinds import Many, One, Text


def test_the_sheets_stand_in_the_contracts_order():
    assert list(TABLES) == [
        *("events", "stories", "materials", "clusters", "themes", "priorities", "regions", "targets", "about", "phases")
    ]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_key_columns_and_references_are_declared(table):
    assert {table.column(name).name for name in table.key} == set(table.key)
    assert all(each.kind.to in TABLES for each in table.columns if isinstance(each.kind, One | Many) and each.kind.to)
    assert table.columns[0].required


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
@pytest.mark.parametrize("language", ["fi", "en", "sv"])
def test_no_two_columns_of_a_sheet_bear_one_header(table, language):
    headers = [each.headers.of(language).casefold() for each in table.columns]
    assert len(headers) == len(set(headers))


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_synonym_of_a_column_is_the_header_of_another(table):
    headers = {name.casefold(): each.name for each in table.columns for name in (*each.headers, each.name)}
    clashes = [
        (each.name, word, headers[word.casefold()])
        for each in table.columns
        for word in each.synonyms
        if headers.get(word.casefold(), each.name) != each.name
    ]
    assert clashes == []


def test_columns_of_one_name_have_the_same_headers_unless_the_contract_says_otherwise():
    sentence = {("kind", "events"), ("form", "stories"), ("key", "about")}
    visible: dict[str, tuple] = {}
    for table in TABLES.values():
        for each in table.columns:
            if (each.name, table.name) not in sentence:
                assert visible.setdefault(each.name, each.headers) == each.headers, (table.name, each.name)


def test_a_frame_has_every_declared_column_in_its_type():
    events = typed_frame(TABLES["events"], {"id": ["1"], "regions": [("19", "17")], "participants": [None]})
    assert list(events.columns) == [each.name for each in TABLES["events"].columns]
    assert events.loc[0, "regions"] == ("19", "17")
    assert events.loc[0, "themes"] == ()
    assert str(events["participants"].dtype) == "Int64"
    assert str(events["starts"].dtype) == "str"


@pytest.mark.parametrize("column", TABLES["events"].columns, ids=lambda column: column.name)
def test_an_absent_column_is_one_of_empty_cells(column):
    empty = typed_series(column.kind, [None] * 3)
    given = typed_frame(TABLES["events"], {"id": ["1", "2", "3"], column.name: [None] * 3})
    absent = typed_frame(TABLES["events"], {"id" if column.name != "id" else "name": ["1", "2", "3"]})
    pd.testing.assert_series_equal(absent[column.name], empty, check_names=False, check_index_type="exact")
    pd.testing.assert_series_equal(given[column.name], empty, check_names=False, check_index_type="exact")


@pytest.mark.parametrize("values", [["a", None, "ä"], ("a", float("nan")), [None], []])
def test_text_is_typed_as_pandas_types_it(values):
    by_pandas = pd.Series(values, dtype="str")
    pd.testing.assert_series_equal(typed_series(Text(), values), by_pandas, check_index_type="exact")
    assert typed_series(Text(), values).dtype == by_pandas.dtype


def test_a_all_tables_has_every_table_and_cannot_be_changed():
    tables = all_tables({}, TABLES)
    assert {name: len(each) for name, each in tables.items()} == dict.fromkeys(TABLES, 0)
    with pytest.raises(TypeError):
        tables["events"] = None


def test_an_issue_knows_what_happens_because_of_it():
    assert [Issue("bad-date", severity).effect for severity in ("error", "warning")] == ["row", "cell"]
    assert {len(effects) for effects in CODES.values()} <= {1, 2}


def test_prose_is_told_from_names():
    long = {
        (table.name, each.name) for table in TABLES.values() for each in table.columns if each.kind == Text(long=True)
    }
    assert ("events", "summary") in long and ("events", "name") not in long
