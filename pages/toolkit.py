"""The toolkit for those who begin with cluster work: a theme is chosen, its materials come in reading order."""

from analysis.sections import toolkit
from pages.parts import cards, doors, entries, filters, frame, kept, markup

view = frame.opened("toolkit")
section = kept.made(view, toolkit, view.today)

frame.heading(view, section.title)
doors.show(view, section)
filters.bar(view, section)
markup.show("sentence", view.words, text=section.sentence)
entries.cards(view, section.listings)
cards.told(view, section)
frame.closed(view)
