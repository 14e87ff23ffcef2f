"""What the dashboard is measured against: a Dash app with the overview's three figures on the same store."""

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
from analysis.sections import options, overview
from analysis.selection import Selection
from analysis.store import Store
from analysis.words import words

CHARTS = ("years", "regions", "themes")
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


def app(store: Store, folder: Path, *, kept: bool) -> Dash:
    """The app. ``folder`` holds scripts that it loads; ``kept``: figures are kept by selection."""
    current = store.current()
    assert current
    tables, fi = store.tables(current.id), words("fi")
    made = Dash(__name__, assets_folder=str(folder), update_title=None)

    def figures(regions: tuple[str, ...]) -> Figures:
        section = overview(tables, Selection(regions=regions), fi, "2026-06-01")
        return tuple(coloured(figure(chart)) for chart in section.charts)

    figures = cache(figures) if kept else figures
    made.layout = html.Div(
        [
            dcc.Checklist(
                [{"label": name, "value": code} for code, name in options(tables, fi)["regions"]], id="regions"
            ),
            *(dcc.Graph(id=name, config={"displayModeBar": False}) for name in CHARTS),
        ]
    )

    @made.callback([Output(name, "figure") for name in CHARTS], Input("regions", "value"))
    def show(regions: list[str] | None) -> Figures:
        return figures(tuple(regions or ()))

    return made


class KeptOpen(WSGIRequestHandler):
    """Keeps connections open between requests, as the servers do that such an app is run on."""

    protocol_version = "HTTP/1.1"

    def log_request(self, *args: Any) -> None:
        """Write nothing."""


def main() -> None:
    """Serve the app of a store on a port; ``--small`` with plotly's small bundle in the folder, ``--kept`` figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("store")
    parser.add_argument("folder", type=Path)
    parser.add_argument("port", type=int)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--kept", action="store_true")
    given = parser.parse_args()
    if given.small:
        (given.folder / "plotly.js").write_bytes(static.SMALL_BUNDLE.read_bytes())
    served = app(Store.open(given.store), given.folder, kept=given.kept).server
    run_simple("127.0.0.1", given.port, served, threaded=True, request_handler=KeptOpen)


if __name__ == "__main__":
    main()
