"""The presentation: a preset or one's own slides, in order, with headlines and notes; shown, taken along, saved."""

from analysis.sections import overview
from pages.parts.core import html
from pages.parts.filters import filter_bar
from pages.parts.present import presentation_state, saved_presentations, share_card, slide_editor
from pages.parts.shell import frame

page = frame.begin_page("present", title="present.title")
outline = presentation_state.outline_of_page(page)

html.show("sentence", page.words, text=page.words("present.lead"))
saved_presentations.show_menus(page)
html.show("group-label", page.words, text=page.words("present.limits"))
filter_bar.show(page, page.build(overview, page.today), links=False)
share_card.show(page, outline)
slide_editor.show(page, outline)
saved_presentations.show(page, outline)
frame.end_page(page)
