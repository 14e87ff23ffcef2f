"""What the service is, how it counts, and what readers are to know of access, privacy and use."""

from pages.parts import about, frame

view = frame.begin("about")
frame.heading(view, view.words("about.title"))
about.show(view)
frame.end(view)
