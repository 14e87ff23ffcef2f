"""The themes, the priorities of a period or the cluster themes: over years, ranked, by kind and region; a profile."""

from analysis.sections import by_theme, term_profile
from analysis.sections.pages.themes.groups import term_group
from pages.parts.charts import chart_card
from pages.parts.core import html
from pages.parts.filters import address_choice, filter_bar
from pages.parts.section import section_view
from pages.parts.shell import frame

with frame.figures_first("themes") as page:
    group = term_group(page.tables, page.words, page.address.of("group"))
    section = page.build(by_theme, group, page.today)
    detail = page.build(term_profile, group, page.today)
    chart_card.draw_figures(page, section, detail)

frame.heading(page, section.title)
filter_bar.show(page, section)
html.show("coverage", page.words, section=section)
address_choice.term_group_buttons(page, group)
html.show("hint", page.words, text=section.sentence)
section_view.show_comparison(page, section, (1, 1, 1, 1, 1), detail)
frame.end_page(page)
