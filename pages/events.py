"""The events: those to come, each of them to search, a month at a time, and how many by year, type and region."""

from analysis.sections import calendar_month, coming_events, event_detail, event_table, events
from pages.parts.charts import chart_card
from pages.parts.section import item_cards, month_calendar, record_table, section_view, subscription_card
from pages.parts.shell import frame

with frame.figures_first("events") as page:
    detail = event_detail(page.tables, page.address.of("event") or "", page.words, page.today)
    section = None if detail else page.build(events, page.today)
    chart_card.draw_figures(page, section)

if detail:
    section_view.show_detail(page, detail)
elif section:
    section_view.show_head(page, section, item="event")
    item_cards.show_or_say(page, page.build(coming_events, page.today))
    record_table.show_searchable(page, section, page.words("events.rows"), event_table)
    month_calendar.show(page, section, page.build(calendar_month, page.today, page.address.of("month")))
    section_view.show_charts_and_lists(page, section)
    subscription_card.show(page)
frame.end_page(page)
