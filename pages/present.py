"""The presentation: a ready one or one's own slides, in order, with headlines and notes; shown, taken along, saved."""

from analysis.sections import overview
from pages.parts import filters, frame, kept, markup, ready, saving, slides, stage, taking

view = frame.begin("present")
outline = stage.outline(view)

frame.heading(view, view.words("present.title"))
markup.show("sentence", view.words, text=view.words("present.lead"))
ready.choose(view)
filters.show(view, kept.cached_section(view, overview, view.today))
taking.show(view, outline)
slides.editor(view, outline)
stage.preview(view, outline)
saving.show(view, outline)
frame.end(view)
