"""The numbers of files as they are read back, written as the page writes them, so that both can be compared."""

import csv
import io
from collections import defaultdict
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import pandas as pd
from icalendar import Calendar
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from pptx import Presentation

from analysis.charts import Bars, Chart, Columns, Heat, Map, Panels
from analysis.charts.chart import Field
from analysis.words import Translator
from tests.exports.file_texts import Table

NAMES = "{http://www.w3.org/2000/svg}"
Lines = list[list[str]]


def number(value: Any, w: Translator) -> str:
    """A number as the page writes it; what is missing as the page says that."""
    if value is None or value == "" or pd.isna(value):
        return w("panel.unknown")
    return w.number(float(value), 0 if float(value).is_integer() else 1)


def written(value: Any, field: Field, w: Translator) -> str:
    """What a cell or a csv holds, as the page writes it."""
    if value is None or value == "":
        return w("panel.unknown")
    if field.kind == "number":
        return number(value, w)
    return w.day(value.isoformat()[:10]) if isinstance(value, date | datetime) else str(value)


# --- PowerPoint


def of_slides(data: bytes) -> list[Any]:
    """The slides of a deck."""
    return list(Presentation(io.BytesIO(data)).slides)


def series(page: Any) -> list[tuple[list[str], list[float | None]]]:
    """Of each native chart of a slide the names and the values of its first series."""
    plots = [shape.chart.plots[0] for shape in page.shapes if shape.has_chart]
    return [([str(each) for each in plot.categories], list(plot.series[0].values)) for plot in plots]


def cells(page: Any) -> Table:
    """The rows of a slide's table below its labels; none where it has no table."""
    tables = [shape.table for shape in page.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows][1:]


def on_slide(page: Any, chart: Chart, w: Translator) -> Table | None:
    """The columns that a slide shows of its chart's table, row by row; None where it shows a picture alone."""
    match chart.mark:
        case Bars() | Columns():
            ((names, values),) = series(page)
            return [[name, number(value, w)] for name, value in zip(names, values, strict=True)]
        case Panels():
            return [[number(value, w) for value in values] for _, values in series(page)]
        case Heat() if not cells(page):
            return None
        case _:
            return cells(page)


def shown(chart: Chart) -> list[str]:
    """The fields that `on_slide` gives, in their order."""
    match chart.mark:
        case Bars(name=name, value=value) | Columns(year=name, value=value):
            return [name, value]
        case Panels(columns=columns):
            return list(columns)
        case Heat(name=name, columns=columns):
            return [name, *columns]
        case _:
            return [field.name for field in chart.fields]


def drawn(chart: Chart) -> list[str]:
    """The fields whose numbers a picture of the chart draws."""
    match chart.mark:
        case Panels() | Heat():
            return list(chart.mark.columns)
        case Bars() | Columns() | Map():
            return [chart.mark.value]
        case _:
            raise TypeError(chart.mark)


# --- Excel


def sheets(data: bytes) -> list[list[list[list[Any]]]]:
    """Of each sheet but the contents the tables from top to bottom; of sheets without tables all cells."""
    found = []
    for sheet in load_workbook(io.BytesIO(data)).worksheets[1:]:
        places = sorted(range_boundaries(each.ref) for each in sheet.tables.values()) or [None]
        places.sort(key=lambda place: place[1] if place else 0)
        found.append([_rows(sheet, place) for place in places])
    return found


def _rows(sheet: Any, place: Any) -> list[list[Any]]:
    left, top, right, bottom = place or (1, 1, sheet.max_column, sheet.max_row)
    rows = sheet.iter_rows(min_row=top, max_row=bottom, min_col=left, max_col=right, values_only=True)
    return [list(row) for row in rows]


# --- csv


def lines(data: bytes) -> Lines:
    """The lines of a csv for people."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def below(every: Lines, labels: list[str], rows: int, start: int) -> tuple[Lines, int]:
    """So many lines below the next line of labels, and where they end."""
    at = next(place for place in range(start, len(every)) if every[place] == labels)
    return every[at + 1 : at + 1 + rows], at + 1 + rows


def values(data: bytes) -> dict[tuple[str, str], dict[tuple[int, str], str]]:
    """A csv for programs: by section and part, the values by row and field."""
    found: dict[tuple[str, str], dict[tuple[int, str], str]] = defaultdict(dict)
    for line in csv.DictReader(io.StringIO(data.decode())):
        found[line["section"], line["part"]][int(line["row"]), line["field"]] = line["value"]
    return found


# --- pictures and calendars


def printed(picture: bytes, chart: Chart) -> list[list[str]]:
    """The numbers that a picture prints: a list a row of the chart's table, as far as it tells the rows apart."""
    tree = ElementTree.fromstring(picture)
    texts = ["".join(each.itertext()) for each in tree.iter(f"{NAMES}text") if each.get("class") == "value"]
    match chart.mark:
        case Bars():
            bars = [each for each in tree.iter(f"{NAMES}g") if each.get("class") == "bar"]
            return [["".join(list(bar)[-1].itertext())] for bar in bars]
        case Heat():
            return [texts]
        case Columns():
            return [texts]
        case Panels():
            groups = [each for each in tree.iter(f"{NAMES}g") if each.find(f"{NAMES}text[@class='row']") is not None]
            return [
                ["".join(text.itertext()) for text in each.findall(f"{NAMES}text[@class='value']")] for each in groups
            ]
        case Map():
            bold = [each for each in tree.iter(f"{NAMES}text") if each.get("font-weight") == "700"]
            names = set(chart.table[chart.mark.name])
            return [[each.text or "" for each in bold if each.text not in names]]
        case _:
            raise TypeError(chart.mark)


def occasions(data: bytes) -> list[str]:
    """The keys of the events of a calendar."""
    return [str(each["uid"]).rpartition("@")[0] for each in Calendar.from_ical(data).walk("VEVENT")]
