"""The overview: how much, where, on what theme, since when, and how fresh that is."""

from analysis.sections import overview, overview_steps
from pages.parts.charts import chart_card
from pages.parts.filters import address_choice
from pages.parts.section import record_table, section_view, toolkit_guide
from pages.parts.shell import frame

with frame.figures_first("overview") as page:
    section = page.build(overview, page.today, page.choice)
    chart_card.draw_figures(page, section)

section_view.show_head(page, section)
toolkit_guide.show_newcomer_door(page)
address_choice.step_buttons(page, page.build(overview_steps, page.today))
section_view.show_charts_and_lists(page, section)
for rows in section.rows:
    record_table.show(page, section, rows)
frame.end_page(page)
