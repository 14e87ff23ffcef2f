"""The cluster stories: cards and a table to search, and how many there are by year, theme, form and cluster."""

from analysis.sections import stories, story_rows
from pages.parts import filters, frame, kept, panel, pictures, rows

with frame.opening("stories") as view:
    section = kept.made(view, stories, view.today)
    pictures.draw(view, section)

frame.heading(view, section.title)
filters.bar(view, section)
panel.glance(view, section)
rows.finder(view, section, view.words("stories.rows"), story_rows, cards=True)
panel.pictures(view, section)
frame.closed(view)
