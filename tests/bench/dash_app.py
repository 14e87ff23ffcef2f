"""What the dashboard is measured against: a Dash app with the same figures of one page on the same store."""

import argparse
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, dcc, html
from werkzeug.serving import WSGIRequestHandler, run_simple

from analysis import static
from analysis.charts import figure, tokens
from analysis.schema import Tables
from analysis.sections import Section, by_region, overview, region_comparison
from analysis.sections.filters.filter_options import filter_options
from analysis.selection import Selection
from analysis.store import Store
from analysis.words import translator

FILTERED = {"overview": "regions", "regions": "kinds"}
"""By page: the filter that is measured. It leaves the page with the same charts."""
TODAY = "2026-06-01"
Figures = tuple[dict[str, Any], ...]


def coloured(given: dict[str, Any]) -> dict[str, Any]:
    """A figure in the colours of light, for a wide window: what the dashboard's component does in the browser."""
    colours = tokens("light")
    text = re.sub(r'"@([\w-]+)"', lambda found: json.dumps(colours[found[1]]), json.dumps(given))
    drawn: dict[str, Any] = json.loads(text)
    drawn["layout"].pop("narrow", None)
    drawn["layout"]["annotations"] = [
        each for each in drawn["layout"].get("annotations", []) if each.get("name") != "narrow"
    ]
    return drawn


def app(store: Store, page: str, folder: Path, *, kept: bool) -> Dash:
    """The app. ``folder`` holds scripts that it loads; ``kept``: figures are kept by selection."""
    current = store.current()
    assert current
    tables, fi, filtered = store.tables(current.id), translator("fi"), FILTERED[page]
    made = Dash(__name__, assets_folder=str(folder), update_title=None)

    def figures(chosen: tuple[str, ...]) -> Figures:
        shown = sections(page, tables, Selection(**{filtered: chosen}))
        return tuple(coloured(figure(chart)) for section in shown for chart in section.charts)

    figures = cache(figures) if kept else figures
    places = [f"chart-{at}" for at in range(len(figures(())))]
    values = [{"label": name, "value": code} for code, name in filter_options(tables, fi)[filtered]]  # type: ignore[literal-required]
    graphs = (dcc.Graph(id=name, config={"displayModeBar": False}) for name in places)
    made.layout = html.Div([dcc.Checklist(values, id="filter"), *graphs])

    @made.callback([Output(name, "figure") for name in places], Input("filter", "value"))
    def show(chosen: list[str] | None) -> Figures:
        return figures(tuple(chosen or ()))

    return made


def sections(page: str, tables: Tables, selection: Selection) -> tuple[Section, ...]:
    """The sections of a page whose charts are drawn."""
    fi = translator("fi")
    if page == "overview":
        return (overview(tables, selection, fi, TODAY),)
    return by_region(tables, selection, fi, TODAY), region_comparison(tables, selection, fi, TODAY)


class KeptOpen(WSGIRequestHandler):
    """Keeps connections open between requests, as the servers do that such an app is run on."""

    protocol_version = "HTTP/1.1"

    def log_request(self, *args: Any) -> None:
        """Write nothing."""


def main() -> None:
    """Serve the app of a store on a port; ``--small``: with plotly's small bundle, ``--kept``: keeping figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("store")
    parser.add_argument("page", choices=FILTERED)
    parser.add_argument("folder", type=Path)
    parser.add_argument("port", type=int)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--kept", action="store_true")
    given = parser.parse_args()
    if given.small:
        (given.folder / "plotly.js").write_bytes(static.SMALL_BUNDLE.read_bytes())
    served = app(Store.open(given.store), given.page, given.folder, kept=given.kept).server
    run_simple("127.0.0.1", given.port, served, threaded=True, request_handler=KeptOpen)


if __name__ == "__main__":
    main()
