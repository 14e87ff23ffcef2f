"""The quality of the data: what is filled, what is missing where, how fresh it is, and what the owner has to do."""

from analysis.sections import quality
from pages.parts.charts import chart_card
from pages.parts.revisions import last_revisions
from pages.parts.section import section_view
from pages.parts.shell import frame, open_data_card, owner_card

with frame.figures_first("data") as page:
    section = page.build(quality, page.today, last_revisions.filled_shares(page))
    chart_card.draw_figures(page, section)

section_view.show_head(page, section)
owner_card.show(page)
section_view.show_charts_and_lists(page, section)
open_data_card.show(page)
frame.end_page(page)
