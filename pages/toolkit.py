"""The toolkit for those who begin with cluster work: a theme is picked, its materials come in reading order."""

from analysis.sections import toolkit
from pages.parts.core import html
from pages.parts.filters import filter_bar
from pages.parts.section import item_cards
from pages.parts.shell import frame

page = frame.begin_page("toolkit")
section = page.build(toolkit, page.today)

frame.heading(page, section.title)
item_cards.show_themes(page, section)
filter_bar.show(page, section)
html.show("sentence", page.words, text=section.sentence)
item_cards.show(page, section.lists)
html.show("owner-note", page.words, section=section)
frame.end_page(page)
