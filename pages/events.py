"""The events: how many, when, of what type, where, and each of them."""

from functools import partial

from analysis.sections import event_rows, events
from pages.parts import filters, frame, panel, rows

view = frame.opened("events")
section = events(view.tables, view.selection, view.words, view.today)

frame.heading(view, section.title)
filters.bar(view, section)
panel.glance(view, section)
panel.pictures(view, section)
rows.finder(view, section, view.words("events.rows"), partial(event_rows, view.tables, view.selection, view.words))
frame.closed(view)
