"""A chart as plain SVG, drawn without a browser from the same table and mark as the figure."""

from analysis.charts.svg.document import Drawing, Provenance, draw

__all__ = ["Drawing", "Provenance", "draw"]
