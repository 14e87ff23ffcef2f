"""A chart as plain SVG, drawn without a browser from the same table and mark as the figure."""

from analysis.charts.svg.document import Drawing, Provenance, draw, svg

__all__ = ["Drawing", "Provenance", "draw", "svg"]
