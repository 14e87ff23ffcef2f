"""The events: those to come, a month at a time, each of them to search, and how many by year, type and region."""

from analysis.sections import coming, event, event_rows, events, month
from pages.parts import calendar, details, entries, filters, frame, kept, panel, pictures, rows

with frame.opening("events") as view:
    named = event(view.tables, view.address.of("event") or "", view.words, view.today)
    section = None if named else kept.made(view, events, view.today)
    pictures.draw(view, section)

if named:
    details.show(view, named)
elif section:
    frame.heading(view, section.title)
    details.missing(view, "event")
    filters.bar(view, section)
    panel.glance(view, section)
    entries.cards(view, (kept.made(view, coming, view.today),))
    calendar.card(view, section, kept.made(view, month, view.today, view.address.of("month")))
    rows.finder(view, section, view.words("events.rows"), event_rows)
    panel.pictures(view, section)
frame.closed(view)
