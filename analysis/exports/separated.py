"""A chart's table as csv: for people, who open it in Excel, and for programs."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.charts.chart import Field
from analysis.words.formats import day

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?( ?%)?")


def csv_people(frame: pd.DataFrame, fields: Sequence[Field], notes: Iterable[tuple[str, ...]] = ()) -> bytes:
    """The table under its labels as a Finnish Excel opens it.

    UTF-8 with a mark, semicolons, decimal commas, days as 24.6.2023, CRLF. ``notes`` (what is chosen, the revision,
    how it is counted) follow after an empty line.
    """
    rows, told = people(frame, fields), [list(note) for note in notes]
    return packed(rows + ([[], *told] if told else []), ";").encode("utf-8-sig")


def people(frame: pd.DataFrame, fields: Sequence[Field]) -> list[list[str]]:
    """The labels and the rows as people write them."""
    return [[each.label for each in fields], *_rows(frame, fields, _for_people)]


def csv_machines(frame: pd.DataFrame, fields: Sequence[Field]) -> bytes:
    """The table under its names as RFC 4180 and ISO 8601 have it: UTF-8, commas, decimal points, CRLF.

    A field with a link is followed by a column of the addresses.
    """
    names = [name for each in fields for name in (each.name, each.link) if name]
    kinds = {each.name: each for each in fields}
    columns = [kinds.get(name, Field(name, name)) for name in names]
    return packed([names, *_rows(frame, columns, _for_machines)], ",").encode()


def _rows(frame: pd.DataFrame, fields: Sequence[Field], write: Callable[[Field, Any], str]) -> Iterable[list[str]]:
    columns = [[write(field, value) if _is_filled(value) else "" for value in frame[field.name]] for field in fields]
    return (list(row) for row in zip(*columns, strict=True))


def _is_filled(value: Any) -> bool:
    return isinstance(value, tuple | list) or bool(pd.notna(value))


def _for_people(field: Field, value: Any) -> str:
    if field.kind == "day":
        return day(value, "fi")
    return _for_machines(field, value).replace(".", ",") if field.kind == "number" else _for_machines(field, value)


def _for_machines(field: Field, value: Any) -> str:
    if isinstance(value, tuple | list):
        return "; ".join(map(str, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def packed(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    """Lines of csv; what a spreadsheet would run is marked as text."""
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter, lineterminator="\r\n").writerows([map(_tame, row) for row in rows])
    return held.getvalue()


def _tame(text: str) -> str:
    """Text that a spreadsheet would run as a formula, marked as text; numbers below zero stay numbers."""
    return f"'{text}" if text.startswith(FORMULA) and not NUMBER.fullmatch(text) else text
