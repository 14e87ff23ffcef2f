"""The events: how many, when, of what type, where, and each of them."""

from analysis.sections import events
from pages.parts import filters, frame, panel

view = frame.opened("events")
section = events(view.tables, view.selection, view.words, view.today)

frame.heading(view, section.title)
filters.bar(view, section)
panel.show(view, section)
frame.closed(view)
