"""The toolkit for those who begin with cluster work: a theme is chosen, its materials come in reading order."""

from analysis.sections import toolkit
from pages.parts.charts import chart_card
from pages.parts.core import html, result_cache
from pages.parts.filters import filter_bar
from pages.parts.section import item_cards, theme_cards
from pages.parts.shell import page

view = page.begin("toolkit")
section = result_cache.cached_section(view, toolkit, view.today)

page.heading(view, section.title)
theme_cards.show(view, section)
filter_bar.show(view, section)
html.show("sentence", view.words, text=section.sentence)
item_cards.show(view, section.lists)
chart_card.coverage(view, section)
page.end(view)
