"""The overview: how much, where, on what theme, since when, and how fresh that is."""

from analysis.sections import overview
from pages.parts import filters, frame, kept, panel, pictures

with frame.opening("overview") as view:
    section = kept.cached_section(view, overview, view.today)
    pictures.draw(view, section)

frame.heading(view, section.title)
filters.show(view, section)
panel.show(view, section)
frame.end(view)
