"""The presentation: a ready one or one's own slides, in order, with headlines and notes; shown, taken along, saved."""

from analysis.sections import overview
from pages.parts import filters, frame, kept, markup, ready, saving, slides, stage, taking

view = frame.opened("present")
outline = stage.outline(view)

frame.heading(view, view.words("present.title"))
markup.show("sentence", view.words, text=view.words("present.lead"))
ready.choose(view)
filters.bar(view, kept.made(view, overview, view.today))
taking.card(view, outline)
slides.editor(view, outline)
stage.preview(view, outline)
saving.card(view, outline)
frame.closed(view)
