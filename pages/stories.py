"""The cluster stories: cards and a table to search, and how many there are by year, theme, form and cluster."""

from analysis.sections import stories, story_rows
from pages.parts import filters, frame, kept, panel, pictures, rows

view = frame.opened("stories")
section = kept.made(view, stories, view.today)

frame.heading(view, section.title)
pictures.draw(view, section)
filters.bar(view, section)
panel.glance(view, section)
rows.finder(view, section, view.words("stories.rows"), story_rows, cards=True)
panel.pictures(view, section)
frame.closed(view)
