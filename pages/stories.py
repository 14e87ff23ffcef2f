"""The cluster stories: cards and a table to search, and how many there are by year, theme, form and cluster."""

from analysis.sections import stories, story_table
from pages.parts.charts import chart_card
from pages.parts.section import record_table, section_view
from pages.parts.shell import frame

with frame.figures_first("stories") as page:
    section = page.build(stories, page.today)
    chart_card.draw_figures(page, section)

section_view.show_head(page, section)
record_table.show_searchable(page, section, page.words("stories.rows"), story_table, cards=True)
section_view.show_charts_and_lists(page, section)
frame.end_page(page)
