"""The presentation: a ready one or one's own slides, in order, with headlines and notes; shown, taken along, saved."""

from analysis.sections import overview
from pages.parts.core import html, result_cache
from pages.parts.filters import filter_bar
from pages.parts.present import presentation_state, preset_menu, saved_presentations, share_card, slide_editor
from pages.parts.shell import page

view = page.begin("present")
outline = presentation_state.outline(view)

page.heading(view, view.words("present.title"))
html.show("sentence", view.words, text=view.words("present.lead"))
preset_menu.choose(view)
filter_bar.show(view, result_cache.cached_section(view, overview, view.today))
share_card.show(view, outline)
slide_editor.editor(view, outline)
presentation_state.preview(view, outline)
saved_presentations.show(view, outline)
page.end(view)
