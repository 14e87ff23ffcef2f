"""The themes, the priorities of a period or the cluster themes: over years, ranked, by kind and region; a profile."""

from analysis.sections import by_theme, term_profile
from pages.parts import filters, frame, kept, markup, pick, pictures, split

with frame.opening("themes") as view:
    group = pick.term_group_of_page(view)
    section = kept.cached_section(view, by_theme, group, view.today)
    detail = kept.cached_section(view, term_profile, group, view.today)
    pictures.draw(view, section, detail)

frame.heading(view, section.title)
filters.show(view, section)
split.coverage(view, section)
pick.term_group_buttons(view, group)
markup.show("hint", view.words, text=section.sentence)
split.show(view, section, (1, 1, 1, 1, 1), detail)
frame.end(view)
