"""The events: those to come, a month at a time, each of them to search, and how many by year, type and region."""

from analysis.sections import calendar_month, coming_events, event_detail, event_table, events
from pages.parts import calendar, details, entries, filters, frame, kept, panel, pictures, rows

with frame.opening("events") as view:
    named = event_detail(view.tables, view.address.of("event") or "", view.words, view.today)
    section = None if named else kept.cached_section(view, events, view.today)
    pictures.draw(view, section)

if named:
    details.show(view, named)
elif section:
    frame.heading(view, section.title)
    details.say_missing(view, "event")
    filters.show(view, section)
    panel.numbers_and_sentence(view, section)
    entries.show(view, (kept.cached_section(view, coming_events, view.today),))
    calendar.card(view, section, kept.cached_section(view, calendar_month, view.today, view.address.of("month")))
    rows.searchable_table(view, section, view.words("events.rows"), event_table)
    panel.charts_and_lists(view, section)
frame.end(view)
