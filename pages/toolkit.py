"""The toolkit for those who begin with cluster work: a theme is chosen, its materials come in reading order."""

from analysis.sections import toolkit
from pages.parts import cards, doors, entries, filters, frame, kept, markup

view = frame.begin("toolkit")
section = kept.cached_section(view, toolkit, view.today)

frame.heading(view, section.title)
doors.show(view, section)
filters.show(view, section)
markup.show("sentence", view.words, text=section.sentence)
entries.show(view, section.lists)
cards.coverage(view, section)
frame.end(view)
