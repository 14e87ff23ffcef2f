"""What the service is, how it counts, and what readers are to know of access, privacy and use."""

from pages.parts import about
from pages.parts.shell import page

view = page.begin("about")
page.heading(view, view.words("about.title"))
about.show(view)
page.end(view)
