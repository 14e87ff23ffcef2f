"""The first steps for newcomers: a path of their own through the toolkit, the checklist of a cluster, the glossary."""

from pages.parts.section import toolkit_guide
from pages.parts.shell import frame

page = frame.begin_page("start")
toolkit_guide.show_first_steps(page)
frame.end_page(page)
