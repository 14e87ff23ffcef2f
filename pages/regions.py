"""The regions: one measure on a map, ranked and by year; one region's profile, or several beside each other."""

from analysis.sections import by_region, region_comparison, region_profile
from pages.parts import filters, frame, kept, markup, pick, pictures, split

with frame.opening("regions") as view:
    measure = pick.measure(view)
    section = kept.cached_section(view, by_region, view.today, measure)
    profile = kept.cached_section(view, region_profile, view.today)
    detail = profile or kept.cached_section(view, region_comparison, view.today)
    pictures.draw(view, section, detail)

frame.heading(view, section.title)
filters.show(view, section)
split.coverage(view, section)
pick.measures(view, measure)
markup.show("hint", view.words, text=section.sentence)
split.show(view, section, (2, 1), detail)
frame.end(view)
