"""The overview: how much, where, on what theme, since when, and how fresh that is."""

from analysis.sections import overview
from pages.parts import filters, frame, kept, panel, pictures

view = frame.opened("overview")
section = kept.made(view, overview, view.today)

frame.heading(view, section.title)
pictures.draw(view, section)
filters.bar(view, section)
panel.show(view, section)
frame.closed(view)
