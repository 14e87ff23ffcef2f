"""The search: what answers the query of the address, in groups, with the words that were looked for marked."""

from pages.parts.section import search_results
from pages.parts.shell import frame

page = frame.begin_page("search", "search.title")
search_results.show(page)
frame.end_page(page)
