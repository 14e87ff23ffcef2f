"""The cluster stories: cards and a table to search, and how many there are by year, theme, form and cluster."""

from analysis.sections import stories, story_table
from pages.parts.charts import page_charts
from pages.parts.core import result_cache
from pages.parts.filters import filter_bar
from pages.parts.section import record_table, section_view
from pages.parts.shell import page

with page.opening("stories") as view:
    section = result_cache.cached_section(view, stories, view.today)
    page_charts.draw(view, section)

page.heading(view, section.title)
filter_bar.show(view, section)
section_view.numbers_and_sentence(view, section)
record_table.searchable_table(view, section, view.words("stories.rows"), story_table, cards=True)
section_view.charts_and_lists(view, section)
page.end(view)
