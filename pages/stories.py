"""The cluster stories: cards and a table to search, and how many there are by year, theme, form and cluster."""

from analysis.sections import stories, story_table
from pages.parts import filters, frame, kept, panel, pictures, rows

with frame.opening("stories") as view:
    section = kept.cached_section(view, stories, view.today)
    pictures.draw(view, section)

frame.heading(view, section.title)
filters.show(view, section)
panel.numbers_and_sentence(view, section)
rows.searchable_table(view, section, view.words("stories.rows"), story_table, cards=True)
panel.charts_and_lists(view, section)
frame.end(view)
