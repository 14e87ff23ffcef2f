"""The toolkit for those who begin with cluster work: a theme is a door, its materials come in reading order."""

from pages.parts.section import toolkit_guide
from pages.parts.shell import frame

page = frame.begin_page("toolkit")
toolkit_guide.show_toolkit(page)
frame.end_page(page)
