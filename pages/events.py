"""The events: those to come, a month at a time, each of them to search, and how many by year, type and region."""

from analysis.sections import calendar_month, coming_events, event_detail, event_table, events
from pages.parts.charts import chart_card
from pages.parts.section import item_cards, month_calendar, record_table, section_view
from pages.parts.shell import frame

with frame.figures_first("events") as page:
    detail = event_detail(page.tables, page.address.of("event") or "", page.words, page.today)
    section = None if detail else page.build(events, page.today)
    chart_card.draw_figures(page, section)

if detail:
    section_view.show_detail(page, detail)
elif section:
    section_view.show_head(page, section, item="event")
    item_cards.show(page, (page.build(coming_events, page.today),))
    month_calendar.show(page, section, page.build(calendar_month, page.today, page.address.of("month")))
    record_table.show_searchable(page, section, page.words("events.rows"), event_table)
    section_view.show_charts_and_lists(page, section)
frame.end_page(page)
