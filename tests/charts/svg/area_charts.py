"""A map, a heat map and panels to draw."""

import pandas as pd

from analysis.charts import Chart, Field, Heat, Map, Panels

NAMES = {
    **{"10": "Etelä-Savo", "11": "Pohjois-Savo", "12": "Pohjois-Karjala", "16": "Keski-Pohjanmaa"},
    **{"17": "Pohjois-Pohjanmaa", "18": "Kainuu", "19": "Lappi"},
}


def region_map(*values: int | None, highlights: tuple[str, ...] = ()) -> Chart:
    """A map of the seven regions in their order."""
    numbers = pd.array(list(values), dtype="Int64")
    table = pd.DataFrame({"code": list(NAMES), "name": list(NAMES.values()), "events": numbers})
    return _chart("map", table, (), Map("code", "name", "events", highlights, "regions"))


def heat(rows: dict[str, list[int | None]], *labels: str, short: tuple[str, ...] = (), highlights: str = "") -> Chart:
    """A heat map by name."""
    columns = tuple(f"c{at}" for at in range(len(labels)))
    cells = pd.DataFrame(list(rows.values()), columns=list(columns)).astype("Int64")
    fields = (Field("name", "Nimi"), *(Field(*pair, "number") for pair in zip(columns, labels, strict=True)))
    mark = Heat("name", columns, short=short, highlight=(highlights,))
    return _chart("heat", cells.assign(name=list(rows)), fields, mark)


def panels(rows: dict[str, list[int | None]], first: int, *colours: str, line: tuple[float | None, ...] = ()) -> Chart:
    """Panels by name, from a year on."""
    years = tuple(range(first, first + len(next(iter(rows.values())))))
    columns = tuple(map(str, years))
    cells = pd.DataFrame(list(rows.values()), columns=list(columns)).astype("Int64")
    mark = Panels("name", columns, years, colours=colours, line=line)
    return _chart("panels", cells.assign(name=list(rows)), (), mark)


def _chart(key: str, table: pd.DataFrame, fields: tuple[Field, ...], mark: Heat | Map | Panels) -> Chart:
    return Chart(key, "Otsikko", "Alaotsikko", "", "Kuvan teksti.", table, fields, mark)
