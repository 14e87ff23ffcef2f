"""What the service is, how it counts, and what readers are to know of access, privacy and use."""

from pages.parts import about
from pages.parts.shell import frame

page = frame.begin_page("about", title="about.title")
about.show(page)
frame.end_page(page)
