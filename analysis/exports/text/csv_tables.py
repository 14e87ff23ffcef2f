"""A chart's table as csv: for people, who open it in Excel, and for programs."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from analysis.charts.chart import Field
from analysis.words import translator

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?( ?%)?")


def csv_people(frame: pd.DataFrame, fields: Sequence[Field], notes: Iterable[tuple[str, ...]] = ()) -> bytes:
    """The table under its labels as a Finnish Excel opens it.

    UTF-8 with a mark, semicolons, decimal commas, days as 24.6.2023, CRLF. ``notes`` (what is chosen, the revision,
    how it is counted) follow after an empty line.
    """
    rows, lines = people_rows(frame, fields), [list(note) for note in notes]
    return to_csv(rows + ([[], *lines] if lines else []), ";").encode("utf-8-sig")


def people_rows(frame: pd.DataFrame, fields: Sequence[Field]) -> list[list[str]]:
    """The labels and the rows as people write them."""
    return [[each.label for each in fields], *_rows(frame, fields, for_people=True)]


def csv_machines(frame: pd.DataFrame, fields: Sequence[Field]) -> bytes:
    """The table under its names as RFC 4180 and ISO 8601 have it: UTF-8, commas, decimal points, CRLF.

    A field with a link is followed by a column of the addresses.
    """
    names = [name for each in fields for name in (each.name, each.link) if name]
    kinds = {each.name: each for each in fields}
    columns = [kinds.get(name, Field(name, name)) for name in names]
    return to_csv([names, *_rows(frame, columns, for_people=False)], ",").encode()


def _rows(frame: pd.DataFrame, fields: Sequence[Field], *, for_people: bool) -> Iterable[list[str]]:
    """The rows as text: what is missing is empty, lists are joined by semicolons, whole numbers have no decimals."""

    def text(value: Any, kind: str) -> str:
        if isinstance(value, tuple | list):
            return "; ".join(map(str, value))
        if pd.isna(value):
            return ""
        if for_people and kind == "day":
            return translator("fi").day(value)
        plain = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
        return plain.replace(".", ",") if for_people and kind == "number" else plain

    columns = [[text(value, field.kind) for value in frame[field.name]] for field in fields]
    return (list(row) for row in zip(*columns, strict=True))


def to_csv(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    """Lines of csv; text that a spreadsheet would run as a formula is marked as text, numbers below zero are not."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow(f"'{text}" if text.startswith(FORMULA) and not NUMBER.fullmatch(text) else text for text in row)
    return lines.getvalue()
