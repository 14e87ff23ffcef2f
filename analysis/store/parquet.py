"""A typed table as one Parquet file, and back: lists as list<string>, whole numbers as int64, all else as string."""

import io

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.schema import Column, Table, series
from analysis.schema.kinds import Clock, Kind, Many, Whole, Year

LIST = pa.list_(pa.string())
PANDAS = {pa.int64(): pd.Int64Dtype(), pa.string(): pd.StringDtype(na_value=np.nan)}


def packed(table: Table, given: pd.DataFrame) -> bytes:
    """The frame of a declared table as a Parquet file."""
    arrays = {each.name: _array(each.kind, given[each.name]) for each in table.columns}
    sink = io.BytesIO()
    pq.write_table(pa.table(arrays), sink, compression="zstd")
    return sink.getvalue()


def unpacked(table: Table, data: bytes) -> pd.DataFrame:
    """The typed frame of a Parquet file; a column declared later is empty. pyarrow's errors where it is damaged."""
    held = pq.read_table(pa.BufferReader(data))
    known = [each.name for each in table.columns if each.name in held.column_names]
    read = held.select(known).to_pandas(types_mapper=PANDAS.get)
    return pd.DataFrame({each.name: _column(each, read) for each in table.columns})


def _column(column: Column, read: pd.DataFrame) -> pd.Series:
    if column.name not in read:
        return series(column.kind, [None] * len(read))
    if isinstance(column.kind, Many):
        return series(column.kind, [tuple(each) for each in read[column.name]])
    return read[column.name]


def _array(kind: Kind, values: pd.Series) -> pa.Array:
    match kind:
        case Many():
            return pa.array([list(value) for value in values], type=LIST)
        case Whole() | Year() | Clock():
            return pa.array(values, type=pa.int64(), from_pandas=True)
        case _:
            return pa.array(values, type=pa.string(), from_pandas=True)
