"""A figure as the browser's component shows it, and charts to show."""

from typing import Any

import pandas as pd

from analysis.charts import Bars, Chart, Columns, Phase, figure, tokens

PHASES = (
    Phase("Alku", "2019-05-08", "2021-12-31", "5/2019–12/2021"),
    Phase("Jatko", "2022-02-01", "2023-12-31", "2/2022–12/2023"),
)


def bars(rows: dict[str, int], *highlight: str, height: int | None = None) -> Chart:
    """A chart of bars by name; the keys are the names in small letters."""
    table = pd.DataFrame(
        {"code": [name.lower() for name in rows], "name": list(rows), "events": list(rows.values())}
    ).astype({"code": "str", "name": "str", "events": "int64"})
    mark = Bars("name", "events", "code", highlight, "regions")
    return Chart("regions", "", "", "", "", table, (), mark, empty="Ei <tietoja>.", height=height)


def columns(rows: dict[int, int | None], *highlight: int, phases: tuple[Phase, ...] = ()) -> Chart:
    """A chart of columns by year."""
    table = pd.DataFrame({"year": list(rows), "events": pd.array(list(rows.values()), dtype="Int64")})
    return Chart("years", "", "", "", "", table, (), Columns("year", "events", highlight, phases, "years"))


def figure_in_browser(chart: Chart, mode: str = "light", *, narrow: bool = False) -> dict[str, Any]:
    """The figure with its colours, and with what is meant for the width."""
    inked = with_colours(figure(chart), tokens(mode))
    layout = inked["layout"]
    changes = layout.pop("narrow", {})
    other = "wide" if narrow else "narrow"
    layout["annotations"] = [each for each in layout.get("annotations", []) if each.get("name") != other]
    return {"data": inked["data"], "layout": over(layout, changes) if narrow else layout}


def with_colours(value: Any, colours: dict[str, str]) -> Any:
    """A part of a figure with a colour for each token; KeyError where there is no such token."""
    if isinstance(value, dict):
        return {name: with_colours(each, colours) for name, each in value.items()}
    if isinstance(value, list):
        return [with_colours(each, colours) for each in value]
    return colours[value[1:]] if isinstance(value, str) and value.startswith("@") else value


def over(base: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """One layout over another."""
    combined = {
        name: over(base[name], each) if isinstance(each, dict) and isinstance(base.get(name), dict) else each
        for name, each in changes.items()
    }
    return base | combined
