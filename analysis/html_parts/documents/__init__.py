"""The document of a page: all that the page shows, as HTML that stands there before any script has come.

``page_bodies`` lists the blocks of each page, the other modules make them; ``layout`` gives blocks the places that
Streamlit gives them, so that Streamlit's page takes over without a jump.
"""
