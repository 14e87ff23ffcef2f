"""The events: those to come, a month at a time, each of them to search, and how many by year, type and region."""

from analysis.sections import calendar_month, coming_events, event_detail, event_table, events
from pages.parts.charts import page_charts
from pages.parts.core import result_cache
from pages.parts.filters import filter_bar
from pages.parts.section import item_cards, month_calendar, record_detail, record_table, section_view
from pages.parts.shell import page

with page.opening("events") as view:
    named = event_detail(view.tables, view.address.of("event") or "", view.words, view.today)
    section = None if named else result_cache.cached_section(view, events, view.today)
    page_charts.draw(view, section)

if named:
    record_detail.show(view, named)
elif section:
    page.heading(view, section.title)
    record_detail.say_missing(view, "event")
    filter_bar.show(view, section)
    section_view.numbers_and_sentence(view, section)
    item_cards.show(view, (result_cache.cached_section(view, coming_events, view.today),))
    month_calendar.card(
        view, section, result_cache.cached_section(view, calendar_month, view.today, view.address.of("month"))
    )
    record_table.searchable_table(view, section, view.words("events.rows"), event_table)
    section_view.charts_and_lists(view, section)
page.end(view)
