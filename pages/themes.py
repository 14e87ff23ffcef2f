"""The themes, the priorities of a period or the cluster themes: over years, ranked, by kind and region; a profile."""

from analysis.sections import by_theme, term_profile
from pages.parts.charts import page_charts
from pages.parts.core import html, result_cache
from pages.parts.filters import address_choice, filter_bar
from pages.parts.section import comparison_view
from pages.parts.shell import page

with page.opening("themes") as view:
    group = address_choice.term_group_of_page(view)
    section = result_cache.cached_section(view, by_theme, group, view.today)
    detail = result_cache.cached_section(view, term_profile, group, view.today)
    page_charts.draw(view, section, detail)

page.heading(view, section.title)
filter_bar.show(view, section)
comparison_view.coverage(view, section)
address_choice.term_group_buttons(view, group)
html.show("hint", view.words, text=section.sentence)
comparison_view.show(view, section, (1, 1, 1, 1, 1), detail)
page.end(view)
