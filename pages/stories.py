"""The cluster stories: cards and a table to search, and how many there are by year, theme, form and cluster."""

from functools import partial

from analysis.sections import stories, story_rows
from pages.parts import filters, frame, panel, rows

view = frame.opened("stories")
section = stories(view.tables, view.selection, view.words, view.today)

frame.heading(view, section.title)
filters.bar(view, section)
panel.glance(view, section)
make = partial(story_rows, view.tables, view.selection, view.words)
rows.finder(view, section, view.words("stories.rows"), make, cards=True)
panel.pictures(view, section)
frame.closed(view)
