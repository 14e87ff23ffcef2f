"""The reading edition: every page and every record as plain HTML, of the same blocks as pages and their documents.

``reading_page`` makes a page, ``record_pages`` that of one record, ``structured_data`` what search engines read of it,
``edition_addresses`` tells where each page is.
"""
