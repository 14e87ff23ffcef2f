"""A typed table goes into a Parquet file and comes back as it was."""

import io

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pandas.testing import assert_frame_equal

from analysis.schema import TABLES, Table, typed_frame
from analysis.schema.kinds import Clock, Duration, Many, Whole, Year
from analysis.store.revision_rows import from_parquet, to_parquet


def values(table: Table) -> pd.DataFrame:
    """Three rows: one filled, one empty, one with what is easily lost."""
    filled: dict[str, list] = {}
    for each in table.columns:
        match each.kind:
            case Many():
                filled[each.name] = [("17", "19"), (), ("a;b", "ä, ö")]
            case Whole() | Year() | Clock() | Duration():
                filled[each.name] = [0, None, 2**53 + 1]
            case _:
                filled[each.name] = ["07", None, "Åå – 🙂 \u00a0\n\"'"]
    return typed_frame(table, filled)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_table_comes_back_exactly(table: Table):
    given = values(table)
    assert_frame_equal(from_parquet(table, to_parquet(table, given)), given, check_exact=True)
    assert [list(map(type, given[name])) for name in given] == [
        list(map(type, column)) for _, column in from_parquet(table, to_parquet(table, given)).items()
    ]


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_without_rows_keeps_its_types(table: Table):
    assert_frame_equal(
        from_parquet(table, to_parquet(table, typed_frame(table, {}))), typed_frame(table, {}), check_exact=True
    )


def test_an_empty_text_is_not_a_missing_one():
    given = typed_frame(TABLES["about"], {"key": ["title", "contact"], "value_fi": ["", None]})
    assert_frame_equal(from_parquet(TABLES["about"], to_parquet(TABLES["about"], given)), given)


def test_lists_and_whole_numbers_have_their_arrow_types():
    schema = pq.read_schema(io.BytesIO(to_parquet(TABLES["events"], values(TABLES["events"]))))
    assert (schema.field("regions").type, schema.field("participants").type, schema.field("starts").type) == (
        pa.list_(pa.string()),
        pa.int64(),
        pa.string(),
    )


def test_a_column_declared_later_is_empty_in_an_older_file():
    given = values(TABLES["stories"])
    held = pq.read_table(io.BytesIO(to_parquet(TABLES["stories"], given))).drop_columns(["themes", "form"])
    sink = io.BytesIO()
    pq.write_table(held, sink)
    expected = given.assign(themes=pd.Series([(), (), ()], dtype=object), form=pd.Series([None] * 3, dtype="str"))
    assert_frame_equal(from_parquet(TABLES["stories"], sink.getvalue()), expected)


def test_the_index_of_a_frame_is_not_kept():
    given = values(TABLES["clusters"])
    held = given.iloc[[2, 0]]
    assert_frame_equal(
        from_parquet(TABLES["clusters"], to_parquet(TABLES["clusters"], held)),
        held.reset_index(drop=True),
        check_exact=True,
    )
