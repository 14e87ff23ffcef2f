"""A chart as plain SVG, drawn without a browser from the same table and mark as the figure."""

from analysis.charts.svg.drawing import Drawing, draw, svg
from analysis.charts.svg.head import Provenance

__all__ = ["Drawing", "Provenance", "draw", "svg"]
